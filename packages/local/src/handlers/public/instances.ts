import { endpoints } from 'alibabacloud-kms-sdk/internal';
import { bindVpcsOf, type Connection, connectionOf, type Instance, quotas } from '../../instances/instances.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity, Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { filtersOf, pageOf, pageResponse, wireDate } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const instanceHandlers = {
  /** Stored and returned: a local KMS is reached over this machine's network whatever its VPC. */
  ConnectKmsInstance: async (request, { kms }) => {
    const connection: Connection = {
      vpcId: request.VpcId,
      vSwitchIds: [...request.VSwitchIds],
      zoneIds: [...request.ZoneIds],
    };
    await kms.instances.update(request.KmsInstanceId, { connection: JSON.stringify(connection) });
    return {};
  },

  GetKmsInstance: async (request, { kms }) => {
    const instance = await kms.instances.find(request.KmsInstanceId);
    const { certificatePem } = await kms.access.authority();
    return { KmsInstance: instanceResponse(instance, certificatePem) };
  },

  /** The oldest one; none when all were released. */
  GetDefaultKmsInstance: async (_request, { kms }) => {
    const oldest = await kms.instances.list().select('id').orderBy('seq').executeTakeFirst();
    return { DefaultKmsInstanceId: oldest?.id };
  },

  ListKmsInstances: async (request, { kms }) => {
    const asked = pageOf(request);
    const { KmsInstanceId: ids } = filtersOf(request.Filters, ['KmsInstanceId']);
    const all = kms.instances.list().select('id');
    const { rows, total } = await readPage(ids ? all.where('id', 'in', ids) : all, asked);
    const instances = rows.map(({ id }) => ({ KmsInstanceId: id, KmsInstanceArn: instanceArn(kms.identity, id) }));
    return { KmsInstances: { KmsInstance: instances }, ...pageResponse(asked, total) };
  },

  /** Without an instance, the account's shared service is meant, which has no VPCs. */
  GetKmsInstanceQuotaInfos: async (request, { kms }) => {
    const id = request.KmsInstanceId;
    const only = request.ResourceType;
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
  },

  /** Stored and returned; it changes no network. */
  UpdateKmsInstanceBindVpc: async (request, { kms }) => {
    await kms.instances.update(request.KmsInstanceId, { bind_vpcs: JSON.stringify(request.BindVpcs) });
    return {};
  },

  /**
   * What is in an instance goes with it. There are no backups here, so that takes ForceDeleteWithoutBackup; an empty
   * instance needs no backup.
   */
  ReleaseKmsInstance: async (request, { kms }) => {
    const id = request.KmsInstanceId;
    const force = request.ForceDeleteWithoutBackup === true;
    const settle = () => Promise.all([kms.keys.settleAll(), kms.secrets.settleAll()]);
    await settle();
    await kms.access.change(async (db) => {
      const instance = await kms.instances.find(id, db);
      if (instance.deletion_protection === 1) throw new ServiceError('Rejected.DeletionProtection');
      const { key, secret } = await kms.instances.count(id, db);
      if (key + secret > 0 && !force) {
        const message = `The instance has ${key} keys and ${secret} secrets and no backup; release it with ForceDeleteWithoutBackup.`;
        throw new ServiceError('Rejected.ResourceInUse', { message });
      }
      const now = kms.clock.now();
      await kms.instances.update(id, { released_at: now }, db);
      // Gone as if their windows had passed, whatever is left to clear away.
      await db.updateTable('secrets').set({ delete_at: now }).where('instance_id', '=', id).execute();
      await db
        .updateTable('keys')
        .set({ state: 'PendingDeletion', delete_at: now })
        .where('instance_id', '=', id)
        .execute();
    });
    await settle();
    return {};
  },

  /** The account of a local KMS is open from the start, and nothing closes it. */
  DescribeAccountKmsStatus: async () => ({ AccountStatus: 'Enabled' }),

  /** All regions of the service, and this KMS's own when it was given a name of its own. */
  DescribeRegions: async (_request, { kms }) => {
    const regions = new Set([...Object.keys(endpoints), kms.identity.regionId]);
    return { Regions: { Region: [...regions].map((id) => ({ RegionId: id })) } };
  },

  /** What is open already stays open. */
  OpenKmsService: async () => ({}),
} satisfies Partial<PublicHandlers>;

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

/** ARNs call an instance a key store. */
export const instanceArn = (identity: Identity, id: string): string => arn(identity, `keystore/${id}`);

function instanceResponse(instance: Instance, caCertificatePem: string) {
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
