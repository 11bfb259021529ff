import { limits } from '../model/limits.js';
import { isBytes } from '../util/value-kinds.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';
import { invalidParameter } from './refusals.js';

/** A ciphertext in KMS 1.0's layout, and the answer that it came with. */
export interface Sealed extends InstanceResponse {
  /** Key version id, IV, ciphertext with tag. */
  blob: Uint8Array;
  /** The key version that the blob begins with. */
  keyVersionId: string;
}

/** How the symmetric calls of KMS 1.0 are made of operations of the instance; two ways of doing it. */
export interface CryptoScheme {
  encrypt(call: InstanceCall, plaintext: Uint8Array): Promise<Sealed>;
  /** `blob` in KMS 1.0's layout. */
  decrypt(call: InstanceCall, blob: Uint8Array): Promise<InstanceResponse>;
  generateDataKey(call: InstanceCall, numberOfBytes: number): Promise<InstanceResponse>;
}

const headBytes = limits.keyVersionIdLength + limits.gcmIvBytes;

/** The parts of a blob in KMS 1.0's layout. */
export function splitBlob(call: InstanceCall, blob: Uint8Array) {
  if (blob.length <= headBytes) throw invalidParameter(call.action, 'CiphertextBlob');
  const keyVersionId = Buffer.from(blob.subarray(0, limits.keyVersionIdLength)).toString('latin1');
  if (!/^[\x21-\x7e]+$/.test(keyVersionId)) throw invalidParameter(call.action, 'CiphertextBlob');
  return {
    keyVersionId,
    iv: blob.slice(limits.keyVersionIdLength, headBytes),
    ciphertext: blob.slice(headBytes),
  };
}

export const bytesOf = (value: unknown): Uint8Array => (isBytes(value) ? value : new Uint8Array());

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
