import { randomUUID } from 'node:crypto';
import { alphabets, randomText } from '../random-text.js';

/** Keys in an instance have ids like `key-hzz65f3a68554s6ms1xyz`, keys outside instances UUIDs. */
export const newKeyId = (instanceId: string | null): string =>
  instanceId === null
    ? randomUUID()
    : `key-${randomText(alphabets.lower, 3)}${randomText(alphabets.lowerAndDigits, 19)}`;

/** Region and account in the ARNs of this KMS. */
export interface ArnScope {
  regionId: string;
  accountId: string;
}

export const arn = ({ regionId, accountId }: ArnScope, resource: string): string =>
  `acs:kms:${regionId}:${accountId}:${resource}`;

export const keyArn = (scope: ArnScope, keyId: string): string => arn(scope, `key/${keyId}`);

/** Converts `acs:kms:<region>:<account>:key/<id>` to the id and `…:alias/<name>` to the alias; leaves anything else. */
export function withoutArn(scope: ArnScope, reference: string): string {
  const prefix = arn(scope, '');
  if (!reference.startsWith(prefix)) return reference;
  const resource = reference.slice(prefix.length);
  return resource.startsWith('key/') ? resource.slice('key/'.length) : resource;
}
