import { createPublicKey } from 'node:crypto';
import { keyPairSpecs, readSm2Spki } from 'alibabacloud-kms-sdk/internal';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, testKey, toHex, unhex } from '../../test/crypto-vectors.js';
import { openssl } from '../../test/openssl.js';
import { generateKeyPair } from './key-pairs.js';
import { openMaterial } from './material.js';
import { checkMaterial } from './material-check.js';
import { publicKeyPem, publicKeySpki } from './public-keys.js';

describe('public keys', () => {
  test.each(keyPairSpecs)('OpenSSL derives the same public key of %s from the private one', async (spec) => {
    const material = testKey(spec);
    const pem = openssl(['pkey', '-inform', 'DER', '-in', '@key', '-pubout'], { key: material.secretBytes });
    expect(await publicKeyPem(material)).toBe(pem.toString());
  });

  test('the published SM2 public key belongs to the published private key', async () => {
    const { privateKey, publicKey } = cryptoVectors<{ privateKey: string; publicKey: string }>('sm2');
    expect(toHex(await publicKeySpki(openMaterial('EC_SM2', unhex(privateKey))))).toBe(publicKey);
    expect(await readSm2Spki(unhex(publicKey))).toBe(publicKey.slice(-130));
  });

  test('a point that is not on the SM2 curve is refused', async () => {
    const { publicKey } = cryptoVectors<{ publicKey: string }>('sm2');
    await expect(readSm2Spki(unhex(`${publicKey.slice(0, -2)}14`))).rejects.toThrow();
  });

  test.each(['Aliyun_AES_256', 'Aliyun_SM4', 'HMAC_SHA_256'] as const)('%s has none', async (spec) => {
    const material = openMaterial(spec, new Uint8Array(32));
    await expect(publicKeyPem(material)).rejects.toMatchObject({ code: 'UnsupportedOperation' });
  });
});

describe('generateKeyPair', () => {
  test.each(['RSA_2048', 'EC_P256', 'EC_P256K', 'EC_SM2'] as const)(
    'makes a pair of %s that OpenSSL reads, in both formats',
    async (spec) => {
      for (const format of ['PEM', 'DER']) {
        const { privateKeyPkcs8, publicKeySpki } = await generateKeyPair(spec, format);
        const key = openssl(['pkey', '-inform', format, '-in', '@key', '-outform', 'DER'], { key: privateKeyPkcs8 });
        const derived = openssl(['pkey', '-inform', format, '-in', '@key', '-pubout', '-outform', format], {
          key: privateKeyPkcs8,
        });
        expect(key.length).toBeGreaterThan(100);
        expect(toHex(publicKeySpki)).toBe(toHex(derived));
        if (format === 'DER') await checkMaterial(spec, privateKeyPkcs8);
      }
    },
  );

  test('answers PEM when no format is asked for', async () => {
    const { publicKeySpki, privateKeyPkcs8 } = await generateKeyPair('EC_P256');
    expect(createPublicKey(Buffer.from(publicKeySpki)).asymmetricKeyDetails).toMatchObject({
      namedCurve: 'prime256v1',
    });
    expect(Buffer.from(privateKeyPkcs8).toString()).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  test('names an unknown spec or format', async () => {
    await expect(generateKeyPair('Aliyun_AES_256')).rejects.toThrow('KeyPairSpec: one of RSA_2048');
    await expect(generateKeyPair('EC_P256', 'JWK')).rejects.toThrow('KeyFormat: one of PEM, DER, not JWK');
  });
});
