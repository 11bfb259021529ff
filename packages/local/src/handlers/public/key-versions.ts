import { type Key, updateKey } from '../../keys/key-record.js';
import { checkRotatable, readRotationInterval } from '../../keys/key-rules.js';
import type { KeyVersion } from '../../keys/key-service.js';
import { formatInterval } from '../../keys/rotation.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { flag, optionalText, page, text } from '../parameters.js';
import { pageResponse, wireDate } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';

export const keyVersionHandlers = {
  CreateKeyVersion: async (parameters, { kms }) => {
    const version = await kms.keys.createVersion(text(parameters, 'KeyId'));
    return { KeyVersion: keyVersionResponse(version) };
  },

  DescribeKeyVersion: async (parameters, { kms }) => {
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'DescribeKeyVersion');
    return { KeyVersion: keyVersionResponse(await kms.keys.version(key, text(parameters, 'KeyVersionId'))) };
  },

  ListKeyVersions: async (parameters, { kms }) => {
    const asked = page(parameters);
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'ListKeyVersions');
    const { rows, total } = await readPage(
      kms.store.db.selectFrom('key_versions').select(['id', 'key_id', 'created_at']).where('key_id', '=', key.id),
      asked,
    );
    return { KeyVersions: { KeyVersion: rows.map(keyVersionResponse) }, ...pageResponse(asked, total) };
  },

  UpdateRotationPolicy: async (parameters, { kms }) => {
    const enable = flag(parameters, 'EnableAutomaticRotation');
    await kms.keys.change(text(parameters, 'KeyId'), 'UpdateRotationPolicy', (key, db) => {
      if (!enable) return updateKey(db, key, { automatic_rotation: 0, next_rotation_at: null });
      const intervalMs = rotationIntervalMs(parameters, key, key.rotation_interval);
      return updateKey(db, key, {
        automatic_rotation: 1,
        rotation_interval: formatInterval(intervalMs),
        next_rotation_at: kms.clock.now() + intervalMs,
      });
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

const keyVersionResponse = (version: Pick<KeyVersion, 'id' | 'key_id' | 'created_at'>) => ({
  KeyId: version.key_id,
  KeyVersionId: version.id,
  CreationDate: wireDate(version.created_at),
});

/** The interval of a key that is to be rotated: RotationInterval, else the one that it had. */
export function rotationIntervalMs(
  parameters: Parameters,
  key: Pick<Key, 'spec' | 'origin'>,
  former?: string | null,
): number {
  checkRotatable(key);
  const interval = optionalText(parameters, 'RotationInterval') ?? former;
  if (!interval) throw new ServiceError('MissingParameter', { subject: 'RotationInterval' });
  return readRotationInterval(interval);
}
