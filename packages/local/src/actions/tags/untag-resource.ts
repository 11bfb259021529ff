import { removeTags } from '../../store/tags.js';
import { isText, optionalJsonArray } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changeTags, namedResource } from './tagged-resource.js';

export const untagResource: OpenApiAction = async (parameters, { kms }) => {
  const keys = optionalJsonArray(parameters, 'TagKeys', 'tag keys', isText) ?? [];
  await changeTags(kms, [namedResource(parameters)], 'UntagResource', (db, resource) => removeTags(db, resource, keys));
  return {};
};
