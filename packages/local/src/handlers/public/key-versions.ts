import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { checkExternal, importMaterial, importParameters } from '../../keys/key-import.js';
import { updateKey } from '../../keys/key-record.js';
import { rotationIntervalMs } from '../../keys/key-rules.js';
import type { KeyVersion } from '../../keys/key-service.js';
import { formatInterval } from '../../keys/rotation.js';
import { invalidParameter } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { decodeBase64 } from '../../text-checks.js';
import { pageOf, pageResponse, wireDate } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const keyVersionHandlers = {
  CreateKeyVersion: async (request, { kms }) => {
    const version = await kms.keys.createVersion(request.KeyId);
    return { KeyVersion: keyVersionResponse(version) };
  },

  DescribeKeyVersion: async (request, { kms }) => {
    const key = await kms.keys.find(request.KeyId, 'DescribeKeyVersion');
    return { KeyVersion: keyVersionResponse(await kms.keys.version(key, request.KeyVersionId)) };
  },

  ListKeyVersions: async (request, { kms }) => {
    const asked = pageOf(request);
    const key = await kms.keys.find(request.KeyId, 'ListKeyVersions');
    const { rows, total } = await readPage(
      kms.store.db.selectFrom('key_versions').select(['id', 'key_id', 'created_at']).where('key_id', '=', key.id),
      asked,
    );
    return { KeyVersions: { KeyVersion: rows.map(keyVersionResponse) }, ...pageResponse(asked, total) };
  },

  UpdateRotationPolicy: async (request, { kms }) => {
    const enable = request.EnableAutomaticRotation === true;
    await kms.keys.change(request.KeyId, 'UpdateRotationPolicy', (key, db) => {
      if (!enable) return updateKey(db, key, { automatic_rotation: 0, next_rotation_at: null });
      const intervalMs = rotationIntervalMs(key, request.RotationInterval, key.rotation_interval);
      return updateKey(db, key, {
        automatic_rotation: 1,
        rotation_interval: formatInterval(intervalMs),
        next_rotation_at: kms.clock.now() + intervalMs,
      });
    });
    return {};
  },

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

const keyVersionResponse = (version: Pick<KeyVersion, 'id' | 'key_id' | 'created_at'>) => ({
  KeyId: version.key_id,
  KeyVersionId: version.id,
  CreationDate: wireDate(version.created_at),
});
