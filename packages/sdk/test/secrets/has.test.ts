import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms({ seed: { secrets: [{ name: 'app/db', versions: [{ id: 'v1', data: 's3cret' }] }] } });
  client = new Client({ publicConfig: kms.clientConfig().publicConfig });
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

test('has tells what get can give out without waiting for KMS, and asks nobody', async () => {
  const secrets = new SecretCache({ client, clock: kms.clock, ttlMs: 60_000, staleIfErrorMs: 3_600_000 });
  expect(secrets.has('app/db')).toBe(false);
  expect(secrets.stats().entries).toBe(0);
  await secrets.get('app/db');
  expect(secrets.has('app/db')).toBe(true);
  expect(secrets.has('app/db', { stage: 'ACSPrevious' })).toBe(false);
  expect(secrets.has('app/db', { versionId: 'v1' })).toBe(false);
  await kms.clock.advance({ minutes: 30 });
  expect(secrets.has('app/db')).toBe(true);
  await kms.clock.advance({ minutes: 60 });
  expect(secrets.has('app/db')).toBe(false);
  expect(secrets.stats().refreshes).toBe(1);
  expect(() => secrets.has('app/db', { stage: 'a', versionId: 'b' })).toThrow('give stage or versionId, not both');
  await secrets.close();
});
