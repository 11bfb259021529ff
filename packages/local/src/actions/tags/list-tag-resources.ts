import { invalidParameter } from '../../service-error.js';
import { numberedTags, numberedTexts, optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { resourceType } from './tagged-resource.js';

const pageSize = 200;

export const listTagResources: OpenApiAction = async (parameters, { kms }) => {
  const type = resourceType(parameters);
  const ids = numberedTexts(parameters, 'ResourceId');
  const tags = numberedTags(parameters, 'Tag');
  const after = readToken(optionalText(parameters, 'NextToken'));
  await (type === 'key' ? kms.keys.settleAll() : kms.secrets.settleAll());

  let query = kms.store.db
    .selectFrom('tags')
    .select(['resource_id', 'tag_key', 'tag_value'])
    .where('resource_type', '=', type)
    .orderBy('resource_id')
    .orderBy('tag_key')
    .limit(pageSize + 1);
  if (ids.length > 0) query = query.where('resource_id', 'in', ids);
  if (tags.length > 0) {
    query = query.where(({ or, and, eb }) =>
      or(
        tags.map(({ key, value }) =>
          value ? and([eb('tag_key', '=', key), eb('tag_value', '=', value)]) : eb('tag_key', '=', key),
        ),
      ),
    );
  }
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([
        eb('resource_id', '>', after.resourceId),
        and([eb('resource_id', '=', after.resourceId), eb('tag_key', '>', after.tagKey)]),
      ]),
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    NextToken: last && rows.length > pageSize ? writeToken(last.resource_id, last.tag_key) : undefined,
    TagResources: {
      TagResource: shown.map(({ resource_id, tag_key, tag_value }) => ({
        ResourceId: resource_id,
        ResourceType: type,
        TagKey: tag_key,
        TagValue: tag_value,
      })),
    },
  };
};

/** Where the next page begins: after this tag. */
const writeToken = (resourceId: string, tagKey: string): string =>
  Buffer.from(JSON.stringify([resourceId, tagKey])).toString('base64url');

function readToken(token: string | undefined): { resourceId: string; tagKey: string } | undefined {
  if (token === undefined) return undefined;
  try {
    const [resourceId, tagKey] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    if (typeof resourceId === 'string' && typeof tagKey === 'string') return { resourceId, tagKey };
  } catch {
    // answered below
  }
  throw invalidParameter('NextToken', 'it must come from the answer before');
}
