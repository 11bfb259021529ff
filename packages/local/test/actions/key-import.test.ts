import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionHarness, base64, dayMs } from './harness.js';

let kms: ActionHarness;
let keyId: string;
beforeEach(async () => {
  kms = await ActionHarness.open();
  keyId = await kms.newKey({ Origin: 'EXTERNAL' });
});
afterEach(() => kms.close());

const parameters = (KeyId: string) =>
  kms.call('GetParametersForImport', { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' });

function wrap(publicKey: string, material: Uint8Array): string {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  return publicEncrypt({ key, ...padding }, material).toString('base64');
}

async function importMaterial(KeyId: string, material: Uint8Array, KeyMaterialExpireUnix = '0') {
  const { PublicKey, ImportToken } = await parameters(KeyId);
  const EncryptedKeyMaterial = wrap(PublicKey, material);
  return kms.call('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, KeyMaterialExpireUnix });
}

test('a key of origin EXTERNAL waits for its material and then works', async () => {
  expect(await kms.state(keyId)).toBe('PendingImport');
  expect(await kms.code('Encrypt', { KeyId: keyId, Plaintext: 'x' })).toBe('Rejected.PendingImport');
  await importMaterial(keyId, randomBytes(32));
  expect(await kms.state(keyId)).toBe('Enabled');
  expect(await kms.code('Encrypt', { KeyId: keyId, Plaintext: 'x' })).toBe('ok');
});

test('after DeleteKeyMaterial only the same material can be imported again, and old ciphertexts open', async () => {
  const material = randomBytes(32);
  await importMaterial(keyId, material);
  const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: keyId, Plaintext: 'x' });
  await kms.call('DeleteKeyMaterial', { KeyId: keyId });
  expect(await kms.state(keyId)).toBe('PendingImport');
  expect(await kms.code('Decrypt', { CiphertextBlob })).toBe('Rejected.PendingImport');
  await expect(importMaterial(keyId, randomBytes(32))).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining('same material'),
  });
  await importMaterial(keyId, material);
  expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe('x');
});

test('material that expires leaves the key PendingImport, in lists too', async () => {
  const expiresAt = kms.now() + dayMs;
  await importMaterial(keyId, randomBytes(32), String(expiresAt / 1000));
  const { KeyMetadata } = await kms.call('DescribeKey', { KeyId: keyId });
  expect(KeyMetadata.MaterialExpireTime).toBe('2026-01-02T00:00:00Z');
  kms.advanceMs(dayMs - 1);
  expect(await kms.state(keyId)).toBe('Enabled');
  kms.advanceMs(1);
  const Filters = '[{"Key":"KeyState","Values":["PendingImport"]}]';
  expect((await kms.call('ListKeys', { Filters })).TotalCount).toBe(1);
  expect(await kms.code('Encrypt', { KeyId: keyId, Plaintext: 'x' })).toBe('Rejected.PendingImport');
});

test('a key without material that was to be deleted comes back as PendingImport', async () => {
  await kms.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '7' });
  await kms.call('CancelKeyDeletion', { KeyId: keyId });
  expect(await kms.state(keyId)).toBe('PendingImport');
});

test('public key and token are for one key, belong together, and last 24 hours', async () => {
  const other = await kms.newKey({ Origin: 'EXTERNAL' });
  const [one, two] = [await parameters(keyId), await parameters(keyId)];
  expect(one.TokenExpireTime).toBe('2026-01-02T00:00:00Z');
  const request = {
    KeyId: keyId,
    ImportToken: one.ImportToken,
    EncryptedKeyMaterial: wrap(one.PublicKey, randomBytes(32)),
    KeyMaterialExpireUnix: '0',
  };
  const cases = {
    ImportToken: [{ KeyId: other }, { ImportToken: base64('made up') }],
    EncryptedKeyMaterial: [
      { ImportToken: two.ImportToken },
      { EncryptedKeyMaterial: wrap(one.PublicKey, randomBytes(31)) },
      { EncryptedKeyMaterial: base64('x') },
    ],
    KeyMaterialExpireUnix: [{ KeyMaterialExpireUnix: String(kms.now() / 1000) }],
  };
  for (const [name, changes] of Object.entries(cases)) {
    for (const change of changes) {
      await expect(kms.call('ImportKeyMaterial', { ...request, ...change })).rejects.toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining(name),
      });
    }
  }
  kms.advanceDays(1);
  await expect(kms.call('ImportKeyMaterial', request)).rejects.toMatchObject({
    message: expect.stringContaining('expired'),
  });
});

test('keys with material made by KMS take none from outside', async () => {
  const own = await kms.newKey();
  await expect(parameters(own)).rejects.toMatchObject({ code: 'UnsupportedOperation' });
  expect(await kms.code('DeleteKeyMaterial', { KeyId: own })).toBe('UnsupportedOperation');
});
