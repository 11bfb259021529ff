import { constants, publicEncrypt, randomBytes } from 'node:crypto';
import { type WrappingKeySpec, wrappingAlgorithms } from 'alibabacloud-kms-sdk/internal';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, testKey, testPkcs8, toHex, unhex } from '../../test/crypto-vectors.js';
import { checkWrapping, unwrapMaterial, wrapKey } from './key-wrapping.js';
import { openMaterial } from './material.js';
import { publicKeyPem, publicKeySpki } from './public-keys.js';
import { pkcs1Decrypt } from './rsa.js';

const every = (Object.keys(wrappingAlgorithms) as WrappingKeySpec[]).flatMap((wrappingKeySpec) =>
  wrappingAlgorithms[wrappingKeySpec].map((wrappingAlgorithm) => ({ wrappingKeySpec, wrappingAlgorithm })),
);

describe.each(every)('$wrappingKeySpec $wrappingAlgorithm', ({ wrappingKeySpec, wrappingAlgorithm }) => {
  const wrappingKey = testKey(wrappingKeySpec);
  const options = { wrappingAlgorithm, spec: 'Aliyun_AES_256' } as const;
  const refused = {
    code: 'InvalidParameter',
    message: expect.stringContaining(
      `EncryptedKeyMaterial: it is not material of Aliyun_AES_256 that was encrypted with ${wrappingAlgorithm}`,
    ),
  };

  test('unwraps what was wrapped for its public key, in DER and in PEM', async () => {
    const plaintext = randomBytes(32);
    const pem = await publicKeyPem(wrappingKey);
    for (const publicKey of [await publicKeySpki(wrappingKey), Buffer.from(pem), Buffer.from(pem.trim())]) {
      const encryptedKeyMaterial = await wrapKey({ wrappingKeySpec, wrappingAlgorithm, publicKey, plaintext });
      expect(toHex(await unwrapMaterial(wrappingKey, { ...options, encryptedKeyMaterial }))).toBe(toHex(plaintext));
    }
  });

  test('gives one error for material of the wrong length and for what cannot be decrypted', async () => {
    const publicKey = await publicKeySpki(wrappingKey);
    const short = await wrapKey({ wrappingKeySpec, wrappingAlgorithm, publicKey, plaintext: randomBytes(31) });
    const broken = Uint8Array.from(
      await wrapKey({ wrappingKeySpec, wrappingAlgorithm, publicKey, plaintext: randomBytes(32) }),
    );
    broken[broken.length - 1] = (broken.at(-1) as number) ^ 1;
    for (const encryptedKeyMaterial of [short, broken, new Uint8Array(), randomBytes(256)])
      await expect(unwrapMaterial(wrappingKey, { ...options, encryptedKeyMaterial })).rejects.toMatchObject(refused);
  });

  test('takes no public key of another kind', async () => {
    for (const publicKey of [
      await publicKeySpki(testKey('EC_P256')),
      await publicKeySpki(testKey('RSA_3072')),
      randomBytes(91),
    ])
      await expect(
        wrapKey({ wrappingKeySpec, wrappingAlgorithm, publicKey, plaintext: randomBytes(32) }),
      ).rejects.toThrow(`PublicKeyBlob: not the SubjectPublicKeyInfo, DER or PEM, of a key of ${wrappingKeySpec}`);
  });
});

test('an SM2 private key is imported like any other material', async () => {
  const wrappingKey = testKey('EC_SM2');
  const encryptedKeyMaterial = await wrapKey({
    wrappingKeySpec: 'EC_SM2',
    wrappingAlgorithm: 'SM2PKE',
    publicKey: await publicKeySpki(wrappingKey),
    plaintext: testPkcs8('EC_SM2'),
  });
  const options = { wrappingAlgorithm: 'SM2PKE', spec: 'EC_SM2', encryptedKeyMaterial } as const;
  expect(toHex(await unwrapMaterial(wrappingKey, options))).toBe(toHex(testPkcs8('EC_SM2')));
});

test('a data key that does not fit says how long it may be', async () => {
  const wrapping = { wrappingKeySpec: 'RSA_2048', publicKey: await publicKeySpki(testKey('RSA_2048')) };
  const long = { ...wrapping, plaintext: randomBytes(256) };
  for (const [wrappingAlgorithm, maxBytes] of [
    ['RSAES_OAEP_SHA_256', 190],
    ['RSAES_OAEP_SHA_1', 214],
    ['RSAES_PKCS1_V1_5', 245],
  ] as const)
    await expect(wrapKey({ ...long, wrappingAlgorithm })).rejects.toThrow(`at most ${maxBytes} bytes`);
});

test('a spec and an algorithm that do not go together are named', () => {
  const check = (wrappingKeySpec: string, wrappingAlgorithm: string) => () =>
    checkWrapping({ wrappingKeySpec, wrappingAlgorithm });
  expect(check('RSA_4096', 'SM2PKE')).toThrow('WrappingKeySpec: RSA_2048 or EC_SM2, not RSA_4096');
  expect(check('EC_SM2', 'RSAES_OAEP_SHA_1')).toThrow('WrappingAlgorithm: EC_SM2 has SM2PKE, not RSAES_OAEP_SHA_1');
  expect(check('RSA_2048', 'SM2PKE')).toThrow('WrappingAlgorithm: RSA_2048 has');
});

describe('PKCS#1 v1.5 decryption', () => {
  const { pkcs1Encryption } = cryptoVectors<{
    pkcs1Encryption: { privateKey: string; plaintext: string; ciphertext: string }[];
  }>('rsa');

  test.each(pkcs1Encryption)('is as published', ({ privateKey, plaintext, ciphertext }) => {
    const key = openMaterial('RSA_2048', unhex(privateKey)).privateKey;
    expect(toHex(pkcs1Decrypt(key, unhex(ciphertext)) as Uint8Array)).toBe(plaintext);
  });

  const { publicKey, privateKey } = testKey('RSA_2048');
  const filled = (prefix: string, tail: string): Uint8Array =>
    unhex(`${prefix}${'5a'.repeat(256 - (prefix.length + tail.length) / 2)}${tail}`);

  test.each([
    ['the first byte is not 0', '01025a', '00aa', undefined],
    ['the block type is not 2', '00015a', '00aa', undefined],
    ['nothing ends the padding', '0002', '', undefined],
    ['the padding has 7 bytes', '00025a5a5a5a5a5a5a00', '', undefined],
    ['the padding has 8 bytes', '00025a5a5a5a5a5a5a5a00', '', '5a'.repeat(245)],
    ['all is padding', '0002', '00', ''],
  ])('when %s', (_, prefix, tail, expected) => {
    const ciphertext = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, filled(prefix, tail));
    const plaintext = pkcs1Decrypt(privateKey, ciphertext);
    expect(plaintext && toHex(plaintext)).toBe(expected);
  });
});
