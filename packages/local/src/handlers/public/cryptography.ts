import {
  encryptionContextAad,
  isSymmetric,
  type KeyUsage,
  keySpecs,
  limits,
  packPublicCiphertext,
  possibleContexts,
  toBase64,
  unpackPublicCiphertext,
} from 'alibabacloud-kms-sdk/internal';
import { decrypt, encrypt } from '../../keys/ciphers.js';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { mac, verifyMac } from '../../keys/macs.js';
import { publicKeyPem } from '../../keys/public-keys.js';
import { sign, verify } from '../../keys/signatures.js';
import { checkPlaintextLength, openParts, sealParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { unpack } from '../fields.js';
import type { PublicRequests } from '../generated/public-types.js';
import type { PublicHandlers } from '../types.js';

/** Callers send base64, and that text is encrypted. */
const textMaxBytes = 4 * Math.ceil(limits.plaintextMaxBytes / 3);

export const cryptographyHandlers = {
  Encrypt: async (request, { kms }) => {
    const plaintext = request.Plaintext;
    checkPlaintextLength(Buffer.from(plaintext), textMaxBytes);
    const key = await kms.keys.find(request.KeyId, 'Encrypt');
    return sealText(kms, key, plaintext, request.EncryptionContext);
  },

  Decrypt: async (request, { kms }) => {
    const { key, keyVersionId, text } = await openText(
      kms,
      request.CiphertextBlob,
      'Decrypt',
      request.EncryptionContext,
    );
    return { KeyId: key.id, KeyVersionId: keyVersionId, Plaintext: text };
  },

  ReEncrypt: async (request, { kms }) => {
    const destination = await kms.keys.find(request.DestinationKeyId, 'ReEncryptTo');
    const source = request.SourceEncryptionAlgorithm
      ? await openAsymmetric(kms, request)
      : (await openText(kms, request.CiphertextBlob, 'ReEncryptFrom', request.SourceEncryptionContext)).text;
    return sealText(kms, destination, source, request.DestinationEncryptionContext);
  },

  AsymmetricEncrypt: async (request, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, request, 'AsymmetricEncrypt', 'ENCRYPT/DECRYPT');
    const { ciphertext } = await encrypt(material, {
      algorithm: request.Algorithm,
      plaintext: request.Plaintext,
    });
    return { ...names, CiphertextBlob: toBase64(ciphertext) };
  },

  AsymmetricDecrypt: async (request, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, request, 'AsymmetricDecrypt', 'ENCRYPT/DECRYPT');
    const { plaintext } = await decrypt(material, {
      algorithm: request.Algorithm,
      ciphertext: request.CiphertextBlob,
    });
    return { ...names, Plaintext: toBase64(plaintext) };
  },

  AsymmetricSign: async (request, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, request, 'AsymmetricSign', 'SIGN/VERIFY');
    const { signature } = await sign(material, {
      algorithm: request.Algorithm,
      message: request.Digest,
      messageType: 'DIGEST',
    });
    return { ...names, Value: toBase64(signature) };
  },

  AsymmetricVerify: async (request, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, request, 'AsymmetricVerify', 'SIGN/VERIFY');
    const { valid } = await verify(material, {
      algorithm: request.Algorithm,
      message: request.Digest,
      messageType: 'DIGEST',
      signature: request.Value,
    });
    return { ...names, Value: valid };
  },

  GetPublicKey: async (request, { kms }) => {
    const key = await kms.keys.find(request.KeyId, 'GetPublicKey');
    const versionId = request.KeyVersionId;
    const publicKey = await publicKeyPem(await kms.keys.material(key, versionId));
    return { KeyId: key.id, KeyVersionId: versionId, PublicKey: publicKey };
  },

  GenerateMac: async (request, { kms }) => {
    const key = checkUsage(await kms.keys.find(request.KeyId, 'GenerateMac'), 'GENERATE/VERIFY_MAC');
    const made = await mac(await kms.keys.material(key), {
      algorithm: request.Algorithm,
      message: request.Message,
    });
    return { KeyId: key.id, Algorithm: made.algorithm, Mac: toBase64(made.mac) };
  },

  VerifyMac: async (request, { kms }) => {
    const key = checkUsage(await kms.keys.find(request.KeyId, 'VerifyMac'), 'GENERATE/VERIFY_MAC');
    const { valid, algorithm } = await verifyMac(await kms.keys.material(key), {
      algorithm: request.Algorithm,
      message: request.Message,
      mac: request.Mac,
    });
    return { KeyId: key.id, Algorithm: algorithm, Value: valid };
  },
} satisfies Partial<PublicHandlers>;

/** Decrypts a ciphertext of AsymmetricEncrypt to base64, as AsymmetricDecrypt does; Decrypt will return that text. */
async function openAsymmetric(kms: Kms, request: PublicRequests['ReEncrypt']): Promise<string> {
  const { SourceKeyId: keyId, SourceKeyVersionId: versionId, SourceEncryptionAlgorithm: algorithm } = request;
  if (keyId === undefined) throw new ServiceError('MissingParameter', { subject: 'SourceKeyId' });
  if (versionId === undefined) throw new ServiceError('MissingParameter', { subject: 'SourceKeyVersionId' });
  const key = checkUsage(await kms.keys.find(keyId, 'ReEncryptFrom'), 'ENCRYPT/DECRYPT');
  const material = await kms.keys.material(key, versionId);
  const { plaintext } = await decrypt(material, { algorithm, ciphertext: request.CiphertextBlob });
  return toBase64(plaintext);
}

type Context = Readonly<Record<string, string>>;

/** Encrypts text; the response is that of Encrypt. */
export async function sealText(kms: Kms, key: Key, text: string, context: Context | undefined) {
  const sealed = await sealParts(kms.keys, key, {
    plaintext: Buffer.from(text),
    aad: encryptionContextAad(context, 'raw'),
  });
  return {
    KeyId: key.id,
    KeyVersionId: sealed.keyVersionId,
    CiphertextBlob: toBase64(packPublicCiphertext(sealed)),
  };
}

/** Decrypts the text in a CiphertextBlob, however its client bound it to its context. */
export async function openText(kms: Kms, blob: Uint8Array, action: KeyAction, context: Context | undefined) {
  const parts = unpack('CiphertextBlob', () => unpackPublicCiphertext(blob));
  const aads = possibleContexts(context).map(({ aad }) => aad);
  const { key, keyVersionId, plaintext } = await openParts(kms.keys, parts, { action, aads });
  return { key, keyVersionId, text: Buffer.from(plaintext).toString() };
}

/** The version of an asymmetric key that KeyId and KeyVersionId name, ready for use. */
async function asymmetricKeyVersion(
  kms: Kms,
  request: { KeyId: string; KeyVersionId: string },
  action: KeyAction,
  usage: KeyUsage,
) {
  const key = checkUsage(await kms.keys.find(request.KeyId, action), usage);
  if (isSymmetric(keySpecs[key.spec])) {
    throw new ServiceError('UnsupportedOperation', {
      message: `This action is not supported. It takes an asymmetric key, not one of ${key.spec}.`,
    });
  }
  const versionId = request.KeyVersionId;
  const material = await kms.keys.material(key, versionId);
  return { material, names: { KeyId: key.id, KeyVersionId: versionId } };
}
