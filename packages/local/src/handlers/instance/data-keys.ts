import { randomBytes } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { encrypt } from '../../keys/ciphers.js';
import { generateKeyPair } from '../../keys/key-pairs.js';
import { checkSymmetric } from '../../keys/key-usage.js';
import type { CallContext, InstanceHandlers, Message } from '../types.js';
import { boundedNumber, instanceKey, optionalBytes, optionalText, sealAdvance, text } from './messages.js';

export const dataKeyHandlers = {
  GenerateDataKey: async (message, { kms }) => {
    const key = checkSymmetric(await instanceKey(kms, message, 'GenerateDataKey', 'ENCRYPT/DECRYPT'));
    const plaintext = randomBytes(boundedNumber(message, 'NumberOfBytes', { min: 1, max: limits.dataKeyMaxBytes }));
    const sealed = await encrypt(await kms.keys.material(key), {
      plaintext,
      algorithm: optionalText(message, 'Algorithm'),
      aad: optionalBytes(message, 'Aad'),
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

  GenerateDataKeyPair: async (message, context) => {
    const { answer, privateKey, keyVersionId } = await newKeyPair(message, context, 'GenerateDataKeyPair');
    return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
  },

  GenerateDataKeyPairWithoutPlaintext: async (message, context) => {
    const { answer, keyVersionId } = await newKeyPair(message, context, 'GenerateDataKeyPairWithoutPlaintext');
    return { message: answer, keyVersionId };
  },

  AdvanceGenerateDataKey: async (message, { kms }) => {
    const key = await instanceKey(kms, message, 'AdvanceGenerateDataKey', 'ENCRYPT/DECRYPT');
    const plaintext = randomBytes(boundedNumber(message, 'NumberOfBytes', { min: 1, max: limits.dataKeyMaxBytes }));
    const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, message, plaintext);
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

  AdvanceGenerateDataKeyPair: async (message, context) => {
    const { answer, privateKey, keyVersionId } = await newAdvanceKeyPair(
      message,
      context,
      'AdvanceGenerateDataKeyPair',
    );
    return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
  },

  AdvanceGenerateDataKeyPairWithoutPlaintext: async (message, context) => {
    const action = 'AdvanceGenerateDataKeyPairWithoutPlaintext';
    const { answer, keyVersionId } = await newAdvanceKeyPair(message, context, action);
    return { message: answer, keyVersionId };
  },

  GenerateRandom: async (message) => {
    const length = boundedNumber(message, 'Length', { min: 1, max: limits.randomMaxBytes });
    return { message: { Random: randomBytes(length) } };
  },
} satisfies Partial<InstanceHandlers>;

async function newKeyPair(
  message: Message,
  { kms }: CallContext,
  action: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
) {
  const key = checkSymmetric(await instanceKey(kms, message, action, 'ENCRYPT/DECRYPT'));
  const spec = text(message, 'KeyPairSpec');
  const pair = await generateKeyPair(spec, optionalText(message, 'KeyFormat'));
  const sealed = await encrypt(await kms.keys.material(key), {
    plaintext: pair.privateKeyPkcs8,
    algorithm: optionalText(message, 'Algorithm'),
    aad: optionalBytes(message, 'Aad'),
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
  message: Message,
  { kms }: CallContext,
  action: 'AdvanceGenerateDataKeyPair' | 'AdvanceGenerateDataKeyPairWithoutPlaintext',
) {
  const key = checkSymmetric(await instanceKey(kms, message, action, 'ENCRYPT/DECRYPT'));
  const spec = text(message, 'KeyPairSpec');
  const pair = await generateKeyPair(spec, optionalText(message, 'KeyFormat'));
  const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, message, pair.privateKeyPkcs8);
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
