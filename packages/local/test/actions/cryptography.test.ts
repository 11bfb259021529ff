import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
  verify,
} from 'node:crypto';
import { keySpecs, limits } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActionHarness, base64, codeOf, identity } from './harness.js';

let kms: ActionHarness;
let aes: string;
let sm4: string;
let signing: string;
beforeAll(async () => {
  kms = await ActionHarness.open();
  aes = await kms.newKey();
  sm4 = await kms.newKey({ KeySpec: 'Aliyun_SM4' });
  signing = await kms.newKey({ KeySpec: 'EC_P256' });
});
afterAll(() => kms.close());

const primary = async (KeyId: string): Promise<string> =>
  (await kms.call('DescribeKey', { KeyId })).KeyMetadata.PrimaryKeyVersion;

describe('Encrypt and Decrypt of the public gateway', () => {
  test.each(['Aliyun_AES_256', 'Aliyun_AES_192', 'Aliyun_AES_128', 'Aliyun_SM4'])(
    'work with %s, and the blob is version id, IV, ciphertext and tag',
    async (KeySpec) => {
      const keyId = await kms.newKey({ KeySpec });
      const sealed = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('hello') });
      const blob = Buffer.from(sealed.CiphertextBlob, 'base64');
      expect(blob.subarray(0, 36).toString()).toBe(sealed.KeyVersionId);
      expect(blob).toHaveLength(36 + 12 + base64('hello').length + 16);
      expect(await kms.call('Decrypt', { CiphertextBlob: sealed.CiphertextBlob })).toEqual({
        KeyId: keyId,
        KeyVersionId: await primary(keyId),
        Plaintext: base64('hello'),
      });
    },
  );

  test('answer the text as it was sent, base64 or not', async () => {
    for (const Plaintext of ['no base64 at all, 密钥 & more', 'QQ', 'QQ==']) {
      const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: aes, Plaintext });
      expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe(Plaintext);
    }
  });

  test('need the same encryption context, whatever its order', async () => {
    const sealed = await kms.call('Encrypt', { KeyId: aes, Plaintext: 'x', EncryptionContext: { a: '1', b: '2' } });
    const { CiphertextBlob } = sealed;
    const opened = await kms.call('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2', a: '1' } });
    expect(opened.Plaintext).toBe('x');
    for (const EncryptionContext of [undefined, { a: '1' }, { a: '1', b: '3' }]) {
      expect(await kms.code('Decrypt', { CiphertextBlob, EncryptionContext })).toBe('InvalidParameter');
    }
    const wrongType = kms.call('Encrypt', { KeyId: aes, Plaintext: 'x', EncryptionContext: { a: 1 } });
    await expect(wrongType).rejects.toMatchObject({ message: expect.stringContaining('EncryptionContext') });
  });

  test('take base64 of 6 KB and no more', async () => {
    const largest = randomBytes(limits.plaintextMaxBytes).toString('base64');
    expect(await kms.code('Encrypt', { KeyId: aes, Plaintext: largest })).toBe('ok');
    const tooLarge = { KeyId: aes, Plaintext: `${largest}A` };
    await expect(kms.call('Encrypt', tooLarge)).rejects.toMatchObject({
      message: expect.stringContaining('Plaintext'),
    });
  });

  test('are for symmetric keys', async () => {
    expect(await kms.code('Encrypt', { KeyId: signing, Plaintext: 'x' })).toBe('UnsupportedOperation');
  });

  test('tell an altered or cut ciphertext by one message, and a blob that is none by its name', async () => {
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: aes, Plaintext: 'x' });
    const blob = Buffer.from(CiphertextBlob, 'base64');
    const messages = new Set<string>();
    for (let index = 36; index < blob.length; index += 1) {
      const altered = Buffer.from(blob);
      altered[index] = (altered[index] as number) ^ 1;
      const error = await kms.call('Decrypt', { CiphertextBlob: altered.toString('base64') }).catch(String);
      messages.add(error);
    }
    const cut = blob.subarray(0, -1).toString('base64');
    messages.add(await kms.call('Decrypt', { CiphertextBlob: cut }).catch(String));
    expect(messages.size).toBe(1);
    for (const broken of ['', 'x', '!!!', base64('short')]) {
      const code = await kms.code('Decrypt', { CiphertextBlob: broken });
      expect(code).toBe(broken === '' ? 'MissingParameter' : 'InvalidParameter');
    }
    const unknown = Buffer.concat([Buffer.from('0'.repeat(36)), blob.subarray(36)]).toString('base64');
    expect(await kms.code('Decrypt', { CiphertextBlob: unknown })).toBe('Forbidden.KeyNotFound');
  });

  test('and the instance gateway read the same layout', async () => {
    const sealed = await kms.instance('AdvanceEncrypt', { KeyId: sm4, Plaintext: Buffer.from('x') });
    const blob = Buffer.from(sealed.message.CiphertextBlob);
    expect([...blob.subarray(0, 3)]).toEqual([0x24, 0x00, 0x02]);
    const publicBlob = blob.subarray(3).toString('base64');
    expect((await kms.call('Decrypt', { CiphertextBlob: publicBlob })).Plaintext).toBe('x');
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: aes, Plaintext: 'y' });
    const advance = Buffer.concat([Uint8Array.of(0x24, 0, 2), Buffer.from(CiphertextBlob, 'base64')]);
    const opened = await kms.instance('AdvanceDecrypt', { CiphertextBlob: advance });
    expect(Buffer.from(opened.message.Plaintext).toString()).toBe('y');
  });
});

