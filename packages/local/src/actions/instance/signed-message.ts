import type { SignOptions } from '../../keys/signatures.js';
import type { Message } from '../types.js';
import { bytes, optionalBytes, optionalText } from './message-fields.js';

/** What is to be signed: Message and MessageType (default RAW), or a digest in the older field Digest. */
export function signedMessage(message: Message): SignOptions & { messageType: string } {
  const digest = optionalBytes(message, 'Digest');
  const older = digest !== undefined && optionalBytes(message, 'Message') === undefined;
  return {
    algorithm: optionalText(message, 'Algorithm'),
    message: older ? digest : bytes(message, 'Message'),
    messageType: older ? 'DIGEST' : (optionalText(message, 'MessageType') ?? 'RAW'),
  };
}
