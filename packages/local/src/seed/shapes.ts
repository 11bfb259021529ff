import { type ActionName, actions, isSymmetric, type KeySpec, keySpecs, limits } from 'alibabacloud-kms-sdk/internal';
import { checkPolicy } from '../access/ram-policy.js';
import { parseInterval } from '../keys/rotation.js';
import { checkTag } from '../store/tags.js';
import { also, bounded, json, like, text, texts } from './checks.js';
import { ownInstance, policyText } from './placeholders.js';
import { valid, wrong } from './seed-error.js';
import type { SeedTime } from './types.js';

const absolute = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const relative = /^([+-])(\d{1,9}[dhms])$/;

/** Milliseconds since the epoch for a time in a seed; NaN for anything else, and for times that no Date can hold. */
export function timeOf(time: SeedTime, now: number): number {
  const [, sign, interval] = relative.exec(time) ?? [];
  if (interval === undefined) return absolute.test(time) ? new Date(time).getTime() : Number.NaN;
  const ms = parseInterval(interval) as number;
  return new Date(sign === '-' ? now - ms : now + ms).getTime();
}

export const time = also(text, (found, path) => {
  if (Number.isNaN(timeOf(found, 0))) {
    throw wrong(path, 'a time is like 2026-01-31T00:00:00Z, or from now on like +7d or -90m');
  }
});

/** The format that {@link timeOf} reads, with milliseconds if there are any. */
export const formatTime = (ms: number): SeedTime => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Common to keys, secrets and access. */

/** The known values of an API parameter. */
export const valuesOf = <T extends string>(api: ActionName, parameter: string): readonly T[] =>
  (actions[api].parameters[parameter]?.values ?? []) as readonly T[];

export const description = bounded(limits.descriptionMaxChars);

/** Ids that KMS itself would generate. */
export const identifier = (maxChars: number) =>
  like(
    new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,${maxChars - 1}}$`),
    `1 to ${maxChars} letters, digits, -, _ and ., beginning with a letter or digit`,
  );

export const instance = like(
  new RegExp(`^([A-Za-z0-9_-]{1,64}|${ownInstance})$`),
  `1 to 64 letters, digits, - and _, or is ${ownInstance}`,
);

/** The form of a policy does not depend on the account. */
const anybody = { accountId: '*', regionId: '*', instanceId: '' };

export const policy = also(json, (found, path) => valid(path, () => checkPolicy('', policyText(found, anybody))));

export const tags = also(texts, (found, path) => {
  const entries = Object.entries(found);
  if (entries.length > limits.tagsMax) throw wrong(path, `at most ${limits.tagsMax} are possible`);
  for (const [key, value] of entries) {
    valid(`${path}[${JSON.stringify(key)}]`, () => checkTag('', { key, value }));
  }
});

export const isSymmetricSpec = (spec: KeySpec): boolean => isSymmetric(keySpecs[spec]);