describe('data keys', () => {
  test.each([
    [{}, 32],
    [{ KeySpec: 'AES_128' }, 16],
    [{ NumberOfBytes: '1024' }, 1024],
    [{ NumberOfBytes: '1', KeySpec: 'AES_256' }, 1],
  ])('with %o have %i bytes, and their blob holds the base64 text', async (parameters, length) => {
    const dataKey = await kms.call('GenerateDataKey', { KeyId: aes, ...parameters });
    expect(Buffer.from(dataKey.Plaintext, 'base64')).toHaveLength(length);
    const opened = await kms.call('Decrypt', { CiphertextBlob: dataKey.CiphertextBlob });
    expect(opened.Plaintext).toBe(dataKey.Plaintext);
  });

  test('of 0 or more than 1024 bytes are refused', async () => {
    for (const NumberOfBytes of ['0', '1025']) {
      expect(await kms.code('GenerateDataKey', { KeyId: aes, NumberOfBytes })).toBe('InvalidParameter');
    }
  });

  test('without plaintext answer the blob alone', async () => {
    const answer = await kms.call('GenerateDataKeyWithoutPlaintext', { KeyId: aes, NumberOfBytes: '24' });
    expect(answer).not.toHaveProperty('Plaintext');
    const { Plaintext } = await kms.call('Decrypt', { CiphertextBlob: answer.CiphertextBlob });
    expect(Buffer.from(Plaintext, 'base64')).toHaveLength(24);
  });

  test('are exported to the owner of a public key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const wrapping = {
      WrappingKeySpec: 'RSA_2048',
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      PublicKeyBlob: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    };
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    const unwrap = (blob: string) => privateDecrypt({ key: privateKey, ...padding }, Buffer.from(blob, 'base64'));
    const made = await kms.call('GenerateAndExportDataKey', { KeyId: aes, ...wrapping });
    const opened = await kms.call('Decrypt', { CiphertextBlob: made.CiphertextBlob });
    expect(unwrap(made.ExportedDataKey).toString('base64')).toBe(opened.Plaintext);
    const exported = await kms.call('ExportDataKey', { CiphertextBlob: made.CiphertextBlob, ...wrapping });
    expect(unwrap(exported.ExportedDataKey).toString('base64')).toBe(opened.Plaintext);
  });
});

describe('ReEncrypt', () => {
  test('moves a ciphertext to another key and context', async () => {
    const source = await kms.call('Encrypt', { KeyId: aes, Plaintext: 'x', EncryptionContext: { a: '1' } });
    const { CiphertextBlob, KeyId } = await kms.call('ReEncrypt', {
      CiphertextBlob: source.CiphertextBlob,
      SourceEncryptionContext: { a: '1' },
      DestinationKeyId: sm4,
      DestinationEncryptionContext: { b: '2' },
    });
    expect(KeyId).toBe(sm4);
    const opened = await kms.call('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2' } });
    expect(opened).toMatchObject({ KeyId: sm4, Plaintext: 'x' });
  });

  test('takes what an asymmetric key encrypted', async () => {
    const KeyId = await kms.newKey({ KeySpec: 'EC_SM2', KeyUsage: 'ENCRYPT/DECRYPT' });
    const KeyVersionId = await primary(KeyId);
    const request = { KeyId, KeyVersionId, Algorithm: 'SM2PKE', Plaintext: base64('data key') };
    const { CiphertextBlob } = await kms.call('AsymmetricEncrypt', request);
    const moved = await kms.call('ReEncrypt', {
      CiphertextBlob,
      SourceKeyId: KeyId,
      SourceKeyVersionId: KeyVersionId,
      SourceEncryptionAlgorithm: 'SM2PKE',
      DestinationKeyId: aes,
    });
    const opened = await kms.call('Decrypt', { CiphertextBlob: moved.CiphertextBlob });
    expect(opened.Plaintext).toBe(base64('data key'));
  });
});

