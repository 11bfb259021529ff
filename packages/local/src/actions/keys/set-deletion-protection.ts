import { limits } from 'alibabacloud-kms-sdk/internal';
import { updateKey } from '../../keys/key-record.js';
import { boundedText, flag, optionalText, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const setDeletionProtection: OpenApiAction = async (parameters, { kms }) => {
  const enable = flag(parameters, 'EnableDeletionProtection');
  const name = 'DeletionProtectionDescription';
  const description = boundedText(name, optionalText(parameters, name) ?? '', limits.descriptionMaxChars);
  const keyId = optionalText(parameters, 'ProtectedResourceArn') ?? text(parameters, 'KeyId');
  await kms.keys.change(keyId, 'SetDeletionProtection', (key, db) =>
    updateKey(db, key, {
      deletion_protection: enable ? 1 : 0,
      deletion_protection_description: enable ? description : '',
    }),
  );
  return {};
};
