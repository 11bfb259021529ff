import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Database, ResourceType } from './schema.js';

export interface Tag {
  key: string;
  value: string;
}

export interface TaggedResource {
  type: ResourceType;
  id: string;
}

const characters = /^[A-Za-z0-9/\\_.+=:@-]*$/;

/** @throws ServiceError InvalidParameter that names `parameter` */
export function checkTag(parameter: string, { key, value }: Tag): void {
  if (key.length < 1 || key.length > limits.tagMaxChars || value.length > limits.tagMaxChars) {
    throw invalidParameter(parameter, `tag keys and values have at most ${limits.tagMaxChars} characters`);
  }
  if (!characters.test(key) || !characters.test(value)) {
    throw invalidParameter(parameter, 'tag keys and values consist of letters, digits and / \\ _ - . + = : @');
  }
  if (key.startsWith('aliyun') || key.startsWith('acs:')) {
    throw invalidParameter(parameter, 'tag keys do not begin with "aliyun" or "acs:"');
  }
}

/** Adds tags, or replaces the values of existing ones. */
export async function putTags(db: Database, resource: TaggedResource, tags: readonly Tag[]): Promise<void> {
  for (const { key, value } of tags) {
    await db
      .insertInto('tags')
      .values({ resource_type: resource.type, resource_id: resource.id, tag_key: key, tag_value: value })
      .onConflict((conflict) =>
        conflict.columns(['resource_type', 'resource_id', 'tag_key']).doUpdateSet({ tag_value: value }),
      )
      .execute();
  }
  if ((await readTags(db, resource)).length > limits.tagsMax) {
    throw new ServiceError('Rejected.LimitExceeded', { message: `A resource has at most ${limits.tagsMax} tags.` });
  }
}

/** Removes the tags with these keys, or all of them. */
export async function removeTags(
  db: Database,
  resource: TaggedResource,
  keys: readonly string[] | 'all',
): Promise<void> {
  if (keys.length === 0) return;
  let query = db.deleteFrom('tags').where('resource_type', '=', resource.type).where('resource_id', '=', resource.id);
  if (keys !== 'all') query = query.where('tag_key', 'in', keys);
  await query.execute();
}

export async function readTags(db: Database, resource: TaggedResource): Promise<Tag[]> {
  return db
    .selectFrom('tags')
    .select(['tag_key as key', 'tag_value as value'])
    .where('resource_type', '=', resource.type)
    .where('resource_id', '=', resource.id)
    .orderBy('tag_key')
    .execute();
}
