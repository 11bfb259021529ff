import type { Kms } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { Database, ResourceType } from '../../store/schema.js';
import { checkTag, putTags, readTags, removeTags, type Tag, type TaggedResource } from '../../store/tags.js';
import { tagsOf } from '../fields.js';
import type { PublicRequests } from '../generated/public-types.js';
import type { PublicHandlers } from '../types.js';

const pageSize = 200;

export const tagHandlers = {
  TagResource: async (request, { kms }) => {
    const tags = tagsOf(request.Tags);
    for (const tag of tags) checkTag('Tags', tag);
    await changeTags(kms, [namedResource(request)], 'TagResource', (db, resource) => putTags(db, resource, tags));
    return {};
  },

  UntagResource: async (request, { kms }) => {
    const { TagKeys: keys } = request;
    await changeTags(kms, [namedResource(request)], 'UntagResource', (db, resource) => removeTags(db, resource, keys));
    return {};
  },

  ListResourceTags: async (request, { kms }) => {
    const { id } = await kms.keys.find(request.KeyId, 'ListResourceTags');
    const tags = await readTags(kms.store.db, { type: 'key', id });
    return { Tags: { Tag: tags.map(({ key, value }) => ({ KeyId: id, TagKey: key, TagValue: value })) } };
  },

  TagResources: async (request, { kms }) => {
    const tags = numberedTags(request.Tag);
    for (const tag of tags) checkTag('Tag', tag);
    await changeTags(kms, numberedResources(request), 'TagResources', (db, resource) => putTags(db, resource, tags));
    return {};
  },

  UntagResources: async (request, { kms }) => {
    const { TagKey: keys = [] } = request;
    // All applies only if no tag is named.
    const which = keys.length === 0 && request.All === true ? 'all' : keys;
    await changeTags(kms, numberedResources(request), 'UntagResources', (db, resource) =>
      removeTags(db, resource, which),
    );
    return {};
  },

  ListTagResources: async (request, { kms }) => {
    const type = resourceType(request.ResourceType);
    const { ResourceId: ids = [] } = request;
    const tags = numberedTags(request.Tag);
    const after = readToken(request.NextToken);
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
  },
} satisfies Partial<PublicHandlers>;

/** The start of the next page: after this tag. */
const writeToken = (resourceId: string, tagKey: string): string =>
  Buffer.from(JSON.stringify([resourceId, tagKey])).toString('base64url');

function readToken(token: string | undefined): { resourceId: string; tagKey: string } | undefined {
  if (token === undefined) return undefined;
  try {
    const [resourceId, tagKey] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    if (typeof resourceId === 'string' && typeof tagKey === 'string') return { resourceId, tagKey };
  } catch {
    // Refused below.
  }
  throw invalidParameter('NextToken', 'it must come from the previous response');
}

/** Changes the tags of all resources or none, while they exist and their state allows it. */
function changeTags(
  kms: Kms,
  resources: readonly TaggedResource[],
  action: 'TagResource' | 'TagResources' | 'UntagResource' | 'UntagResources',
  work: (db: Database, resource: TaggedResource) => Promise<void>,
): Promise<void> {
  return kms.store.transaction(async (db) => {
    for (const { type, id } of resources) {
      const found =
        type === 'key' ? (await kms.keys.findIn(db, id, action)).id : (await kms.secrets.findIn(db, id, action)).name;
      await work(db, { type, id: found });
    }
  });
}

type OneResource = Pick<PublicRequests['TagResource'], 'KeyId' | 'SecretName'>;

/** The one resource that KeyId or SecretName names. */
function namedResource({ KeyId: keyId, SecretName: secretName }: OneResource): TaggedResource {
  if (keyId && secretName) throw invalidParameter('SecretName', 'give either KeyId or SecretName');
  if (secretName) return { type: 'secret', id: secretName };
  if (keyId) return { type: 'key', id: keyId };
  throw new ServiceError('MissingParameter', { subject: 'KeyId' });
}

function resourceType(type: string): ResourceType {
  if (type === 'key' || type === 'secret') return type;
  throw invalidParameter('ResourceType', 'it must be key or secret');
}

type SeveralResources = Pick<PublicRequests['TagResources'], 'ResourceType' | 'ResourceId'>;

/** Several resources of one type, named by ResourceType and ResourceId.1, ResourceId.2, … */
const numberedResources = ({ ResourceType: type, ResourceId: ids }: SeveralResources): TaggedResource[] =>
  ids.map((id) => ({ type, id }));

/** `Tag.1.Key=…&Tag.1.Value=…` */
const numberedTags = (tags: readonly { Key: string; Value?: string }[] = []): Tag[] =>
  tags.map(({ Key, Value = '' }) => ({ key: Key, value: Value }));
