import type { BindVpc } from '../../instances/instances.js';
import { ServiceError } from '../../service-error.js';
import { hasTexts, optionalJsonArray, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const isBindVpc = hasTexts('VpcId', 'VSwitchId', 'RegionId', 'VpcOwnerId');

/** Remembered and told; no network is any nearer for it. */
export const updateKmsInstanceBindVpc: OpenApiAction = async (parameters, { kms }) => {
  const shape = '{"VpcId":"…","VSwitchId":"…","RegionId":"…","VpcOwnerId":"…"}';
  const given = optionalJsonArray(parameters, 'BindVpcs', shape, isBindVpc);
  if (!given) throw new ServiceError('MissingParameter', { subject: 'BindVpcs' });
  const vpcs = given.map(
    ({ VpcId, VSwitchId, RegionId, VpcOwnerId }): BindVpc => ({
      VpcId,
      VSwitchId,
      RegionId,
      VpcOwnerId,
    }),
  );
  await kms.instances.update(text(parameters, 'KmsInstanceId'), { bind_vpcs: JSON.stringify(vpcs) });
  return {};
};
