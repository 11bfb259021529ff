import { ServiceError } from '../../service-error.js';
import { flag, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

/**
 * What is in an instance goes with it. There are no backups here, so that takes ForceDeleteWithoutBackup; an empty
 * instance needs no backup.
 */
export const releaseKmsInstance: OpenApiAction = async (parameters, { kms }) => {
  const id = text(parameters, 'KmsInstanceId');
  const force = flag(parameters, 'ForceDeleteWithoutBackup');
  const settle = () => Promise.all([kms.keys.settleAll(), kms.secrets.settleAll()]);
  await settle();
  await kms.access.change(async (db) => {
    const instance = await kms.instances.find(id, db);
    if (instance.deletion_protection === 1) throw new ServiceError('Rejected.DeletionProtection');
    const { key, secret } = await kms.instances.count(id, db);
    if (key + secret > 0 && !force) {
      const message = `The instance has ${key} keys and ${secret} secrets and no backup; release it with ForceDeleteWithoutBackup.`;
      throw new ServiceError('Rejected.ResourceInUse', { message });
    }
    const now = kms.clock.now();
    await kms.instances.update(id, { released_at: now }, db);
    // Gone as if their windows had passed, whatever is left to clear away.
    await db.updateTable('secrets').set({ delete_at: now }).where('instance_id', '=', id).execute();
    await db
      .updateTable('keys')
      .set({ state: 'PendingDeletion', delete_at: now })
      .where('instance_id', '=', id)
      .execute();
  });
  await settle();
  return {};
};
