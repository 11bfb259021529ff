import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('the official KMS 1.0 client for Node.js creates, describes, lists, encrypts and decrypts', async () => {
  const program = fileURLToPath(new URL('./alicloud-kms20160120.cjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: kms.caFile,
      ENDPOINT: `${kms.host}:${kms.port}`,
      ACCESS_KEY_ID: kms.accessKeyId,
      ACCESS_KEY_SECRET: kms.accessKeySecret,
      REGION_ID: kms.regionId,
    },
  });
  expect(JSON.parse(stdout)).toEqual({
    keyId: expect.any(String),
    description: 'made by a stranger & 密钥 *~',
    keyState: 'Enabled',
    decrypted: 'hello from KMS 1.0',
    dataKeyOpens: true,
    listed: true,
    refusal: {
      code: 'Forbidden.KeyNotFoundError',
      message: expect.stringContaining('code: 404, The specified Key is not found.'),
    },
  });
});
