import { formatTimestamp } from 'alibabacloud-kms-sdk/internal';
import type { Page } from '../store/page.js';
import type { Tag } from '../store/tags.js';

/** `yyyy-MM-ddTHH:mm:ssZ` */
export const wireDate = (time: number): string => formatTimestamp(new Date(time));

/** Undefined stays out of the answer. */
export const optionalWireDate = (time: number | null): string | undefined =>
  time === null ? undefined : wireDate(time);

export const pageResponse = (page: Page, total: number) => ({
  PageNumber: page.number,
  PageSize: page.size,
  TotalCount: total,
});

export const tagsResponse = (tags: readonly Tag[]) => ({
  Tag: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
});
