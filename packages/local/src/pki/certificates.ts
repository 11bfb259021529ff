import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { extensions, signCertificate, type Validity } from './x509.js';

/** A certificate and its private key (PKCS#8), both PEM. */
export interface CertifiedKey {
  certificatePem: string;
  privateKeyPem: string;
}

const newKeyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (privateKey: KeyObject): string => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const authorityName = 'Local KMS CA';

/** Whether a certificate is that of a local KMS's CA. */
export const isAuthority = ({ subject }: X509Certificate): boolean => subject.startsWith(`CN=${authorityName} `);

/** Creates a CA with EC P-256. */
export function issueAuthority(validity: Validity): CertifiedKey {
  const { publicKey, privateKey } = newKeyPair();
  // A unique name, so that a program that trusts two local KMS does not confuse them.
  const name = `${authorityName} ${randomBytes(4).toString('hex')}`;
  const certificate = signCertificate(
    {
      issuer: name,
      subject: name,
      publicKey,
      validity,
      extensions: [extensions.authority, extensions.signsCertificates, extensions.subjectKey(publicKey)],
    },
    privateKey,
  );
  return { certificatePem: certificate.toString(), privateKeyPem: pem(privateKey) };
}

/** Creates a server certificate for these host names and IP addresses, with EC P-256. */
export function issueServerCertificate(
  authority: CertifiedKey,
  names: readonly string[],
  validity: Validity,
): CertifiedKey {
  const { publicKey, privateKey } = newKeyPair();
  const issuer = new X509Certificate(authority.certificatePem);
  const certificate = signCertificate(
    {
      issuer: issuer.subject.replace(/^CN=/, ''),
      subject: 'Local KMS',
      publicKey,
      validity,
      extensions: [
        extensions.endEntity,
        extensions.digitalSignature,
        extensions.serverAuthentication,
        extensions.subjectKey(publicKey),
        extensions.authorityKey(issuer.publicKey),
        extensions.alternativeNames(names),
      ],
    },
    createPrivateKey(authority.privateKeyPem),
  );
  return { certificatePem: certificate.toString(), privateKeyPem: pem(privateKey) };
}
