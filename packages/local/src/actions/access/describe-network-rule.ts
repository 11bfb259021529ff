import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { networkRuleArn } from './access-parameters.js';
import { findNetworkRule } from './network-rule.js';

export const describeNetworkRule: OpenApiAction = async (parameters, { kms }) => {
  const rule = await findNetworkRule(kms.store.db, text(parameters, 'Name'));
  return {
    Arn: networkRuleArn(kms.identity, rule.name),
    Type: rule.type,
    Description: rule.description,
    SourcePrivateIp: rule.source_private_ip,
  };
};
