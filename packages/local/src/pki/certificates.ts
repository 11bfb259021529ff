import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { type Extension, extendedKeyUsages, extensions, signCertificate, type Validity } from './x509.js';

/** A certificate and its private key (PKCS#8), both PEM. */
export interface CertifiedKey {
  certificatePem: string;
  privateKeyPem: string;
}

const newKeyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (privateKey: KeyObject): string => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A CA of our own, EC P-256. */
export function issueAuthority(validity: Validity): CertifiedKey {
  const { publicKey, privateKey } = newKeyPair();
  // Two local KMS that are trusted by one program must not be taken for each other.
  const name = `Local KMS CA ${randomBytes(4).toString('hex')}`;
  const certificatePem = signCertificate(
    {
      issuer: name,
      subject: name,
      publicKey,
      validity,
      extensions: [extensions.authority, extensions.signsCertificates, extensions.subjectKey(publicKey)],
    },
    privateKey,
  );
  return { certificatePem, privateKeyPem: pem(privateKey) };
}

/** A server certificate for these host names and IP addresses, EC P-256. */
export function issueServerCertificate(
  authority: CertifiedKey,
  names: readonly string[],
  validity: Validity,
): CertifiedKey {
  const { publicKey, privateKey } = newKeyPair();
  const certificatePem = issue(authority, 'Local KMS', publicKey, validity, [
    extensions.extendedKeyUsage(extendedKeyUsages.serverAuth),
    extensions.alternativeNames(names),
  ]);
  return { certificatePem, privateKeyPem: pem(privateKey) };
}

/** The certificate of a client key. */
export const issueClientCertificate = (
  authority: CertifiedKey,
  clientKeyId: string,
  publicKey: KeyObject,
  validity: Validity,
): string =>
  issue(authority, clientKeyId, publicKey, validity, [extensions.extendedKeyUsage(extendedKeyUsages.clientAuth)]);

function issue(
  authority: CertifiedKey,
  subject: string,
  publicKey: KeyObject,
  validity: Validity,
  further: readonly Extension[],
): string {
  const issuer = new X509Certificate(authority.certificatePem);
  return signCertificate(
    {
      issuer: issuer.subject.replace(/^CN=/, ''),
      subject,
      publicKey,
      validity,
      extensions: [
        extensions.endEntity,
        extensions.digitalSignature,
        extensions.subjectKey(publicKey),
        extensions.authorityKey(issuer.publicKey),
        ...further,
      ],
    },
    createPrivateKey(authority.privateKeyPem),
  );
}
