import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { accessPointArn } from './access-parameters.js';
import { findAccessPoint, readPolicies } from './access-point.js';

export const describeApplicationAccessPoint: OpenApiAction = async (parameters, { kms }) => {
  const accessPoint = await findAccessPoint(kms.store.db, text(parameters, 'Name'));
  return {
    Arn: accessPointArn(kms.identity, accessPoint.name),
    Name: accessPoint.name,
    AuthenticationMethod: accessPoint.authentication_method,
    Description: accessPoint.description,
    Policies: JSON.stringify(await readPolicies(kms.store.db, accessPoint.name)),
  };
};
