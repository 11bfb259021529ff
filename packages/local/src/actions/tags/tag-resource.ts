import { checkTag, putTags } from '../../store/tags.js';
import { jsonTags } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changeTags, namedResource } from './tagged-resource.js';

export const tagResource: OpenApiAction = async (parameters, { kms }) => {
  const tags = jsonTags(parameters, 'Tags');
  for (const tag of tags) checkTag('Tags', tag);
  await changeTags(kms, [namedResource(parameters)], 'TagResource', (db, resource) => putTags(db, resource, tags));
  return {};
};
