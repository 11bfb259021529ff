import { createHash, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import forge from 'node-forge';
import { asn1, binary, bits, encode, type Node, octets, oid, sequence, tagged, types, universal } from './asn1.js';

/** `@types/node-forge` lacks this one. */
const util = forge.util as typeof forge.util & { bytesFromIP(address: string): string };
const { SET, INTEGER, BOOLEAN, UTF8, UTCTIME, GENERALIZEDTIME } = types;
const truth = universal(BOOLEAN, '\xff');

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

/** Extension of a certificate, {@link https://www.rfc-editor.org/rfc/rfc5280#section-4.2 RFC 5280, 4.2}. */
export type Extension = Node;

const extension = (id: string, critical: boolean, value: Node): Extension =>
  sequence(oid(id), ...(critical ? [truth] : []), octets(encode(value)));

export const extensions = {
  /** A CA that signs end entities only. */
  authority: extension('2.5.29.19', true, sequence(truth, universal(INTEGER, '\0'))),
  endEntity: extension('2.5.29.19', true, sequence()),
  /** keyCertSign and cRLSign */
  signsCertificates: extension('2.5.29.15', true, bits('\x06', 1)),
  digitalSignature: extension('2.5.29.15', true, bits('\x80', 7)),
  /** Extended key usage: serverAuth */
  serverAuthentication: extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
  /** @param names host names and IP addresses */
  alternativeNames: (names: readonly string[]): Extension =>
    extension(
      '2.5.29.17',
      false,
      sequence(...names.map((name) => (isIP(name) ? tagged(7, util.bytesFromIP(name)) : tagged(2, name)))),
    ),
  subjectKey: (key: KeyObject): Extension => extension('2.5.29.14', false, octets(keyIdentifier(key))),
  authorityKey: (key: KeyObject): Extension => extension('2.5.29.35', false, sequence(tagged(0, keyIdentifier(key)))),
};

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** RFC 7093, method 4: a hash of the SubjectPublicKeyInfo, here its first 160 bits. */
const keyIdentifier = (key: KeyObject): string =>
  binary(createHash('sha256').update(spki(key)).digest().subarray(0, 20));

const commonName = (name: string): Node =>
  sequence(universal(SET, [sequence(oid('2.5.4.3'), universal(UTF8, util.encodeUtf8(name)))]));

/** RFC 5280, 4.1.2.5: UTCTime through the year 2049, GeneralizedTime from then on. */
const time = (date: Date): Node =>
  date.getUTCFullYear() < 2050
    ? universal(UTCTIME, asn1.dateToUtcTime(date))
    : universal(GENERALIZEDTIME, asn1.dateToGeneralizedTime(date));

/** RFC 5758, 3.2: ecdsa-with-SHA256 has no parameters, not even NULL. */
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

/** First bit 0: positive; second 1: never a byte shorter. */
function serialNumber(): Node {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return universal(INTEGER, binary(bytes));
}

export interface CertificateContent {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  validity: Validity;
  extensions: readonly Extension[];
}

/** An X.509 certificate, version 3, signed with ECDSA and SHA-256. PEM. */
export function signCertificate(content: CertificateContent, issuerKey: KeyObject): string {
  const { issuer, subject, publicKey, validity } = content;
  const toBeSigned = sequence(
    tagged(0, [universal(INTEGER, '\x02')]),
    serialNumber(),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(time(validity.notBefore), time(validity.notAfter)),
    commonName(subject),
    asn1.fromDer(binary(spki(publicKey))),
    tagged(3, [sequence(...content.extensions)]),
  );
  const signature = sign('sha256', Buffer.from(encode(toBeSigned), 'latin1'), issuerKey);
  const der = encode(sequence(toBeSigned, ecdsaWithSha256, bits(binary(signature))));
  return new X509Certificate(Buffer.from(der, 'latin1')).toString();
}
