import { type KeySpec, keySpecs, wrappingAlgorithms } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrapKey } from '../../src/keys/key-wrapping.js';
import { generateMaterial } from '../../src/keys/material.js';
import { ActionHarness, base64 } from './harness.js';

let kms: ActionHarness;
beforeAll(async () => {
  kms = await ActionHarness.open();
});
afterAll(() => kms.close());

const wrappings = Object.entries(wrappingAlgorithms).flatMap(([wrappingKeySpec, algorithms]) =>
  algorithms.map((wrappingAlgorithm) => ({ wrappingKeySpec, wrappingAlgorithm })),
);
const specs = Object.keys(keySpecs) as KeySpec[];
const importable = specs.filter((spec) => keySpecs[spec].family !== 'rsa');

async function importMaterial(KeyId: string, material: Uint8Array, wrapping: (typeof wrappings)[number]) {
  const { PublicKey, ImportToken } = await kms.call('GetParametersForImport', {
    KeyId,
    WrappingKeySpec: wrapping.wrappingKeySpec,
    WrappingAlgorithm: wrapping.wrappingAlgorithm,
  });
  const wrapped = await wrapKey({ ...wrapping, publicKey: Buffer.from(PublicKey, 'base64'), plaintext: material });
  const EncryptedKeyMaterial = Buffer.from(wrapped).toString('base64');
  await kms.call('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, KeyMaterialExpireUnix: '0' });
}

test.each(wrappings)('material wrapped with $wrappingAlgorithm makes a key work', async (wrapping) => {
  const KeyId = await kms.newKey({ Origin: 'EXTERNAL' });
  await importMaterial(KeyId, await generateMaterial('Aliyun_AES_256'), wrapping);
  const { CiphertextBlob } = await kms.call('Encrypt', { KeyId, Plaintext: base64('text') });
  expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe(base64('text'));
});

test.each(importable)('a key of %s takes material from outside', async (spec) => {
  const [wrapping] = wrappings as [(typeof wrappings)[number]];
  const keyId = await kms.newKey({ KeySpec: spec, Origin: 'EXTERNAL' });
  await expect(importMaterial(keyId, Buffer.from('too short'), wrapping)).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining('EncryptedKeyMaterial'),
  });
  expect(await kms.state(keyId)).toBe('PendingImport');
  await importMaterial(keyId, await generateMaterial(spec), wrapping);
  expect(await kms.state(keyId)).toBe('Enabled');
});

test.each(specs.filter((spec) => !importable.includes(spec)))('a key of %s takes none', async (KeySpec) => {
  await expect(kms.call('CreateKey', { KeySpec, Origin: 'EXTERNAL' })).rejects.toMatchObject({
    code: 'UnsupportedOperation',
    message: expect.stringContaining(KeySpec),
  });
});
