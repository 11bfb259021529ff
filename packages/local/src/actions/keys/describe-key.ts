import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { keyMetadata } from './key-metadata.js';

export const describeKey: OpenApiAction = async (parameters, { kms }) => {
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'DescribeKey');
  return {
    KeyMetadata: {
      ...keyMetadata(key, kms.identity),
      DeletionProtection: key.deletion_protection === 1 ? 'Enabled' : 'Disabled',
      DeletionProtectionDescription: key.deletion_protection_description || undefined,
    },
  };
};
