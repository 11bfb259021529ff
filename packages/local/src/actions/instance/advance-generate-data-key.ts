import { randomBytes } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import type { InstanceAction } from '../types.js';
import { sealAdvance } from './advance-ciphertexts.js';
import { instanceKey } from './instance-key.js';
import { boundedNumber } from './message-fields.js';

export const advanceGenerateDataKey: InstanceAction = async (message, { kms }) => {
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
};
