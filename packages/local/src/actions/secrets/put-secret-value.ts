import { stages } from '../../secrets/secret-record.js';
import { checkStages } from '../../secrets/secret-rules.js';
import { isText, optionalJsonArray, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { secretValue } from './secret-value-parameters.js';

export const putSecretValue: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'SecretName');
  const value = secretValue(parameters);
  const given = optionalJsonArray(parameters, 'VersionStages', 'stages', isText) ?? [];
  checkStages('VersionStages', given);
  const onVersion = await kms.secrets.put(name, value, given.length > 0 ? given : [stages.current]);
  return { SecretName: name, VersionId: value.versionId, VersionStages: { VersionStage: onVersion } };
};
