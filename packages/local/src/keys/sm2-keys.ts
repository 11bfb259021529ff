import {
  contentOf,
  derBitString,
  derNode,
  derTags,
  derUnsigned,
  hex,
  isSm2Algorithm,
  readNodes,
  readOnly,
  readUnsigned,
  sm2Algorithm,
  sm2Order,
  smLibrary,
  unhex,
} from 'alibabacloud-kms-sdk/internal';

/** Hexadecimal, as the SM2 library takes them: 64 digits, and `04` with 128 digits. */
export interface Sm2Key {
  privateKey: string;
  publicKey: string;
}

const publicKeyTag = 0xa1;

/** Generates a private key as PKCS#8 (RFC 5958) around ECPrivateKey (RFC 5915). */
export async function generateSm2Pkcs8(): Promise<Uint8Array> {
  const { sm2 } = await smLibrary();
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const ecPrivateKey = derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(1)),
    derNode(derTags.octetString, unhex(privateKey)),
    derNode(publicKeyTag, derBitString(unhex(publicKey))),
  );
  return derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(0)),
    sm2Algorithm,
    derNode(derTags.octetString, ecPrivateKey),
  );
}

/** @throws Error for anything but PKCS#8 of an SM2 key with consistent parts */
export async function readSm2Pkcs8(pkcs8: Uint8Array): Promise<Sm2Key> {
  const [version, identifier, wrapped] = readNodes(readOnly(pkcs8, derTags.sequence));
  readUnsigned(version, 1);
  if (!isSm2Algorithm(identifier)) throw new Error('Not a key on the SM2 curve');
  const [, scalar, ...optional] = readNodes(readOnly(contentOf(wrapped, derTags.octetString), derTags.sequence));
  const privateKey = hex(contentOf(scalar, derTags.octetString));
  const d = privateKey.length === 64 ? BigInt(`0x${privateKey}`) : 0n;
  // GB/T 32918.1 6.1: d lies in [1, n-2]
  if (d < 1n || d > sm2Order - 2n) throw new Error('Not an SM2 private key');
  const { sm2 } = await smLibrary();
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  const stated = optional.find((node) => node.tag === publicKeyTag);
  if (stated !== undefined && hex(stated.content) !== hex(derBitString(unhex(publicKey))))
    throw new Error('The public key does not belong to the private key');
  return { privateKey, publicKey };
}
