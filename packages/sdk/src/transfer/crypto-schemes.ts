import { KmsConnectionError } from '../errors.js';
import { limits } from '../model/limits.js';
import { isBytes } from '../util/value-kinds.js';
import { packPublicCiphertext, toAdvanceBlob, toPublicBlob } from '../wire/ciphertext.js';
import { instanceHeaders } from '../wire/instance-signature.js';
import { WireFormatError } from '../wire/wire-format.js';
import { contextAad, openBound } from './encryption-context.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';
import { invalidParameter } from './refusals.js';

/** A ciphertext in KMS 1.0's layout, and the response that it came with. */
export interface Sealed extends InstanceResponse {
  /** Key version id, IV, ciphertext with tag. */
  blob: Uint8Array;
  /** The key version at the start of the blob. */
  keyVersionId: string;
}

/** Implements the symmetric calls of KMS 1.0 with operations of the instance; there are two ways to do it. */
export interface CryptoScheme {
  encrypt(call: InstanceCall, plaintext: Uint8Array): Promise<Sealed>;
  /** @param blob in KMS 1.0's layout */
  decrypt(call: InstanceCall, blob: Uint8Array): Promise<InstanceResponse>;
  generateDataKey(call: InstanceCall, numberOfBytes: number): Promise<InstanceResponse>;
}

const headBytes = limits.keyVersionIdLength + limits.gcmIvBytes;

/** The parts of a blob in KMS 1.0's layout. */
function splitBlob(call: InstanceCall, blob: Uint8Array) {
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

/** With AdvanceEncrypt, AdvanceDecrypt and AdvanceGenerateDataKey: their blobs are KMS 1.0's after a header of 3 bytes. */
export const advanceScheme: CryptoScheme = {
  async encrypt(call, plaintext) {
    const message = { KeyId: call.text('KeyId'), Plaintext: plaintext, Aad: contextAad(call) };
    const answered = await call.send('AdvanceEncrypt', message);
    const blob = toPublicBlob(bytesOf(answered.answer.CiphertextBlob));
    const keyVersionId = Buffer.from(blob.subarray(0, limits.keyVersionIdLength)).toString('latin1');
    return { ...answered, blob, keyVersionId };
  },

  decrypt(call, blob) {
    const { iv } = splitBlob(call, blob);
    const message = { CiphertextBlob: toAdvanceBlob(blob), Iv: iv };
    return openBound(call, (Aad) => call.send('AdvanceDecrypt', { ...message, Aad }));
  },

  generateDataKey: (call, numberOfBytes) =>
    call.send('AdvanceGenerateDataKey', {
      KeyId: call.text('KeyId'),
      NumberOfBytes: numberOfBytes,
      Aad: contextAad(call),
    }),
};

/** With Encrypt, Decrypt and GenerateDataKey: the parts of KMS 1.0's blob travel separately, the key version as a header. */
export const lowVersionScheme: CryptoScheme = {
  async encrypt(call, plaintext) {
    const message = { KeyId: call.text('KeyId'), Plaintext: plaintext, Aad: contextAad(call) };
    const answered = await call.send('Encrypt', message);
    return { ...answered, ...joined(call, answered) };
  },

  decrypt(call, blob) {
    const { keyVersionId, iv, ciphertext } = splitBlob(call, blob);
    const headers = { [instanceHeaders.keyVersionId]: keyVersionId };
    return openBound(call, (Aad) => call.send('Decrypt', { CiphertextBlob: ciphertext, Iv: iv, Aad }, headers));
  },

  generateDataKey: (call, numberOfBytes) =>
    call.send('GenerateDataKey', {
      KeyId: call.text('KeyId'),
      NumberOfBytes: numberOfBytes,
      Aad: contextAad(call),
    }),
};

/** @throws KmsConnectionError `Connection.InvalidResponse` for a response that nobody could decrypt */
function joined({ action }: InstanceCall, { answer, keyVersionId = '' }: InstanceResponse) {
  const parts = { keyVersionId, iv: bytesOf(answer.Iv), ciphertext: bytesOf(answer.CiphertextBlob) };
  try {
    return { keyVersionId, blob: packPublicCiphertext(parts) };
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    const problem = `${action}: the response is not a ciphertext that can be decrypted: ${error.message}`;
    throw new KmsConnectionError('Connection.InvalidResponse', problem, { api: action });
  }
}
