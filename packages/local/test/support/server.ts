import { systemClock } from '../../src/clock.js';
import type { AppRequest, AppResponse } from '../../src/gateways/http.js';
import { createKms, type Kms } from '../../src/kms.js';
import { issueAuthority, issueServerCertificate } from '../../src/pki/certificates.js';
import { createApp } from '../../src/server/app.js';
import { type Listener, listen, type ServerLimits } from '../../src/server/listen.js';
import type { Site } from '../../src/server/site.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { AccessKeyOwner } from './signed-requests.js';

export interface TestApp extends AccessKeyOwner {
  /** Without faults, every call has an answer. */
  app: Omit<Site, 'handle'> & { handle(request: AppRequest): Promise<AppResponse> };
  kms: Kms;
  store: Store;
  log: string[];
}

/** The KMS without a socket, in memory. */
export async function testApp(): Promise<TestApp> {
  const store = await openStore({ memory: true });
  const identity = { regionId: 'cn-hangzhou', accountId: '1', instanceId: 'kst-test' };
  const log: string[] = [];
  const kms = createKms({ store, clock: systemClock, identity });
  await kms.instances.makeFirst(identity.instanceId);
  const { id, secret } = await kms.access.accessKeys.first();
  const app = createApp(kms, { log: (line) => log.push(line) }) as TestApp['app'];
  return { app, kms, store, log, accessKeyId: id, accessKeySecret: secret };
}

export interface TestServer extends TestApp, Listener {
  host: string;
  ca: string;
}

/** The same behind HTTPS, with limits of its own. */
export async function testServer(limits: Partial<ServerLimits> = {}): Promise<TestServer> {
  const parts = await testApp();
  const now = Date.now();
  const validity = { notBefore: new Date(now - 60_000), notAfter: new Date(now + 3_600_000) };
  const authority = issueAuthority(validity);
  const certificate = issueServerCertificate(authority, ['127.0.0.1'], validity);
  const host = '127.0.0.1';
  const log = (line: string) => parts.log.push(line);
  const listener = await listen(parts.app, { host, port: 0, log, limits, certificate });
  return { ...parts, ...listener, host, ca: authority.certificatePem };
}
