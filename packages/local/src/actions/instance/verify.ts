import { verify as verifyWith } from '../../keys/signatures.js';
import type { InstanceAction } from '../types.js';
import { primaryVersion } from './instance-key.js';
import { bytes } from './message-fields.js';
import { signedMessage } from './signed-message.js';

export const verify: InstanceAction = async (message, { kms }) => {
  const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Verify', 'SIGN/VERIFY');
  const subject = signedMessage(message);
  const { valid, algorithm } = await verifyWith(material, { ...subject, signature: bytes(message, 'Signature') });
  return {
    message: { KeyId: keyId, Value: valid, Algorithm: algorithm, MessageType: subject.messageType },
    keyVersionId,
  };
};
