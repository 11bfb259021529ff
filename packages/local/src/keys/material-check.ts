import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type KeySpec, type KeySpecFacts, keySpecOf, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, type ServiceError } from '../service-error.js';
import { readSm2Pkcs8 } from './sm2-keys.js';

/**
 * Checks imported material: its length, or that it is PKCS#8 DER of a private key of this spec, consistent with its public key.
 * @throws ServiceError InvalidParameter
 */
export async function checkMaterial(spec: KeySpec, bytes: Uint8Array): Promise<void> {
  const facts: KeySpecFacts = keySpecs[spec];
  switch (facts.family) {
    case 'aes':
    case 'sm4':
    case 'hmac':
      if (bytes.length !== facts.bits / 8) throw wrong(`${spec} takes ${facts.bits / 8} bytes, not ${bytes.length}`);
      return;
    case 'rsa':
    case 'ec':
      if (!isPrivateKeyOf(spec, bytes)) throw wrong(`not the PKCS#8 DER of a private key of ${spec}`);
      return;
    case 'sm2':
      await readSm2Pkcs8(bytes).catch(() => {
        throw wrong(`not the PKCS#8 DER of a private key of ${spec}`);
      });
  }
}

const wrong = (why: string): ServiceError => invalidParameter('KeyMaterial', why);

function isPrivateKeyOf(spec: KeySpec, pkcs8: Uint8Array): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    return keySpecOf(key) === spec && isConsistent(key);
  } catch {
    return false;
  }
}

/** OpenSSL does not check the numbers of a key; a signature shows whether private and public half match. */
function isConsistent(privateKey: KeyObject): boolean {
  const probe = Buffer.from('pairwise consistency');
  return verify('sha256', probe, createPublicKey(privateKey), sign('sha256', probe, privateKey));
}
