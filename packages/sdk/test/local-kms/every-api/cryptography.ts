import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import { base64, type Cases, call, type World } from './cases.js';

const plaintext = 'to be kept';
const encryptionContext = { tenant: '42' };
const EncryptionContext = '{"tenant":"42"}';
const anyBytes = expect.any(Uint8Array);
const digest = createHash('sha256').update('message').digest();
const oaep = 'RSAES_OAEP_SHA_256';
const signing = 'ECDSA_SHA_256';
const mac = 'HMAC_SHA_256';

const rsaKey = (world: World) => world.key({ keySpec: 'RSA_2048', keyUsage: 'ENCRYPT/DECRYPT' });
const macKey = (world: World) => world.key({ keySpec: mac, keyUsage: 'GENERATE/VERIFY_MAC' });

/** The receiver of an exported data key. */
function receiver() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyBlob = publicKey.export({ type: 'spki', format: 'der' });
  return {
    request: { publicKeyBlob, wrappingAlgorithm: oaep, wrappingKeySpec: 'RSA_2048' } as const,
    sends: { PublicKeyBlob: base64(publicKeyBlob), WrappingAlgorithm: oaep, WrappingKeySpec: 'RSA_2048' },
  };
}

export const cryptographyCases: Cases = {
  Encrypt: async (world) => {
    const { keyId } = await world.key();
    return call(
      'encrypt',
      { keyId, plaintext, encryptionContext },
      { KeyId: keyId, Plaintext: base64(plaintext), EncryptionContext },
      { answers: { keyId, ciphertextBlob: anyBytes } },
    );
  },
  Decrypt: async (world) => {
    const { keyId } = await world.key();
    const { ciphertextBlob } = await world.client.encrypt({ keyId, plaintext, encryptionContext });
    const sends = { CiphertextBlob: base64(ciphertextBlob), EncryptionContext };
    return [
      call('decrypt', { ciphertextBlob, encryptionContext }, sends, {
        answers: { keyId, plaintext: new Uint8Array(Buffer.from(plaintext)) },
      }),
      call(
        'decrypt',
        { ciphertextBlob, encryptionContext, recipient: 'enclave' },
        { ...sends, Recipient: 'enclave' },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  ReEncrypt: async (world) => {
    const [source, destination] = [await world.key(), await world.key()];
    const { ciphertextBlob } = await world.client.encrypt({ keyId: source.keyId, plaintext, encryptionContext });
    const rsa = await rsaKey(world);
    const asymmetric = await world.client.asymmetricEncrypt({ ...rsa, algorithm: oaep, plaintext });
    return [
      call(
        'reEncrypt',
        {
          ciphertextBlob,
          sourceEncryptionContext: encryptionContext,
          destinationKeyId: destination.keyId,
          destinationEncryptionContext: { tenant: '43' },
        },
        {
          CiphertextBlob: base64(ciphertextBlob),
          SourceEncryptionContext: EncryptionContext,
          DestinationKeyId: destination.keyId,
          DestinationEncryptionContext: '{"tenant":"43"}',
        },
        { answers: { keyId: destination.keyId } },
      ),
      call(
        'reEncrypt',
        {
          ciphertextBlob: asymmetric.ciphertextBlob,
          sourceKeyId: rsa.keyId,
          sourceKeyVersionId: rsa.keyVersionId,
          sourceEncryptionAlgorithm: oaep,
          destinationKeyId: destination.keyId,
        },
        {
          CiphertextBlob: base64(asymmetric.ciphertextBlob),
          SourceKeyId: rsa.keyId,
          SourceKeyVersionId: rsa.keyVersionId,
          SourceEncryptionAlgorithm: oaep,
          DestinationKeyId: destination.keyId,
        },
        { answers: { keyId: destination.keyId } },
      ),
    ];
  },
  GenerateDataKey: async (world) => {
    const { keyId } = await world.key();
    return [
      call(
        'generateDataKey',
        { keyId, numberOfBytes: 16, encryptionContext },
        { KeyId: keyId, NumberOfBytes: '16', EncryptionContext },
        { answers: { keyId, plaintext: anyBytes, ciphertextBlob: anyBytes } },
      ),
      call(
        'generateDataKey',
        { keyId, numberOfBytes: 16, recipient: 'enclave' },
        { KeyId: keyId, NumberOfBytes: '16', Recipient: 'enclave' },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  GenerateDataKeyWithoutPlaintext: async (world) => {
    const { keyId } = await world.key();
    const answers = { keyId, ciphertextBlob: anyBytes };
    return [
      call(
        'generateDataKeyWithoutPlaintext',
        { keyId, numberOfBytes: 32, encryptionContext },
        { KeyId: keyId, NumberOfBytes: '32', EncryptionContext },
        { answers },
      ),
      call(
        'generateDataKeyWithoutPlaintext',
        { keyId, keySpec: 'AES_256' },
        { KeyId: keyId, KeySpec: 'AES_256' },
        { answers },
      ),
    ];
  },
  ExportDataKey: async (world) => {
    const { keyId } = await world.key();
    const { ciphertextBlob } = await world.client.generateDataKeyWithoutPlaintext({ keyId, encryptionContext });
    const to = receiver();
    return call(
      'exportDataKey',
      { ciphertextBlob, encryptionContext, ...to.request },
      { CiphertextBlob: base64(ciphertextBlob), EncryptionContext, ...to.sends },
      { answers: { keyId, exportedDataKey: anyBytes } },
    );
  },
  GenerateAndExportDataKey: async (world) => {
    const { keyId } = await world.key();
    const to = receiver();
    const answers = { keyId, exportedDataKey: anyBytes, ciphertextBlob: anyBytes };
    return [
      call(
        'generateAndExportDataKey',
        { keyId, numberOfBytes: 32, encryptionContext, ...to.request },
        { KeyId: keyId, NumberOfBytes: '32', EncryptionContext, ...to.sends },
        { answers },
      ),
      call(
        'generateAndExportDataKey',
        { keyId, keySpec: 'AES_256', ...to.request },
        { KeyId: keyId, KeySpec: 'AES_256', ...to.sends },
        { answers },
      ),
    ];
  },
  AsymmetricEncrypt: async (world) => {
    const { keyId, keyVersionId } = await rsaKey(world);
    return call(
      'asymmetricEncrypt',
      { keyId, keyVersionId, algorithm: oaep, plaintext },
      { KeyId: keyId, KeyVersionId: keyVersionId, Algorithm: oaep, Plaintext: base64(plaintext) },
      { answers: { keyId, keyVersionId, ciphertextBlob: anyBytes } },
    );
  },
  AsymmetricDecrypt: async (world) => {
    const key = { ...(await rsaKey(world)), algorithm: oaep } as const;
    const { ciphertextBlob } = await world.client.asymmetricEncrypt({ ...key, plaintext });
    const named = { KeyId: key.keyId, KeyVersionId: key.keyVersionId, Algorithm: oaep };
    const sends = { ...named, CiphertextBlob: base64(ciphertextBlob) };
    return [
      call('asymmetricDecrypt', { ...key, ciphertextBlob }, sends, {
        answers: { plaintext: new Uint8Array(Buffer.from(plaintext)) },
      }),
      call(
        'asymmetricDecrypt',
        { ...key, ciphertextBlob, recipient: 'enclave' },
        { ...sends, Recipient: 'enclave' },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  AsymmetricSign: async (world) => {
    const { keyId, keyVersionId } = await world.key({ keySpec: 'EC_P256' });
    return call(
      'asymmetricSign',
      { keyId, keyVersionId, algorithm: signing, digest },
      { KeyId: keyId, KeyVersionId: keyVersionId, Algorithm: signing, Digest: base64(digest) },
      { answers: { keyId, keyVersionId, value: anyBytes } },
    );
  },
  AsymmetricVerify: async (world) => {
    const key = { ...(await world.key({ keySpec: 'EC_P256' })), algorithm: signing } as const;
    const { value } = await world.client.asymmetricSign({ ...key, digest });
    return call(
      'asymmetricVerify',
      { ...key, digest, value },
      {
        KeyId: key.keyId,
        KeyVersionId: key.keyVersionId,
        Algorithm: signing,
        Digest: base64(digest),
        Value: base64(value),
      },
      { answers: { value: true } },
    );
  },
  GetPublicKey: async (world) => {
    const { keyId, keyVersionId } = await world.key({ keySpec: 'EC_P256' });
    return call(
      'getPublicKey',
      { keyId, keyVersionId },
      { KeyId: keyId, KeyVersionId: keyVersionId },
      { answers: { keyId, publicKey: expect.stringContaining('BEGIN PUBLIC KEY') } },
    );
  },
  GenerateMac: async (world) => {
    const { keyId } = await macKey(world);
    return call(
      'generateMac',
      { keyId, algorithm: mac, message: 'message' },
      { KeyId: keyId, Algorithm: mac, Message: base64('message') },
      { answers: { keyId, algorithm: mac, mac: anyBytes } },
    );
  },
  VerifyMac: async (world) => {
    const { keyId } = await macKey(world);
    const request = { keyId, algorithm: mac, message: 'message' } as const;
    const generated = await world.client.generateMac(request);
    return call(
      'verifyMac',
      { ...request, mac: generated.mac },
      { KeyId: keyId, Algorithm: mac, Message: base64('message'), Mac: base64(generated.mac) },
      { answers: { value: true } },
    );
  },
  GetManagedDataKey: async (world) => {
    const dataKeyName = world.name('data-key');
    const { dataKeyVersionId } = await world.client.getManagedDataKey({ dataKeyName });
    return [
      call(
        'getManagedDataKey',
        { dataKeyName, useLatest: true },
        { DataKeyName: dataKeyName, UseLatest: 'true' },
        { answers: { dataKeyName, dataKeyVersionId, plaintext: anyBytes } },
      ),
      call(
        'getManagedDataKey',
        { dataKeyName, dataKeyVersionId },
        { DataKeyName: dataKeyName, DataKeyVersionId: dataKeyVersionId },
        { answers: { dataKeyVersionId } },
      ),
    ];
  },
  ListManagedDataKeyVersions: async (world) => {
    const dataKeyName = world.name('data-key');
    const { dataKeyVersionId } = await world.client.getManagedDataKey({ dataKeyName });
    return call(
      'listManagedDataKeyVersions',
      { dataKeyName, pageNumber: 1, pageSize: 10 },
      { DataKeyName: dataKeyName, PageNumber: '1', PageSize: '10' },
      { answers: { totalCount: 1, managedDataKeyVersions: [{ dataKeyVersionId }] } },
    );
  },
};
