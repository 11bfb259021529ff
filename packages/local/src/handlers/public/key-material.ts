import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { checkExternal, importMaterial, importParameters } from '../../keys/key-import.js';
import { invalidParameter } from '../../service-error.js';
import { base64, integer, text } from '../parameters.js';
import { wireDate } from '../responses.js';
import type { PublicHandlers } from '../types.js';

const unixSeconds = { min: 0, max: 253_402_300_799 };

export const keyMaterialHandlers = {
  GetParametersForImport: async (parameters, { kms }) => {
    const { key, publicKeySpki, importToken, expiresAt } = await importParameters(kms, text(parameters, 'KeyId'), {
      wrappingAlgorithm: text(parameters, 'WrappingAlgorithm'),
      wrappingKeySpec: text(parameters, 'WrappingKeySpec'),
    });
    return {
      KeyId: key.id,
      PublicKey: toBase64(publicKeySpki),
      ImportToken: toBase64(importToken),
      TokenExpireTime: wireDate(expiresAt),
    };
  },

  ImportKeyMaterial: async (parameters, { kms }) => {
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
  },

  DeleteKeyMaterial: async (parameters, { kms }) => {
    await kms.keys.change(text(parameters, 'KeyId'), 'DeleteKeyMaterial', (key, db) =>
      kms.keys.dropMaterial(db, checkExternal(key)),
    );
    return {};
  },
} satisfies Partial<PublicHandlers>;
