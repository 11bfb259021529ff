/** What a call wants to use. */
export interface GuardedResource {
  type: 'key' | 'secret';
  /** Id of a key, name of a secret; for what does not exist, the name by which it was asked for. */
  id: string;
  /** Its own policy, JSON; null: the default one. */
  policy: string | null;
  /** Those that it has, where its policy asks about tags. */
  tags?: readonly { key: string; value: string }[];
}

export const asksForTags = (policy: string | null | undefined): boolean => policy?.includes('kms:tag/') ?? false;

/**
 * Decides about every key and secret that a call looks up, also about those that are not there: who may not use a
 * resource does not learn whether it exists.
 *
 * @param action API name
 * @throws ServiceError Forbidden.NoPermission, Forbidden.ProhibitedByKeyPolicy
 */
export type Guard = (resource: GuardedResource, action: string) => void;

/** For what the KMS does itself. */
export const unguarded: Guard = () => {};
