import { createRequire } from 'node:module';
import { Config } from '@alicloud/rpc-client';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { seenByKms10Program } from '../strangers/kms-1.0-program.expected.js';

const { kms10Program } = createRequire(import.meta.url)('../strangers/kms-1.0-program.cjs');

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('a program for version 1.2.0 of the KMS 1.0 client sees the same with a TransferClient, API by API', async () => {
  const { publicConfig } = kms.clientConfig();
  const { accessKeyId, accessKeySecret, endpoint, regionId } = publicConfig;
  const config = Object.assign(new Config({ accessKeyId, accessKeySecret, endpoint, regionId }), { ca: kms.ca });
  await using client = new TransferClient({ config, apiGeneration: 1 });
  expect(await kms10Program(client, kms.regionId)).toEqual(seenByKms10Program);
});
