import { limits } from 'alibabacloud-kms-sdk/internal';
import { dayMs, formatInterval, skipMissed } from '../../keys/rotation.js';
import { checkExtendedConfig, checkManaged, firstManagedValue, isManaged } from '../../secrets/managed-secrets.js';
import { checkNotDeleted, updateSecret } from '../../secrets/secret-record.js';
import { checkSecretName, checkVersionId, secretRotationIntervalMs } from '../../secrets/secret-rules.js';
import type { SecretValue } from '../../secrets/secret-service.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { SecretTable, SecretType } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { filtersOf, pageOf, pageResponse, tagsOf, wireDate } from '../fields.js';
import type { PublicRequests } from '../generated/public-types.js';
import { rotationResponse, secretArn, secretResponse, secretTagsResponse, secretValue } from '../secret-fields.js';
import type { PublicHandlers } from '../types.js';
import { policyDocument } from './resource-policies.js';

type Config = Readonly<Record<string, unknown>>;

const filterColumns = {
  SecretName: 'name',
  Description: 'description',
  SecretType: 'type',
  DKMSInstanceId: 'instance_id',
} as const satisfies Record<string, keyof SecretTable>;

const tagFilterColumns = { TagKey: 'tag_key', TagValue: 'tag_value' } as const;

const filterNames = Object.keys({ ...filterColumns, ...tagFilterColumns }) as (
  | keyof typeof filterColumns
  | keyof typeof tagFilterColumns
)[];

