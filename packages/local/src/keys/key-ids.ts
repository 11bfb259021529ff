import { randomUUID } from 'node:crypto';
import { alphabets, randomText } from '../random-text.js';

/** A key in an instance is called `key-hzz65f3a68554s6ms1xyz`, one of the account's default keys by a UUID. */
export const newKeyId = (instanceId: string | null): string =>
  instanceId === null
    ? randomUUID()
    : `key-${randomText(alphabets.lower, 3)}${randomText(alphabets.lowerAndDigits, 19)}`;

/** Region and account that ARNs of this KMS carry. */
export interface ArnScope {
  regionId: string;
  accountId: string;
}

export const arn = ({ regionId, accountId }: ArnScope, resource: string): string =>
  `acs:kms:${regionId}:${accountId}:${resource}`;

export const keyArn = (scope: ArnScope, keyId: string): string => arn(scope, `key/${keyId}`);

/** `acs:kms:<region>:<account>:key/<id>` is that key, `…:alias/<name>` that alias; anything else is taken as it is. */
export function withoutArn(scope: ArnScope, reference: string): string {
  const prefix = arn(scope, '');
  if (!reference.startsWith(prefix)) return reference;
  const resource = reference.slice(prefix.length);
  return resource.startsWith('key/') ? resource.slice('key/'.length) : resource;
}
