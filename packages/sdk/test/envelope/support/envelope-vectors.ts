import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnvelopeKms } from 'alibabacloud-kms-sdk/envelope';
import type { MessageFormat } from '../../../src/envelope/formats/detect-format.js';

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`../../../../../vectors/envelope/${name}.json`, import.meta.url), 'utf8')).vectors;

/** A message that an original SDK wrote; see vectors/envelope. */
export interface MessageVector {
  name: string;
  format: MessageFormat;
  algorithm: string;
  encryptionContext: Record<string, string>;
  dataKeyHex: string;
  headerIvHex: string;
  bodyIvHex: string;
  encryptedDataKeys: { keyArn: string; ciphertextBlob: string }[];
  encryptionContextBytesHex: string;
  headerAuthenticatedBytesHex: string;
  headerAuthTagHex: string;
  plaintextBase64?: string;
  messageBase64?: string;
  messageSha256?: string;
  secretName?: string;
  storedHeaderIvHex?: string;
  storedSecretDataBase64?: string;
}

export interface LegacyVector extends Omit<MessageVector, 'format' | 'encryptedDataKeys'> {
  keyArn: string;
  ciphertextBlob: string;
  messageBase64: string;
  plaintextBase64: string;
}

export interface NegativeVector {
  name: string;
  messageBase64: string;
  why: string;
}

export const messageVectors = read<MessageVector>('messages');
export const legacyVectors = read<LegacyVector>('legacy');
export const negativeVectors = read<NegativeVector>('negative');

export const hexBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
export const base64Bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `byte i = (i*31 + 7) mod 256`: the rule of the vector that is too long to be written down. */
export const plaintextOf = ({ plaintextBase64 }: MessageVector): Uint8Array =>
  plaintextBase64 === undefined
    ? Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31 + 7) % 256)
    : base64Bytes(plaintextBase64);

const metadata = { status: 200, attempts: 1, headers: {} };

/** The stub of KMS that the vectors were made with, from the other side: it opens the data keys that they have. */
export function vectorKms(vectors: readonly (MessageVector | LegacyVector)[]): EnvelopeKms & { decrypts: number } {
  const keys = new Map<string, { key: Uint8Array; context: string }>();
  for (const vector of vectors) {
    const context = JSON.stringify(Object.entries(vector.encryptionContext).sort());
    for (const { ciphertextBlob } of 'encryptedDataKeys' in vector ? vector.encryptedDataKeys : [vector]) {
      keys.set(ciphertextBlob, { key: hexBytes(vector.dataKeyHex), context });
    }
  }
  const none = () => Promise.reject(new Error('the vectors have no such call'));
  const kms = {
    decrypts: 0,
    describeCall: async () => ({ credential: 'accessKey' }),
    async decrypt({ ciphertextBlob, encryptionContext }: Parameters<EnvelopeKms['decrypt']>[0]) {
      kms.decrypts += 1;
      const found = keys.get(Buffer.from(ciphertextBlob).toString('base64'));
      const given = JSON.stringify(Object.entries(encryptionContext ?? {}).sort());
      if (found?.context !== given) throw new Error('InvalidParameter');
      return { keyId: '', plaintext: Uint8Array.from(found.key), requestId: '', $metadata: metadata };
    },
    async getSecretValue({ secretName }: Parameters<EnvelopeKms['getSecretValue']>[0]) {
      const found = vectors.find((vector) => 'secretName' in vector && vector.secretName === secretName);
      return { secretData: (found as MessageVector).storedSecretDataBase64, secretDataType: 'text' };
    },
    describeKey: none,
    generateDataKey: none,
    encrypt: none,
    createSecret: none,
  };
  return kms as unknown as EnvelopeKms & { decrypts: number };
}
