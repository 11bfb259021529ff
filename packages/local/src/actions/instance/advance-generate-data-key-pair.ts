import { generateKeyPair } from '../../keys/key-pairs.js';
import { checkSymmetric } from '../../keys/key-usage.js';
import type { ActionContext, InstanceAction, Message } from '../types.js';
import { sealAdvance } from './advance-ciphertexts.js';
import { instanceKey } from './instance-key.js';
import { optionalText, text } from './message-fields.js';

export const advanceGenerateDataKeyPair: InstanceAction = async (message, context) => {
  const { answer, privateKey, keyVersionId } = await newKeyPair(message, context, 'AdvanceGenerateDataKeyPair');
  return { message: { ...answer, PrivateKeyPlaintext: privateKey }, keyVersionId };
};

export const advanceGenerateDataKeyPairWithoutPlaintext: InstanceAction = async (message, context) => {
  const action = 'AdvanceGenerateDataKeyPairWithoutPlaintext';
  const { answer, keyVersionId } = await newKeyPair(message, context, action);
  return { message: answer, keyVersionId };
};

async function newKeyPair(
  message: Message,
  { kms }: ActionContext,
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
