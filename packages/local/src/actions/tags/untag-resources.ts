import { removeTags } from '../../store/tags.js';
import { flag, numberedTexts } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changeTags, numberedResources } from './tagged-resource.js';

export const untagResources: OpenApiAction = async (parameters, { kms }) => {
  const keys = numberedTexts(parameters, 'TagKey');
  // All counts when no tag is named.
  const which = keys.length === 0 && flag(parameters, 'All') ? 'all' : keys;
  await changeTags(kms, numberedResources(parameters), 'UntagResources', (db, resource) =>
    removeTags(db, resource, which),
  );
  return {};
};
