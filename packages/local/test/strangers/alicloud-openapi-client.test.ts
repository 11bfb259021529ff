import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { runStranger } from './run-stranger.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('the generic OpenAPI client for Node.js calls by callApi, with ACS3, parameters in query or form', async () => {
  expect(await runStranger('./alicloud-openapi-client.cjs', kms)).toEqual({
    Description: "from a stranger & 密钥 *~'()",
    decrypted: 'hello through callApi',
    listed: true,
    requestId: 'string',
    tags: [
      ['a', 'b+c'],
      ['team', 'orders'],
    ],
    wrongTag: 'InvalidParameter',
    read: ['value & 密'],
    errors: ['Forbidden.ResourceNotFound'],
    unknownKey: {
      code: 'Forbidden.KeyNotFound',
      message: expect.stringContaining('code: 404, The specified Key is not found.'),
    },
    missing: { code: 'MissingParameter', message: expect.stringContaining('KeyId') },
    unknownApi: 'InvalidAction.NotFound',
  });
});
