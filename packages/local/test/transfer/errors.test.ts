import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { makeThings, type Things, transferConfigs } from './things.js';

let kms: LocalKms;
let things: Things;
let client: TransferClient;
beforeAll(async () => {
  kms = await startLocalKms();
  things = await makeThings(kms);
  client = new TransferClient(transferConfigs(kms));
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const base64 = Buffer.from('x').toString('base64');
const blob48 = Buffer.alloc(48, 'a').toString('base64');
const missing = (name: string) => ['MissingParameter', `The parameter ${name} needed but no provided.`];
const invalid = (name: string) => ['InvalidParameter', `The parameter  ${name}  is invalid.`];

type Call = [what: string, call: (client: TransferClient) => Promise<unknown>, expected: string[]];

test.each<Call>([
  ['encrypt without key', (c) => c.encrypt({ plaintext: 'x' }), missing('KeyId')],
  ['encrypt without plaintext', (c) => c.encrypt({ keyId: 'k' }), missing('Plaintext')],
  ['encrypt nothing', (c) => c.encrypt({ keyId: 'k', plaintext: '' }), missing('Plaintext')],
  ['encrypt a number', (c) => c.encrypt({ keyId: 'k', plaintext: 5 as never }), invalid('Plaintext')],
  [
    'a context of numbers',
    (c) => c.encrypt({ keyId: 'k', plaintext: 'x', encryptionContext: { a: 1 } }),
    invalid('EncryptionContext'),
  ],
  [
    'a context that is no JSON',
    (c) => c.encrypt({ keyId: 'k', plaintext: 'x', encryptionContext: '{' }),
    invalid('EncryptionContext'),
  ],
  ['decrypt nothing', (c) => c.decrypt({}), missing('CiphertextBlob')],
  ['decrypt a head without a body', (c) => c.decrypt({ ciphertextBlob: blob48 }), invalid('CiphertextBlob')],
  ['decrypt what is no base64', (c) => c.decrypt({ ciphertextBlob: `${blob48}-` }), invalid('CiphertextBlob')],
  ['a data key without key', (c) => c.generateDataKey({}), missing('KeyId')],
  [
    'a data key of an unknown spec',
    (c) => c.generateDataKeyWithoutPlaintext({ keyId: 'k', keySpec: 'AES_512' }),
    ['InvalidParam', 'The specified parameter KeySpec is not valid.'],
  ],
  ['a data key of -1 bytes', (c) => c.generateDataKey({ keyId: 'k', numberOfBytes: -1 }), invalid('NumberOfBytes')],
  ['asymmetricEncrypt without plaintext', (c) => c.asymmetricEncrypt({ keyId: 'k' }), missing('Plaintext')],
  ['asymmetricDecrypt without ciphertext', (c) => c.asymmetricDecrypt({ keyId: 'k' }), missing('CiphertextBlob')],
  ['asymmetricSign without digest', (c) => c.asymmetricSign({ keyId: 'k' }), missing('Digest')],
  ['asymmetricSign of no base64', (c) => c.asymmetricSign({ keyId: 'k', digest: 'häsh' }), invalid('Digest')],
  ['asymmetricVerify without value', (c) => c.asymmetricVerify({ keyId: 'k', digest: base64 }), missing('Value')],
  ['getPublicKey without key', (c) => c.getPublicKey({}), missing('KeyId')],
  ['getSecretValue without name', (c) => c.getSecretValue({}), missing('SecretName')],
])('%s is refused in the words of KMS 1.0, and not sent', async (_, call, [code, serviceMessage]) => {
  kms.clearRequests();
  await expect(call(client)).rejects.toMatchObject({
    name: 'KmsTransferError',
    code,
    serviceMessage,
    statusCode: 400,
    message: `${code}: code: 400, ${serviceMessage}`,
  });
  expect(kms.requests()).toEqual([]);
});

test('an instance cannot try a call out: DryRun is refused, and possible at the public gateway', async () => {
  const request = { keyId: things.keyId, plaintext: 'x', dryRun: true };
  kms.clearRequests();
  await expect(client.encrypt(request)).rejects.toMatchObject({
    code: 'UnsupportedOperation',
    advice: expect.stringContaining('DryRun'),
  });
  expect(kms.requests()).toEqual([]);
  const tried = client.encryptWithOptions(request, { isUseKmsShareGateway: true });
  await expect(tried).rejects.toMatchObject({ code: 'DryRunOperationError' });
});

const words = {
  Unauthorized: ['InvalidAccessKeyId.NotFound', 'The Access Key ID provided does not exist in our records.'],
  'Forbidden.KeyNotFound': ['Forbidden.KeyNotFound', 'The specified Key is not found.'],
  'Forbidden.NoPermission': ['Forbidden.NoPermission', 'This operation is forbidden by permission system.'],
  InternalFailure: ['InternalFailure', 'Internal Failure'],
  'Rejected.Throttling': ['Rejected.Throttling', 'QPS Limit Exceeded'],
  'Rejected.Disabled': ['Rejected.Disabled', 'in other words'],
};

test.each(Object.entries(words))('the instance says %s, the program sees %j', async (code, [seen, serviceMessage]) => {
  const rule = await kms.faults.add({ api: 'AdvanceEncrypt', code, message: 'in other words', times: 1 });
  const call = client.encryptWithOptions({ keyId: things.keyId, plaintext: 'x' }, { autoretry: false });
  const error = await call.catch((reason) => reason);
  expect(error).toMatchObject({ name: 'KmsTransferError', code: seen, serviceMessage, data: { Code: seen } });
  expect(error.message).toBe(`${seen}: code: ${error.status}, ${serviceMessage} request id: ${error.requestId}`);
  expect(rule).toBeDefined();
});

test('an error of the public gateway has the body of the answer, and what it says of a refusal', async () => {
  const { config } = transferConfigs(kms);
  const account = { Principal: { RAM: [`acs:ram::${kms.accountId}:*`] }, Resource: ['*'] };
  const policy = { Version: '1', Statement: [{ ...account, Effect: 'Allow', Action: ['kms:CreateKey'] }] };
  for (const apiGeneration of [1, 3] as const) {
    await using shared = new TransferClient({ config, apiGeneration });
    const created = (await shared.callApi({ action: 'CreateKey' }, { query: { Policy: JSON.stringify(policy) } })).body;
    const { KeyId } = created.KeyMetadata as { KeyId: string };
    const error = await shared.callApi({ action: 'DescribeKey' }, { query: { KeyId } }).catch((reason) => reason);
    const detail = expect.objectContaining({ AuthAction: 'kms:DescribeKey', NoPermissionType: 'ImplicitDeny' });
    expect(error.data).toEqual({
      HttpStatus: 403,
      Code: 'Forbidden.ProhibitedByKeyPolicy',
      Message: 'This operation is forbidden by the key policy.',
      RequestId: error.requestId,
      HostId: `${kms.host}:${kms.port}`,
      Recommend: expect.stringContaining(error.requestId),
      AccessDeniedDetail: detail,
    });
    expect(error).toMatchObject({ accessDeniedDetail: detail, statusCode: 403 });
    expect(error.description).toBeUndefined();
  }
});

test('a host that does not resolve is SDK.ServerUnreachable, a silent one SDK.ReadTimeout', async () => {
  const { kmsConfig } = transferConfigs(kms);
  await using nowhere = new TransferClient({ kmsConfig: { ...kmsConfig, endpoint: 'kst-none.invalid' } });
  const unreachable = await nowhere.encrypt({ keyId: 'k', plaintext: 'x' }).catch((reason) => reason);
  expect(unreachable).toMatchObject({
    name: 'KmsConnectionError',
    code: 'SDK.ServerUnreachable',
    api: 'AdvanceEncrypt',
  });

  await kms.faults.add({ api: 'AdvanceEncrypt', delayMs: 60_000, times: 1 });
  const runtime = { readTimeout: 200, autoretry: false };
  const silent = client.encryptWithOptions({ keyId: things.keyId, plaintext: 'x' }, runtime);
  await expect(silent).rejects.toMatchObject({ name: 'KmsTimeoutError', code: 'SDK.ReadTimeout', timeoutMs: 200 });
});

test('a field that is mistyped is refused by its name', async () => {
  const request = { keyId: things.keyId, plaintxt: 'x' } as object;
  await expect(client.encrypt(request)).rejects.toMatchObject({
    code: 'Request.Invalid',
    message: 'Encrypt: plaintxt is not a field of this request; did you mean plaintext?',
  });
});
