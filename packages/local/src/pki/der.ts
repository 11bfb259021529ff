import { derNode, derTags, derUnsigned } from 'alibabacloud-kms-sdk/internal';

/** A DER node (ITU-T X.690), for certificates and PKCS#12. */
export type Node = Uint8Array;

const tags = { ...derTags, boolean: 0x01, null: 0x05, oid: 0x06, utf8: 0x0c, utcTime: 0x17, generalizedTime: 0x18 };
const bmpString = 0x1e;
const set = 0x31;
const contextSpecific = 0x80;
const constructed = 0x20;

export const truth: Node = derNode(tags.boolean, Uint8Array.of(0xff));
export const nothing: Node = derNode(tags.null);
export const sequence = (...members: Node[]): Node => derNode(tags.sequence, ...members);
/** @param members are sorted by their bytes, as DER requires */
export const setOf = (...members: Node[]): Node => derNode(set, ...members);
export const integer = (number: number): Node => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return derUnsigned(bytes);
};
export const octets = (bytes: Uint8Array): Node => derNode(tags.octetString, bytes);
/** @param unused number of unused bits at the end */
export const bits = (bytes: Uint8Array, unused = 0): Node => derNode(tags.bitString, Uint8Array.of(unused), bytes);
export const utf8 = (text: string): Node => derNode(tags.utf8, Buffer.from(text));
/** UTF-16, high byte first. */
export const bmp = (text: string): Node => derNode(bmpString, bmpBytes(text));
export const bmpBytes = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
/** Explicit tag: a node wrapped in this number. */
export const explicit = (number: number, ...members: Node[]): Node =>
  derNode(contextSpecific | constructed | number, ...members);
/** Implicit tag: bytes with this number instead of their type. */
export const implicit = (number: number, bytes: Uint8Array): Node => derNode(contextSpecific | number, bytes);

/** RFC 5280, 4.1.2.5: UTCTime through the year 2049, GeneralizedTime from then on. */
export function time(date: Date): Node {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '');
  return date.getUTCFullYear() < 2050
    ? derNode(tags.utcTime, Buffer.from(digits.slice(2)))
    : derNode(tags.generalizedTime, Buffer.from(digits));
}

export function oid(dotted: string): Node {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return derNode(tags.oid, Uint8Array.from([40 * first + second, ...rest].flatMap(base128)));
}

/** Seven bits per byte, the highest first; all bytes but the last have the eighth bit set. */
function base128(number: number): number[] {
  const bytes = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
