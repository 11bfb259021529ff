/** A key or secret that a call wants to use. */
export interface GuardedResource {
  type: 'key' | 'secret';
  /** Id of a key, name of a secret; if it does not exist, the name in the request. */
  id: string;
  /** Its own policy, JSON; null: the default one. */
  policy: string | null;
  /** Its tags, if its policy refers to tags. */
  tags?: readonly { key: string; value: string }[];
}

export const asksForTags = (policy: string | null | undefined): boolean => policy?.includes('kms:tag/') ?? false;

/**
 * Checks every key and secret that a call looks up, including those that do not exist: a caller without permission must not
 * learn whether a resource exists.
 *
 * @param action API name
 * @throws ServiceError Forbidden.NoPermission, Forbidden.ProhibitedByKeyPolicy
 */
export type Guard = (resource: GuardedResource, action: string) => void;

/** For operations of the KMS itself. */
export const unguarded: Guard = () => {};
