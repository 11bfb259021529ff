import forge from 'node-forge';

export const { asn1 } = forge;
export const types = asn1.Type;

export type Node = forge.asn1.Asn1;

/** Strings of node-forge hold a byte in each character. */
export const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const universal = (type: forge.asn1.Type, value: string | Node[]): Node =>
  asn1.create(asn1.Class.UNIVERSAL, type, Array.isArray(value), value);
export const tagged = (tag: number, value: string | Node[]): Node =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag as forge.asn1.Type, Array.isArray(value), value);
export const sequence = (...members: Node[]): Node => universal(types.SEQUENCE, members);
export const oid = (dotted: string): Node => universal(types.OID, asn1.oidToDer(dotted).getBytes());
export const octets = (bytes: string): Node => universal(types.OCTETSTRING, bytes);
/** @param unused bits at the end that do not count */
export const bits = (bytes: string, unused = 0): Node =>
  universal(types.BITSTRING, String.fromCharCode(unused) + bytes);
export const encode = (node: Node): string => asn1.toDer(node).getBytes();
