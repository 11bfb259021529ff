import { mac } from '../../keys/macs.js';
import type { InstanceAction } from '../types.js';
import { primaryVersion } from './instance-key.js';
import { bytes } from './message-fields.js';

export const hmac: InstanceAction = async (message, { kms }) => {
  const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Hmac', 'GENERATE/VERIFY_MAC');
  const made = await mac(material, { message: bytes(message, 'Message') });
  return { message: { KeyId: keyId, Signature: made.mac }, keyVersionId };
};
