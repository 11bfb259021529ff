import { decodeInstanceError, decodeMessage, type MessageName } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instanceHandlers } from '../src/handlers/instance-handlers.js';
import { type LocalKms, startLocalKms } from '../src/start.js';
import { send } from './support/send.js';
import { acs3Request, instanceRequest, openClientKey } from './support/signed-requests.js';

type ClientKey = ReturnType<typeof openClientKey>;
type Message = Record<string, unknown>;

const keyUser = 'RbacPermission/Template/CryptoServiceKeyUser';
const secretUser = 'RbacPermission/Template/CryptoServiceSecretUser';
const versionHeader = 'x-kms-migrationkeyversionid';

let kms: LocalKms;
/** May use everything. */
let first: ClientKey;
/** A request of each API that is answered when it is allowed, with the request header that it needs. */
let requests: Record<string, { message: Message; keyVersionId?: string }>;
let advanceBlob: Uint8Array;

async function manage(action: string, parameters: Record<string, string>): Promise<Record<string, never>> {
  const { status, body } = await send(kms, acs3Request(kms, action, parameters, { signed: { host: kms.host } }));
  const answer = JSON.parse(body.toString());
  expect([action, status, answer.Code]).toEqual([action, 200, undefined]);
  return answer;
}

async function newKey(spec: string, usage: string): Promise<string> {
  const answer = await manage('CreateKey', { KeySpec: spec, KeyUsage: usage, DKMSInstanceId: kms.instanceId });
  return (answer as unknown as { KeyMetadata: { KeyId: string } }).KeyMetadata.KeyId;
}

const call = (clientKey: ClientKey, api: string, message: Message, keyVersionId?: string) =>
  send(kms, instanceRequest(clientKey, api, message, { signed: { [versionHeader]: keyVersionId } }));

async function answer(api: string, message: Message): Promise<Message> {
  const { status, body } = await call(first, api, message);
  expect([api, status]).toEqual([api, 200]);
  return decodeMessage(`${api}Response` as MessageName, body);
}

/** `ok`, or status and code of the refusal. */
async function outcome(clientKey: ClientKey, api: string, message: Message, keyVersionId?: string): Promise<string> {
  const { status, body } = await call(clientKey, api, message, keyVersionId);
  return status === 200 ? 'ok' : `${status} ${decodeInstanceError(body)?.code}`;
}

const refused = '403 Forbidden.NoPermission';
let count = 0;

/** A client key of a new access point with one policy, or none. */
async function newClientKey(policy?: { Permissions: string[]; Resources: string[] }): Promise<ClientKey> {
  count += 1;
  const Name = `access-${count}`;
  if (policy) {
    const [Permissions, Resources] = [JSON.stringify(policy.Permissions), JSON.stringify(policy.Resources)];
    await manage('CreatePolicy', { Name, Permissions, Resources, KmsInstance: kms.instanceId });
  }
  await manage('CreateApplicationAccessPoint', { Name, Policies: JSON.stringify(policy ? [Name] : []) });
  const clientKeyPassword = 'pass-word-1';
  const { ClientKeyId: KeyId, PrivateKeyData } = await manage('CreateClientKey', {
    AapName: Name,
    Password: clientKeyPassword,
  });
  return openClientKey({ clientKeyContent: JSON.stringify({ KeyId, PrivateKeyData }), clientKeyPassword });
}

