import { unpackAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import { openParts } from '../../keys/symmetric-ciphertexts.js';
import { unpack } from '../parameters.js';
import type { InstanceAction } from '../types.js';
import { advanceOptions } from './advance-ciphertexts.js';
import { checkInstance } from './instance-key.js';
import { bytes } from './message-fields.js';

/** Key, version and IV are in the blob; what the request says of them is not needed. */
export const advanceDecrypt: InstanceAction = async (message, { kms }) => {
  const { aad, ...options } = advanceOptions(message);
  const parts = unpack('CiphertextBlob', () => unpackAdvanceCiphertext(bytes(message, 'CiphertextBlob')));
  const opened = await openParts(kms.keys, parts, { action: 'AdvanceDecrypt', aads: [aad], ...options });
  const { plaintext, algorithm, keyVersionId } = opened;
  const key = checkInstance(kms, opened.key);
  return {
    message: { KeyId: key.id, Plaintext: plaintext, Algorithm: algorithm, KeyVersionId: keyVersionId },
    keyVersionId,
  };
};
