import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { checkExternal, importMaterial, importParameters } from '../../keys/key-import.js';
import { invalidParameter } from '../../service-error.js';
import { decodeBase64 } from '../../text-checks.js';
import { wireDate } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const keyMaterialHandlers = {
  GetParametersForImport: async (request, { kms }) => {
    const { key, publicKeySpki, importToken, expiresAt } = await importParameters(kms, request.KeyId, {
      wrappingAlgorithm: request.WrappingAlgorithm,
      wrappingKeySpec: request.WrappingKeySpec,
    });
    return {
      KeyId: key.id,
      PublicKey: toBase64(publicKeySpki),
      ImportToken: toBase64(importToken),
      TokenExpireTime: wireDate(expiresAt),
    };
  },

  ImportKeyMaterial: async (request, { kms }) => {
    const expiresAt = request.KeyMaterialExpireUnix * 1000;
    if (expiresAt !== 0 && expiresAt <= kms.clock.now()) {
      throw invalidParameter('KeyMaterialExpireUnix', 'it must be in the future, or 0 for never');
    }
    await importMaterial(kms, request.KeyId, {
      importToken: decodeBase64('ImportToken', request.ImportToken),
      encryptedKeyMaterial: request.EncryptedKeyMaterial,
      materialExpiresAt: expiresAt === 0 ? null : expiresAt,
    });
    return {};
  },

  DeleteKeyMaterial: async (request, { kms }) => {
    await kms.keys.change(request.KeyId, 'DeleteKeyMaterial', (key, db) =>
      kms.keys.dropMaterial(db, checkExternal(key)),
    );
    return {};
  },
} satisfies Partial<PublicHandlers>;
