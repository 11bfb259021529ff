import { isSymmetric } from 'alibabacloud-kms-sdk/internal';
import { encrypt as encryptWith } from '../../keys/ciphers.js';
import { checkPlaintextLength } from '../../keys/symmetric-ciphertexts.js';
import type { InstanceAction } from '../types.js';
import { primaryVersion } from './instance-key.js';
import { bytes, optionalBytes, optionalText } from './message-fields.js';

export const encrypt: InstanceAction = async (message, { kms }) => {
  const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Encrypt', 'ENCRYPT/DECRYPT');
  const plaintext = bytes(message, 'Plaintext');
  if (isSymmetric(material.facts)) checkPlaintextLength(plaintext);
  const sealed = await encryptWith(material, {
    plaintext,
    algorithm: optionalText(message, 'Algorithm'),
    aad: optionalBytes(message, 'Aad'),
    iv: optionalBytes(message, 'Iv'),
    paddingMode: optionalText(message, 'PaddingMode'),
  });
  return {
    message: {
      KeyId: keyId,
      CiphertextBlob: sealed.ciphertext,
      Iv: sealed.iv,
      Algorithm: sealed.algorithm,
      PaddingMode: sealed.paddingMode,
    },
    keyVersionId,
  };
};
