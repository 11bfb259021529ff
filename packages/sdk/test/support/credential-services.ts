import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { identity, testCa } from './hostile-server.js';

const metadataPath = '/latest/meta-data/ram/security-credentials/';

/** Variables that the default chain reads; those of the machine that tests run on are none of theirs. */
const variables = [
  ...['ACCESS_KEY_ID', 'ACCESS_KEY_SECRET', 'SECURITY_TOKEN', 'ROLE_ARN', 'OIDC_PROVIDER_ARN', 'OIDC_TOKEN_FILE'],
  ...['ROLE_SESSION_NAME', 'STS_REGION', 'VPC_ENDPOINT_ENABLED', 'PROFILE', 'CLI_PROFILE_DISABLED', 'CREDENTIALS_FILE'],
  ...['ECS_METADATA', 'ECS_METADATA_DISABLED', 'IMDSV1_DISABLED', 'CREDENTIALS_URI'],
].map((name) => `ALIBABA_CLOUD_${name}`);

/** What gives a session, each with a role of its own. */
export type Service = 'sts' | 'oidc' | 'metadata' | 'uri' | 'cloudSso' | 'oauth';

/**
 * Everything that hands out sessions, on real servers: ECS metadata, STS, a credentials URI, CloudSSO, OAuth; and a home
 * directory with nothing in it. Time stands still until a test moves it.
 */
export class CredentialServices {
  readonly home = mkdtempSync(join(tmpdir(), 'kms-home-'));
  /** Of the sessions that are handed out from now on. */
  lifeSeconds = 3600;
  /** Services that answer 500, with something secret. */
  readonly failing = new Set<Service>();
  /** Requests, in order: `sts AssumeRole`, `metadata PUT`, … */
  readonly requests: string[] = [];
  #nowMs = Date.parse('2026-03-01T00:00:00Z');
  #sessions = 0;
  readonly #servers: http.Server[] = [];
  #plain = 0;
  #tls = 0;

  static async start(): Promise<CredentialServices> {
    const services = new CredentialServices();
    const answer = (request: http.IncomingMessage, response: http.ServerResponse) =>
      services.#answer(request, response);
    services.#plain = await services.#listen(http.createServer(answer));
    services.#tls = await services.#listen(https.createServer(identity('server'), answer));
    vi.spyOn(Date, 'now').mockImplementation(() => services.#nowMs);
    for (const name of variables) vi.stubEnv(name, undefined);
    vi.stubEnv('HOME', services.home);
    services.#redirect();
    return services;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
    rmSync(this.home, { recursive: true });
  }

  get now(): Date {
    return new Date(this.#nowMs);
  }

  get uri(): string {
    return `http://127.0.0.1:${this.#plain}/credentials`;
  }

  pass(seconds: number): void {
    this.#nowMs += seconds * 1000;
  }

  /** Writes a file in the home directory. */
  write(name: string, content: string | object): string {
    const path = join(this.home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  /** Makes it the only profile of the command line tool `aliyun`. */
  profile(profile: object): void {
    this.write('.aliyun/config.json', { current: 'p', profiles: [{ name: 'p', ...profile }] });
  }

  /** A command that notes that it ran, and prints what is in `output.json` then. */
  command(): string {
    const output = join(this.home, 'output.json');
    const log = this.write('runs', '');
    const script = `const fs=require('fs');fs.appendFileSync('${log}','.');process.stdout.write(fs.readFileSync('${output}'))`;
    return `${process.execPath} ${this.write('command.cjs', script)}`;
  }

  get commandRuns(): number {
    return readFileSync(join(this.home, 'runs'), 'utf8').length;
  }

  /** A session, as the services spell it. */
  session(role: string) {
    const number = ++this.#sessions;
    const end = new Date(this.#nowMs + this.lifeSeconds * 1000);
    return {
      AccessKeyId: `STS.${role}.${number}`,
      AccessKeySecret: `top-secret-${number}`,
      SecurityToken: `top-secret-token-${number}`,
      Expiration: end.toISOString().replace('.000', ''),
    };
  }

  async #listen(server: http.Server): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  /** The library has the addresses of its services built in: its requests go to the servers of this class. */
  #redirect(): void {
    for (const [module, port] of [
      [http, () => this.#plain],
      [https, () => this.#tls],
    ] as const) {
      const original = module.request;
      vi.spyOn(module, 'request').mockImplementation(((options: http.RequestOptions, ...more: unknown[]) => {
        const isService = /^100\.100\.100\.200$|\.(aliyuncs|aliyun|alibabacloudsso)\.com$/.test(options.host ?? '');
        const target = isService ? { ...options, host: 'localhost', port: port(), ca: testCa } : options;
        return Reflect.apply(original, module, [target, ...more]);
      }) as typeof module.request);
    }
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { service, role, what, give } = this.#route(request);
    for await (const _ of request);
    this.requests.push(`${service} ${what}`);
    if (this.failing.has(service)) response.writeHead(500).end('{"Code":"ServiceUnavailable","Token":"top-secret"}');
    else response.end(give === undefined ? role : JSON.stringify(give(this.session(role))));
  }

  #route({ method = '', url = '' }: http.IncomingMessage) {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    type Give = (session: ReturnType<CredentialServices['session']>) => object;
    const route = (service: Service, role: string, what: string, give?: Give) => ({ service, role, what, give });
    if (pathname === '/latest/api/token') return route('metadata', 'token', method);
    if (pathname === metadataPath) return route('metadata', 'node', 'role name');
    if (pathname.startsWith(metadataPath)) {
      return route('metadata', pathname.slice(metadataPath.length), 'session', (it) => ({ Code: 'Success', ...it }));
    }
    if (pathname === '/credentials') return route('uri', 'uri', method, (it) => ({ Code: 'Success', ...it }));
    if (pathname === '/cloud-credentials') return route('cloudSso', 'sso', method, (it) => ({ CloudCredential: it }));
    if (pathname === '/v1/exchange') {
      return route('oauth', 'oauth', method, ({ AccessKeyId, AccessKeySecret, SecurityToken, Expiration }) => ({
        accessKeyId: AccessKeyId,
        accessKeySecret: AccessKeySecret,
        securityToken: SecurityToken,
        expiration: Expiration,
      }));
    }
    const action = searchParams.get('Action') ?? '';
    const service = action === 'AssumeRoleWithOIDC' ? 'oidc' : 'sts';
    return route(service, service === 'oidc' ? 'pod' : 'role', action, (it) => ({ Credentials: it }));
  }
}
