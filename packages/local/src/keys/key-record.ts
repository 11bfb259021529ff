import { isSymmetric, keySpecs } from 'alibabacloud-kms-sdk/internal';
import type { Selectable, Updateable } from 'kysely';
import type { Database, KeyTable } from '../store/schema.js';

export type Key = Selectable<KeyTable>;

export type DueChange = 'deletion' | 'expiry' | 'rotation';

/** A change that is due but not yet stored. */
export function dueChange(key: Key, now: number): DueChange | undefined {
  if (key.delete_at !== null && key.delete_at <= now) return 'deletion';
  if (key.material_expires_at !== null && key.material_expires_at <= now) return 'expiry';
  return key.state === 'Enabled' && isDue(key.automatic_rotation === 1 ? key.next_rotation_at : null, now)
    ? 'rotation'
    : undefined;
}

/**
 * The effective state of a key whose due change cannot be written: gone, or without its material. A rotation can wait, so the
 * key keeps its versions.
 */
export function asIfSettled(key: Key, now: number): Key | undefined {
  switch (dueChange(key, now)) {
    case 'deletion':
      return undefined;
    case 'expiry':
      return { ...key, ...withoutMaterial(key) };
    default:
      return key;
  }
}

/** After imported material is gone, the key waits for it again; a key that is being deleted stays so. */
export const withoutMaterial = ({ state }: Key): Pick<Key, 'state' | 'material_expires_at'> => ({
  state: state === 'PendingDeletion' ? state : 'PendingImport',
  material_expires_at: null,
});

const isDue = (time: number | null, now: number): boolean => time !== null && time <= now;

/** Automatic rotation is for symmetric keys whose material KMS generated. */
export const canRotateAutomatically = (key: Pick<Key, 'spec' | 'origin'>): boolean =>
  isSymmetric(keySpecs[key.spec]) && key.origin === 'Aliyun_KMS';

/** Enabled, Disabled, or Suspended while the key is not Enabled. */
export function automaticRotation(key: Key): 'Enabled' | 'Disabled' | 'Suspended' {
  if (key.automatic_rotation === 0) return 'Disabled';
  return key.state === 'Enabled' ? 'Enabled' : 'Suspended';
}

export async function updateKey(db: Database, key: Key, changes: Updateable<KeyTable>): Promise<Key> {
  return db.updateTable('keys').set(changes).where('id', '=', key.id).returningAll().executeTakeFirstOrThrow();
}
