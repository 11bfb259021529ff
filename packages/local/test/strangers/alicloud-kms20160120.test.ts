import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { seenByKms10Program } from './kms-1.0-program.expected.js';
import { runStranger } from './run-stranger.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('the official KMS 1.0 client for Node.js finds each of its APIs', async () => {
  expect(await runStranger('./alicloud-kms20160120.cjs', kms)).toEqual(seenByKms10Program);
});
