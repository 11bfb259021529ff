import { sign as signWith } from '../../keys/signatures.js';
import type { InstanceAction } from '../types.js';
import { primaryVersion } from './instance-key.js';
import { signedMessage } from './signed-message.js';

export const sign: InstanceAction = async (message, { kms }) => {
  const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Sign', 'SIGN/VERIFY');
  const subject = signedMessage(message);
  const { signature, algorithm } = await signWith(material, subject);
  return {
    message: { KeyId: keyId, Signature: signature, Algorithm: algorithm, MessageType: subject.messageType },
    keyVersionId,
  };
};
