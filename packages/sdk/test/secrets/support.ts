import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import {
  SecretCache,
  type SecretCacheEvents,
  type SecretCacheOptions,
  type SecretSource,
} from 'alibabacloud-kms-sdk/secrets';

/** A clock that moves only when a test moves it. */
class ManualClock {
  #now = Date.parse('2030-01-31T12:00:00Z');

  now(): number {
    return this.#now;
  }

  move(ms: number): void {
    this.#now += ms;
  }
}

export const ttlMs = 600_000;

/** A local KMS with clients of either gateway, which do not try again by themselves. */
export class Place {
  readonly kms: LocalKms;
  readonly instance: Client;
  readonly public: Client;
  readonly #closing: (() => Promise<unknown>)[] = [];

  private constructor(kms: LocalKms) {
    const { instanceConfig, publicConfig } = kms.clientConfig();
    const once = { maxAttempts: 1 };
    this.kms = kms;
    this.instance = new Client({ instanceConfig: { ...instanceConfig, ...once } });
    this.public = new Client({ publicConfig: { ...publicConfig, ...once } });
  }

  static async open(): Promise<Place> {
    return new Place(await startLocalKms({ seed: { keys: [{ id: 'key-app', aliases: ['alias/app'] }] } }));
  }

  /** A secret that both gateways have. */
  async create(secretName: string, secretData: string | Uint8Array, versionId = 'v1'): Promise<void> {
    const type = typeof secretData === 'string' ? 'text' : 'binary';
    const place = { encryptionKeyId: 'key-app', dkmsInstanceId: this.kms.instanceId };
    await this.public.createSecret({ secretName, secretData, secretDataType: type, versionId, ...place });
  }

  async rotate(secretName: string, secretData: string, versionId: string): Promise<void> {
    await this.public.putSecretValue({ secretName, secretData, versionId });
  }

  /** A cache by a clock of its own, and everything that it tells. */
  cache(options: Partial<SecretCacheOptions> = {}) {
    const clock = new ManualClock();
    const client = options.clients ? {} : { client: this.instance };
    const cache = new SecretCache({ ...client, ttlMs, clock, ...options });
    const told: { [Name in keyof SecretCacheEvents]: SecretCacheEvents[Name][] } = { rotate: [], error: [], stale: [] };
    cache.on('rotate', (event) => told.rotate.push(event));
    cache.on('error', (event) => told.error.push(event));
    cache.on('stale', (event) => told.stale.push(event));
    this.#closing.push(() => cache.close());
    return { cache, clock, told };
  }

  /** How often secrets were asked for since the last count. */
  count(api: 'GetSecretValue' | 'BatchGetSecretValue' = 'GetSecretValue'): number {
    const { length } = this.kms.requests({ api });
    this.kms.clearRequests();
    return length;
  }

  async tidy(): Promise<void> {
    for (const close of this.#closing.splice(0)) await close();
    await this.kms.reset();
  }

  async close(): Promise<void> {
    await this.tidy();
    await this.instance.close();
    await this.public.close();
    await this.kms.close();
  }
}

export const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'ok',
    (error: { code?: unknown }) => error.code ?? error,
  );

/** A client whose requests wait until the test lets them go: one for each `open()`. */
export function gated(client: Client) {
  const waiting: (() => void)[] = [];
  let free = 0;
  const source: SecretSource = {
    async getSecretValue(request, options) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return client.getSecretValue(request, options);
    },
  };
  const open = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return { source, open };
}
