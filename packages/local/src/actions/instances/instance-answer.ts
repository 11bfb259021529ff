import { bindVpcsOf, connectionOf, type Instance, quotas } from '../../instances/instances.js';
import { arn } from '../../keys/key-ids.js';
import { wireDate } from '../answers.js';
import type { Identity } from '../types.js';

/** ARNs call an instance a key store. */
export const instanceArn = (identity: Identity, id: string): string => arn(identity, `keystore/${id}`);

export function instanceAnswer(instance: Instance, caCertificatePem: string) {
  const connection = connectionOf(instance);
  return {
    InstanceId: instance.id,
    InstanceName: instance.id,
    // It answers, so it is connected, to this machine if to no VPC.
    Status: 'Connected',
    ChargeType: 'POSTPAY',
    CreateTime: wireDate(instance.created_at),
    StartDate: wireDate(instance.created_at),
    CaCertificateChainPem: caCertificatePem,
    Spec: quotas.qps,
    KeyNum: quotas.key,
    SecretNum: String(quotas.secret),
    VpcNum: quotas.vpc,
    VpcId: connection?.vpcId,
    // Clients in Go up to 3.2.3 declare both as text, and fail on an empty list.
    VswitchIds: orUndefined(connection?.vSwitchIds),
    ZoneIds: orUndefined(connection?.zoneIds),
    BindVpcs: { BindVpc: bindVpcsOf(instance) },
    DeletionProtection: instance.deletion_protection === 1,
    DeletionProtectionDescription: instance.deletion_protection_description || undefined,
  };
}

const orUndefined = <T>(list: readonly T[] = []): readonly T[] | undefined => (list.length > 0 ? list : undefined);
