import { createPublicKey, verify as verifyHere } from 'node:crypto';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;
const keys: Record<string, string> = {};

async function createKey(name: string, keySpec: string, keyUsage?: string): Promise<void> {
  const { keyMetadata } = await client.createKey({ keySpec, keyUsage, dkmsInstanceId: kms.instanceId });
  keys[name] = keyMetadata.keyId;
}
const key = (name: string): string => keys[name] as string;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
  await Promise.all([
    createKey('AES_256', 'Aliyun_AES_256'),
    createKey('AES_192', 'Aliyun_AES_192'),
    createKey('AES_128', 'Aliyun_AES_128'),
    createKey('SM4', 'Aliyun_SM4'),
    createKey('RSA to encrypt', 'RSA_2048', 'ENCRYPT/DECRYPT'),
    createKey('RSA to sign', 'RSA_2048', 'SIGN/VERIFY'),
    createKey('P-256', 'EC_P256'),
    createKey('secp256k1', 'EC_P256K'),
    createKey('SM2 to encrypt', 'EC_SM2', 'ENCRYPT/DECRYPT'),
    createKey('SM2 to sign', 'EC_SM2', 'SIGN/VERIFY'),
  ]);
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

describe('Encrypt and Decrypt', () => {
  const cases: [keyName: string, algorithm: string, paddingMode?: string][] = [
    ['AES_256', 'AES_GCM'],
    ['AES_256', 'AES_GCM', 'NO_PADDING'],
    ['AES_256', 'AES_CBC', 'PKCS7_PADDING'],
    ['AES_256', 'AES_CBC', 'NO_PADDING'],
    ['AES_256', 'AES_ECB', 'PKCS7_PADDING'],
    ['AES_192', 'AES_GCM'],
    ['AES_128', 'AES_GCM'],
    ['SM4', 'SM4_GCM'],
    ['SM4', 'SM4_GCM', 'NO_PADDING'],
    ['SM4', 'SM4_CBC', 'PKCS7_PADDING'],
    ['SM4', 'SM4_ECB', 'PKCS7_PADDING'],
    ['RSA to encrypt', 'RSAES_OAEP_SHA_256'],
    ['RSA to encrypt', 'RSAES_OAEP_SHA_1'],
    ['SM2 to encrypt', 'SM2PKE'],
  ];
  test.each(cases)('%s with %s %s', async (keyName, algorithm, paddingMode) => {
    const plaintext = Buffer.from('sixteen bytes ok');
    const sealed = await client.encrypt({ keyId: key(keyName), plaintext, algorithm, paddingMode });
    expect(sealed).toMatchObject({ keyId: key(keyName), algorithm, requestId: expect.any(String) });
    expect(sealed.keyVersionId).toHaveLength(36);
    const opened = await client.decrypt({
      keyId: key(keyName),
      ciphertextBlob: sealed.ciphertextBlob,
      algorithm,
      iv: sealed.iv,
      paddingMode,
    });
    expect(opened.plaintext).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(opened.plaintext)).toEqual(plaintext);
  });

  test('the aad must be the same bytes at decryption', async () => {
    const sealed = await client.encrypt({ keyId: key('AES_256'), plaintext: 'x', aad: 'tenant-1' });
    const request = { keyId: key('AES_256'), ciphertextBlob: sealed.ciphertextBlob, iv: sealed.iv };
    const opened = await client.decrypt({ ...request, aad: Buffer.from('tenant-1') });
    expect(Buffer.from(opened.plaintext).toString()).toBe('x');
    await expect(client.decrypt({ ...request, aad: 'tenant-2' })).rejects.toBeInstanceOf(KmsServiceError);
    await expect(client.decrypt(request)).rejects.toBeInstanceOf(KmsServiceError);
  });
});

