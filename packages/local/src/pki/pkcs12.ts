import { createCipheriv, createHash, createHmac, type KeyObject, randomBytes, type X509Certificate } from 'node:crypto';
import { bmp, bmpBytes, explicit, implicit, integer, type Node, nothing, octets, oid, sequence, setOf } from './der.js';

const oids = {
  data: oid('1.2.840.113549.1.7.1'),
  encryptedData: oid('1.2.840.113549.1.7.6'),
  sha1: oid('1.3.14.3.2.26'),
  tripleDesBySha1: oid('1.2.840.113549.1.12.1.3'),
  shroudedKeyBag: oid('1.2.840.113549.1.12.10.1.2'),
  certificateBag: oid('1.2.840.113549.1.12.10.1.3'),
  x509Certificate: oid('1.2.840.113549.1.9.22.1'),
  friendlyName: oid('1.2.840.113549.1.9.20'),
  localKeyId: oid('1.2.840.113549.1.9.21'),
};

const saltBytes = 8;

export interface Pkcs12Contents {
  privateKey: KeyObject;
  certificate: X509Certificate;
  /** Name of both in readers. */
  friendlyName: string;
  password: string;
  /** Rounds of the key derivation from the password. */
  iterations: number;
}

/**
 * Creates a PKCS#12 ({@link https://www.rfc-editor.org/rfc/rfc7292 RFC 7292}) with legacy encryption, which readers in every
 * language support: triple DES for the key and the certificate, a SHA-1 MAC around both. Readers distinguish a wrong
 * password from a broken file by the encrypted certificate: if it were unencrypted, as the RFC allows, Java would report
 * a broken file. Node.js has none of this, and loading a library takes a fifth of the start time of a local KMS.
 */
export function packPkcs12(contents: Pkcs12Contents): Uint8Array {
  const { privateKey, certificate, friendlyName, password, iterations } = contents;
  const attributes = setOf(
    sequence(oids.localKeyId, setOf(octets(createHash('sha1').update(certificate.raw).digest()))),
    sequence(oids.friendlyName, setOf(bmp(friendlyName))),
  );
  const certificateBag = sequence(oids.x509Certificate, explicit(0, octets(certificate.raw)));
  const keyBag = shroud(privateKey.export({ type: 'pkcs8', format: 'der' }), password, iterations);
  const safe = sequence(
    encryptedData(
      sequence(sequence(oids.certificateBag, explicit(0, certificateBag), attributes)),
      password,
      iterations,
    ),
    data(sequence(sequence(oids.shroudedKeyBag, explicit(0, keyBag), attributes))),
  );
  return sequence(integer(3), data(safe), macOf(safe, password, iterations));
}

const data = (content: Node): Node => sequence(oids.data, explicit(0, octets(content)));

function encryptedData(content: Node, password: string, iterations: number): Node {
  const { algorithm, encrypted } = encrypt(content, password, iterations);
  const encryptedContent = sequence(oids.data, algorithm, implicit(0, encrypted));
  return sequence(oids.encryptedData, explicit(0, sequence(integer(0), encryptedContent)));
}

/** EncryptedPrivateKeyInfo */
function shroud(pkcs8: Uint8Array, password: string, iterations: number): Node {
  const { algorithm, encrypted } = encrypt(pkcs8, password, iterations);
  return sequence(algorithm, octets(encrypted));
}

function encrypt(content: Uint8Array, password: string, iterations: number) {
  const salt = randomBytes(saltBytes);
  const key = derive(purposes.key, 24, password, salt, iterations);
  const iv = derive(purposes.iv, 8, password, salt, iterations);
  const cipher = createCipheriv('des-ede3-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  return { algorithm: sequence(oids.tripleDesBySha1, sequence(octets(salt), integer(iterations))), encrypted };
}

function macOf(content: Uint8Array, password: string, iterations: number): Node {
  const salt = randomBytes(saltBytes);
  const key = derive(purposes.mac, 20, password, salt, iterations);
  const mac = createHmac('sha1', key).update(content).digest();
  return sequence(sequence(sequence(oids.sha1, nothing), octets(mac)), octets(salt), integer(iterations));
}

/** RFC 7292, B.3 */
const purposes = { key: 1, iv: 2, mac: 3 } as const;
/** Block size of SHA-1. */
const blockBytes = 64;

/** RFC 7292, B.2, with SHA-1; the letters are those of the RFC. */
function derive(id: number, bytes: number, password: string, salt: Uint8Array, iterations: number): Buffer {
  const D = Buffer.alloc(blockBytes, id);
  const I = Buffer.concat([fillBlocks(salt), fillBlocks(bmpBytes(`${password}\0`))]);
  const derived: Buffer[] = [];
  for (let length = 0; length < bytes; ) {
    let A = createHash('sha1').update(D).update(I).digest();
    for (let round = 1; round < iterations; round += 1) A = createHash('sha1').update(A).digest();
    derived.push(A);
    length += A.length;
    const B = Buffer.alloc(blockBytes, A);
    for (let start = 0; start < I.length; start += blockBytes) addPlusOne(B, I.subarray(start, start + blockBytes));
  }
  return Buffer.concat(derived).subarray(0, bytes);
}

/** Repeats the bytes to fill whole blocks. */
const fillBlocks = (bytes: Uint8Array): Buffer =>
  Buffer.alloc(Math.ceil(bytes.length / blockBytes) * blockBytes, bytes);

/** Sets `sum` to sum + addend + 1; both are numbers of this length, highest byte first. */
function addPlusOne(addend: Uint8Array, sum: Uint8Array): void {
  let carry = 1;
  for (let index = sum.length - 1; index >= 0; index -= 1) {
    carry += (sum[index] as number) + (addend[index] as number);
    sum[index] = carry & 0xff;
    carry >>= 8;
  }
}
