import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { KmsConfigurationError, KmsServiceError } from '../errors.js';
import type { GetParametersForImportRequest, ImportKeyMaterialRequest } from './generated/key-material.js';
import type { DescribeKeyResponse } from './generated/keys.js';
import { type ImportKeyRequest, importKey } from './import-key.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
const answer = { requestId: 'r', $metadata: { status: 200, attempts: 1, headers: {} } };

/** A KMS with one key. */
function kmsWith({
  keySpec = 'Aliyun_AES_256',
  origin = 'EXTERNAL',
  describeFails = undefined as Error | undefined,
} = {}) {
  const calls: { asked: GetParametersForImportRequest[]; imported: ImportKeyMaterialRequest[] } = {
    asked: [],
    imported: [],
  };
  const client = {
    async describeKey() {
      if (describeFails) throw describeFails;
      return { ...answer, keyMetadata: { keyId: 'key-1', keySpec, origin } } as DescribeKeyResponse;
    },
    async getParametersForImport(request: GetParametersForImportRequest) {
      calls.asked.push(request);
      return { ...answer, keyId: 'key-1', publicKey: spki, importToken: 'token', tokenExpireTime: new Date() };
    },
    async importKeyMaterial(request: ImportKeyMaterialRequest) {
      calls.imported.push(request);
      return answer;
    },
  };
  return { client, ...calls };
}

const denied = new KmsServiceError('Forbidden.NoPermission', { status: 403, serviceMessage: 'no' });

describe('importKey', () => {
  test.each([
    ['RSAES_OAEP_SHA_256', { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }],
    ['RSAES_OAEP_SHA_1', { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }],
  ])('wraps with %s', async (wrappingAlgorithm, padding) => {
    const { client, asked, imported } = kmsWith();
    const material = randomBytes(32);
    const expiresAt = new Date(Date.now() + 3_600_500);
    await importKey(client, { keyId: 'alias/a', material, wrappingAlgorithm, expiresAt });
    expect(asked).toEqual([{ keyId: 'alias/a', wrappingAlgorithm, wrappingKeySpec: 'RSA_2048' }]);
    expect(imported).toMatchObject([
      { keyId: 'alias/a', importToken: 'token', keyMaterialExpireUnix: Math.floor(expiresAt.getTime() / 1000) },
    ]);
    const wrapped = imported[0]?.encryptedKeyMaterial as Uint8Array;
    expect(privateDecrypt({ key: privateKey, ...padding }, wrapped)).toEqual(material);
  });

  test('uses RSAES_OAEP_SHA_256 and lets the material live for ever unless told otherwise', async () => {
    const { client, asked, imported } = kmsWith();
    await importKey(client, { keyId: 'key-1', material: randomBytes(32) });
    expect(asked).toMatchObject([{ wrappingAlgorithm: 'RSAES_OAEP_SHA_256' }]);
    expect(imported).toMatchObject([{ keyMaterialExpireUnix: 0 }]);
  });

  test.each([
    ['Aliyun_AES_128', 16],
    ['Aliyun_AES_192', 24],
    ['Aliyun_SM4', 16],
    ['HMAC_SHA_512', 64],
  ])('a key of %s takes %i bytes only', async (keySpec, length) => {
    const { client, imported } = kmsWith({ keySpec });
    await importKey(client, { keyId: 'key-1', material: randomBytes(length) });
    expect(imported).toHaveLength(1);
    const wrong = importKey(client, { keyId: 'key-1', material: randomBytes(length + 1) });
    await expect(wrong).rejects.toThrow(`material has ${length + 1} bytes; a key of ${keySpec} has ${length}`);
    expect(imported).toHaveLength(1);
  });

  test('material that is too long for the wrapping algorithm is refused', async () => {
    const { client, imported } = kmsWith({ keySpec: 'RSA_2048' });
    await expect(importKey(client, { keyId: 'key-1', material: randomBytes(191) })).rejects.toThrow(
      'material has 191 bytes; RSAES_OAEP_SHA_256 can wrap 0 to 190',
    );
    expect(imported).toEqual([]);
  });

  test('a key whose material KMS made is refused before anything is wrapped', async () => {
    const { client, asked } = kmsWith({ origin: 'Aliyun_KMS' });
    await expect(importKey(client, { keyId: 'key-1', material: randomBytes(32) })).rejects.toThrow('origin EXTERNAL');
    expect(asked).toEqual([]);
  });

  test('who may not look at the key can import all the same; other errors come out', async () => {
    const { client, imported } = kmsWith({ describeFails: denied });
    await importKey(client, { keyId: 'key-1', material: randomBytes(32) });
    expect(imported).toHaveLength(1);
    const gone = new KmsServiceError('Forbidden.KeyNotFound', { status: 404, serviceMessage: 'gone' });
    const { client: missing } = kmsWith({ describeFails: gone });
    await expect(importKey(missing, { keyId: 'key-1', material: randomBytes(32) })).rejects.toBe(gone);
  });

  test.each<[object, string]>([
    [{ material: 'text' }, 'material must be a Uint8Array'],
    [{ wrappingAlgorithm: 'ROT13' }, 'wrappingAlgorithm must be one of RSAES_OAEP_SHA_256'],
    [{ expiresAt: new Date(0) }, 'expiresAt must be a Date in the future'],
    [{ expiresAt: new Date(Number.NaN) }, 'expiresAt must be a Date in the future'],
    [{ expiresAt: 2_000_000_000 }, 'expiresAt must be a Date in the future'],
    [{ expireAt: new Date() }, 'did you mean expiresAt?'],
  ])('%o is refused, and nothing of the material is shown', async (fields, message) => {
    const { client, asked } = kmsWith();
    const material = Buffer.from('~material in the clear~');
    const request = { keyId: 'key-1', material, ...fields } as ImportKeyRequest;
    const error = await importKey(client, request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KmsConfigurationError);
    expect(error).toMatchObject({ code: 'Request.Invalid', message: expect.stringContaining(message) });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/in the clear|7e6d6174/);
    expect(asked).toEqual([]);
  });
});
