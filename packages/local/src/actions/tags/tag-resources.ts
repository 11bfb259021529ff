import { checkTag, putTags } from '../../store/tags.js';
import { numberedTags } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changeTags, numberedResources } from './tagged-resource.js';

export const tagResources: OpenApiAction = async (parameters, { kms }) => {
  const tags = numberedTags(parameters, 'Tag');
  for (const tag of tags) checkTag('Tag', tag);
  await changeTags(kms, numberedResources(parameters), 'TagResources', (db, resource) => putTags(db, resource, tags));
  return {};
};
