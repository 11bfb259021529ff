import { isSymmetric, type KeyUsage, keySpecs, toBase64 } from 'alibabacloud-kms-sdk/internal';
import { decrypt, encrypt } from '../../keys/ciphers.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { publicKeyPem } from '../../keys/public-keys.js';
import { sign, verify } from '../../keys/signatures.js';
import type { Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import type { PublicHandlers } from '../types.js';

export const asymmetricHandlers = {
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
} satisfies Partial<PublicHandlers>;

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
