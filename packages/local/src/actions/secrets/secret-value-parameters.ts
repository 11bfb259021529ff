import { checkSecretData, checkVersionId } from '../../secrets/secret-rules.js';
import type { SecretValue } from '../../secrets/secret-service.js';
import type { SecretDataType } from '../../store/schema.js';
import { optionalText, text } from '../parameters.js';
import type { Parameters } from '../types.js';

/** SecretData, SecretDataType and VersionId. */
export function secretValue(parameters: Parameters): SecretValue {
  const dataType = (optionalText(parameters, 'SecretDataType') ?? 'text') as SecretDataType;
  const data = text(parameters, 'SecretData');
  checkSecretData(data, dataType);
  const versionId = text(parameters, 'VersionId');
  checkVersionId('VersionId', versionId);
  return { versionId, data, dataType };
}
