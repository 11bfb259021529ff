import type { Admin } from '../admin/admin.js';
import type { Faults } from '../admin/faults.js';
import type { RequestEntry, RequestFilter } from '../admin/request-log.js';
import type { KmsClock } from '../clock.js';
import type { Seed, SeedReport } from '../seed/types.js';

/** What a program needs to know of a running local KMS. */
export interface LocalKmsFacts {
  host: string;
  port: number;
  caFile: string;
  ca: string;
  regionId: string;
  accountId: string;
  instanceId: string;
  accessKeyId: string;
  clientKeyFile: string;
  dataDir?: string;
  /** Without user and password. */
  database?: string;
  httpEndpoint?: string;
  adminEndpoint?: string;
}

export interface LocalKmsSecrets {
  accessKeySecret: string;
  clientKeyContent: string;
  clientKeyPassword: string;
  adminToken?: string;
}

/** Configuration for `new Client(…)` of alibabacloud-kms-sdk. */
export interface LocalClientConfig {
  instanceConfig: {
    endpoint: string;
    instanceId: string;
    clientKeyContent: string;
    password: string;
    ca: string;
  };
  publicConfig: { endpoint: string; regionId: string; accessKeyId: string; accessKeySecret: string; ca: string };
}

/** A running local KMS. Printing it shows no secret. */
export class LocalKms {
  /** Both gateways, e.g. `https://127.0.0.1:8443`. */
  readonly endpoint: string;
  /** Host part of the endpoint. */
  readonly host: string;
  readonly port: number;
  /** PEM file of the CA that clients must trust. */
  readonly caFile: string;
  /** The CA's certificate, PEM. */
  readonly ca: string;
  readonly regionId: string;
  readonly accountId: string;
  /** The one instance that this KMS has. */
  readonly instanceId: string;
  readonly accessKeyId: string;
  /** Client key as KMS hands it out: JSON with `KeyId` and `PrivateKeyData`. Opens with `clientKeyPassword`. */
  readonly clientKeyFile: string;
  /** Where everything is kept; undefined when it is in memory or in a database. */
  readonly dataDir?: string;
  /** Host and name of the PostgreSQL database that keeps everything, if any. */
  readonly database?: string;
  /** Health, readiness, the CA and metrics, e.g. `http://127.0.0.1:8080`; undefined without `httpPort`. */
  readonly httpEndpoint?: string;
  /** The admin API, for other processes and languages; undefined without `admin`. */
  readonly adminEndpoint?: string;
  readonly #secrets: LocalKmsSecrets;
  readonly #admin: Admin;
  readonly #stop: () => Promise<void>;
  #closed?: Promise<void>;

  /** @internal */
  constructor(facts: LocalKmsFacts, secrets: LocalKmsSecrets, admin: Admin, stop: () => Promise<void>) {
    this.endpoint = `https://${facts.host}:${facts.port}`;
    this.host = facts.host;
    this.port = facts.port;
    this.caFile = facts.caFile;
    this.ca = facts.ca;
    this.regionId = facts.regionId;
    this.accountId = facts.accountId;
    this.instanceId = facts.instanceId;
    this.accessKeyId = facts.accessKeyId;
    this.clientKeyFile = facts.clientKeyFile;
    this.dataDir = facts.dataDir;
    this.database = facts.database;
    this.httpEndpoint = facts.httpEndpoint;
    this.adminEndpoint = facts.adminEndpoint;
    this.#secrets = secrets;
    this.#admin = admin;
    this.#stop = stop;
  }

  /** The secret of `accessKeyId`. */
  get accessKeySecret(): string {
    return this.#secrets.accessKeySecret;
  }

  /** Content of `clientKeyFile`. */
  get clientKeyContent(): string {
    return this.#secrets.clientKeyContent;
  }

  /** Opens `clientKeyFile` and `clientKeyContent`. */
  get clientKeyPassword(): string {
    return this.#secrets.clientKeyPassword;
  }

  /** Token of the admin API. */
  get adminToken(): string | undefined {
    return this.#secrets.adminToken;
  }

  /** The time that this KMS goes by: `await kms.clock.advance({ days: 8 })`. */
  get clock(): KmsClock {
    return this.#admin.clock;
  }

  /** What goes wrong on purpose: `kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 2 })`. */
  get faults(): Faults {
    return this.#admin.faults;
  }

  /**
   * The requests that were answered, oldest first; those beyond `requestLogSize` are forgotten. They hold no data.
   *
   * @example
   * expect(kms.requests({ api: 'Decrypt' })).toHaveLength(3);
   */
  requests(filter?: RequestFilter): RequestEntry[] {
    return this.#admin.requests.find(filter);
  }

  /** Forgets all requests. */
  clearRequests(): void {
    this.#admin.requests.clear();
  }

  /**
   * As it was when it was made: all keys, secrets and access since then are gone, the seed is loaded again, faults and
   * requests are forgotten, and the clock is where it was at the start. AccessKey, client key and CA stay the same.
   */
  reset(): Promise<void> {
    return this.#admin.reset();
  }

  /** Keys, secrets, access and the clock as they are now, for `restore` of this KMS; sealed with its root key. */
  snapshot(): Promise<Uint8Array> {
    return this.#admin.snapshot();
  }

  /**
   * Puts a snapshot in place of everything that is there.
   *
   * @throws StoreError with `Store.SnapshotUnusable` for a snapshot of another KMS, or none
   */
  restore(snapshot: Uint8Array): Promise<void> {
    return this.#admin.restore(snapshot);
  }

  /** Everything in the form of a seed, key material and secrets in plain. */
  exportSeed(): Promise<Seed> {
    return this.#admin.exportSeed();
  }

  /** {@link exportSeed} as the text of a file. */
  async exportText(format: 'yaml' | 'json'): Promise<string> {
    const { formatSeed } = await import('../seed/export-seed.js');
    return formatSeed(await this.exportSeed(), format);
  }

  /**
   * Adds what a seed holds and is not there yet: all of it or nothing.
   *
   * @throws SeedError with `Seed.Invalid`
   */
  loadSeed(seed: Seed): Promise<SeedReport> {
    return this.#admin.loadSeed(seed);
  }

  /** Configuration of a client for both gateways: `new Client(kms.clientConfig())`. It holds secrets. */
  clientConfig(): LocalClientConfig {
    const { endpoint, instanceId, ca, regionId, accessKeyId } = this;
    const { accessKeySecret, clientKeyContent, clientKeyPassword } = this.#secrets;
    return {
      instanceConfig: { endpoint, instanceId, clientKeyContent, password: clientKeyPassword, ca },
      publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca },
    };
  }

  /** Lets running requests end, at most 5 seconds, and releases everything; without `dataDir` all keys and secrets are gone. */
  close(): Promise<void> {
    this.#closed ??= this.#stop();
    return this.#closed;
  }

  /** Closes it at the end of its block: `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
