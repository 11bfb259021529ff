import { KmsEnvelopeError } from '../../errors.js';
import { contentOf, type DerNode, derHead, derNode, derTags, derUnsigned, readNodes } from '../../public-key/der.js';
import { type AlgorithmFacts, algorithmOfId } from '../algorithms.js';
import type { SealedBody } from '../body-cipher.js';
import { contextOfBytes, utf8Text } from '../context.js';
import { envelopeLimits } from '../limits.js';
import { malformed } from '../malformed.js';
import { checkWrappedKeys, headerVersion, type MessageHeader, type WrappedKey } from './message-header.js';

// Message ::= SEQUENCE { Header, Body }
// Header  ::= SEQUENCE { version INTEGER, algorithm INTEGER, dataKeys SET OF Pair, context SET OF Pair,
//                        headerIv OCTET STRING, headerTag OCTET STRING }
// Body    ::= SEQUENCE { iv OCTET STRING, cipherText OCTET STRING, tag OCTET STRING }
// Pair    ::= SEQUENCE { OCTET STRING, OCTET STRING }
const { sequence, set, octetString, integer } = derTags;

/** A body with its IV. */
export interface MessageBody extends SealedBody {
  readonly iv: Uint8Array;
}

export interface Asn1Message {
  /** DER of the header, byte for byte; undefined if the message has none. */
  readonly headerDer?: Uint8Array;
  readonly body: MessageBody;
}

const octets = (bytes: Uint8Array) => derNode(octetString, bytes);
const pair = (first: Uint8Array, second: Uint8Array) => derNode(sequence, octets(first), octets(second));

/** X.690 11.6: the members of a SET OF are sorted by their encodings. */
const setOf = (members: Uint8Array[]) => derNode(set, ...members.sort(Buffer.compare));

export function encodeHeader({ algorithm, wrappedKeys, context, iv, tag }: MessageHeader): Uint8Array {
  const entries = Object.entries(context.entries);
  return derNode(
    sequence,
    derUnsigned(Uint8Array.of(headerVersion)),
    derUnsigned(Uint8Array.of(algorithm.id)),
    setOf(wrappedKeys.map(({ keyArn, ciphertextBlob }) => pair(Buffer.from(keyArn), ciphertextBlob))),
    setOf(entries.map(([key, value]) => pair(Buffer.from(key), Buffer.from(value)))),
    octets(iv),
    octets(tag),
  );
}

/** A whole message, or its body alone if there is no header. Copies the ciphertext once. */
export function encodeMessage(headerDer: Uint8Array | undefined, { iv, ciphertext, tag }: MessageBody): Uint8Array {
  const ciphertextHead = derHead(octetString, ciphertext.length);
  const ivNode = octets(iv);
  const tagNode = octets(tag);
  const bodyLength = ivNode.length + ciphertextHead.length + ciphertext.length + tagNode.length;
  const bodyHead = derHead(sequence, bodyLength);
  const parts = [bodyHead, ivNode, ciphertextHead, ciphertext, tagNode];
  if (headerDer === undefined) return Buffer.concat(parts);
  const messageHead = derHead(sequence, headerDer.length + bodyHead.length + bodyLength);
  return Buffer.concat([messageHead, headerDer, ...parts]);
}

/** @throws KmsEnvelopeError `Envelope.Malformed` */
export function parseMessage(message: Uint8Array): Asn1Message {
  const [outer, ...more] = nodesOf(message);
  if (more.length > 0) throw malformed('bytes follow after its end');
  const inner = contents(outer, sequence);
  const nodes = nodesOf(inner);
  if (nodes[0]?.tag === octetString) return { body: bodyOf(nodes) };
  const [header, body] = nodes;
  if (nodes.length !== 2 || header === undefined) throw malformed('it is not made of a header and a body');
  const headContent = contents(header, sequence);
  if (headContent.length > envelopeLimits.headerMaxBytes) throw malformed('its header is too long');
  // The whole node, with tag and length.
  const headerDer = inner.subarray(0, headContent.byteOffset + headContent.length - inner.byteOffset);
  return { headerDer, body: bodyOf(nodesOf(contents(body, sequence))) };
}

