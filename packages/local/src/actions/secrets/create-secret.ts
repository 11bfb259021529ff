import { limits } from 'alibabacloud-kms-sdk/internal';
import { checkSecretName } from '../../secrets/secret-rules.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { checkTag } from '../../store/tags.js';
import { boundedText, flag, jsonTags, optionalText, text } from '../parameters.js';
import type { OpenApiAction, Parameters } from '../types.js';
import { rotationAnswer, secretArn } from './secret-answer.js';
import { secretValue } from './secret-value-parameters.js';

export const createSecret: OpenApiAction = async (parameters, { kms }) => {
  checkSupported(parameters);
  const name = text(parameters, 'SecretName');
  checkSecretName(name);
  const tags = jsonTags(parameters, 'Tags');
  for (const tag of tags) checkTag('Tags', tag);
  const instanceId = optionalText(parameters, 'DKMSInstanceId') ?? null;
  if (instanceId !== null && instanceId !== kms.identity.instanceId) {
    throw new ServiceError('Forbidden.DKMSInstanceNotFound');
  }
  const value = secretValue(parameters);
  const secret = await kms.secrets.create({
    name,
    type: 'Generic',
    description: boundedText('Description', optionalText(parameters, 'Description') ?? '', limits.descriptionMaxChars),
    encryptionKeyId: optionalText(parameters, 'EncryptionKeyId') ?? null,
    instanceId,
    extendedConfig: extendedConfig(parameters),
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

function checkSupported(parameters: Parameters): void {
  const type = optionalText(parameters, 'SecretType') ?? 'Generic';
  if (type !== 'Generic') {
    throw new ServiceError('UnsupportedOperation', { message: `SecretType: ${type} secrets are not supported yet.` });
  }
  if (flag(parameters, 'EnableAutomaticRotation')) {
    throw invalidParameter('EnableAutomaticRotation', 'Generic secrets are not rotated');
  }
  if (parameters.Policy) {
    throw new ServiceError('UnsupportedOperation', { message: 'Policy: secret policies are not supported yet.' });
  }
}

/** A secret of type Generic carries CustomData only. */
function extendedConfig(parameters: Parameters): string | null {
  const config = parameters.ExtendedConfig;
  if (config === undefined || config === '') return null;
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return JSON.stringify(config);
  throw invalidParameter('ExtendedConfig', 'it must be a JSON object');
}
