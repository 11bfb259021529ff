import { limits } from 'alibabacloud-kms-sdk/internal';
import { dayMs, formatInterval, skipMissed } from '../../keys/rotation.js';
import { checkExtendedConfig, checkManaged, firstManagedValue, isManaged } from '../../secrets/managed-secrets.js';
import { checkNotDeleted, updateSecret } from '../../secrets/secret-record.js';
import { checkSecretName, checkVersionId, readSecretRotationInterval } from '../../secrets/secret-rules.js';
import type { SecretValue } from '../../secrets/secret-service.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { SecretTable, SecretType } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { boundedText } from '../../text-checks.js';
import { filters, flag, jsonTags, optionalInteger, optionalText, page, text } from '../parameters.js';
import { pageResponse, wireDate } from '../responses.js';
import { rotationResponse, secretArn, secretResponse, secretTagsResponse, secretValue } from '../secret-fields.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { optionalPolicyDocument } from './resource-policies.js';

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
  CreateSecret: async (parameters, { kms }) => {
    const type = (optionalText(parameters, 'SecretType') ?? 'Generic') as SecretType;
    const config = extendedConfig(parameters);
    if (config) checkExtendedConfig(type, config);
    const name = newName(text(parameters, 'SecretName'), type, config);
    checkSecretName(name, type);
    const tags = jsonTags(parameters, 'Tags');
    for (const tag of tags) checkTag('Tags', tag);
    const instanceId = optionalText(parameters, 'DKMSInstanceId') ?? null;
    if (instanceId !== null) await kms.instances.find(instanceId);
    const value = firstValue(parameters, type);
    const secret = await kms.secrets.create({
      name,
      type,
      description: boundedText(
        'Description',
        optionalText(parameters, 'Description') ?? '',
        limits.descriptionMaxChars,
      ),
      encryptionKeyId: optionalText(parameters, 'EncryptionKeyId') ?? null,
      instanceId,
      extendedConfig: config ? JSON.stringify(config) : null,
      rotationIntervalMs: rotationIntervalMs(parameters, type),
      policy: optionalPolicyDocument(parameters),
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

  DescribeSecret: async (parameters, { kms }) => {
    const secret = await kms.secrets.find(text(parameters, 'SecretName'), 'DescribeSecret');
    return {
      ...secretResponse(secret),
      ...rotationResponse(secret),
      Arn: secretArn(kms.identity, secret.name),
      Description: secret.description,
      EncryptionKeyId: secret.encryption_key_id ?? undefined,
      DKMSInstanceId: secret.instance_id ?? undefined,
      ExtendedConfig: secret.extended_config ?? undefined,
      Tags: flag(parameters, 'FetchTags') ? await secretTagsResponse(kms, secret.name) : undefined,
    };
  },

  ListSecrets: async (parameters, { kms }) => {
    const asked = page(parameters);
    const wanted = filters(parameters, filterNames);
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
    const withTags = flag(parameters, 'FetchTags');
    const list = rows.map(async (secret) => ({
      ...secretResponse(secret),
      Tags: withTags ? await secretTagsResponse(kms, secret.name) : undefined,
    }));
    return { SecretList: { Secret: await Promise.all(list) }, ...pageResponse(asked, total) };
  },

  UpdateSecret: async (parameters, { kms }) => {
    const name = text(parameters, 'SecretName');
    // Here an empty text is a value: it takes the description away.
    const description = parameters.Description as string | undefined;
    if (description !== undefined) boundedText('Description', description, limits.descriptionMaxChars);
    const customData = newCustomData(parameters);
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

  UpdateSecretRotationPolicy: async (parameters, { kms }) => {
    const name = text(parameters, 'SecretName');
    const enable = flag(parameters, 'EnableAutomaticRotation');
    await kms.secrets.change(name, 'UpdateSecretRotationPolicy', (secret, db) => {
      checkManaged(secret.type);
      if (!enable) return updateSecret(db, secret, { automatic_rotation: 0, next_rotation_at: null });
      const intervalMs = secretRotationIntervalMs(parameters, secret.rotation_interval);
      return updateSecret(db, secret, {
        automatic_rotation: 1,
        rotation_interval: formatInterval(intervalMs),
        next_rotation_at: kms.clock.now() + intervalMs,
      });
    });
    return { SecretName: name };
  },

  RotateSecret: async (parameters, { kms }) => {
    const versionId = text(parameters, 'VersionId');
    checkVersionId('VersionId', versionId);
    const { name } = await kms.secrets.rotate(text(parameters, 'SecretName'), versionId);
    return { Arn: secretArn(kms.identity, name), SecretName: name, VersionId: versionId };
  },

  DeleteSecret: async (parameters, { kms }) => {
    const name = text(parameters, 'SecretName');
    const window = limits.secretRecoveryDays;
    const force = flag(parameters, 'ForceDeleteWithoutRecovery');
    const days = optionalInteger(parameters, 'RecoveryWindowInDays', window) ?? window.default;
    const deleteAt = force ? kms.clock.now() : kms.clock.now() + days * dayMs;
    await kms.secrets.change(name, 'DeleteSecret', async (secret, db) => {
      if (force) return kms.secrets.remove(db, secret);
      await updateSecret(db, checkNotDeleted(secret), { delete_at: deleteAt });
    });
    return { SecretName: name, PlannedDeleteTime: wireDate(deleteAt) };
  },

  RestoreSecret: async (parameters, { kms }) => {
    const name = text(parameters, 'SecretName');
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

function extendedConfig(parameters: Parameters): Config | undefined {
  const config = parameters.ExtendedConfig;
  if (config === undefined || config === '') return undefined;
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Config;
  throw invalidParameter('ExtendedConfig', 'it must be a JSON object');
}

/** The secret of a RAM user is called after the user: the name is asked for as `$Auto`. */
function newName(name: string, type: SecretType, config: Config | undefined): string {
  if (name !== '$Auto' || type !== 'RAMCredentials') return name;
  if (typeof config?.UserName === 'string' && config.UserName !== '') return `acs/ram/user/${config.UserName}`;
  throw invalidParameter('ExtendedConfig.UserName', 'a secret that is called $Auto needs the name of its RAM user');
}

function firstValue(parameters: Parameters, type: SecretType): SecretValue {
  const value = secretValue(parameters);
  if (!isManaged(type)) return value;
  if (value.dataType !== 'text') throw invalidParameter('SecretDataType', `a secret of type ${type} is text`);
  return { ...value, data: firstManagedValue(type, value.data) };
}

function rotationIntervalMs(parameters: Parameters, type: SecretType): number | undefined {
  if (!flag(parameters, 'EnableAutomaticRotation')) return undefined;
  if (isManaged(type)) return secretRotationIntervalMs(parameters);
  throw invalidParameter('EnableAutomaticRotation', `${type} secrets are not rotated`);
}

/** ExtendedConfig.CustomData: a JSON object, in one parameter of that name. */
function newCustomData(parameters: Parameters): object | undefined {
  const config = parameters.ExtendedConfig as { CustomData?: unknown } | undefined;
  const given = config?.CustomData;
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw invalidParameter('ExtendedConfig.CustomData', 'it must be a JSON object');
}

/** The interval of a secret that is to be rotated: RotationInterval, else the one that it had. */
function secretRotationIntervalMs(parameters: Parameters, former?: string | null): number {
  const interval = optionalText(parameters, 'RotationInterval') ?? former;
  if (!interval) throw new ServiceError('MissingParameter', { subject: 'RotationInterval' });
  return readSecretRotationInterval(interval);
}
