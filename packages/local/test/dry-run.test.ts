import { decodeOpenApiError } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from './support/server.js';
import { acs3Request } from './support/signed-requests.js';

let parts: TestApp;
let keyId: string;
beforeAll(async () => {
  parts = await testApp();
  keyId = await newKey();
});
afterAll(() => parts.store.close());

const call = (action: string, parameters: Record<string, string>) =>
  parts.app.handle({ ...acs3Request(parts, action, parameters), remoteAddress: '127.0.0.1' });

async function newKey(parameters: Record<string, string> = {}): Promise<string> {
  const { body } = await call('CreateKey', parameters);
  return JSON.parse(Buffer.from(body).toString()).KeyMetadata.KeyId;
}

async function refusal(parameters: Record<string, string>) {
  const { status, body } = await call('Encrypt', { Plaintext: 'x', ...parameters });
  return { ...decodeOpenApiError(body), status };
}

test('a dry run fails with DryRunOperationError when the call would have succeeded', async () => {
  expect(await refusal({ KeyId: keyId, DryRun: 'True' })).toMatchObject({ code: 'DryRunOperationError', status: 400 });
  expect((await call('Encrypt', { KeyId: keyId, Plaintext: 'x', DryRun: 'false' })).status).toBe(200);
});

test.each([
  ['an unknown key', () => ({ KeyId: 'key-none' }), 'Forbidden.KeyNotFound'],
  ['a parameter left out', () => ({}), 'MissingParameter: The parameter KeyId needed'],
  ['a parameter that is wrong', () => ({ KeyId: keyId, EncryptionContext: '[]' }), 'EncryptionContext'],
])('a dry run with %s fails with ValidationError, and says why', async (_what, parameters, why) => {
  expect(await refusal({ ...parameters(), DryRun: 'true' })).toMatchObject({
    code: 'ValidationError',
    message: expect.stringContaining(why),
    status: 400,
  });
});

test('a dry run of a call that a policy forbids fails with AccessDeniedError', async () => {
  const Principal = { RAM: [`acs:ram::${parts.kms.identity.accountId}:*`] };
  const statement = { Effect: 'Allow', Principal, Action: ['kms:Describe*'], Resource: ['*'] };
  const KeyId = await newKey({ Policy: JSON.stringify({ Version: '1', Statement: [statement] }) });
  expect(await refusal({ KeyId, DryRun: 'true' })).toMatchObject({ code: 'AccessDeniedError', status: 403 });
});
