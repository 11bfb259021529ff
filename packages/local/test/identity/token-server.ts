import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClockFacts, KmsClock } from '../../src/clock.js';
import { createTokenEndpoints } from '../../src/gateways/token-endpoints.js';
import type { TokenOptions } from '../../src/identity/token-options.js';
import { createKms, type Kms } from '../../src/kms.js';
import { issueAuthority, issueServerCertificate } from '../../src/pki/certificates.js';
import { createApp } from '../../src/server/app.js';
import { listen } from '../../src/server/listen.js';
import { createSite } from '../../src/server/site.js';
import { openStore, type StoreOptions } from '../../src/store/store.js';
import type { AccessKeyOwner } from '../support/signed-requests.js';

export const accountId = '1190000000000001';
export const roleArn = `acs:ram::${accountId}:role/app`;

/** The public gateway over HTTPS and the token endpoints over plain HTTP, with a clock that moves by hand. */
export interface TokenServer extends AccessKeyOwner {
  kms: Kms;
  clock: KmsClock;
  host: string;
  port: number;
  ca: string;
  caFile: string;
  /** `http://127.0.0.1:<port>` */
  http: string;
  close(): Promise<void>;
}

export async function tokenServer(
  options: TokenOptions = {},
  storeOptions: StoreOptions = { memory: true },
): Promise<TokenServer> {
  const store = await openStore(storeOptions);
  let facts: ClockFacts = { offsetMs: 0 };
  const clock = new KmsClock({
    facts: () => facts,
    change: async (change) => {
      facts = change(facts);
    },
  });
  const kms = createKms({ store, clock, identity: { regionId: 'cn-hangzhou', accountId, instanceId: 'kst-test' } });
  const accessKey = await kms.access.accessKeys.first();

  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
  const authority = issueAuthority(validity);
  const certificate = issueServerCertificate(authority, ['127.0.0.1', 'kms.local', 'sts.aliyuncs.com'], validity);
  const directory = mkdtempSync(join(tmpdir(), 'kms-tokens-'));
  const caFile = join(directory, 'ca.pem');
  writeFileSync(caFile, authority.certificatePem);

  const log = (line: string) => {
    throw new Error(line);
  };
  const at = { host: '127.0.0.1', port: 0, log };
  const gateways = await listen(createApp(kms, { log, tokens: options }), { ...at, certificate });
  const endpoints = await listen(createSite([createTokenEndpoints(kms, options)], log), at);
  return {
    kms,
    clock,
    accessKeyId: accessKey.id,
    accessKeySecret: accessKey.secret,
    host: '127.0.0.1',
    port: gateways.port,
    ca: authority.certificatePem,
    caFile,
    http: `http://127.0.0.1:${endpoints.port}`,
    async close() {
      await gateways.close();
      await endpoints.close();
      rmSync(directory, { recursive: true, force: true });
      await store.close();
    },
  };
}
