import { limits } from 'alibabacloud-kms-sdk/internal';
import { updateKey } from '../../keys/key-record.js';
import { boundedText, optionalText, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const updateKeyDescription: OpenApiAction = async (parameters, { kms }) => {
  const given = optionalText(parameters, 'Description') ?? '';
  const description = boundedText('Description', given, limits.descriptionMaxChars);
  await kms.keys.change(text(parameters, 'KeyId'), 'UpdateKeyDescription', (key, db) =>
    updateKey(db, key, { description }),
  );
  return {};
};