export const secretHandlers = {
  CreateSecret: async (request, { kms }) => {
    const { SecretType: type = 'Generic', ExtendedConfig: config } = request;
    if (config) checkExtendedConfig(type, config);
    const name = newName(request.SecretName, type, config);
    checkSecretName(name, type);
    const tags = tagsOf(request.Tags);
    for (const tag of tags) checkTag('Tags', tag);
    const instanceId = request.DKMSInstanceId ?? null;
    if (instanceId !== null) await kms.instances.find(instanceId);
    const value = firstValue(request, type);
    const secret = await kms.secrets.create({
      name,
      type,
      description: request.Description ?? '',
      encryptionKeyId: request.EncryptionKeyId ?? null,
      instanceId,
      extendedConfig: config ? JSON.stringify(config) : null,
      rotationIntervalMs: rotationIntervalMs(request, type),
      policy: policyDocument(request.Policy),
      tags,
      value,
    });
    const { LastRotationDate: _, ...rotation } = rotationResponse(secret);
    return {
      Arn: secretArn(kms.identity, name),
      SecretName: name,
      SecretType: secret.type,
      VersionId: value.versionId,
      DKMSInstanceId: secret.instance_id ?? undefined,
      ExtendedConfig: secret.extended_config ?? undefined,
      ...rotation,
    };
  },

  DescribeSecret: async (request, { kms }) => {
    const secret = await kms.secrets.find(request.SecretName, 'DescribeSecret');
    return {
      ...secretResponse(secret),
      ...rotationResponse(secret),
      Arn: secretArn(kms.identity, secret.name),
      Description: secret.description,
      EncryptionKeyId: secret.encryption_key_id ?? undefined,
      DKMSInstanceId: secret.instance_id ?? undefined,
      ExtendedConfig: secret.extended_config ?? undefined,
      Tags: request.FetchTags === true ? await secretTagsResponse(kms, secret.name) : undefined,
    };
  },

  ListSecrets: async (request, { kms }) => {
    const asked = pageOf(request);
    const wanted = filtersOf(request.Filters, filterNames);
    await kms.secrets.settleAll();
    let query = kms.store.db.selectFrom('secrets').selectAll();
    for (const [name, column] of Object.entries(filterColumns)) {
      const values = wanted[name as keyof typeof filterColumns];
      if (values) query = query.where(column, 'in', values);
    }
    for (const [name, column] of Object.entries(tagFilterColumns)) {
      const values = wanted[name as keyof typeof tagFilterColumns];
      if (!values) continue;
      query = query.where('name', 'in', (eb) =>
        eb.selectFrom('tags').select('resource_id').where('resource_type', '=', 'secret').where(column, 'in', values),
      );
    }
    const { rows, total } = await readPage(query, asked);
    const withTags = request.FetchTags === true;
    const list = rows.map(async (secret) => ({
      ...secretResponse(secret),
      Tags: withTags ? await secretTagsResponse(kms, secret.name) : undefined,
    }));
    return { SecretList: { Secret: await Promise.all(list) }, ...pageResponse(asked, total) };
  },

  UpdateSecret: async (request, { kms }) => {
    const name = request.SecretName;
    const { Description: description, ExtendedConfig: { CustomData: customData } = {} } = request;
    await kms.secrets.change(name, 'UpdateSecret', (secret, db) => {
      const config = { ...(JSON.parse(secret.extended_config ?? '{}') as object), CustomData: customData };
      return updateSecret(db, secret, {
        description,
        extended_config: customData === undefined ? undefined : JSON.stringify(config),
        updated_at: kms.clock.now(),
      });
    });
    return { SecretName: name };
  },

  UpdateSecretRotationPolicy: async (request, { kms }) => {
    const name = request.SecretName;
    const enable = request.EnableAutomaticRotation === true;
    await kms.secrets.change(name, 'UpdateSecretRotationPolicy', (secret, db) => {
      checkManaged(secret.type);
      if (!enable) return updateSecret(db, secret, { automatic_rotation: 0, next_rotation_at: null });
      const intervalMs = secretRotationIntervalMs(request.RotationInterval, secret.rotation_interval);
      return updateSecret(db, secret, {
        automatic_rotation: 1,
        rotation_interval: formatInterval(intervalMs),
        next_rotation_at: kms.clock.now() + intervalMs,
      });
    });
    return { SecretName: name };
  },

  RotateSecret: async (request, { kms }) => {
    const versionId = request.VersionId;
    checkVersionId('VersionId', versionId);
    const { name } = await kms.secrets.rotate(request.SecretName, versionId);
    return { Arn: secretArn(kms.identity, name), SecretName: name, VersionId: versionId };
  },

  DeleteSecret: async (request, { kms }) => {
    const name = request.SecretName;
    const window = limits.secretRecoveryDays;
    const force = request.ForceDeleteWithoutRecovery === true;
    const days = request.RecoveryWindowInDays ?? window.default;
    const deleteAt = force ? kms.clock.now() : kms.clock.now() + days * dayMs;
    await kms.secrets.change(name, 'DeleteSecret', async (secret, db) => {
      if (force) return kms.secrets.remove(db, secret);
      await updateSecret(db, checkNotDeleted(secret), { delete_at: deleteAt });
    });
    return { SecretName: name, PlannedDeleteTime: wireDate(deleteAt) };
  },

  RestoreSecret: async (request, { kms }) => {
    const name = request.SecretName;
    await kms.secrets.change(name, 'RestoreSecret', (secret, db) => {
      if (secret.delete_at === null) {
        throw new ServiceError('Rejected.StateModifiedFailed', {
          message: 'The secret is not scheduled for deletion.',
        });
      }
      return updateSecret(db, secret, { delete_at: null, ...skipMissed(secret, kms.clock.now()) });
    });
    return { SecretName: name };
  },
} satisfies Partial<PublicHandlers>;

/** The secret of a RAM user has the name of the user, requested as `$Auto`. */
function newName(name: string, type: SecretType, config: Config | undefined): string {
  if (name !== '$Auto' || type !== 'RAMCredentials') return name;
  if (typeof config?.UserName === 'string' && config.UserName !== '') return `acs/ram/user/${config.UserName}`;
  throw invalidParameter('ExtendedConfig.UserName', 'a secret that is called $Auto needs the name of its RAM user');
}

function firstValue(request: PublicRequests['CreateSecret'], type: SecretType): SecretValue {
  const value = secretValue(request);
  if (!isManaged(type)) return value;
  if (value.dataType !== 'text') throw invalidParameter('SecretDataType', `a secret of type ${type} is text`);
  return { ...value, data: firstManagedValue(type, value.data) };
}

function rotationIntervalMs(request: PublicRequests['CreateSecret'], type: SecretType): number | undefined {
  if (request.EnableAutomaticRotation !== true) return undefined;
  if (isManaged(type)) return secretRotationIntervalMs(request.RotationInterval);
  throw invalidParameter('EnableAutomaticRotation', `${type} secrets are not rotated`);
}
