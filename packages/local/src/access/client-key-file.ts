import { randomUUID } from 'node:crypto';
import { isClientKeyPassword } from 'alibabacloud-kms-sdk/internal';
import { packPkcs12 } from '../pki/pkcs12.js';
import { extensions, signCertificate } from '../pki/x509.js';
import { alphabets, randomText } from '../random-text.js';
import type { KeyPair } from './client-key-pair.js';

/** What CreateClientKey returns, once. */
export interface ClientKeyFile {
  KeyId: string;
  /** PKCS#12 in base64. */
  PrivateKeyData: string;
}

export interface ClientKeyContents {
  keyPair: KeyPair;
  notBefore: Date;
  notAfter: Date;
  password: string;
  /** Rounds of the key derivation from the password: more rounds make guessing slower. */
  iterations: number;
}

const passwordChars = 32;

export const newClientKeyId = (): string => `KAAP.${randomUUID()}`;

/** A random password that CreateClientKey accepts: it has letters and digits. */
export function newClientKeyPassword(): string {
  const password = randomText(alphabets.lettersAndDigits, passwordChars);
  return isClientKeyPassword(password) ? password : newClientKeyPassword();
}

/** Packs a client key and its self-signed certificate, of which only the key and the validity matter. */
export function packClientKey(
  keyId: string,
  { keyPair, notBefore, notAfter, password, iterations }: ClientKeyContents,
): { file: ClientKeyFile; certificatePem: string } {
  const { publicKey, privateKey } = keyPair;
  const certificate = signCertificate(
    {
      issuer: keyId,
      subject: keyId,
      publicKey,
      validity: { notBefore, notAfter },
      extensions: [extensions.endEntity, extensions.digitalSignature, extensions.clientAuthentication],
    },
    privateKey,
  );
  const pkcs12 = packPkcs12({ privateKey, certificate, friendlyName: keyId, password, iterations });
  return {
    file: { KeyId: keyId, PrivateKeyData: Buffer.from(pkcs12).toString('base64') },
    certificatePem: certificate.toString(),
  };
}
