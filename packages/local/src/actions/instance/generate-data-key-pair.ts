import { encrypt } from '../../keys/ciphers.js';
import { generateKeyPair } from '../../keys/key-pairs.js';
import { checkSymmetric } from '../../keys/key-usage.js';
import type { ActionContext, InstanceAction, Message } from '../types.js';
import { instanceKey } from './instance-key.js';
import { optionalBytes, optionalText, text } from './message-fields.js';

export const generateDataKeyPair: InstanceAction = async (message, context) => {
  const { answer, privateKey, keyVersionId } = await newKeyPair(message, context, 'GenerateDataKeyPair');
  return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
};

export const generateDataKeyPairWithoutPlaintext: InstanceAction = async (message, context) => {
  const { answer, keyVersionId } = await newKeyPair(message, context, 'GenerateDataKeyPairWithoutPlaintext');
  return { message: answer, keyVersionId };
};

async function newKeyPair(
  message: Message,
  { kms }: ActionContext,
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
