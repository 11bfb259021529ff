import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import expected from './alicloud-openapi-client.expected.json' with { type: 'json' };
import { matching } from './matching.js';
import { runStranger } from './run-stranger.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('the generic OpenAPI client for Node.js calls by callApi, with ACS3, parameters in query or form', async () => {
  expect(await runStranger('./alicloud-openapi-client.cjs', kms)).toEqual(matching(expected));
});
