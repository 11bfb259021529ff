import { randomBytes } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { encrypt } from '../../keys/ciphers.js';
import { checkSymmetric } from '../../keys/key-usage.js';
import type { InstanceAction } from '../types.js';
import { instanceKey } from './instance-key.js';
import { boundedNumber, optionalBytes, optionalText } from './message-fields.js';

export const generateDataKey: InstanceAction = async (message, { kms }) => {
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
};
