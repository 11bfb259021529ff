import { randomBytes } from 'node:crypto';
import { limits } from '../model/limits.js';
import { sha256 } from './sha256.js';

/** Encoding of a digest for RSA-PSS with SHA-256, a salt of 32 bytes and MGF1 with SHA-256; step numbers are those of RFC 8017 9.1. */
const { digestBytes } = limits;
const saltBytes = digestBytes;
const trailer = 0xbc;

/** @param length of the modulus in bytes, all of whose bits are used: emBits = 8 * length - 1 */
export function encodePss(digest: Uint8Array, length: number, salt: Uint8Array = randomBytes(saltBytes)): Uint8Array {
  const hash = sha256(new Uint8Array(8), digest, salt); // 5, 6
  const block = new Uint8Array(length - digestBytes - 1); // 7, 8
  block[block.length - saltBytes - 1] = 1;
  block.set(salt, block.length - saltBytes);
  const masked = mask(block, hash); // 9, 10
  masked[0] = (masked[0] as number) & 0x7f; // 11
  return Buffer.concat([masked, hash, Uint8Array.of(trailer)]); // 12
}

/** Whether `encoded`, as long as the modulus, is an encoding of this digest. */
export function isPssOf(digest: Uint8Array, encoded: Uint8Array): boolean {
  if (encoded.at(-1) !== trailer) return false; // 4
  const hashAt = encoded.length - digestBytes - 1;
  const hash = encoded.subarray(hashAt, -1); // 5
  const block = mask(encoded.subarray(0, hashAt), hash); // 7, 8
  if ((encoded[0] as number) & 0x80) return false; // 6
  block[0] = (block[0] as number) & 0x7f; // 9
  const saltAt = block.length - saltBytes;
  const start = block.subarray(0, saltAt);
  if (start.at(-1) !== 1 || start.subarray(0, -1).some((byte) => byte !== 0)) return false; // 10
  return Buffer.from(hash).equals(sha256(new Uint8Array(8), digest, block.subarray(saltAt))); // 12 to 14
}

/** RFC 8017 B.2.1: XOR with MGF1 */
function mask(block: Uint8Array, seed: Uint8Array): Uint8Array {
  const counter = Buffer.alloc(4);
  const stream: Uint8Array[] = [];
  for (let index = 0; index * digestBytes < block.length; index++) {
    counter.writeUInt32BE(index);
    stream.push(sha256(seed, counter));
  }
  const bytes = Buffer.concat(stream);
  return block.map((byte, index) => byte ^ (bytes[index] as number));
}
