import { invalidParameter, ServiceError } from '../../service-error.js';
import { optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { accessPointArn, newDescription, newName, optionalNames } from './access-parameters.js';
import { writePolicies } from './access-point.js';

export const createApplicationAccessPoint: OpenApiAction = async (parameters, { kms }) => {
  const name = newName(parameters);
  const method = optionalText(parameters, 'AuthenticationMethod') ?? 'ClientKey';
  if (method !== 'ClientKey') throw invalidParameter('AuthenticationMethod', 'it must be ClientKey');
  const description = newDescription(parameters);
  const policies = optionalNames(parameters, 'Policies');
  if (!policies) throw new ServiceError('MissingParameter', { subject: 'Policies' });
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
};