beforeAll(async () => {
  kms = await startLocalKms();
  first = openClientKey(kms);
  const symmetric = await newKey('Aliyun_AES_256', 'ENCRYPT/DECRYPT');
  const signing = await newKey('EC_P256', 'SIGN/VERIFY');
  const mac = await newKey('HMAC_SHA_256', 'GENERATE/VERIFY_MAC');
  const secret = { SecretName: 'app/db', SecretData: 's3cret', VersionId: 'v1', EncryptionKeyId: symmetric };
  await manage('CreateSecret', { ...secret, DKMSInstanceId: kms.instanceId });

  const Plaintext = Buffer.from('hello');
  const encrypted = await call(first, 'Encrypt', { KeyId: symmetric, Plaintext });
  const ciphertext = decodeMessage('EncryptResponse', encrypted.body) as { CiphertextBlob: Buffer; Iv: Buffer };
  const advance = await answer('AdvanceEncrypt', { KeyId: symmetric, Plaintext });
  advanceBlob = advance.CiphertextBlob as Uint8Array;
  const { Signature } = await answer('Sign', { KeyId: signing, Message: Plaintext });
  const pair = { KeyId: symmetric, KeyPairSpec: 'EC_P256' };
  requests = {
    // Neither names its key: the blob does, and the header.
    AdvanceDecrypt: { message: { CiphertextBlob: advance.CiphertextBlob } },
    Decrypt: { message: { ...ciphertext, KeyId: '' }, keyVersionId: encrypted.headers[versionHeader] as string },
    AdvanceEncrypt: { message: { KeyId: symmetric, Plaintext } },
    AdvanceGenerateDataKey: { message: { KeyId: symmetric, NumberOfBytes: 16 } },
    AdvanceGenerateDataKeyPair: { message: pair },
    AdvanceGenerateDataKeyPairWithoutPlaintext: { message: pair },
    Encrypt: { message: { KeyId: symmetric, Plaintext } },
    GenerateDataKey: { message: { KeyId: symmetric, NumberOfBytes: 16 } },
    GenerateDataKeyPair: { message: pair },
    GenerateDataKeyPairWithoutPlaintext: { message: pair },
    GenerateRandom: { message: { Length: 16 } },
    GetPublicKey: { message: { KeyId: signing } },
    GetSecretValue: { message: { SecretName: 'app/db' } },
    Hmac: { message: { KeyId: mac, Message: Plaintext } },
    Sign: { message: { KeyId: signing, Message: Plaintext } },
    Verify: { message: { KeyId: signing, Message: Plaintext, Signature } },
  };
});
afterAll(() => kms.close());

test('there is a request for every API of the instance gateway', () => {
  expect(Object.keys(requests).sort()).toEqual(Object.keys(instanceHandlers).sort());
});

describe.each(Object.keys(instanceHandlers))('%s', (api) => {
  let unpermitted: ClientKey;
  let elsewhere: ClientKey;
  let wrongKind: ClientKey;
  beforeAll(async () => {
    [unpermitted, elsewhere, wrongKind] = await clients();
  });
  const ask = (clientKey: ClientKey) =>
    outcome(clientKey, api, requests[api]?.message ?? {}, requests[api]?.keyVersionId);

  test('is answered to a client key that may use everything', async () => expect(await ask(first)).toBe('ok'));

  test('is refused to a client key without a policy', async () => expect(await ask(unpermitted)).toBe(refused));

  test('is refused to a client key whose policy lists other keys and secrets', async () =>
    expect(await ask(elsewhere)).toBe(api === 'GenerateRandom' ? 'ok' : refused));

  test('needs the permission for keys, and reading secrets the one for secrets', async () =>
    expect(await ask(wrongKind)).toBe(api === 'GetSecretValue' ? 'ok' : refused));
});

let made: Promise<[ClientKey, ClientKey, ClientKey]> | undefined;
function clients(): Promise<[ClientKey, ClientKey, ClientKey]> {
  made ??= Promise.all([
    newClientKey(),
    newClientKey({ Permissions: [keyUser, secretUser], Resources: ['key/key-other', 'secret/other'] }),
    newClientKey({ Permissions: [secretUser], Resources: ['key/*', 'secret/*'] }),
  ]);
  return made;
}

test('who may not use everything does not learn what exists', async () => {
  const [, elsewhere] = await clients();
  const Plaintext = Buffer.from('x');
  for (const KeyId of ['key-missing', 'alias/missing', `acs:kms:${kms.regionId}:${kms.accountId}:key/key-missing`]) {
    expect(await outcome(elsewhere, 'AdvanceEncrypt', { KeyId, Plaintext })).toBe(refused);
    expect(await outcome(first, 'AdvanceEncrypt', { KeyId, Plaintext })).toMatch(
      /^404 Forbidden\.(Key|Alias)NotFound$/,
    );
  }
  const blob = Buffer.from(advanceBlob);
  blob.write('00000000-0000-4000-8000-000000000000', 3);
  expect(await outcome(elsewhere, 'AdvanceDecrypt', { CiphertextBlob: blob })).toBe(refused);
  expect(await outcome(first, 'AdvanceDecrypt', { CiphertextBlob: blob })).toBe('404 Forbidden.KeyNotFound');
  expect(await outcome(elsewhere, 'GetSecretValue', { SecretName: 'missing' })).toBe(refused);
  expect(await outcome(first, 'GetSecretValue', { SecretName: 'missing' })).toBe('404 Forbidden.ResourceNotFound');
});

test('a resource of its own policy that does not exist is said not to exist', async () => {
  const [, elsewhere] = await clients();
  const message = { KeyId: 'key-other', Plaintext: Buffer.from('x') };
  expect(await outcome(elsewhere, 'AdvanceEncrypt', message)).toBe('404 Forbidden.KeyNotFound');
});
