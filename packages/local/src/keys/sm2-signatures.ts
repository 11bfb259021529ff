import { attempt } from './attempt.js';
import { derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';
import { digestBytes, type SignatureScheme } from './signature-scheme.js';
import { smLibrary } from './sm-library.js';
import { hex, sm2Order, unhex } from './sm2-keys.js';

/** Goes into Z when signer and verifier have agreed on no other, GM/T 0009 10. */
const defaultId = '1234567812345678';

/** GB/T 32918.2: what is signed is SM3(Z‖M). Signatures are SEQUENCE { r INTEGER, s INTEGER }, GM/T 0009 7.3. */
export const sm2dsa: SignatureScheme = {
  async signMessage(material, message) {
    return sm2dsa.signDigest(material, await digestOf((await material.sm2Key()).publicKey, message));
  },
  async verifyMessage(material, message, signature) {
    return sm2dsa.verifyDigest(material, await digestOf((await material.sm2Key()).publicKey, message), signature);
  },
  async signDigest(material, digest) {
    const { sm2 } = await smLibrary();
    const { privateKey } = await material.sm2Key();
    const parts = unhex(sm2.doSignature(digest, privateKey));
    return derNode(
      derTags.sequence,
      derUnsigned(parts.subarray(0, digestBytes)),
      derUnsigned(parts.subarray(digestBytes)),
    );
  },
  async verifyDigest(material, digest, signature) {
    const { sm2 } = await smLibrary();
    const { publicKey } = await material.sm2Key();
    const parts = attempt(() => decode(signature));
    return parts !== undefined && sm2.doVerifySignature(digest, parts, publicKey);
  },
};

async function digestOf(publicKey: string, message: Uint8Array): Promise<Uint8Array> {
  const { sm2 } = await smLibrary();
  return unhex(sm2.getHash(message, publicKey, defaultId));
}

function decode(signature: Uint8Array): string {
  const [r, s, ...others] = readNodes(readOnly(signature, derTags.sequence));
  if (others.length > 0) throw new Error('Not an SM2 signature');
  return [r, s].map((part) => inRange(hex(readUnsigned(part, digestBytes)))).join('');
}

/** GB/T 32918.2 7.1 B1 and B2: r and s lie in [1, n-1] */
function inRange(number: string): string {
  const value = BigInt(`0x${number}`);
  if (value < 1n || value >= sm2Order) throw new Error('Not an SM2 signature');
  return number;
}
