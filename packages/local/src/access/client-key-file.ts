import { type KeyObject, randomUUID } from 'node:crypto';
import forge from 'node-forge';
import { alphabets, randomText } from './random-text.js';

/** What CreateClientKey hands out, once. */
export interface ClientKeyFile {
  KeyId: string;
  /** PKCS#12 in base64. */
  PrivateKeyData: string;
}

const passwordChars = 32;
/** Iterations slow down who guesses a password; one of 190 random bits needs no such help, and starting a KMS no delay. */
const iterations = 16;

export const newClientKeyId = (): string => `KAAP.${randomUUID()}`;

/** A password as CreateClientKey demands it: it has letters and digits. */
export function newClientKeyPassword(): string {
  const password = randomText(alphabets.lettersAndDigits, passwordChars);
  return /\d/.test(password) && /[A-Za-z]/.test(password) ? password : newClientKeyPassword();
}

/**
 * Packs private key and certificate as KMS does: the encryption is the old one, which every language's PKCS#12 reader opens.
 *
 * @param password one of {@link newClientKeyPassword}
 */
export function packClientKey(
  keyId: string,
  privateKey: KeyObject,
  certificatePem: string,
  password: string,
): ClientKeyFile {
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const certificate = forge.pki.certificateFromPem(certificatePem);
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, {
    algorithm: '3des',
    friendlyName: keyId,
    count: iterations,
  });
  const der = Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
  return { KeyId: keyId, PrivateKeyData: der.toString('base64') };
}
