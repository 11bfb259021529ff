import { importMaterial } from '../../keys/key-import.js';
import { invalidParameter } from '../../service-error.js';
import { base64, integer, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const unixSeconds = { min: 0, max: 253_402_300_799 };

export const importKeyMaterial: OpenApiAction = async (parameters, { kms }) => {
  const expiresAt = integer(parameters, 'KeyMaterialExpireUnix', unixSeconds) * 1000;
  if (expiresAt !== 0 && expiresAt <= kms.clock.now()) {
    throw invalidParameter('KeyMaterialExpireUnix', 'it must be in the future, or 0 for never');
  }
  await importMaterial(kms, text(parameters, 'KeyId'), {
    importToken: base64(parameters, 'ImportToken'),
    encryptedKeyMaterial: base64(parameters, 'EncryptedKeyMaterial'),
    materialExpiresAt: expiresAt === 0 ? null : expiresAt,
  });
  return {};
};
