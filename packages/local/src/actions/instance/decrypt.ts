import { decrypt as decryptWith } from '../../keys/ciphers.js';
import { checkUsage } from '../../keys/key-usage.js';
import type { InstanceAction, Kms, Message } from '../types.js';
import { checkInstance, instanceKey } from './instance-key.js';
import { bytes, optionalBytes, optionalText } from './message-fields.js';

export const decrypt: InstanceAction = async (message, { kms, keyVersionId: askedVersionId }) => {
  const key = await findKey(kms, message, askedVersionId);
  const keyVersionId = askedVersionId ?? (key.primary_version_id as string);
  const opened = await decryptWith(await kms.keys.material(key, keyVersionId), {
    ciphertext: bytes(message, 'CiphertextBlob'),
    algorithm: optionalText(message, 'Algorithm'),
    aad: optionalBytes(message, 'Aad'),
    iv: optionalBytes(message, 'Iv'),
    paddingMode: optionalText(message, 'PaddingMode'),
  });
  return {
    message: {
      KeyId: key.id,
      Plaintext: opened.plaintext,
      Algorithm: opened.algorithm,
      PaddingMode: opened.paddingMode,
    },
    keyVersionId,
  };
};

/** A version that the request's header names finds its key without KeyId. */
async function findKey(kms: Kms, message: Message, versionId: string | undefined) {
  if (versionId === undefined || optionalText(message, 'KeyId')) {
    return instanceKey(kms, message, 'Decrypt', 'ENCRYPT/DECRYPT');
  }
  return checkUsage(checkInstance(kms, await kms.keys.findByVersion(versionId, 'Decrypt')), 'ENCRYPT/DECRYPT');
}
