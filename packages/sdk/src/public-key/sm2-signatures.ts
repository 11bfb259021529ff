import { smLibrary } from '../util/sm-library.js';
import { attempt } from './attempt.js';
import type { Verifier } from './operations.js';
import { decodeSignature } from './signature-numbers.js';
import { hex, sm2Order, sm2PartBytes, unhex } from './sm2-points.js';

/** Goes into Z when signer and verifier have agreed on no other, GM/T 0009 10. */
const defaultId = '1234567812345678';

/** Z holds the length of the id in bits as two bytes, GB/T 32918.2 5.5. */
export const sm2IdMaxBytes = 0xffff >> 3;

/**
 * SM2DSA, GB/T 32918.2: what is signed is SM3(Z‖M).
 * @param point the public key, see `sm2Spki`
 */
export async function sm2Verifier(point: string): Promise<Verifier> {
  const { sm2 } = await smLibrary();
  const digestOf: Verifier['digestOf'] = (message, id = defaultId) => unhex(sm2.getHash(message, point, id));
  const verifyDigest: Verifier['verifyDigest'] = (digest, signature) => {
    const numbers = attempt(() => decode(signature));
    return numbers !== undefined && sm2.doVerifySignature(digest, numbers, point);
  };
  return {
    digestOf,
    verifyMessage: (message, signature, id) => verifyDigest(digestOf(message, id), signature),
    verifyDigest,
  };
}

function decode(signature: Uint8Array): string {
  const numbers = decodeSignature(signature, sm2PartBytes);
  for (const number of [numbers.subarray(0, sm2PartBytes), numbers.subarray(sm2PartBytes)]) {
    const value = BigInt(`0x${hex(number)}`);
    // GB/T 32918.2 7.1 B1 and B2: r and s lie in [1, n-1]
    if (value < 1n || value >= sm2Order) throw new Error('Not an SM2 signature');
  }
  return hex(numbers);
}
