import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalKms } from 'alibabacloud-kms-local';

/** The command as it is built: the build comes before the tests. */
export const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  code: number | null;
  /** Bytes, each as a character. */
  bytes: Buffer;
  stdout: string;
  stderr: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** A directory for one test file: working directory, home, and whatever `kms` keeps. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'kms-command-'));
  #env: Env = {};

  /** What the environment of every command has. */
  use(env: Env): void {
    this.#env = env;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  env(more: Env = {}): NodeJS.ProcessEnv {
    const { PATH } = process.env;
    return { PATH, HOME: this.folder, ...this.#env, ...more };
  }

  spawn(args: readonly string[], env: Env = {}) {
    return spawn(process.execPath, [command, ...args], { cwd: this.folder, env: this.env(env) });
  }

  /** Runs `kms` to its end; nothing is inherited but PATH. */
  async run(
    args: readonly string[],
    { input = '', env = {} }: { input?: string | Uint8Array; env?: Env } = {},
  ): Promise<Ended> {
    const child = this.spawn(args, env);
    const chunks: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    // A command that does not read its input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    const bytes = Buffer.concat(chunks);
    return { code, bytes, stdout: bytes.toString(), stderr };
  }

  /** {@link run} of something that must go well. */
  async ok(args: readonly string[], options: { input?: string | Uint8Array; env?: Env } = {}): Promise<Ended> {
    const ended = await this.run(args, options);
    if (ended.code !== 0)
      throw new Error(`kms ${args.join(' ')} ended with ${ended.code}: ${ended.stderr}${ended.stdout}`);
    return ended;
  }

  /** The answer of something that must go well. */
  async json(args: readonly string[], options: { input?: string | Uint8Array; env?: Env } = {}) {
    return JSON.parse((await this.ok([...args, '--output', 'json'], options)).stdout);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A place where the AccessKey is in the profile of the command line tool `aliyun`, and nowhere else. */
export function aliyunProfile(kms: LocalKms, env: Env): Workplace {
  const place = new Workplace();
  const { ALIBABA_CLOUD_ACCESS_KEY_ID: _id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: _secret, ...others } = env;
  place.use({ ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true', ...others });
  const accessKey = { access_key_id: kms.accessKeyId, access_key_secret: kms.accessKeySecret };
  const content = { current: 'p', profiles: [{ name: 'p', mode: 'AK', ...accessKey }] };
  mkdirSync(place.path('.aliyun'));
  writeFileSync(place.path('.aliyun/config.json'), JSON.stringify(content));
  return place;
}

/** Environment for both gateways of a local KMS. */
export const bothGateways = (kms: LocalKms): Record<string, string> => ({
  ...publicGateway(kms),
  ...instanceGateway(kms),
});

export const publicGateway = (kms: LocalKms): Record<string, string> => ({
  ALIBABA_CLOUD_REGION_ID: kms.regionId,
  ALIBABA_CLOUD_ACCESS_KEY_ID: kms.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: kms.accessKeySecret,
  KMS_ENDPOINT: kms.endpoint,
  KMS_PUBLIC_CA_FILE: kms.caFile,
});

export const instanceGateway = (kms: LocalKms): Record<string, string> => ({
  KMS_INSTANCE_ENDPOINT: kms.endpoint,
  KMS_INSTANCE_ID: kms.instanceId,
  KMS_CLIENT_KEY_FILE: kms.clientKeyFile,
  KMS_CLIENT_KEY_PASSWORD: kms.clientKeyPassword,
  KMS_CA_FILE: kms.caFile,
});
