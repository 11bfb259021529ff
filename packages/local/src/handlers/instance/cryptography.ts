import { isSymmetric, unpackAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import { decrypt, encrypt } from '../../keys/ciphers.js';
import { checkUsage } from '../../keys/key-usage.js';
import { mac } from '../../keys/macs.js';
import { publicKeyPem } from '../../keys/public-keys.js';
import { sign, verify } from '../../keys/signatures.js';
import { checkPlaintextLength, openParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { unpack } from '../fields.js';
import type { InstanceRequests } from '../generated/instance-types.js';
import type { InstanceHandlers } from '../types.js';
import { advanceOptions, checkInstance, instanceKey, primaryVersion, sealAdvance } from './instance-keys.js';

export const cryptographyHandlers = {
  Encrypt: async (request, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, request.KeyId, 'Encrypt', 'ENCRYPT/DECRYPT');
    const plaintext = request.Plaintext;
    if (isSymmetric(material.facts)) checkPlaintextLength(plaintext);
    const sealed = await encrypt(material, {
      plaintext,
      algorithm: request.Algorithm,
      aad: request.Aad,
      iv: request.Iv,
      paddingMode: request.PaddingMode,
    });
    return {
      message: {
        KeyId: keyId,
        CiphertextBlob: sealed.ciphertext,
        Iv: sealed.iv,
        Algorithm: sealed.algorithm,
        PaddingMode: sealed.paddingMode,
      },
      keyVersionId,
    };
  },

  Decrypt: async (request, { kms, keyVersionId: askedVersionId }) => {
    const key = await findKey(kms, request.KeyId, askedVersionId);
    const keyVersionId = askedVersionId ?? (key.primary_version_id as string);
    const opened = await decrypt(await kms.keys.material(key, keyVersionId), {
      ciphertext: request.CiphertextBlob,
      algorithm: request.Algorithm,
      aad: request.Aad,
      iv: request.Iv,
      paddingMode: request.PaddingMode,
    });
    return {
      message: {
        KeyId: key.id,
        Plaintext: opened.plaintext,
        Algorithm: opened.algorithm,
        PaddingMode: opened.paddingMode,
      },
      keyVersionId,
    };
  },

  AdvanceEncrypt: async (request, { kms }) => {
    const key = await instanceKey(kms, request.KeyId, 'AdvanceEncrypt', 'ENCRYPT/DECRYPT');
    const plaintext = request.Plaintext;
    checkPlaintextLength(plaintext);
    const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, request, plaintext);
    return {
      message: { KeyId: key.id, CiphertextBlob: blob, Iv: iv, Algorithm: algorithm, KeyVersionId: keyVersionId },
      keyVersionId,
    };
  },

  /** Key, version and IV are in the blob, so the corresponding parameters are ignored. */
  AdvanceDecrypt: async (request, { kms }) => {
    const { aad, ...options } = advanceOptions(request);
    const parts = unpack('CiphertextBlob', () => unpackAdvanceCiphertext(request.CiphertextBlob));
    const opened = await openParts(kms.keys, parts, { action: 'AdvanceDecrypt', aads: [aad], ...options });
    const { plaintext, algorithm, keyVersionId } = opened;
    const key = checkInstance(kms, opened.key);
    return {
      message: { KeyId: key.id, Plaintext: plaintext, Algorithm: algorithm, KeyVersionId: keyVersionId },
      keyVersionId,
    };
  },

  Sign: async (request, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, request.KeyId, 'Sign', 'SIGN/VERIFY');
    const subject = signedMessage(request);
    const { signature, algorithm } = await sign(material, subject);
    return {
      message: { KeyId: keyId, Signature: signature, Algorithm: algorithm, MessageType: subject.messageType },
      keyVersionId,
    };
  },

  Verify: async (request, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, request.KeyId, 'Verify', 'SIGN/VERIFY');
    const subject = signedMessage(request);
    const { valid, algorithm } = await verify(material, { ...subject, signature: request.Signature });
    return {
      message: { KeyId: keyId, Value: valid, Algorithm: algorithm, MessageType: subject.messageType },
      keyVersionId,
    };
  },

  Hmac: async (request, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, request.KeyId, 'Hmac', 'GENERATE/VERIFY_MAC');
    const made = await mac(material, { message: request.Message });
    return { message: { KeyId: keyId, Signature: made.mac }, keyVersionId };
  },

  GetPublicKey: async (request, { kms }) => {
    const key = checkInstance(kms, await kms.keys.find(request.KeyId, 'GetPublicKey'));
    const publicKey = await publicKeyPem(await kms.keys.material(key));
    return {
      message: { KeyId: key.id, PublicKey: publicKey },
      keyVersionId: key.primary_version_id as string,
    };
  },
} satisfies Partial<InstanceHandlers>;

/** If the request's header names a version, that determines the key, without KeyId. */
async function findKey(kms: Kms, keyId: string | undefined, versionId: string | undefined) {
  if (keyId !== undefined) return instanceKey(kms, keyId, 'Decrypt', 'ENCRYPT/DECRYPT');
  if (versionId === undefined) throw new ServiceError('MissingParameter', { subject: 'KeyId' });
  return checkUsage(checkInstance(kms, await kms.keys.findByVersion(versionId, 'Decrypt')), 'ENCRYPT/DECRYPT');
}

/** The message to sign; by default unhashed. */
const signedMessage = ({ Algorithm, Message, MessageType = 'RAW' }: InstanceRequests['Sign']) => ({
  algorithm: Algorithm,
  message: Message,
  messageType: MessageType,
});
