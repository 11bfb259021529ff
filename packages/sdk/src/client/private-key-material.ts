import { createPrivateKey } from 'node:crypto';
import { invalidRequest } from '../checks.js';
import type { KeySpec, KeySpecFacts } from '../model/key-specs.js';
import { contentOf, type DerNode, derNode, derTags, readNodes, readOnly } from '../public-key/der.js';
import { type PemBlock, PemError, readOnePem } from '../wire/pem.js';

const api = 'importKey';

/** OBJECT IDENTIFIERs of the curves, in hex as in DER (RFC 5480 2.1.1.1, GB/T 33560). */
const curves: Partial<Record<KeySpec, string>> = {
  EC_P256: '2a8648ce3d030107',
  EC_P256K: '2b8104000a',
  EC_SM2: '2a811ccf5501822d',
};
const ecPublicKey = Buffer.from('2a8648ce3d0201', 'hex');
const objectIdentifier = 0x06;
/** [0] parameters of an ECPrivateKey. */
const parametersTag = 0xa0;
/** SM2: the label that OpenSSL 3 writes for that curve. */
const sec1Labels = ['EC PRIVATE KEY', 'SM2 PRIVATE KEY'];
const labels = [...sec1Labels, 'PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'];

/**
 * The private key of an asymmetric key as PKCS#8 in DER, the form that KMS takes.
 *
 * @param material PKCS#8, SEC1 (RFC 5915) or PKCS#1 in DER, or PEM with one of them: text, or the bytes of a file
 * @throws KmsConfigurationError `Request.Invalid`
 */
export function pkcs8Of(material: Uint8Array | string, keySpec: KeySpec): Uint8Array {
  const text = typeof material === 'string' ? material : Buffer.from(material).toString('latin1');
  if (typeof material !== 'string' && !text.includes('-----BEGIN')) {
    return isSec1(material) ? pkcs8OfSec1(material, keySpec) : material;
  }
  const { label, der } = blockOf(text);
  if (label === 'ENCRYPTED PRIVATE KEY')
    throw invalidRequest(api, 'material is encrypted: give the key without a password');
  if (sec1Labels.includes(label)) return pkcs8OfSec1(der, keySpec);
  return label === 'PRIVATE KEY' ? der : pkcs8OfPkcs1(der);
}

function blockOf(text: string): PemBlock {
  try {
    return readOnePem(text, labels);
  } catch (error) {
    throw error instanceof PemError
      ? invalidRequest(api, `material is not a valid private key in PEM: ${error.message}`)
      : error;
  }
}

function pkcs8OfPkcs1(der: Uint8Array): Uint8Array {
  try {
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs1' });
    return key.export({ type: 'pkcs8', format: 'der' });
  } catch {
    throw invalidRequest(api, 'material is not a readable private key');
  }
}

/** ECPrivateKey starts with version 1, PrivateKeyInfo with version 0 and an algorithm. */
function isSec1(der: Uint8Array): boolean {
  const [version, key] = nodesOf(der);
  return version?.tag === derTags.integer && version.content[0] === 1 && key?.tag === derTags.octetString;
}

function nodesOf(der: Uint8Array): DerNode[] {
  try {
    return readNodes(readOnly(der, derTags.sequence));
  } catch {
    return [];
  }
}

/** Wraps an ECPrivateKey in a PrivateKeyInfo (RFC 5208 5); its parameters move into the algorithm. */
function pkcs8OfSec1(der: Uint8Array, keySpec: KeySpec): Uint8Array {
  const members = nodesOf(der);
  const curve = curves[keySpec];
  if (!isSec1(der) || curve === undefined) throw invalidRequest(api, `material is not a private key of ${keySpec}`);
  const parameters = members.find(({ tag }) => tag === parametersTag);
  if (parameters && !Buffer.from(contentOf(parameters, parametersTag)).equals(oid(curve))) {
    throw invalidRequest(api, `material is a key of another curve than that of ${keySpec}`);
  }
  const inner = members.filter((member) => member !== parameters).map(({ tag, content }) => derNode(tag, content));
  const algorithm = derNode(derTags.sequence, derNode(objectIdentifier, ecPublicKey), oid(curve));
  const version = derNode(derTags.integer, Uint8Array.of(0));
  return derNode(
    derTags.sequence,
    version,
    algorithm,
    derNode(derTags.octetString, derNode(derTags.sequence, ...inner)),
  );
}

const oid = (hex: string): Uint8Array => derNode(objectIdentifier, Buffer.from(hex, 'hex'));

/** Whether keys of this spec are key pairs. */
export const isPair = ({ family }: KeySpecFacts): boolean => !['aes', 'sm4', 'hmac'].includes(family);
