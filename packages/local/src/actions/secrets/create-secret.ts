import { limits } from 'alibabacloud-kms-sdk/internal';
import { checkExtendedConfig, firstManagedValue, isManaged } from '../../secrets/managed-secrets.js';
import { checkSecretName } from '../../secrets/secret-rules.js';
import type { SecretValue } from '../../secrets/secret-service.js';
import { invalidParameter } from '../../service-error.js';
import type { SecretType } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { optionalPolicyDocument } from '../access/policy-document.js';
import { boundedText, flag, jsonTags, optionalText, text } from '../parameters.js';
import type { OpenApiAction, Parameters } from '../types.js';
import { rotationAnswer, secretArn } from './secret-answer.js';
import { secretRotationIntervalMs } from './secret-rotation-interval.js';
import { secretValue } from './secret-value-parameters.js';

export const createSecret: OpenApiAction = async (parameters, { kms }) => {
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
    description: boundedText('Description', optionalText(parameters, 'Description') ?? '', limits.descriptionMaxChars),
    encryptionKeyId: optionalText(parameters, 'EncryptionKeyId') ?? null,
    instanceId,
    extendedConfig: config ? JSON.stringify(config) : null,
    rotationIntervalMs: rotationIntervalMs(parameters, type),
    policy: optionalPolicyDocument(parameters),
    tags,
    value,
  });
  const { LastRotationDate: _, ...rotation } = rotationAnswer(secret);
  return {
    Arn: secretArn(kms.identity, name),
    SecretName: name,
    SecretType: secret.type,
    VersionId: value.versionId,
    DKMSInstanceId: secret.instance_id ?? undefined,
    ExtendedConfig: secret.extended_config ?? undefined,
    ...rotation,
  };
};

type Config = Readonly<Record<string, unknown>>;

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
