import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type Forge from 'node-forge';
import type { asn1 as forgeAsn1, pki } from 'node-forge';
import { KmsConfigurationError } from '../errors.js';
import { isError } from '../util/value-kinds.js';

export interface Pkcs12Contents {
  privateKey: KeyObject;
  /** End of the certificate's validity, if there is a certificate. */
  validUntil?: Date;
}

type Asn1 = forgeAsn1.Asn1;

const unreadable = (what: string, cause?: unknown) =>
  new KmsConfigurationError('ClientKey.Unreadable', what, { cause });

/**
 * The RSA key of a {@link https://www.rfc-editor.org/rfc/rfc7292 PKCS#12} with legacy protection (3DES, RC2-40,
 * SHA-1) or PBES2.
 *
 * @param source where the bytes come from, for messages
 * @throws KmsConfigurationError `ClientKey.Unreadable`, `ClientKey.WrongPassword`
 */
export async function openPkcs12(der: Uint8Array, password: string, source: string): Promise<Pkcs12Contents> {
  // Node's OpenSSL neither extracts the key of a PKCS#12 nor knows RC2-40.
  const forge = await loadForge();
  const asn1 = parseAsn1(() => forge.asn1.fromDer(Buffer.from(der).toString('latin1')), source);
  if (hasPbmac1(asn1)) {
    const advice = 'write it again with openssl pkcs12 -export, without -pbmac1_pbkdf2';
    throw unreadable(`${source}: the MAC of its PKCS#12 is PBMAC1 (RFC 9579), which is not supported: ${advice}`);
  }
  const bags = decrypt(() => forge.pkcs12.pkcs12FromAsn1(asn1, true, password), source, password).safeContents.flatMap(
    (contents) => contents.safeBags,
  );
  const key = bags.find((bag) => bag.key)?.key as pki.rsa.PrivateKey | null | undefined;
  if (!key) throw unreadable(`${source}: the PKCS#12 holds no RSA private key`);
  const pkcs8 = forge.asn1.toDer(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))).getBytes();
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'latin1'), format: 'der', type: 'pkcs8' });
  // The library parses only RSA-signed certificates and leaves others as ASN.1; Node.js parses all.
  const certificate = bags
    .filter((bag) => bag.type === forge.pki.oids.certBag)
    .map((bag) => forge.asn1.toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1).getBytes())
    .map((certificateDer) => new X509Certificate(Buffer.from(certificateDer, 'latin1')))
    .find((candidate) => candidate.checkPrivateKey(privateKey));
  return { privateKey, validUntil: certificate && new Date(certificate.validTo) };
}

/** Of the library what PKCS#12 takes, a third of it: each file adds to one object. Newer ones have a MAC by SHA-512. */
async function loadForge(): Promise<typeof Forge> {
  // @ts-expect-error the types are those of the whole library
  await Promise.all([import('node-forge/lib/pkcs12.js'), import('node-forge/lib/sha512.js')]);
  // @ts-expect-error likewise
  return (await import('node-forge/lib/forge.js')).default;
}

function parseAsn1<T>(read: () => T, source: string): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(`${source}: PrivateKeyData is not a PKCS#12, or truncated`, error);
  }
}

function decrypt<T>(read: () => T, source: string, password: string): T {
  try {
    return read();
  } catch (error) {
    // The library has no error codes; these are its messages for a wrong MAC or padding.
    if (isError(error) && /could not be verified|Failed to decrypt/.test(error.message)) {
      throw new KmsConfigurationError(
        'ClientKey.WrongPassword',
        `${source}: the password does not open it; give the one that was set when the client key was created${around(password)}`,
      );
    }
    throw unreadable(`${source}: PrivateKeyData is not a readable PKCS#12`, error);
  }
}

/** Characters that come along when a password is copied or read from a file. */
const around = (password: string): string =>
  password === password.trim() ? '' : '; the one given begins or ends with a line break, a blank or a byte order mark';

/** id-PBMAC1, 1.2.840.113549.1.5.14, in DER. */
const pbmac1 = Buffer.from('2a864886f70d01050e', 'hex').toString('latin1');

/** Finds the algorithm of the MAC: PFX { version, authSafe, macData { mac { digestAlgorithm { algorithm … (RFC 7292 4). */
function hasPbmac1(pfx: Asn1): boolean {
  let node: unknown = pfx;
  for (const index of [2, 0, 0, 0]) node = (node as Asn1 | undefined)?.value?.[index];
  return (node as Asn1 | undefined)?.value === pbmac1;
}
