/** How SM4 (GB/T 32907) runs; bytes in, bytes out. */
interface Sm4Options {
  mode?: 'cbc' | 'ecb' | 'gcm';
  iv?: Uint8Array;
  padding?: 'pkcs#7' | 'none';
  associatedData?: Uint8Array;
  tag?: Uint8Array;
  outputTag?: boolean;
  output: 'array';
}

interface Sm4 {
  encrypt(
    plaintext: Uint8Array,
    key: Uint8Array,
    options: Sm4Options & { mode: 'gcm' },
  ): { output: Uint8Array; tag?: Uint8Array };
  encrypt(plaintext: Uint8Array, key: Uint8Array, options: Sm4Options): Uint8Array;
  decrypt(ciphertext: Uint8Array, key: Uint8Array, options: Sm4Options): Uint8Array;
}

/** Keys, signatures and ciphertexts of SM2 (GB/T 32918) are hexadecimal. */
interface Sm2 {
  generateKeyPairHex(): { privateKey: string; publicKey: string };
  getPublicKeyFromPrivateKey(privateKey: string): string;
  verifyPublicKey(publicKey: string): boolean;
  getHash(message: Uint8Array, publicKey: string, userId: string): string;
  doSignature(digest: Uint8Array, privateKey: string): string;
  doVerifySignature(digest: Uint8Array, signature: string, publicKey: string): boolean;
  doEncrypt(plaintext: Uint8Array, publicKey: string, cipherMode: number): string;
  doDecrypt(ciphertext: string, privateKey: string, cipherMode: number, options: { output: 'array' }): Uint8Array;
}

/**
 * What is used of sm-crypto-v2, which becomes part of our files: whoever installs the SDK does not have the library's own types.
 * The local KMS uses it from there.
 */
export interface SmLibrary {
  sm2: Sm2;
  /** SM3 (GB/T 32905) or its HMAC, hexadecimal. */
  sm3(message: Uint8Array | string, options?: { key: Uint8Array }): string;
  sm4: Sm4;
}

/** SM2, SM3 and SM4 from one library on every Node.js, because OpenSSL builds differ in them. Loads with the first SM key. */
export const smLibrary = (): Promise<SmLibrary> => import('sm-crypto-v2');
