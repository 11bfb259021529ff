import { limits } from '../model/limits.js';
import { toAdvanceBlob, toPublicBlob } from '../wire/ciphertext.js';
import { bytesOf, type CryptoScheme, splitBlob } from './crypto-scheme.js';
import { contextAad, openBound } from './encryption-context.js';

/** By AdvanceEncrypt, AdvanceDecrypt and AdvanceGenerateDataKey: their blobs are KMS 1.0's after a header of 3 bytes. */
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
