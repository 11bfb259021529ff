import type { BindVpc } from '../../instances/instances.js';
import { ServiceError } from '../../service-error.js';
import { hasTexts, optionalJsonArray, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const hasNames = hasTexts('VpcId', 'VSwitchId', 'RegionId');

/** The owner is an account id, which the documentation and Terraform write as a number, and others as text. */
const isBindVpc = (value: unknown): value is Omit<BindVpc, 'VpcOwnerId'> & { VpcOwnerId: string | number } => {
  if (!hasNames(value)) return false;
  const { VpcOwnerId: owner } = value as { VpcOwnerId?: unknown };
  return (typeof owner === 'string' && owner !== '') || Number.isSafeInteger(owner);
};

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
      VpcOwnerId: String(VpcOwnerId),
    }),
  );
  await kms.instances.update(text(parameters, 'KmsInstanceId'), { bind_vpcs: JSON.stringify(vpcs) });
  return {};
};
