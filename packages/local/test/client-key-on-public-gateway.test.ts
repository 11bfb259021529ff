import { sign } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../src/start.js';
import { send } from './support/send.js';
import { acs3Request, openClientKey, rpcRequest } from './support/signed-requests.js';

const secretUser = 'RbacPermission/Template/CryptoServiceSecretUser';
type ClientKey = ReturnType<typeof openClientKey>;
type Changes = Record<string, string | undefined>;

let kms: LocalKms;
let clientKey: ClientKey;

beforeAll(async () => {
  kms = await startLocalKms({
    names: ['kms.local'],
    seed: {
      secrets: [
        { name: 'app/db', versions: [{ id: 'v1', data: 's3cret' }] },
        { name: 'app/other', versions: [{ id: 'v1', data: 'other' }] },
      ],
      access: {
        policies: [{ name: 'app', permissions: [secretUser], resources: ['secret/app/db'] }],
        accessPoints: [{ name: 'app', policies: ['app'] }],
      },
    },
  });
  const password = 'pass-word-1';
  const made = acs3Request(kms, 'CreateClientKey', { AapName: 'app', Password: password });
  const { ClientKeyId: KeyId, PrivateKeyData } = JSON.parse((await send(kms, made)).body.toString());
  clientKey = openClientKey({
    clientKeyContent: JSON.stringify({ KeyId, PrivateKeyData }),
    clientKeyPassword: password,
  });
});
afterAll(() => kms.close());

/** Signed as the official cache of secrets does that is given a client key. */
const signed = (api: string, parameters: Record<string, string>, changes?: Changes, key = clientKey, sent?: Changes) =>
  rpcRequest({ accessKeyId: key.keyId, accessKeySecret: '' }, api, parameters, {
    signed: { SignatureMethod: 'SHA256withRSA', SignatureType: 'PRIVATEKEY', ...changes },
    sent,
    sign: (stringToSign) => sign('sha256', Buffer.from(stringToSign), key.privateKey).toString('base64'),
  });

async function outcome(request: ReturnType<typeof signed>): Promise<string> {
  const { Code, SecretData } = JSON.parse((await send(kms, request)).body.toString());
  return Code ?? SecretData;
}

const secretName = { SecretName: 'app/db' };

test('a client key reads on the public gateway the secrets that its policies allow', async () => {
  expect(await outcome(signed('GetSecretValue', secretName))).toBe('s3cret');
  expect(await outcome(signed('GetSecretValue', { SecretName: 'app/other' }))).toBe('Forbidden.NoPermission');
  expect(await outcome(signed('GetSecretValue', { SecretName: 'none' }))).toBe('Forbidden.NoPermission');
});

test('a client key that may not read a secret learns why, and not whether the secret is there', async () => {
  const details = ['app/other', 'none'].map(async (SecretName) => {
    const { body } = await send(kms, signed('GetSecretValue', { SecretName }));
    return JSON.parse(body.toString()).AccessDeniedDetail;
  });
  const [other, none] = await Promise.all(details);
  expect(other).toMatchObject({
    AuthAction: 'kms:GetSecretValue',
    NoPermissionType: 'ImplicitDeny',
    AuthPrincipalType: 'ClientKey',
    AuthPrincipalDisplayName: clientKey.keyId,
  });
  expect(none).toEqual(other);
});

test('it can do nothing else there', async () => {
  const { keyId, privateKey } = openClientKey(kms);
  for (const api of ['ListKeys', 'ListSecrets', 'CreateKey', 'BatchGetSecretValue']) {
    expect(await outcome(signed(api, {}, {}, { keyId, privateKey }))).toBe('Forbidden.NoPermission');
  }
  const sts = signed('GetCallerIdentity', {}, { Version: '2015-04-01' });
  expect(await outcome(sts)).toBe('Forbidden.NoPermission');
});

test.each<[title: string, code: string, changes: Changes, sent?: Changes]>([
  ['of a client key that does not exist', 'InvalidAccessKeyId.NotFound', { AccessKeyId: 'KAAP.none' }],
  ['whose secret was changed', 'SignatureDoesNotMatch', {}, { SecretName: 'app/other' }],
  ['whose signature is none', 'SignatureDoesNotMatch', {}, { Signature: 'bm9uZQ==' }],
  ['of another type', 'InvalidParameter', { SignatureType: undefined }],
  ['of another method', 'InvalidParameter', { SignatureMethod: 'SHA1withRSA' }],
  ['that is old', 'InvalidTimeStamp.Expired', { Timestamp: '2020-01-01T00:00:00Z' }],
])('a request %s is refused', async (_title, code, changes, sent) => {
  expect(await outcome(signed('GetSecretValue', secretName, changes, clientKey, sent))).toBe(code);
});

test('a signature counts once, and only that of the very client key', async () => {
  const request = signed('GetSecretValue', secretName);
  expect([await outcome(request), await outcome(request)]).toEqual(['s3cret', 'SignatureNonceUsed']);
  const { privateKey } = openClientKey(kms);
  const other = signed('GetSecretValue', secretName, {}, { keyId: clientKey.keyId, privateKey });
  expect(await outcome(other)).toBe('SignatureDoesNotMatch');
});

test('past its dates it is refused', async () => {
  await kms.clock.advance({ days: limits.clientKeyValidityDays + 1 });
  expect(await outcome(signed('GetSecretValue', secretName))).toBe('Forbidden.NoPermission');
});
