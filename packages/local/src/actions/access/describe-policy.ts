import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { policyArn } from './access-parameters.js';
import { accessControlRulesAnswer, findPolicy, readNetworkRules } from './policy.js';

export const describePolicy: OpenApiAction = async (parameters, { kms }) => {
  const policy = await findPolicy(kms.store.db, text(parameters, 'Name'));
  return {
    Arn: policyArn(kms.identity, policy.name),
    Name: policy.name,
    Description: policy.description,
    KmsInstance: policy.instance_id ?? undefined,
    Permissions: JSON.parse(policy.permissions),
    Resources: JSON.parse(policy.resources),
    AccessControlRules: accessControlRulesAnswer(await readNetworkRules(kms.store.db, policy.name)),
  };
};
