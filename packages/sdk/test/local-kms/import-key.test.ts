import { generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openssl } from '../support/openssl.js';

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

async function externalKey(keySpec: string, keyUsage?: string): Promise<string> {
  const { keyMetadata } = await client.createKey({
    keySpec,
    keyUsage,
    origin: 'EXTERNAL',
    dkmsInstanceId: kms.instanceId,
  });
  return keyMetadata.keyId;
}

test.each(['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'RSAES_PKCS1_V1_5', 'SM2PKE'])(
  'material wrapped with %s arrives as it was: two keys that have it open each other’s ciphertexts',
  async (wrappingAlgorithm) => {
    const material = randomBytes(16);
    const [one, two] = [await externalKey('Aliyun_AES_128'), await externalKey('Aliyun_AES_128')];
    await client.importKey({ keyId: one, material, wrappingAlgorithm });
    await client.importKey({ keyId: two, material });
    const sealed = await client.encrypt({ keyId: one, plaintext: 'hello', aad: 'a' });
    const { ciphertextBlob, iv } = sealed;
    const { plaintext } = await client.decrypt({ keyId: two, ciphertextBlob, iv, aad: 'a' });
    expect(Buffer.from(plaintext).toString()).toBe('hello');
  },
);

test('a private key signs what its public half verifies', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyId = await externalKey('EC_P256', 'SIGN/VERIFY');
  await client.importKey({ keyId, material: privateKey.export({ type: 'pkcs8', format: 'der' }) });
  const { signature } = await client.sign({ keyId, message: 'pay 10' });
  expect(verify('sha256', Buffer.from('pay 10'), publicKey, signature)).toBe(true);
});

describe.each([
  ['EC_P256', 'prime256v1'],
  ['EC_P256K', 'secp256k1'],
  ['EC_SM2', 'SM2'],
])('a private key of %s', (keySpec, curve) => {
  const sec1 = openssl(['ecparam', '-genkey', '-name', curve], {});
  const files = { 'k.pem': sec1 };
  const forms = {
    'SEC1 in PEM, as openssl ecparam writes it': sec1.toString(),
    'the bytes of that file': new Uint8Array(sec1),
    'SEC1 in DER': new Uint8Array(openssl(['ec', '-in', '@k.pem', '-outform', 'DER'], files)),
    'PKCS#8 in PEM': openssl(['pkcs8', '-topk8', '-nocrypt', '-in', '@k.pem'], files).toString(),
    'PKCS#8 in DER': new Uint8Array(
      openssl(['pkcs8', '-topk8', '-nocrypt', '-in', '@k.pem', '-outform', 'DER'], files),
    ),
  };
  const expected = openssl(['pkey', '-in', '@k.pem', '-pubout'], files).toString();

  test.each(Object.entries(forms))('is imported from %s', async (_, material) => {
    const keyId = await externalKey(keySpec, 'SIGN/VERIFY');
    await client.importKey({ keyId, material });
    expect((await client.publicKey(keyId)).toPem()).toBe(expected);
  });

  test('of another curve, or encrypted, is refused with the reason', async () => {
    const other = openssl(['ecparam', '-genkey', '-name', curve === 'secp256k1' ? 'prime256v1' : 'secp256k1'], {});
    const keyId = await externalKey(keySpec, 'SIGN/VERIFY');
    const call = client.importKey({ keyId, material: other.toString() });
    await expect(call).rejects.toMatchObject({
      code: 'Request.Invalid',
      message: expect.stringContaining('another curve'),
    });
    const encrypted = openssl(['pkcs8', '-topk8', '-in', '@k.pem', '-passout', 'pass:secret'], files).toString();
    await expect(client.importKey({ keyId, material: encrypted })).rejects.toThrow('material is encrypted');
    await expect(client.importKey({ keyId, material: '-----BEGIN NOTHING-----' })).rejects.toThrow('there is no block');
  });
});

test('a waiter sees the key come to life, and its material ends when it should', async () => {
  const keyId = await externalKey('Aliyun_AES_256');
  const alive = client.waitUntilKeyState({ keyId, state: 'Enabled' }, { intervalMs: 5, timeoutMs: 10_000 });
  const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
  await client.importKey({ keyId, material: randomBytes(32), expiresAt });
  expect((await alive).keyMetadata).toMatchObject({ keyState: 'Enabled', materialExpireTime: expiresAt });
});

test('other material than before is refused by KMS', async () => {
  const keyId = await externalKey('Aliyun_AES_256');
  await client.importKey({ keyId, material: randomBytes(32) });
  await expect(client.importKey({ keyId, material: randomBytes(32) })).rejects.toMatchObject({
    code: 'InvalidParameter',
    api: 'ImportKeyMaterial',
  });
});

test('a key that is gone is not waited for', async () => {
  const wait = client.waitUntilKeyState({ keyId: 'key-missing', state: 'Enabled' });
  await expect(wait).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
});

test('a secret that nobody deleted is not waited for; one that is gone is gone', async () => {
  await client.createSecret({ secretName: 'waits', secretData: 's', versionId: 'v1' });
  const wait = () => client.waitUntilSecretDeleted({ secretName: 'waits' }, { intervalMs: 5 });
  await expect(wait()).rejects.toMatchObject({ code: 'State.Unreachable' });
  await client.deleteSecret({ secretName: 'waits', forceDeleteWithoutRecovery: true });
  await expect(wait()).resolves.toBeUndefined();
});

test('a version is waited for until it is current', async () => {
  await client.createSecret({ secretName: 'turns', secretData: 's', versionId: 'v1' });
  const wait = client.waitUntilSecretRotated({ secretName: 'turns', versionId: 'v2' }, { intervalMs: 5 });
  await client.putSecretValue({ secretName: 'turns', secretData: 't', versionId: 'v2' });
  expect(await wait).toMatchObject({ versionId: 'v2', versionStages: ['ACSCurrent'] });
});
