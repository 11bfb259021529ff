import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * The JSON file of the envelope examples; everything except `version` is base64:
 * data encrypted locally with AES-256-GCM and a data key, and that data key, encrypted by KMS.
 */
export interface Envelope {
  version: 1;
  /** The data key, encrypted by KMS. */
  encryptedDataKey: string;
  /** 12 random bytes. */
  iv: string;
  ciphertext: string;
  /** 16 bytes, with which GCM detects changes. */
  tag: string;
}

const algorithm = 'aes-256-gcm';
const bytes = (base64: string) => Buffer.from(base64, 'base64');

/** Encrypts with a data key, and zeroes it. */
export function seal(data: Uint8Array, dataKey: Buffer, encryptedDataKey: string): Envelope {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, dataKey, iv);
  const ciphertext = Buffer.concat([cipher.update(data), cipher.final()]);
  dataKey.fill(0);
  return {
    version: 1,
    encryptedDataKey,
    iv: iv.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** Decrypts with the data key that KMS decrypted, and zeroes it. */
export function open({ version, iv, ciphertext, tag }: Envelope, dataKey: Buffer): Buffer {
  if (version !== 1) throw new Error(`this envelope has version ${version}; this program reads version 1`);
  const decipher = createDecipheriv(algorithm, dataKey, bytes(iv), { authTagLength: 16 }).setAuthTag(bytes(tag));
  const data = Buffer.concat([decipher.update(bytes(ciphertext)), decipher.final()]);
  dataKey.fill(0);
  return data;
}
