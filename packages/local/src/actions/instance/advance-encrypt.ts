import { checkPlaintextLength } from '../../keys/symmetric-ciphertexts.js';
import type { InstanceAction } from '../types.js';
import { sealAdvance } from './advance-ciphertexts.js';
import { instanceKey } from './instance-key.js';
import { bytes } from './message-fields.js';

export const advanceEncrypt: InstanceAction = async (message, { kms }) => {
  const key = await instanceKey(kms, message, 'AdvanceEncrypt', 'ENCRYPT/DECRYPT');
  const plaintext = bytes(message, 'Plaintext');
  checkPlaintextLength(plaintext);
  const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, message, plaintext);
  return {
    message: { KeyId: key.id, CiphertextBlob: blob, Iv: iv, Algorithm: algorithm, KeyVersionId: keyVersionId },
    keyVersionId,
  };
};