describe('asymmetric keys', () => {
  test('sign a digest by version, after rotation too, as GetPublicKey verifies', async () => {
    const KeyId = await kms.newKey({ KeySpec: 'EC_P256' });
    const KeyVersionId = await primary(KeyId);
    const request = {
      KeyId,
      KeyVersionId,
      Algorithm: 'ECDSA_SHA_256',
      Digest: createHash('sha256').update('pay 10').digest('base64'),
    };
    const { Value } = await kms.call('AsymmetricSign', request);
    kms.advanceDays(7);
    await kms.call('CreateKeyVersion', { KeyId });
    expect(await kms.call('AsymmetricVerify', { ...request, Value })).toEqual({ KeyId, KeyVersionId, Value: true });
    const other = { ...request, Value, KeyVersionId: await primary(KeyId) };
    expect((await kms.call('AsymmetricVerify', other)).Value).toBe(false);
    const { PublicKey } = await kms.call('GetPublicKey', { KeyId, KeyVersionId });
    const signature = Buffer.from(Value, 'base64');
    expect(verify('sha256', Buffer.from('pay 10'), createPublicKey(PublicKey), signature)).toBe(true);
  });

  test('do what they were made for only', async () => {
    const KeyVersionId = await primary(signing);
    const request = { KeyId: signing, KeyVersionId, Algorithm: 'RSAES_OAEP_SHA_256', Plaintext: base64('x') };
    expect(await kms.code('AsymmetricEncrypt', request)).toBe('UnsupportedOperation');
    const symmetric = { ...request, KeyId: aes, KeyVersionId: await primary(aes), Algorithm: 'AES_GCM' };
    expect(await kms.code('AsymmetricEncrypt', symmetric)).toBe('UnsupportedOperation');
    expect(await kms.code('GetPublicKey', { KeyId: aes, KeyVersionId: await primary(aes) })).toBe(
      'UnsupportedOperation',
    );
  });

  test('need a version of their own', async () => {
    const request = { KeyId: signing, Algorithm: 'ECDSA_SHA_256', Digest: randomBytes(32).toString('base64') };
    expect(await kms.code('AsymmetricSign', request)).toBe('MissingParameter');
    // Once used, material of another key is at hand, but must not be found.
    await kms.call('Encrypt', { KeyId: aes, Plaintext: 'x' });
    const foreign = { ...request, KeyVersionId: await primary(aes) };
    expect(await kms.code('AsymmetricSign', foreign)).toBe('Forbidden.ResourceNotFound');
  });
});

test.each(Object.entries(keySpecs).filter(([, facts]) => facts.family === 'hmac'))(
  '%s authenticates a message',
  async (KeySpec) => {
    const KeyId = await kms.newKey({ KeySpec });
    const request = { KeyId, Algorithm: KeySpec, Message: base64('m') };
    const { Mac } = await kms.call('GenerateMac', request);
    expect(await kms.call('VerifyMac', { ...request, Mac })).toEqual({ KeyId, Algorithm: KeySpec, Value: true });
    expect((await kms.call('VerifyMac', { ...request, Message: base64('n'), Mac })).Value).toBe(false);
    const byInstance = await kms.instance('Hmac', { KeyId, Message: Buffer.from('m') });
    expect(Buffer.from(byInstance.message.Signature).toString('base64')).toBe(Mac);
  },
);

