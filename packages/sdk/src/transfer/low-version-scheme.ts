import { KmsConnectionError } from '../errors.js';
import { packPublicCiphertext } from '../wire/ciphertext.js';
import { instanceHeaders } from '../wire/instance-signature.js';
import { WireFormatError } from '../wire/wire-format-error.js';
import { bytesOf, type CryptoScheme, splitBlob } from './crypto-scheme.js';
import { contextAad, openBound } from './encryption-context.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';

/** By Encrypt, Decrypt and GenerateDataKey: the parts of KMS 1.0's blob travel by themselves, the key version as a header. */
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

/** @throws KmsConnectionError `Connection.InvalidResponse` for an answer that nobody could decrypt */
function joined({ action }: InstanceCall, { answer, keyVersionId = '' }: InstanceResponse) {
  const parts = { keyVersionId, iv: bytesOf(answer.Iv), ciphertext: bytesOf(answer.CiphertextBlob) };
  try {
    return { keyVersionId, blob: packPublicCiphertext(parts) };
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    const problem = `${action}: the answer makes no ciphertext that could be decrypted again: ${error.message}`;
    throw new KmsConnectionError('Connection.InvalidResponse', problem, { api: action });
  }
}
