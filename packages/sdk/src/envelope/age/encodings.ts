import { toBase64 } from '../../util/encodings.js';

// Bech32 (BIP 173) without its length limit, as age encodes keys: https://c2sp.org/age#conventions-used-in-this-document

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checksumLength = 6;

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}

const expand = (prefix: string): number[] => {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
};

/** Regroups bits; undefined if leftover bits are not zero. */
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] | undefined {
  const groups: number[] = [];
  let bits = 0;
  let rest = 0;
  for (const value of values) {
    rest = (rest << from) | value;
    for (bits += from; bits >= to; rest &= (1 << bits) - 1) {
      bits -= to;
      groups.push(rest >> bits);
    }
  }
  if (pad) return bits > 0 ? [...groups, rest << (to - bits)] : groups;
  return bits < from && rest === 0 ? groups : undefined;
}

/** Returns lower case. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const values = regroup(bytes, 8, 5, true) as number[];
  const sum = polymod([...expand(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = Array.from({ length: checksumLength }, (_, i) => (sum >> (5 * (checksumLength - 1 - i))) & 31);
  return `${prefix}1${[...values, ...checksum].map((value) => alphabet[value]).join('')}`;
}

/** The bytes of a text with this prefix; undefined for other or mistyped text. */
export function decodeBech32(prefix: string, text: string): Uint8Array | undefined {
  const lower = text.toLowerCase();
  if ((text !== lower && text !== text.toUpperCase()) || !lower.startsWith(`${prefix}1`)) return undefined;
  const values = [...lower.slice(prefix.length + 1)].map((character) => alphabet.indexOf(character));
  if (values.length < checksumLength || values.includes(-1)) return undefined;
  if (polymod([...expand(prefix), ...values]) !== 1) return undefined;
  const bytes = regroup(values.slice(0, -checksumLength), 5, 8, false);
  return bytes && Uint8Array.from(bytes);
}

/** Base64 without padding, as in age. */
export const encodeRawBase64 = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/, '');

/** "decoders MUST reject non-canonical encodings and encodings ending with `=`"; undefined for those. */
export function decodeRawBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return encodeRawBase64(bytes) === text ? bytes : undefined;
}
