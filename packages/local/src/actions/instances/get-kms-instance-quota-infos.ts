import { bindVpcsOf, connectionOf, type Instance, quotas } from '../../instances/instances.js';
import { optionalText } from '../parameters.js';
import type { Kms, OpenApiAction } from '../types.js';

/** Without an instance, the account's shared service is meant, which has no VPCs. */
export const getKmsInstanceQuotaInfos: OpenApiAction = async (parameters, { kms }) => {
  const id = optionalText(parameters, 'KmsInstanceId');
  const only = optionalText(parameters, 'ResourceType');
  const used = await usedQuantities(kms, id === undefined ? undefined : await kms.instances.find(id));
  const infos = Object.entries(used).map(([type, quantity]) => ({
    ResourceType: type,
    ResourceQuota: quotas[type as keyof typeof quotas],
    UsedQuantity: quantity,
  }));
  return {
    KmsInstanceId: id ?? '',
    KmsInstanceQuotaInfos: infos.filter(({ ResourceType }) => only === undefined || ResourceType === only),
  };
};

async function usedQuantities(
  kms: Kms,
  instance: Instance | undefined,
): Promise<Partial<Record<keyof typeof quotas, number>>> {
  await Promise.all([kms.keys.settleAll(), kms.secrets.settleAll()]);
  const counts = await kms.instances.count(instance?.id ?? null);
  // Calls a second come and go; nothing holds on to any.
  const always = { ...counts, qps: 0 };
  if (instance === undefined) return always;
  return { ...always, vpc: bindVpcsOf(instance).length + (connectionOf(instance) ? 1 : 0) };
}
