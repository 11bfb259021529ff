import { type ActionName, actions, isSymmetric, type KeySpec, keySpecs, limits } from 'alibabacloud-kms-sdk/internal';
import { checkPolicy } from '../access/ram-policy.js';
import { checkTag } from '../store/tags.js';
import { also, bounded, json, like, texts } from './checks.js';
import { ownInstance, policyText } from './placeholders.js';
import { valid, wrong } from './seed-error.js';

/** What keys, secrets and access have in common. */

/** What a parameter of an API can be. */
export const valuesOf = <T extends string>(api: ActionName, parameter: string): readonly T[] =>
  (actions[api].parameters[parameter]?.values ?? []) as readonly T[];

export const description = bounded(limits.descriptionMaxChars);

/** Ids that KMS itself would have drawn. */
export const identifier = (maxChars: number) =>
  like(
    new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,${maxChars - 1}}$`),
    `1 to ${maxChars} letters, digits, -, _ and ., beginning with a letter or digit`,
  );

export const instance = like(
  new RegExp(`^([A-Za-z0-9_-]{1,64}|${ownInstance})$`),
  `1 to 64 letters, digits, - and _, or is ${ownInstance}`,
);

/** The form of a policy is the same whatever the account is called. */
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
