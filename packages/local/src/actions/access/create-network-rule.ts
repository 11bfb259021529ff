import { invalidParameter, ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { networkRuleArn, newDescription, newName, sourcePrivateIp } from './access-parameters.js';

/** A rule without addresses fits none. */
export const createNetworkRule: OpenApiAction = async (parameters, { kms }) => {
  const name = newName(parameters);
  const type = text(parameters, 'Type');
  if (type !== 'Private') throw invalidParameter('Type', 'it must be Private');
  const description = newDescription(parameters);
  const source_private_ip = JSON.stringify(sourcePrivateIp(parameters) ?? []);
  await kms.access.change(async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('network_rules')
      .values({ name, type, description, source_private_ip })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
  });
  return {
    Arn: networkRuleArn(kms.identity, name),
    Name: name,
    Type: type,
    Description: description,
    SourcePrivateIp: source_private_ip,
  };
};
