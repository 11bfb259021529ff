import { publicKeyPem } from '../../keys/public-keys.js';
import type { InstanceAction } from '../types.js';
import { checkInstance } from './instance-key.js';
import { text } from './message-fields.js';

export const getPublicKey: InstanceAction = async (message, { kms }) => {
  const key = checkInstance(kms, await kms.keys.find(text(message, 'KeyId'), 'GetPublicKey'));
  const publicKey = await publicKeyPem(await kms.keys.material(key));
  return {
    message: { KeyId: key.id, PublicKey: publicKey },
    keyVersionId: key.primary_version_id as string,
  };
};
