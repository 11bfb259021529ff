import { packAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import { sealParts } from '../../keys/symmetric-ciphertexts.js';
import { invalidParameter } from '../../service-error.js';
import type { Kms, Message } from '../types.js';
import { optionalBytes, optionalText } from './message-fields.js';

/** Algorithm and Aad. GCM is the one mode that the layout carries, and the first of every symmetric spec. */
export function advanceOptions(message: Message): { algorithm?: string; aad?: Uint8Array } {
  const algorithm = optionalText(message, 'Algorithm');
  if (algorithm && !algorithm.endsWith('_GCM')) throw invalidParameter('Algorithm', `GCM only, not ${algorithm}`);
  const paddingMode = optionalText(message, 'PaddingMode');
  if (paddingMode) throw invalidParameter('PaddingMode', 'GCM takes none');
  return { algorithm, aad: optionalBytes(message, 'Aad') };
}

/** Encrypts bytes into a blob that opens without anything else. */
export async function sealAdvance(kms: Kms, key: Key, message: Message, plaintext: Uint8Array) {
  const options = { plaintext, iv: optionalBytes(message, 'Iv'), ...advanceOptions(message) };
  const { keyVersionId, iv, ciphertext, algorithm } = await sealParts(kms.keys, key, options);
  return { blob: packAdvanceCiphertext({ keyVersionId, iv, ciphertext }), keyVersionId, iv, algorithm };
}
