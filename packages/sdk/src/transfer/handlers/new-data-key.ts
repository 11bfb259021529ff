import { limits } from '../../model/limits.js';
import { bytesOf, type CryptoScheme, toBase64 } from '../crypto-scheme.js';
import type { InstanceCall } from '../instance-call.js';
import { invalidKeySpec } from '../refusals.js';
import { type HandlerResponse, keyResponse } from './handler.js';

const bytesOfSpec: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

function numberOfBytes(call: InstanceCall): number {
  const asked = call.optionalNumber('NumberOfBytes');
  if (asked !== undefined) return asked;
  const spec = call.optionalText('KeySpec');
  const length = spec === undefined ? limits.dataKeyDefaultBytes : bytesOfSpec[spec];
  if (length === undefined) throw invalidKeySpec(call.action);
  return length;
}

/** A data key, and a ciphertext of its base64: that text is what KMS 1.0's Decrypt gives back. */
export async function newDataKey(
  call: InstanceCall,
  scheme: CryptoScheme,
): Promise<{ plaintext: string; answered: HandlerResponse }> {
  const generated = await scheme.generateDataKey(call, numberOfBytes(call));
  const plaintext = toBase64(bytesOf(generated.answer.Plaintext));
  const { blob, keyVersionId, metadata } = await scheme.encrypt(call, Buffer.from(plaintext, 'latin1'));
  const answered = keyResponse(
    { answer: generated.answer, keyVersionId, metadata },
    { CiphertextBlob: toBase64(blob) },
  );
  return { plaintext, answered };
}