function bodyOf(nodes: DerNode[]): MessageBody {
  const [iv, ciphertext, tag] = nodes;
  if (nodes.length !== 3) throw malformed('its body has no three parts');
  return {
    iv: contents(iv, octetString),
    ciphertext: contents(ciphertext, octetString),
    tag: contents(tag, octetString),
  };
}

/** @throws KmsEnvelopeError `Envelope.Malformed`, `Envelope.Unsupported` */
export function parseHeader(headerDer: Uint8Array): MessageHeader {
  if (headerDer.length > envelopeLimits.headerMaxBytes + 8) throw malformed('its header is too long');
  const [outer, ...more] = nodesOf(headerDer);
  const nodes = nodesOf(contents(outer, sequence));
  if (more.length > 0 || nodes.length !== 6) throw malformed('its header has no six parts');
  const [version, algorithm, dataKeys, context, iv, tag] = nodes;
  checkVersion(smallNumber(version));
  const header = {
    algorithm: algorithmOf(smallNumber(algorithm)),
    wrappedKeys: pairsOf(dataKeys).map(
      ([arn, blob]): WrappedKey => ({ keyArn: utf8Text(arn), ciphertextBlob: Uint8Array.from(blob) }),
    ),
    context: contextOfBytes(pairsOf(context)),
    iv: Uint8Array.from(contents(iv, octetString)),
    tag: Uint8Array.from(contents(tag, octetString)),
  };
  checkWrappedKeys(header.wrappedKeys);
  return header;
}

/** Checks that IV and tag have the lengths of the algorithm: a shorter tag would be easier to forge. */
export function checkBody(
  { name, ivBytes, tagBytes }: AlgorithmFacts,
  { iv, tag }: Omit<MessageBody, 'ciphertext'>,
): void {
  if (iv.length !== ivBytes) throw malformed(`its IV has ${iv.length} bytes, ${name} has ${ivBytes}`);
  if (tag.length !== tagBytes) throw malformed(`its tag has ${tag.length} bytes, ${name} has ${tagBytes}`);
}

/** @throws KmsEnvelopeError `Envelope.Unsupported` */
export function checkVersion(version: number): void {
  if (version === headerVersion) return;
  throw new KmsEnvelopeError('Envelope.Unsupported', `the message has version ${version}; only version 1 is known`);
}

/** @throws KmsEnvelopeError `Envelope.Unsupported` */
export function algorithmOf(id: number): AlgorithmFacts {
  const algorithm = algorithmOfId(id);
  if (algorithm) return algorithm;
  throw new KmsEnvelopeError('Envelope.Unsupported', `the message has algorithm ${id}, which is unknown: 1 to 12 are`);
}

function nodesOf(bytes: Uint8Array): DerNode[] {
  try {
    return readNodes(bytes);
  } catch {
    throw malformed('its ASN.1 is not DER, or ends early');
  }
}

function contents(node: DerNode | undefined, tag: number): Uint8Array {
  try {
    return contentOf(node, tag);
  } catch {
    throw malformed('its ASN.1 has another element than a message has there');
  }
}

function smallNumber(node: DerNode | undefined): number {
  const content = contents(node, integer);
  const [first = 0xff] = content;
  if (content.length !== 1 || first > 0x7f) throw malformed('a number in its header is out of range');
  return first;
}

function pairsOf(node: DerNode | undefined): [Uint8Array, Uint8Array][] {
  return nodesOf(contents(node, set)).map((member) => {
    const [first, second, ...more] = nodesOf(contents(member, sequence));
    if (more.length > 0) throw malformed('an entry of its header has more than two parts');
    return [contents(first, octetString), contents(second, octetString)];
  });
}
