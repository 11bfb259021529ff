import { formatTimestamp, limits, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { Page } from '../store/page.js';
import type { Tag } from '../store/tags.js';

/** The requested page of a list. */
export const pageOf = ({ PageNumber, PageSize }: { PageNumber?: number; PageSize?: number }): Page => ({
  number: PageNumber ?? 1,
  size: PageSize ?? limits.pageSize.default,
});

export const pageResponse = (page: Page, total: number) => ({
  PageNumber: page.number,
  PageSize: page.size,
  TotalCount: total,
});

/** Parses `[{"Key":"KeyState","Values":["Enabled"]}]` to values by key; only keys in `known` are allowed. */
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

/** Undefined is omitted from the response. */
export const optionalWireDate = (time: number | null): string | undefined =>
  time === null ? undefined : wireDate(time);

/** Parses the layout of a parameter. */
export function unpack<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(name, error.message) : error;
  }
}
