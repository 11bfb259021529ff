import { endpoints } from 'alibabacloud-kms-sdk/internal';
import { bindVpcsOf, type Connection, connectionOf, type Instance, quotas } from '../../instances/instances.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity, Kms } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { filtersOf, pageOf, pageResponse, wireDate } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const instanceHandlers = {
  /** Stored and returned only: clients reach a local KMS over this machine's network, whatever its VPC. */
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

  /** The oldest one; none if all were released. */
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

  /** Without an instance, returns the quotas for keys and secrets outside instances, which have no VPCs. */
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

  /** Stored and returned only; changes no network. */
  UpdateKmsInstanceBindVpc: async (request, { kms }) => {
    await kms.instances.update(request.KmsInstanceId, { bind_vpcs: JSON.stringify(request.BindVpcs) });
    return {};
  },

  /**
   * Everything in an instance is deleted with it. There are no backups here, so this requires ForceDeleteWithoutBackup,
   * unless the instance is empty.
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
      // Deleted as if their windows had passed; cleanup follows.
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

  /** The account of a local KMS is always active. */
  DescribeAccountKmsStatus: async () => ({ AccountStatus: 'Enabled' }),

  /** All regions of the service, and the custom region of this KMS, if any. */
  DescribeRegions: async (_request, { kms }) => {
    const regions = new Set([...Object.keys(endpoints), kms.identity.regionId]);
    return { Regions: { Region: [...regions].map((id) => ({ RegionId: id })) } };
  },

  /** Does nothing: KMS is already active. */
  OpenKmsService: async () => ({}),
} satisfies Partial<PublicHandlers>;

async function usedQuantities(
  kms: Kms,
  instance: Instance | undefined,
): Promise<Partial<Record<keyof typeof quotas, number>>> {
  await Promise.all([kms.keys.settleAll(), kms.secrets.settleAll()]);
  const counts = await kms.instances.count(instance?.id ?? null);
  // The rate of calls is not a stored quantity.
  const always = { ...counts, qps: 0 };
  if (instance === undefined) return always;
  return { ...always, vpc: bindVpcsOf(instance).length + (connectionOf(instance) ? 1 : 0) };
}

/** In ARNs, an instance is a key store. */
export const instanceArn = (identity: Identity, id: string): string => arn(identity, `keystore/${id}`);

function instanceResponse(instance: Instance, caCertificatePem: string) {
  const connection = connectionOf(instance);
  return {
    InstanceId: instance.id,
    InstanceName: instance.id,
    // It responds, so it is connected, if not to a VPC then to this machine.
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
    // Clients for Go up to 3.2.3 declare both as text, and fail on an empty list.
    VswitchIds: orUndefined(connection?.vSwitchIds),
    ZoneIds: orUndefined(connection?.zoneIds),
    BindVpcs: { BindVpc: bindVpcsOf(instance) },
    DeletionProtection: instance.deletion_protection === 1,
    DeletionProtectionDescription: instance.deletion_protection_description || undefined,
  };
}

const orUndefined = <T>(list: readonly T[] = []): readonly T[] | undefined => (list.length > 0 ? list : undefined);
