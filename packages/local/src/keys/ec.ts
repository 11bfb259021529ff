import { sign } from 'node:crypto';
import { ecCurveOf, ecdsaVerifier, ecNumber } from 'alibabacloud-kms-sdk/internal';
import type { SignatureScheme } from './signature-scheme.js';

/** ECDSA (FIPS 186-5) with SHA-256, signatures in DER. Digests go through a library, since Node.js signs nothing that it has not hashed itself. */
export const ecdsa: SignatureScheme = {
  signMessage: async ({ privateKey }, message) => sign('sha256', message, privateKey),
  async signDigest({ privateKey }, digest) {
    const curve = await ecCurveOf(privateKey);
    return curve.sign(digest, ecNumber(privateKey, 'd'), { prehash: false, lowS: false }).toBytes('der');
  },
  verifier: ({ publicKey }) => ecdsaVerifier(publicKey),
};
