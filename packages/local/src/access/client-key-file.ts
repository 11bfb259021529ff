import { type KeyObject, randomUUID, sign } from 'node:crypto';
import { isClientKeyPassword } from 'alibabacloud-kms-sdk/internal';
import forge from 'node-forge';
import { alphabets, randomText } from '../random-text.js';

/** What CreateClientKey hands out, once. */
export interface ClientKeyFile {
  KeyId: string;
  /** PKCS#12 in base64. */
  PrivateKeyData: string;
}

export interface ClientKeyContents {
  keyPair: { publicKey: KeyObject; privateKey: KeyObject };
  notBefore: Date;
  notAfter: Date;
  password: string;
  /** Rounds of deriving keys from the password: how slow it is to guess. */
  iterations: number;
}

const passwordChars = 32;

export const newClientKeyId = (): string => `KAAP.${randomUUID()}`;

/** A password as CreateClientKey demands it: it has letters and digits. */
export function newClientKeyPassword(): string {
  const password = randomText(alphabets.lettersAndDigits, passwordChars);
  return isClientKeyPassword(password) ? password : newClientKeyPassword();
}

/** Makes the certificate of a client key, and packs both as KMS does: with the old encryption, which every language's PKCS#12 reader opens. */
export function packClientKey(
  keyId: string,
  { keyPair, notBefore, notAfter, password, iterations }: ClientKeyContents,
): { file: ClientKeyFile; certificatePem: string } {
  const certificate = issueCertificate(keyId, keyPair, notBefore, notAfter);
  const privateKey = forge.pki.privateKeyFromPem(
    keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const options = { algorithm: '3des', friendlyName: keyId, count: iterations } as const;
  const pkcs12 = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], password, options));
  return {
    file: { KeyId: keyId, PrivateKeyData: Buffer.from(pkcs12.getBytes(), 'latin1').toString('base64') },
    // node-forge ends lines as Windows does.
    certificatePem: forge.pki.certificateToPem(certificate).replaceAll('\r', ''),
  };
}

/** Signed by its own key: what counts of it are the key and its dates. */
function issueCertificate(
  keyId: string,
  { publicKey, privateKey }: ClientKeyContents['keyPair'],
  notBefore: Date,
  notAfter: Date,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  const name = [{ name: 'commonName', value: keyId }];
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  // First digit 4: positive, and never a byte shorter.
  certificate.serialNumber = `4${randomUUID().replaceAll('-', '').slice(1)}`;
  certificate.validity = { notBefore, notAfter };
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'extKeyUsage', clientAuth: true },
  ]);
  // node-forge signs in JavaScript, forty times as slowly as node:crypto.
  const signer = { sign: () => signed(certificate.tbsCertificate, privateKey) } as unknown as forge.pki.rsa.PrivateKey;
  certificate.sign(signer, forge.md.sha256.create());
  return certificate;
}

const signed = (content: forge.asn1.Asn1, key: KeyObject): string =>
  sign('sha256', Buffer.from(forge.asn1.toDer(content).getBytes(), 'latin1'), key).toString('latin1');
