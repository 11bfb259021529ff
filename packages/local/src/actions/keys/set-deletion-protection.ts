import { limits } from 'alibabacloud-kms-sdk/internal';
import { updateKey } from '../../keys/key-record.js';
import { instanceArn } from '../instances/instance-answer.js';
import { boundedText, flag, optionalText, text } from '../parameters.js';
import type { Identity, OpenApiAction } from '../types.js';

export const setDeletionProtection: OpenApiAction = async (parameters, { kms }) => {
  const enable = flag(parameters, 'EnableDeletionProtection');
  const name = 'DeletionProtectionDescription';
  const description = boundedText(name, optionalText(parameters, name) ?? '', limits.descriptionMaxChars);
  const changes = {
    deletion_protection: enable ? 1 : 0,
    deletion_protection_description: enable ? description : '',
  };
  const resourceArn = optionalText(parameters, 'ProtectedResourceArn');
  const instanceId = resourceArn
    ? protectedInstance(kms.identity, resourceArn)
    : optionalText(parameters, 'KmsInstanceId');
  if (instanceId !== undefined) {
    await kms.instances.update(instanceId, changes);
  } else {
    const keyId = resourceArn ?? text(parameters, 'KeyId');
    await kms.keys.change(keyId, 'SetDeletionProtection', (key, db) => updateKey(db, key, changes));
  }
  return {};
};

/** The id in an instance's ARN. */
function protectedInstance(identity: Identity, resourceArn: string): string | undefined {
  const prefix = instanceArn(identity, '');
  return resourceArn.startsWith(prefix) ? resourceArn.slice(prefix.length) : undefined;
}
