import { invalidParameter } from './refusals.js';
import type { TextCodec } from './text-encoding.js';

/** @throws KmsServiceError `InvalidParameter` for a character that the encoding does not have */
export function encodeText(action: string, name: string, codec: TextCodec, text: string): Uint8Array {
  try {
    return codec.encode(text);
  } catch (error) {
    throw because(action, name, `it has a character that ${codec.name} does not have`, error);
  }
}

/** @throws KmsServiceError `InvalidParameter` for bytes that are no text in the encoding */
export function decodeText(action: string, name: string, codec: TextCodec, bytes: Uint8Array): string {
  try {
    return codec.decode(bytes);
  } catch (error) {
    throw because(action, name, `it is no text in ${codec.name}`, error);
  }
}

function because(action: string, name: string, reason: string, error: unknown): unknown {
  if (!(error instanceof RangeError || error instanceof TypeError)) return error;
  return invalidParameter(action, name, `${name}: ${reason}; latin1 takes all bytes as they are.`);
}
