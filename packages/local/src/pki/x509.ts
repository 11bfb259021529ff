import { createHash, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { derUnsigned } from 'alibabacloud-kms-sdk/internal';
import {
  bits,
  explicit,
  implicit,
  integer,
  type Node,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  time,
  truth,
  utf8,
} from './der.js';

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

/** Extension of a certificate, {@link https://www.rfc-editor.org/rfc/rfc5280#section-4.2 RFC 5280, 4.2}. */
export type Extension = Node;

const extension = (id: string, critical: boolean, value: Node): Extension =>
  sequence(oid(id), ...(critical ? [truth] : []), octets(value));

export const extensions = {
  /** A CA that signs only end entities. */
  authority: extension('2.5.29.19', true, sequence(truth, integer(0))),
  endEntity: extension('2.5.29.19', true, sequence()),
  /** keyCertSign and cRLSign */
  signsCertificates: extension('2.5.29.15', true, bits(Uint8Array.of(0b0000_0110), 1)),
  digitalSignature: extension('2.5.29.15', true, bits(Uint8Array.of(0b1000_0000), 7)),
  /** Extended key usages */
  serverAuthentication: extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
  clientAuthentication: extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.2'))),
  /** @param names host names and IP addresses */
  alternativeNames: (names: readonly string[]): Extension =>
    extension(
      '2.5.29.17',
      false,
      sequence(...names.map((name) => (isAddress(name) ? implicit(7, ipBytes(name)) : implicit(2, Buffer.from(name))))),
    ),
  subjectKey: (key: KeyObject): Extension => extension('2.5.29.14', false, octets(keyIdentifier(key))),
  authorityKey: (key: KeyObject): Extension => extension('2.5.29.35', false, sequence(implicit(0, keyIdentifier(key)))),
};

/** `isIP` compiles a regular expression for 3 ms; among host names and addresses, only IPv6 addresses have a colon. */
const isAddress = (name: string): boolean => name.includes(':') || isIPv4(name);

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** RFC 7093, method 4: a hash of the SubjectPublicKeyInfo, here its first 160 bits. */
const keyIdentifier = (key: KeyObject): Uint8Array => createHash('sha256').update(spki(key)).digest().subarray(0, 20);

const commonName = (name: string): Node => sequence(setOf(sequence(oid('2.5.4.3'), utf8(name))));

/** RFC 5758, 3.2: ecdsa-with-SHA256 has no parameters, not even NULL; RFC 4055, 5: sha256WithRSAEncryption has NULL. */
const signatureAlgorithms: Readonly<Record<string, Node>> = {
  ec: sequence(oid('1.2.840.10045.4.3.2')),
  rsa: sequence(oid('1.2.840.113549.1.1.11'), nothing),
};

/** First bit 0: positive; second bit 1: always the full length. */
function serialNumber(): Node {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return derUnsigned(bytes);
}

export interface CertificateContent {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  validity: Validity;
  extensions: readonly Extension[];
}

/**
 * An X.509 certificate, version 3, signed with SHA-256.
 *
 * @param issuerKey EC or RSA
 */
export function signCertificate(content: CertificateContent, issuerKey: KeyObject): X509Certificate {
  const { issuer, subject, publicKey, validity } = content;
  const algorithm = signatureAlgorithms[issuerKey.asymmetricKeyType ?? ''];
  if (!algorithm) throw new TypeError(`certificates are not signed with keys of type ${issuerKey.asymmetricKeyType}`);
  const toBeSigned = sequence(
    explicit(0, integer(2)),
    serialNumber(),
    algorithm,
    commonName(issuer),
    sequence(time(validity.notBefore), time(validity.notAfter)),
    commonName(subject),
    spki(publicKey),
    explicit(3, sequence(...content.extensions)),
  );
  return new X509Certificate(sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, issuerKey))));
}

/** The 4 or 16 bytes of an IP address; drops a zone like `%eth0`, which has a meaning only on its own machine. */
export function ipBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number));
  const [head = [], tail = []] = address
    .replace(/%.*$/, '')
    .split('::')
    .map((groups) => groups.split(':').flatMap(groupBytes));
  return Uint8Array.from([...head, ...new Array(16 - head.length - tail.length).fill(0), ...tail]);
}

/** Bytes of a group of four hexadecimal digits, of an empty side of `::`, or of a trailing IPv4 address. */
function groupBytes(group: string): number[] {
  if (group === '') return [];
  if (group.includes('.')) return [...ipBytes(group)];
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
}
