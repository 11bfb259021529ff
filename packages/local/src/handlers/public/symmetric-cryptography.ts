import {
  encryptionContextAad,
  limits,
  packPublicCiphertext,
  possibleContexts,
  unpackPublicCiphertext,
} from 'alibabacloud-kms-sdk/internal';
import { decrypt } from '../../keys/ciphers.js';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { checkPlaintextLength, openParts, sealParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { base64, optionalText, optionalTextMap, refuseRecipient, text, toBase64, unpack } from '../parameters.js';
import type { Parameters, PublicHandlers } from '../types.js';

/** Callers send base64; what is encrypted is that text. */
const textMaxBytes = 4 * Math.ceil(limits.plaintextMaxBytes / 3);

export const symmetricHandlers = {
  Encrypt: async (parameters, { kms }) => {
    const plaintext = text(parameters, 'Plaintext');
    checkPlaintextLength(Buffer.from(plaintext), textMaxBytes);
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'Encrypt');
    return sealText(kms, key, plaintext, parameters);
  },

  Decrypt: async (parameters, { kms }) => {
    refuseRecipient(parameters);
    const { key, keyVersionId, text } = await openText(kms, parameters, 'Decrypt');
    return { KeyId: key.id, KeyVersionId: keyVersionId, Plaintext: text };
  },

  ReEncrypt: async (parameters, { kms }) => {
    const destination = await kms.keys.find(text(parameters, 'DestinationKeyId'), 'ReEncryptTo');
    const source = optionalText(parameters, 'SourceEncryptionAlgorithm')
      ? await openAsymmetric(kms, parameters)
      : (await openText(kms, parameters, 'ReEncryptFrom', 'SourceEncryptionContext')).text;
    return sealText(kms, destination, source, parameters, 'DestinationEncryptionContext');
  },
} satisfies Partial<PublicHandlers>;

/** What AsymmetricEncrypt encrypted; Decrypt will answer it in base64, as AsymmetricDecrypt would. */
async function openAsymmetric(kms: Kms, parameters: Parameters): Promise<string> {
  const key = checkUsage(await kms.keys.find(text(parameters, 'SourceKeyId'), 'ReEncryptFrom'), 'ENCRYPT/DECRYPT');
  const material = await kms.keys.material(key, text(parameters, 'SourceKeyVersionId'));
  const { plaintext } = await decrypt(material, {
    algorithm: text(parameters, 'SourceEncryptionAlgorithm'),
    ciphertext: base64(parameters, 'CiphertextBlob'),
  });
  return toBase64(plaintext);
}

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
