import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changedDescription } from './access-parameters.js';
import { accessControlRules, findPolicy, optionalPermissions, optionalResources, writeNetworkRules } from './policy.js';

export const updatePolicy: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  const networkRules = accessControlRules(parameters);
  const permissions = optionalPermissions(parameters);
  const resources = optionalResources(parameters);
  const description = changedDescription(parameters);
  await kms.access.change(async (db) => {
    const policy = await findPolicy(db, name);
    await db
      .updateTable('policies')
      .set({
        description: description ?? policy.description,
        permissions: permissions ? JSON.stringify(permissions) : policy.permissions,
        resources: resources ? JSON.stringify(resources) : policy.resources,
      })
      .where('name', '=', name)
      .execute();
    if (networkRules) await writeNetworkRules(db, name, networkRules);
  });
  return {};
};
