import { wrapKey } from '../../keys/key-wrapping.js';
import { base64, text, toBase64 } from '../parameters.js';
import type { Parameters } from '../types.js';

/** A data key for the owner of PublicKeyBlob, in base64. */
export async function exportedDataKey(parameters: Parameters, dataKey: Uint8Array): Promise<string> {
  const wrapped = await wrapKey({
    publicKey: base64(parameters, 'PublicKeyBlob'),
    wrappingKeySpec: text(parameters, 'WrappingKeySpec'),
    wrappingAlgorithm: text(parameters, 'WrappingAlgorithm'),
    plaintext: dataKey,
  });
  return toBase64(wrapped);
}
