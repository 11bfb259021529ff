import {
  encryptionContextAad,
  packPublicCiphertext,
  possibleContexts,
  unpackPublicCiphertext,
} from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { openParts, sealParts } from '../../keys/symmetric-ciphertexts.js';
import { base64, optionalTextMap, toBase64, unpack } from '../parameters.js';
import type { Kms, Parameters } from '../types.js';

/** Encrypts text and answers as Encrypt does. */
export async function sealText(
  kms: Kms,
  key: Key,
  text: string,
  parameters: Parameters,
  contextName = 'EncryptionContext',
) {
  const sealed = await sealParts(kms.keys, key, {
    plaintext: Buffer.from(text),
    aad: encryptionContextAad(optionalTextMap(parameters, contextName), 'raw'),
  });
  return {
    KeyId: key.id,
    KeyVersionId: sealed.keyVersionId,
    CiphertextBlob: toBase64(packPublicCiphertext(sealed)),
  };
}

/** Decrypts the text in CiphertextBlob, whichever way the client that made it bound it to its context. */
export async function openText(kms: Kms, parameters: Parameters, action: KeyAction, contextName = 'EncryptionContext') {
  const blob = base64(parameters, 'CiphertextBlob');
  const parts = unpack('CiphertextBlob', () => unpackPublicCiphertext(blob));
  const aads = possibleContexts(optionalTextMap(parameters, contextName)).map(({ aad }) => aad);
  const { key, keyVersionId, plaintext } = await openParts(kms.keys, parts, { action, aads });
  return { key, keyVersionId, text: Buffer.from(plaintext).toString() };
}
