import { limits } from '../model/limits.js';
import { WireFormatError } from './wire-format.js';

/** The parts of the symmetric ciphertexts of both gateways. */
export interface CiphertextParts {
  /** 36 ASCII characters. */
  keyVersionId: string;
  /** 12 bytes. */
  iv: Uint8Array;
  /** Ciphertext, followed by the 16-byte tag. */
  ciphertext: Uint8Array;
}

/** The three bytes before the parts in an instance's CiphertextBlob. */
export interface AdvanceHeader {
  /** 0 to 15. */
  cipherVersion: number;
  /** 0 to 15. */
  paddingMode: number;
  /** 0 to 255, see {@link advanceAlgorithms}. */
  algorithm: number;
}

const marker = 0x24;
const advanceHeaderBytes = 3;
const advanceAlgorithms = { AES_GCM: 0x02 } as const;

/** The header of all AES-GCM ciphertexts: `24 00 02`. */
export const advanceHeaderAesGcm: AdvanceHeader = {
  cipherVersion: 0,
  paddingMode: 0,
  algorithm: advanceAlgorithms.AES_GCM,
};

const ivStart = limits.keyVersionIdLength;
const ciphertextStart = ivStart + limits.gcmIvBytes;

/** CiphertextBlob of the public gateway (KMS 1.0): key version id, IV, ciphertext with tag. */
export function packPublicCiphertext({ keyVersionId, iv, ciphertext }: CiphertextParts): Uint8Array {
  if (!/^[\x21-\x7e]{36}$/.test(keyVersionId)) throw new WireFormatError('a key version id has 36 ASCII characters');
  if (iv.length !== limits.gcmIvBytes) throw new WireFormatError(`the IV has ${iv.length} bytes instead of 12`);
  if (ciphertext.length < limits.gcmTagBytes) throw new WireFormatError('the ciphertext is shorter than its tag');
  const blob = new Uint8Array(ciphertextStart + ciphertext.length);
  blob.set(Buffer.from(keyVersionId, 'latin1'));
  blob.set(iv, ivStart);
  blob.set(ciphertext, ciphertextStart);
  return blob;
}

/** @throws WireFormatError for another layout */
export function unpackPublicCiphertext(blob: Uint8Array): CiphertextParts {
  if (blob.length < ciphertextStart + limits.gcmTagBytes) throw new WireFormatError('the ciphertext blob is too short');
  const keyVersionId = Buffer.from(blob.subarray(0, ivStart)).toString('latin1');
  if (!/^[\x21-\x7e]+$/.test(keyVersionId)) throw new WireFormatError('the ciphertext blob names no key version');
  return { keyVersionId, iv: blob.slice(ivStart, ciphertextStart), ciphertext: blob.slice(ciphertextStart) };
}

/** CiphertextBlob of an instance's Advance* APIs: `$`, cipher version and padding mode, algorithm, then as on the public gateway. */
export function packAdvanceCiphertext(parts: CiphertextParts & Partial<AdvanceHeader>): Uint8Array {
  const { cipherVersion, paddingMode, algorithm } = { ...advanceHeaderAesGcm, ...parts };
  const body = packPublicCiphertext(parts);
  const blob = new Uint8Array(advanceHeaderBytes + body.length);
  blob.set([marker, (cipherVersion << 4) | paddingMode, algorithm]);
  blob.set(body, advanceHeaderBytes);
  return blob;
}

/** @throws WireFormatError for another layout */
export function unpackAdvanceCiphertext(blob: Uint8Array): CiphertextParts & AdvanceHeader {
  const [first, versionAndPadding = 0, algorithm = 0] = blob;
  if (first !== marker) throw new WireFormatError('the ciphertext blob does not begin with "$"');
  const parts = unpackPublicCiphertext(blob.subarray(advanceHeaderBytes));
  return { cipherVersion: versionAndPadding >> 4, paddingMode: versionAndPadding & 0x0f, algorithm, ...parts };
}

/** Converts a blob of the public gateway for the instance's AdvanceDecrypt, without parsing it. */
export const toAdvanceBlob = (publicBlob: Uint8Array): Uint8Array =>
  Uint8Array.of(marker, 0, advanceAlgorithms.AES_GCM, ...publicBlob);

/** Converts a blob of the instance's Advance* APIs for the public gateway, without parsing it. */
export const toPublicBlob = (advanceBlob: Uint8Array): Uint8Array => advanceBlob.slice(advanceHeaderBytes);
