import { randomBytes } from 'node:crypto';
import { encrypt } from '../../keys/ciphers.js';
import { generateKeyPair } from '../../keys/key-pairs.js';
import { checkSymmetric } from '../../keys/key-usage.js';
import type { InstanceRequests } from '../generated/instance-types.js';
import type { CallContext, InstanceHandlers } from '../types.js';
import { instanceKey, sealAdvance } from './instance-keys.js';

export const dataKeyHandlers = {
  GenerateDataKey: async (request, { kms }) => {
    const key = checkSymmetric(await instanceKey(kms, request.KeyId, 'GenerateDataKey', 'ENCRYPT/DECRYPT'));
    const plaintext = randomBytes(request.NumberOfBytes);
    const sealed = await encrypt(await kms.keys.material(key), {
      plaintext,
      algorithm: request.Algorithm,
      aad: request.Aad,
    });
    return {
      message: {
        KeyId: key.id,
        Iv: sealed.iv,
        Plaintext: plaintext,
        CiphertextBlob: sealed.ciphertext,
        Algorithm: sealed.algorithm,
      },
      keyVersionId: key.primary_version_id as string,
    };
  },

  GenerateDataKeyPair: async (request, context) => {
    const { answer, privateKey, keyVersionId } = await newKeyPair(request, context, 'GenerateDataKeyPair');
    return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
  },

  GenerateDataKeyPairWithoutPlaintext: async (request, context) => {
    const { answer, keyVersionId } = await newKeyPair(request, context, 'GenerateDataKeyPairWithoutPlaintext');
    return { message: answer, keyVersionId };
  },

  AdvanceGenerateDataKey: async (request, { kms }) => {
    const key = await instanceKey(kms, request.KeyId, 'AdvanceGenerateDataKey', 'ENCRYPT/DECRYPT');
    const plaintext = randomBytes(request.NumberOfBytes);
    const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, request, plaintext);
    return {
      message: {
        KeyId: key.id,
        Iv: iv,
        Plaintext: plaintext,
        CiphertextBlob: blob,
        Algorithm: algorithm,
        KeyVersionId: keyVersionId,
      },
      keyVersionId,
    };
  },

  AdvanceGenerateDataKeyPair: async (request, context) => {
    const { answer, privateKey, keyVersionId } = await newAdvanceKeyPair(
      request,
      context,
      'AdvanceGenerateDataKeyPair',
    );
    return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
  },

  AdvanceGenerateDataKeyPairWithoutPlaintext: async (request, context) => {
    const action = 'AdvanceGenerateDataKeyPairWithoutPlaintext';
    const { answer, keyVersionId } = await newAdvanceKeyPair(request, context, action);
    return { message: answer, keyVersionId };
  },

  GenerateRandom: async (request) => {
    const length = request.Length;
    return { message: { Random: randomBytes(length) } };
  },
} satisfies Partial<InstanceHandlers>;

async function newKeyPair(
  request: InstanceRequests['GenerateDataKeyPair'],
  { kms }: CallContext,
  action: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
) {
  const key = checkSymmetric(await instanceKey(kms, request.KeyId, action, 'ENCRYPT/DECRYPT'));
  const spec = request.KeyPairSpec;
  const pair = await generateKeyPair(spec, request.KeyFormat);
  const sealed = await encrypt(await kms.keys.material(key), {
    plaintext: pair.privateKeyPkcs8,
    algorithm: request.Algorithm,
    aad: request.Aad,
  });
  const answer = {
    KeyId: key.id,
    Iv: sealed.iv,
    KeyPairSpec: spec,
    PrivateKeyCiphertextBlob: sealed.ciphertext,
    PublicKey: pair.publicKeySpki,
    Algorithm: sealed.algorithm,
  };
  return { answer, privateKey: pair.privateKeyPkcs8, keyVersionId: key.primary_version_id as string };
}

async function newAdvanceKeyPair(
  request: InstanceRequests['AdvanceGenerateDataKeyPair'],
  { kms }: CallContext,
  action: 'AdvanceGenerateDataKeyPair' | 'AdvanceGenerateDataKeyPairWithoutPlaintext',
) {
  const key = checkSymmetric(await instanceKey(kms, request.KeyId, action, 'ENCRYPT/DECRYPT'));
  const spec = request.KeyPairSpec;
  const pair = await generateKeyPair(spec, request.KeyFormat);
  const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, request, pair.privateKeyPkcs8);
  const answer = {
    KeyId: key.id,
    Iv: iv,
    KeyPairSpec: spec,
    PrivateKeyCiphertextBlob: blob,
    PublicKey: pair.publicKeySpki,
    Algorithm: algorithm,
    KeyVersionId: keyVersionId,
  };
  return { answer, privateKey: pair.privateKeyPkcs8, keyVersionId };
}
