import { encryptionContextAad, packPublicCiphertext, unpackPublicCiphertext } from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { openParts, sealParts } from '../../keys/symmetric-ciphertexts.js';
import { base64, optionalTextMap, toBase64, unpack } from '../parameters.js';
import type { Kms, Parameters } from '../types.js';

const contextAad = (parameters: Parameters, name: string) => encryptionContextAad(optionalTextMap(parameters, name));

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
    aad: contextAad(parameters, contextName),
  });
  return {
    KeyId: key.id,
    KeyVersionId: sealed.keyVersionId,
    CiphertextBlob: toBase64(packPublicCiphertext(sealed)),
  };
}

/** Decrypts the text in CiphertextBlob. */
export async function openText(kms: Kms, parameters: Parameters, action: KeyAction, contextName = 'EncryptionContext') {
  const blob = base64(parameters, 'CiphertextBlob');
  const parts = unpack('CiphertextBlob', () => unpackPublicCiphertext(blob));
  const aad = contextAad(parameters, contextName);
  const { key, keyVersionId, plaintext } = await openParts(kms.keys, parts, { action, aad });
  return { key, keyVersionId, text: Buffer.from(plaintext).toString() };
}
