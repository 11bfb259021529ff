import { encodeSignature, sm2Verifier, smLibrary, unhex } from 'alibabacloud-kms-sdk/internal';
import type { SignatureScheme } from './signature-scheme.js';

/** SM2DSA, GB/T 32918.2; signatures in DER. */
export const sm2dsa: SignatureScheme = {
  async signMessage(material, message) {
    return sm2dsa.signDigest(material, (await sm2dsa.verifier(material)).digestOf(message));
  },
  async signDigest(material, digest) {
    const { sm2 } = await smLibrary();
    const { privateKey } = await material.sm2Key();
    return encodeSignature(unhex(sm2.doSignature(digest, privateKey)));
  },
  verifier: async (material) => sm2Verifier((await material.sm2Key()).publicKey),
};
