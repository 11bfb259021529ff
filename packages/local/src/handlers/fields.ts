import { formatTimestamp, limits, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { Page } from '../store/page.js';
import type { Tag } from '../store/tags.js';

/** Which page of a list is asked for. */
export const pageOf = ({ PageNumber, PageSize }: { PageNumber?: number; PageSize?: number }): Page => ({
  number: PageNumber ?? 1,
  size: PageSize ?? limits.pageSize.default,
});

export const pageResponse = (page: Page, total: number) => ({
  PageNumber: page.number,
  PageSize: page.size,
  TotalCount: total,
});

/** `[{"Key":"KeyState","Values":["Enabled"]}]` as values by key; only keys of `known`. */
export function filtersOf<Key extends string>(
  filters: readonly { Key: string; Values: readonly string[] }[] = [],
  known: readonly Key[],
): Partial<Record<Key, readonly string[]>> {
  const isKnown = (key: string): key is Key => (known as readonly string[]).includes(key);
  const found: Partial<Record<Key, readonly string[]>> = {};
  for (const { Key, Values } of filters) {
    if (!isKnown(Key)) throw invalidParameter('Filters', `the keys are ${known.join(', ')}`);
    if (Values.length < 1 || Values.length > limits.filterValuesMax) {
      throw invalidParameter('Filters', `each key has 1 to ${limits.filterValuesMax} values`);
    }
    found[Key] = Values;
  }
  return found;
}

export const tagsOf = (tags: readonly { TagKey: string; TagValue: string }[] = []): Tag[] =>
  tags.map(({ TagKey, TagValue }) => ({ key: TagKey, value: TagValue }));

export const tagsResponse = (tags: readonly Tag[]) => ({
  Tag: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
});

/** `yyyy-MM-ddTHH:mm:ssZ` */
export const wireDate = (time: number): string => formatTimestamp(new Date(time));

/** Undefined stays out of the response. */
export const optionalWireDate = (time: number | null): string | undefined =>
  time === null ? undefined : wireDate(time);

/** Reads a layout out of a parameter. */
export function unpack<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(name, error.message) : error;
  }
}