describe('AdvanceEncrypt and AdvanceDecrypt', () => {
  test('the blob carries key version, algorithm and IV', async () => {
    const sealed = await client.advanceEncrypt({ keyId: key('AES_256'), plaintext: 'hello', aad: 'a' });
    const blob = Buffer.from(sealed.ciphertextBlob);
    expect(blob.subarray(0, 3).toString('hex')).toBe('240002');
    expect(blob.subarray(3, 39).toString()).toBe(sealed.keyVersionId);
    expect(blob.length).toBe(3 + 36 + 12 + 5 + 16);
    const opened = await client.advanceDecrypt({ ciphertextBlob: blob, aad: 'a' });
    expect(Buffer.from(opened.plaintext).toString()).toBe('hello');
    expect(opened).toMatchObject({ keyId: key('AES_256'), keyVersionId: sealed.keyVersionId });
  });

  test('a truncated or foreign blob is refused without saying why it does not open', async () => {
    const { ciphertextBlob } = await client.advanceEncrypt({ keyId: key('AES_256'), plaintext: 'hello' });
    const flipped = Uint8Array.from(ciphertextBlob);
    flipped[flipped.length - 1] = (flipped.at(-1) as number) ^ 1;
    const messages = new Set<string>();
    for (const blob of [flipped, ciphertextBlob.subarray(0, ciphertextBlob.length - 1)]) {
      const error = await client.advanceDecrypt({ ciphertextBlob: blob }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(KmsServiceError);
      messages.add((error as KmsServiceError).serviceMessage);
    }
    expect(messages.size).toBe(1);
  });
});

describe('Sign and Verify', () => {
  test.each([
    ['RSA to sign', 'RSA_PSS_SHA_256'],
    ['RSA to sign', 'RSA_PKCS1_SHA_256'],
    ['P-256', 'ECDSA_SHA_256'],
    ['secp256k1', 'ECDSA_SHA_256'],
    ['SM2 to sign', 'SM2DSA'],
  ])('%s with %s verifies its own message only', async (keyName, algorithm) => {
    const keyId = key(keyName);
    const { signature } = await client.sign({ keyId, message: 'pay 10', messageType: 'RAW', algorithm });
    const good = await client.verify({ keyId, message: 'pay 10', signature, algorithm });
    const other = await client.verify({ keyId, message: 'pay 11', signature, algorithm });
    expect([good.value, other.value]).toEqual([true, false]);
  });

  test('a DIGEST and its RAW message are the same signature subject', async () => {
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update('pay 10').digest();
    const keyId = key('P-256');
    const { signature } = await client.sign({ keyId, message: digest, messageType: 'DIGEST' });
    expect((await client.verify({ keyId, message: 'pay 10', signature })).value).toBe(true);
    const { publicKey } = await client.getPublicKey({ keyId });
    expect(verifyHere('sha256', Buffer.from('pay 10'), createPublicKey(publicKey), signature)).toBe(true);
  });
});

describe('data keys', () => {
  test('GenerateDataKey opens with Decrypt', async () => {
    const dataKey = await client.generateDataKey({ keyId: key('AES_256'), numberOfBytes: 48, aad: 'f' });
    expect(dataKey.plaintext).toHaveLength(48);
    const opened = await client.decrypt({
      keyId: key('AES_256'),
      ciphertextBlob: dataKey.ciphertextBlob,
      iv: dataKey.iv,
      aad: 'f',
    });
    expect(opened.plaintext).toEqual(dataKey.plaintext);
  });

  test('AdvanceGenerateDataKey opens with AdvanceDecrypt', async () => {
    const dataKey = await client.advanceGenerateDataKey({ keyId: key('SM4'), numberOfBytes: 16 });
    const opened = await client.advanceDecrypt({ ciphertextBlob: dataKey.ciphertextBlob });
    expect(opened.plaintext).toEqual(dataKey.plaintext);
  });

  test.each(['RSA_2048', 'EC_P256', 'EC_P256K', 'EC_SM2'])('key pairs of %s open with Decrypt', async (keyPairSpec) => {
    const request = { keyId: key('AES_256'), keyPairSpec, keyFormat: 'DER' };
    const pair = await client.generateDataKeyPair(request);
    const opened = await client.decrypt({
      keyId: key('AES_256'),
      ciphertextBlob: pair.privateKeyCiphertextBlob,
      iv: pair.iv,
    });
    expect(opened.plaintext).toEqual(pair.privateKeyPlaintext);
    expect(pair).toMatchObject({ keyPairSpec, keyId: key('AES_256') });
    expect(pair.publicKey.length).toBeGreaterThan(64);
    const sealedOnly = await client.generateDataKeyPairWithoutPlaintext(request);
    expect(sealedOnly).not.toHaveProperty('privateKeyPlaintext');
  });

  test('the Advance key pairs open with AdvanceDecrypt', async () => {
    const request = { keyId: key('AES_256'), keyPairSpec: 'EC_P256', keyFormat: 'PEM', aad: 'p' };
    const pair = await client.advanceGenerateDataKeyPair(request);
    const opened = await client.advanceDecrypt({ ciphertextBlob: pair.privateKeyCiphertextBlob, aad: 'p' });
    expect(Buffer.from(opened.plaintext).toString()).toContain('BEGIN');
    expect(opened.plaintext).toEqual(pair.privateKeyPlaintext);
    const sealedOnly = await client.advanceGenerateDataKeyPairWithoutPlaintext(request);
    await client.advanceDecrypt({ ciphertextBlob: sealedOnly.privateKeyCiphertextBlob, aad: 'p' });
  });
});

test('GenerateRandom gives as many bytes as asked for, others each time', async () => {
  const [one, two] = await Promise.all([client.generateRandom({ length: 64 }), client.generateRandom({ length: 64 })]);
  expect(one.random).toHaveLength(64);
  expect(one.random).not.toEqual(two.random);
});

test('GetSecretValue reads current and former versions on the instance gateway', async () => {
  await client.createSecret({
    secretName: 'app/db',
    secretData: 'first',
    versionId: 'v1',
    encryptionKeyId: key('AES_256'),
    dkmsInstanceId: kms.instanceId,
  });
  await client.putSecretValue({ secretName: 'app/db', secretData: 'second', versionId: 'v2' });
  const current = await client.getSecretValue({ secretName: 'app/db' });
  expect(current).toMatchObject({ secretData: 'second', versionId: 'v2', secretType: 'Generic' });
  expect(current.versionStages).toContain('ACSCurrent');
  expect(current.createTime).toBeInstanceOf(Date);
  const former = await client.getSecretValue({ secretName: 'app/db', versionId: 'v1' });
  expect(former.secretData).toBe('first');
});

test('an answer carries its request id, and the headers that were asked for', async () => {
  const answer = await client.encrypt(
    { keyId: key('AES_256'), plaintext: 'x' },
    { responseHeaders: ['X-Kms-MigrationKeyVersionId'] },
  );
  expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.$metadata).toMatchObject({ status: 200, attempts: 1 });
  expect(answer.$metadata.headers['x-kms-migrationkeyversionid']).toBe(answer.keyVersionId);
});

test('an error says which API, endpoint and request it was, and what to do', async () => {
  const error = await client.encrypt({ keyId: 'key-missing', plaintext: 'x' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KmsServiceError);
  expect(error).toMatchObject({
    code: 'Forbidden.KeyNotFound',
    status: 404,
    api: 'Encrypt',
    endpoint: `${kms.host}:${kms.port}`,
    attempts: 1,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    advice: expect.stringContaining('This instance has no '),
  });
});
