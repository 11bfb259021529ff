import type { Connection } from '../../instances/instances.js';
import { invalidParameter } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

/** Remembered and told: a local KMS is reached over this machine's network whatever its VPC. */
export const connectKmsInstance: OpenApiAction = async (parameters, { kms }) => {
  if (text(parameters, 'KMProvider') !== 'Aliyun') throw invalidParameter('KMProvider', 'it must be Aliyun');
  const list = (name: string) => text(parameters, name).split(',');
  const connection: Connection = {
    vpcId: text(parameters, 'VpcId'),
    vSwitchIds: list('VSwitchIds'),
    zoneIds: list('ZoneIds'),
  };
  await kms.instances.update(text(parameters, 'KmsInstanceId'), { connection: JSON.stringify(connection) });
  return {};
};
