import { isSymmetric, unpackAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import { decrypt, encrypt } from '../../keys/ciphers.js';
import { checkUsage } from '../../keys/key-usage.js';
import { mac } from '../../keys/macs.js';
import { publicKeyPem } from '../../keys/public-keys.js';
import { type SignOptions, sign, verify } from '../../keys/signatures.js';
import { checkPlaintextLength, openParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { unpack } from '../parameters.js';
import type { InstanceHandlers, Message } from '../types.js';
import {
  advanceOptions,
  bytes,
  checkInstance,
  instanceKey,
  optionalBytes,
  optionalText,
  primaryVersion,
  sealAdvance,
  text,
} from './messages.js';

export const cryptographyHandlers = {
  Encrypt: async (message, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Encrypt', 'ENCRYPT/DECRYPT');
    const plaintext = bytes(message, 'Plaintext');
    if (isSymmetric(material.facts)) checkPlaintextLength(plaintext);
    const sealed = await encrypt(material, {
      plaintext,
      algorithm: optionalText(message, 'Algorithm'),
      aad: optionalBytes(message, 'Aad'),
      iv: optionalBytes(message, 'Iv'),
      paddingMode: optionalText(message, 'PaddingMode'),
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

  Decrypt: async (message, { kms, keyVersionId: askedVersionId }) => {
    const key = await findKey(kms, message, askedVersionId);
    const keyVersionId = askedVersionId ?? (key.primary_version_id as string);
    const opened = await decrypt(await kms.keys.material(key, keyVersionId), {
      ciphertext: bytes(message, 'CiphertextBlob'),
      algorithm: optionalText(message, 'Algorithm'),
      aad: optionalBytes(message, 'Aad'),
      iv: optionalBytes(message, 'Iv'),
      paddingMode: optionalText(message, 'PaddingMode'),
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

  AdvanceEncrypt: async (message, { kms }) => {
    const key = await instanceKey(kms, message, 'AdvanceEncrypt', 'ENCRYPT/DECRYPT');
    const plaintext = bytes(message, 'Plaintext');
    checkPlaintextLength(plaintext);
    const { blob, iv, algorithm, keyVersionId } = await sealAdvance(kms, key, message, plaintext);
    return {
      message: { KeyId: key.id, CiphertextBlob: blob, Iv: iv, Algorithm: algorithm, KeyVersionId: keyVersionId },
      keyVersionId,
    };
  },

  /** Key, version and IV are in the blob; what the request says of them is not needed. */
  AdvanceDecrypt: async (message, { kms }) => {
    const { aad, ...options } = advanceOptions(message);
    const parts = unpack('CiphertextBlob', () => unpackAdvanceCiphertext(bytes(message, 'CiphertextBlob')));
    const opened = await openParts(kms.keys, parts, { action: 'AdvanceDecrypt', aads: [aad], ...options });
    const { plaintext, algorithm, keyVersionId } = opened;
    const key = checkInstance(kms, opened.key);
    return {
      message: { KeyId: key.id, Plaintext: plaintext, Algorithm: algorithm, KeyVersionId: keyVersionId },
      keyVersionId,
    };
  },

  Sign: async (message, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Sign', 'SIGN/VERIFY');
    const subject = signedMessage(message);
    const { signature, algorithm } = await sign(material, subject);
    return {
      message: { KeyId: keyId, Signature: signature, Algorithm: algorithm, MessageType: subject.messageType },
      keyVersionId,
    };
  },

  Verify: async (message, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Verify', 'SIGN/VERIFY');
    const subject = signedMessage(message);
    const { valid, algorithm } = await verify(material, { ...subject, signature: bytes(message, 'Signature') });
    return {
      message: { KeyId: keyId, Value: valid, Algorithm: algorithm, MessageType: subject.messageType },
      keyVersionId,
    };
  },

  Hmac: async (message, { kms }) => {
    const { material, keyId, keyVersionId } = await primaryVersion(kms, message, 'Hmac', 'GENERATE/VERIFY_MAC');
    const made = await mac(material, { message: bytes(message, 'Message') });
    return { message: { KeyId: keyId, Signature: made.mac }, keyVersionId };
  },

  GetPublicKey: async (message, { kms }) => {
    const key = checkInstance(kms, await kms.keys.find(text(message, 'KeyId'), 'GetPublicKey'));
    const publicKey = await publicKeyPem(await kms.keys.material(key));
    return {
      message: { KeyId: key.id, PublicKey: publicKey },
      keyVersionId: key.primary_version_id as string,
    };
  },
} satisfies Partial<InstanceHandlers>;

/** A version that the request's header names finds its key without KeyId. */
async function findKey(kms: Kms, message: Message, versionId: string | undefined) {
  if (versionId === undefined || optionalText(message, 'KeyId')) {
    return instanceKey(kms, message, 'Decrypt', 'ENCRYPT/DECRYPT');
  }
  return checkUsage(checkInstance(kms, await kms.keys.findByVersion(versionId, 'Decrypt')), 'ENCRYPT/DECRYPT');
}

/** What is to be signed: Message and MessageType (default RAW), or a digest in the older field Digest. */
function signedMessage(message: Message): SignOptions & { messageType: string } {
  const digest = optionalBytes(message, 'Digest');
  const older = digest !== undefined && optionalBytes(message, 'Message') === undefined;
  return {
    algorithm: optionalText(message, 'Algorithm'),
    message: older ? digest : bytes(message, 'Message'),
    messageType: older ? 'DIGEST' : (optionalText(message, 'MessageType') ?? 'RAW'),
  };
}
