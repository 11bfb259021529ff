import { checkAccessName } from '../../access/access-checks.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { Database } from '../../store/schema.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const accessPointHandlers = {
  CreateApplicationAccessPoint: async (request, { kms }) => {
    const { Name: name, AuthenticationMethod: method = 'ClientKey', Description: description = '' } = request;
    checkAccessName(name);
    const policies = [...new Set(request.Policies)];
    await kms.access.change(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('access_points')
        .values({ name, authentication_method: method, description })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
      await writePolicies(db, name, policies);
    });
    return {
      Arn: accessPointArn(kms.identity, name),
      Name: name,
      AuthenticationMethod: method,
      Description: description,
      Policies: JSON.stringify(policies),
    };
  },

  DescribeApplicationAccessPoint: async (request, { kms }) => {
    const accessPoint = await findAccessPoint(kms.store.db, request.Name);
    return {
      Arn: accessPointArn(kms.identity, accessPoint.name),
      Name: accessPoint.name,
      AuthenticationMethod: accessPoint.authentication_method,
      Description: accessPoint.description,
      Policies: JSON.stringify(await readPolicies(kms.store.db, accessPoint.name)),
    };
  },

  ListApplicationAccessPoints: async (request, { kms }) => {
    const asked = pageOf(request);
    const query = kms.store.db.selectFrom('access_points').select(['name', 'authentication_method']);
    const { rows, total } = await readPage(query, asked);
    const points = rows.map(({ name, authentication_method }) => ({
      Name: name,
      AuthenticationMethod: authentication_method,
    }));
    return { ApplicationAccessPoints: { ApplicationAccessPoint: points }, ...pageResponse(asked, total) };
  },

  UpdateApplicationAccessPoint: async (request, { kms }) => {
    const { Name: name, Description: description, Policies: policies } = request;
    await kms.access.change(async (db) => {
      const accessPoint = await findAccessPoint(db, name);
      await db
        .updateTable('access_points')
        .set({ description: description ?? accessPoint.description })
        .where('name', '=', name)
        .execute();
      if (policies) await writePolicies(db, name, [...new Set(policies)]);
    });
    return {};
  },

  DeleteApplicationAccessPoint: async (request, { kms }) => {
    const name = request.Name;
    await kms.access.change(async (db) => {
      await findAccessPoint(db, name);
      const clientKeys = db.selectFrom('client_keys').select('id').where('access_point', '=', name);
      const clientKey = await clientKeys.executeTakeFirst();
      if (clientKey) {
        const message = `Client key ${clientKey.id} belongs to this application access point.`;
        throw new ServiceError('Rejected.ResourceInUse', { message });
      }
      await db.deleteFrom('access_points').where('name', '=', name).execute();
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

/** @throws ServiceError Forbidden.ResourceNotFound */
export async function findAccessPoint(db: Database, name: string) {
  const accessPoint = await db.selectFrom('access_points').selectAll().where('name', '=', name).executeTakeFirst();
  if (!accessPoint) throw new ServiceError('Forbidden.ResourceNotFound');
  return accessPoint;
}

/** Names of an access point's policies, in their original order. */
async function readPolicies(db: Database, accessPoint: string): Promise<string[]> {
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
async function writePolicies(db: Database, accessPoint: string, names: readonly string[]): Promise<void> {
  await db.deleteFrom('access_point_policies').where('access_point', '=', accessPoint).execute();
  for (const name of names) {
    const policy = await db.selectFrom('policies').select('name').where('name', '=', name).executeTakeFirst();
    if (!policy) throw new ServiceError('Forbidden.ResourceNotFound', { message: `There is no policy ${name}.` });
    await db.insertInto('access_point_policies').values({ access_point: accessPoint, policy: name }).execute();
  }
}

const accessPointArn = (identity: Identity, name: string): string => arn(identity, `applicationaccesspoint/${name}`);
