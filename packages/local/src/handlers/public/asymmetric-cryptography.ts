import { isSymmetric, type KeyUsage, keySpecs, toBase64 } from 'alibabacloud-kms-sdk/internal';
import { decrypt, encrypt } from '../../keys/ciphers.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { publicKeyPem } from '../../keys/public-keys.js';
import { sign, verify } from '../../keys/signatures.js';
import type { Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { base64, refuseRecipient, text } from '../parameters.js';
import type { Parameters, PublicHandlers } from '../types.js';

export const asymmetricHandlers = {
  AsymmetricEncrypt: async (parameters, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricEncrypt', 'ENCRYPT/DECRYPT');
    const { ciphertext } = await encrypt(material, {
      algorithm: text(parameters, 'Algorithm'),
      plaintext: base64(parameters, 'Plaintext'),
    });
    return { ...names, CiphertextBlob: toBase64(ciphertext) };
  },

  AsymmetricDecrypt: async (parameters, { kms }) => {
    refuseRecipient(parameters);
    const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricDecrypt', 'ENCRYPT/DECRYPT');
    const { plaintext } = await decrypt(material, {
      algorithm: text(parameters, 'Algorithm'),
      ciphertext: base64(parameters, 'CiphertextBlob'),
    });
    return { ...names, Plaintext: toBase64(plaintext) };
  },

  AsymmetricSign: async (parameters, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricSign', 'SIGN/VERIFY');
    const { signature } = await sign(material, {
      algorithm: text(parameters, 'Algorithm'),
      message: base64(parameters, 'Digest'),
      messageType: 'DIGEST',
    });
    return { ...names, Value: toBase64(signature) };
  },

  AsymmetricVerify: async (parameters, { kms }) => {
    const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricVerify', 'SIGN/VERIFY');
    const { valid } = await verify(material, {
      algorithm: text(parameters, 'Algorithm'),
      message: base64(parameters, 'Digest'),
      messageType: 'DIGEST',
      signature: base64(parameters, 'Value'),
    });
    return { ...names, Value: valid };
  },

  GetPublicKey: async (parameters, { kms }) => {
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'GetPublicKey');
    const versionId = text(parameters, 'KeyVersionId');
    const publicKey = await publicKeyPem(await kms.keys.material(key, versionId));
    return { KeyId: key.id, KeyVersionId: versionId, PublicKey: publicKey };
  },
} satisfies Partial<PublicHandlers>;

/** The version of an asymmetric key that KeyId and KeyVersionId name, ready for use. */
async function asymmetricKeyVersion(kms: Kms, parameters: Parameters, action: KeyAction, usage: KeyUsage) {
  const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), action), usage);
  if (isSymmetric(keySpecs[key.spec])) {
    throw new ServiceError('UnsupportedOperation', {
      message: `This action is not supported. It takes an asymmetric key, not one of ${key.spec}.`,
    });
  }
  const versionId = text(parameters, 'KeyVersionId');
  const material = await kms.keys.material(key, versionId);
  return { material, names: { KeyId: key.id, KeyVersionId: versionId } };
}
