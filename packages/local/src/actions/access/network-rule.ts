import { ServiceError } from '../../service-error.js';
import type { Database } from '../../store/store.js';

/** @throws ServiceError Forbidden.ResourceNotFound */
export async function findNetworkRule(db: Database, name: string) {
  const rule = await db.selectFrom('network_rules').selectAll().where('name', '=', name).executeTakeFirst();
  if (!rule) throw new ServiceError('Forbidden.ResourceNotFound');
  return rule;
}
