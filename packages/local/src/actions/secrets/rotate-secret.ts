import { checkVersionId } from '../../secrets/secret-rules.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { secretArn } from './secret-answer.js';

export const rotateSecret: OpenApiAction = async (parameters, { kms }) => {
  const versionId = text(parameters, 'VersionId');
  checkVersionId('VersionId', versionId);
  const { name } = await kms.secrets.rotate(text(parameters, 'SecretName'), versionId);
  return { Arn: secretArn(kms.identity, name), SecretName: name, VersionId: versionId };
};