describe('the instance gateway', () => {
  const plaintext = Buffer.from('sixteen bytes ok');

  test('serves the keys of its instance only', async () => {
    const { KeyMetadata } = await kms.call('CreateKey', {});
    const code = await codeOf(kms.instance('Encrypt', { KeyId: KeyMetadata.KeyId, Plaintext: plaintext }));
    expect(code).toBe('Forbidden.KeyNotFound');
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: KeyMetadata.KeyId, Plaintext: 'x' });
    const advance = Buffer.concat([Uint8Array.of(0x24, 0, 2), Buffer.from(CiphertextBlob, 'base64')]);
    expect(await codeOf(kms.instance('AdvanceDecrypt', { CiphertextBlob: advance }))).toBe('Forbidden.KeyNotFound');
  });

  test('decrypts with the version of the request header, with and without KeyId', async () => {
    const KeyId = await kms.newKey({ EnableAutomaticRotation: 'true', RotationInterval: '7d' });
    const sealed = await kms.instance('Encrypt', { KeyId, Plaintext: plaintext, Aad: Buffer.from('a') });
    const { CiphertextBlob, Iv } = sealed.message;
    expect(sealed.keyVersionId).toBe(await primary(KeyId));
    kms.advanceDays(7);
    const request = { CiphertextBlob, Iv, Aad: Buffer.from('a') };
    expect(await codeOf(kms.instance('Decrypt', { ...request, KeyId }))).toBe('InvalidParameter');
    for (const names of [{}, { KeyId }]) {
      const opened = await kms.instance('Decrypt', { ...request, ...names }, sealed.keyVersionId);
      expect(Buffer.from(opened.message.Plaintext)).toEqual(plaintext);
      expect(opened).toMatchObject({ keyVersionId: sealed.keyVersionId, message: { KeyId } });
    }
    expect(await codeOf(kms.instance('Decrypt', request))).toBe('MissingParameter');
  });

  test('takes the older field Digest as a digest', async () => {
    const digest = createHash('sha256').update('m').digest();
    const { message } = await kms.instance('Sign', { KeyId: signing, Digest: digest });
    expect(message.MessageType).toBe('DIGEST');
    const request = { KeyId: signing, Message: Buffer.from('m'), Signature: message.Signature };
    expect((await kms.instance('Verify', request)).message).toMatchObject({ Value: true, MessageType: 'RAW' });
  });

  test.each([
    ['GenerateRandom', { Length: 0 }, 'Length'],
    ['GenerateRandom', { Length: 1025 }, 'Length'],
    ['GenerateDataKey', { NumberOfBytes: 0 }, 'NumberOfBytes'],
    ['AdvanceGenerateDataKey', { NumberOfBytes: 1025 }, 'NumberOfBytes'],
    ['GenerateDataKeyPair', { KeyPairSpec: 'RSA_512' }, 'KeyPairSpec'],
    ['AdvanceGenerateDataKeyPair', { KeyPairSpec: 'EC_P256', KeyFormat: 'JWK' }, 'KeyFormat'],
    ['Encrypt', { Plaintext: Buffer.alloc(limits.plaintextMaxBytes + 1) }, 'Plaintext'],
    ['AdvanceEncrypt', { Plaintext: Buffer.alloc(limits.plaintextMaxBytes + 1) }, 'Plaintext'],
    ['AdvanceEncrypt', { Plaintext: plaintext, Algorithm: 'AES_CBC' }, 'Algorithm'],
    ['AdvanceEncrypt', { Plaintext: plaintext, Algorithm: 'SM4_GCM' }, 'Algorithm'],
    ['Encrypt', { Plaintext: plaintext, Algorithm: 'SM4_GCM' }, 'Algorithm'],
    ['AdvanceDecrypt', { CiphertextBlob: Buffer.from('not a blob') }, 'CiphertextBlob'],
  ])('%s with %o is InvalidParameter that names the field', async (api, message, name) => {
    await expect(kms.instance(api, { KeyId: aes, ...message })).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining(name),
    });
  });

  test('reads secrets of its instance only', async () => {
    const value = { SecretData: 's', VersionId: 'v1' };
    await kms.call('CreateSecret', { SecretName: 'out', ...value });
    await kms.call('CreateSecret', {
      SecretName: 'in',
      EncryptionKeyId: aes,
      DKMSInstanceId: identity.instanceId,
      ...value,
    });
    expect(await codeOf(kms.instance('GetSecretValue', { SecretName: 'out' }))).toBe('Forbidden.ResourceNotFound');
    const { message } = await kms.instance('GetSecretValue', { SecretName: 'in' });
    expect(message).toMatchObject({ SecretData: 's', VersionStages: ['ACSCurrent'], SecretType: 'Generic' });
  });
});
