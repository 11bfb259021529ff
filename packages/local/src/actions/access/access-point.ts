import { ServiceError } from '../../service-error.js';
import type { Database } from '../../store/store.js';

/** @throws ServiceError Forbidden.ResourceNotFound */
export async function findAccessPoint(db: Database, name: string) {
  const accessPoint = await db.selectFrom('access_points').selectAll().where('name', '=', name).executeTakeFirst();
  if (!accessPoint) throw new ServiceError('Forbidden.ResourceNotFound');
  return accessPoint;
}

/** Names of an access point's policies, in the order in which they were given. */
export async function readPolicies(db: Database, accessPoint: string): Promise<string[]> {
  const rows = await db
    .selectFrom('access_point_policies')
    .select('policy')
    .where('access_point', '=', accessPoint)
    .orderBy('seq')
    .execute();
  return rows.map(({ policy }) => policy);
}

/**
 * Replaces the policies of an access point.
 *
 * @throws ServiceError Forbidden.ResourceNotFound
 */
export async function writePolicies(db: Database, accessPoint: string, names: readonly string[]): Promise<void> {
  await db.deleteFrom('access_point_policies').where('access_point', '=', accessPoint).execute();
  for (const name of names) {
    const policy = await db.selectFrom('policies').select('name').where('name', '=', name).executeTakeFirst();
    if (!policy) throw new ServiceError('Forbidden.ResourceNotFound', { message: `There is no policy ${name}.` });
    await db.insertInto('access_point_policies').values({ access_point: accessPoint, policy: name }).execute();
  }
}
