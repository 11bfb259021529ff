/**
 * The few DER forms in elliptic curve signatures, SM2 keys and SM2 ciphertexts (ITU-T X.690).
 * Reading is strict: any encoding other than the one written here is refused, so that nobody can vary a valid encoding.
 */
export const derTags = { integer: 0x02, bitString: 0x03, octetString: 0x04, sequence: 0x30, set: 0x31 } as const;

export interface DerNode {
  tag: number;
  content: Uint8Array;
}

const notDer = (): Error => new Error('Not DER');

export function derNode(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return Buffer.concat([derHead(tag, length), ...contents]);
}

/** Tag and length of a node, before its content. */
export const derHead = (tag: number, length: number): Uint8Array => Uint8Array.of(tag, ...lengthOctets(length));

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

/** INTEGER for a non-negative number, given as bytes. */
export function derUnsigned(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  const sign = digits[0] === undefined || digits[0] >= 0x80 ? Uint8Array.of(0) : new Uint8Array();
  return derNode(derTags.integer, sign, digits);
}

/** BIT STRING of whole bytes. */
export const derBitString = (bytes: Uint8Array): Uint8Array => derNode(derTags.bitString, Uint8Array.of(0), bytes);

/** The consecutive nodes in `bytes`, with nothing left over. */
export function readNodes(bytes: Uint8Array): DerNode[] {
  const nodes: DerNode[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const { tag, headerLength, contentLength } = readHeader(rest);
    const end = headerLength + contentLength;
    if (end > rest.length) throw notDer();
    nodes.push({ tag, content: rest.subarray(headerLength, end) });
    rest = rest.subarray(end);
  }
  return nodes;
}

function readHeader(bytes: Uint8Array): { tag: number; headerLength: number; contentLength: number } {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) throw notDer();
  if (first < 0x80) return { tag, headerLength: 2, contentLength: first };
  const octets = bytes.subarray(2, 2 + (first & 0x7f));
  const contentLength = octets.reduce((length, octet) => length * 256 + octet, 0);
  // X.690 10.1: the definite form, in the fewest octets
  if (octets.length !== (first & 0x7f) || octets[0] === 0 || contentLength < 0x80) throw notDer();
  return { tag, headerLength: 2 + octets.length, contentLength };
}

/** The content of the only node in `bytes`, which must have this tag. */
export function readOnly(bytes: Uint8Array, tag: number): Uint8Array {
  const nodes = readNodes(bytes);
  if (nodes.length !== 1) throw notDer();
  return contentOf(nodes[0], tag);
}

export function contentOf(node: DerNode | undefined, tag: number): Uint8Array {
  if (node?.tag !== tag) throw notDer();
  return node.content;
}

/** The bytes of a BIT STRING of whole bytes. */
export function readBitString(node: DerNode | undefined): Uint8Array {
  const content = contentOf(node, derTags.bitString);
  if (content[0] !== 0) throw notDer();
  return content.subarray(1);
}

/** A non-negative INTEGER as exactly `length` bytes. */
export function readUnsigned(node: DerNode | undefined, length: number): Uint8Array {
  const content = contentOf(node, derTags.integer);
  const digits = content[0] === 0 ? content.subarray(1) : content;
  const fewestOctets = Buffer.compare(derUnsigned(digits), derNode(derTags.integer, content)) === 0;
  if (digits.length > length || !fewestOctets) throw notDer();
  return Buffer.concat([new Uint8Array(length - digits.length), digits]);
}
