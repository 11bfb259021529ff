import { readTags } from '../../store/tags.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const listResourceTags: OpenApiAction = async (parameters, { kms }) => {
  const { id } = await kms.keys.find(text(parameters, 'KeyId'), 'ListResourceTags');
  const tags = await readTags(kms.store.db, { type: 'key', id });
  return { Tags: { Tag: tags.map(({ key, value }) => ({ KeyId: id, TagKey: key, TagValue: value })) } };
};
