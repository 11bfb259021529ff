import { ServiceError } from '../../service-error.js';
import { optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { newDescription, newName, policyArn } from './access-parameters.js';
import {
  accessControlRules,
  accessControlRulesAnswer,
  optionalPermissions,
  optionalResources,
  writeNetworkRules,
} from './policy.js';

export const createPolicy: OpenApiAction = async (parameters, { kms }) => {
  const name = newName(parameters);
  const instanceId = optionalText(parameters, 'KmsInstance');
  if (instanceId !== undefined) await kms.instances.find(instanceId);
  const networkRules = accessControlRules(parameters) ?? [];
  const permissions = optionalPermissions(parameters);
  if (!permissions) throw new ServiceError('MissingParameter', { subject: 'Permissions' });
  const resources = optionalResources(parameters);
  if (!resources) throw new ServiceError('MissingParameter', { subject: 'Resources' });
  const row = {
    name,
    description: newDescription(parameters),
    instance_id: instanceId ?? null,
    permissions: JSON.stringify(permissions),
    resources: JSON.stringify(resources),
  };
  await kms.access.change(async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('policies')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
    await writeNetworkRules(db, name, networkRules);
  });
  return {
    Arn: policyArn(kms.identity, name),
    Name: name,
    Description: row.description,
    KmsInstance: instanceId,
    Permissions: row.permissions,
    Resources: row.resources,
    AccessControlRules: accessControlRulesAnswer(networkRules),
  };
};
