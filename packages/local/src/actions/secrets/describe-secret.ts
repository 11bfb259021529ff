import { flag, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { rotationAnswer, secretAnswer, secretArn, secretTagsAnswer } from './secret-answer.js';

export const describeSecret: OpenApiAction = async (parameters, { kms }) => {
  const secret = await kms.secrets.find(text(parameters, 'SecretName'), 'DescribeSecret');
  return {
    ...secretAnswer(secret),
    ...rotationAnswer(secret),
    Arn: secretArn(kms.identity, secret.name),
    Description: secret.description,
    EncryptionKeyId: secret.encryption_key_id ?? undefined,
    DKMSInstanceId: secret.instance_id ?? undefined,
    ExtendedConfig: secret.extended_config ?? undefined,
    Tags: flag(parameters, 'FetchTags') ? await secretTagsAnswer(kms, secret.name) : undefined,
  };
};
