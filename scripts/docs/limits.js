// The limits of the service, with words and units.
import { code, tableOf } from './markdown.js';

const words = {
  clockSkewMs: 'difference between the date of a request and the server’s clock',
  plaintextMaxBytes: 'plaintext of one encryption with a symmetric key',
  dataKeyMaxBytes: 'length of a data key',
  dataKeyDefaultBytes: 'length of a data key that was not asked for',
  randomMaxBytes: 'random bytes of one call',
  digestBytes: 'digest that is signed',
  descriptionMaxChars: 'description of a key or secret',
  aliasMaxChars: 'alias, with `alias/`',
  pendingWindowDays: 'time until a key that is to be deleted is gone',
  rotationIntervalDays: 'time between two rotations of a key',
  keyVersionsMax: 'versions of an asymmetric key',
  keyVersionIntervalDays: 'time between two versions of an asymmetric key',
  importTokenTtlMs: 'time in which key material can be imported with an import token',
  pageSize: 'entries on a page of a list',
  filterKeysMax: 'names in `filters`',
  filterValuesMax: 'values of one name in `filters`',
  tagsMax: 'tags of a key or secret',
  tagMaxChars: 'key or value of a tag',
  taggedResourcesMax: 'keys or secrets that one call tags',
  secretNameMaxChars: 'name of a secret',
  secretDataMaxBytes: 'value of a secret',
  secretVersionsMax: 'versions of a secret that are kept',
  secretVersionIdMaxChars: 'version id of a secret',
  secretStagesMax: 'stage labels of a secret',
  secretStageMaxChars: 'name of a stage label',
  secretsBatchMax: 'secrets that `batchGetSecretValue` reads',
  secretRotationHours: 'time between two rotations of a secret',
  secretRecoveryDays: 'time in which a deleted secret can be restored',
  randomPasswordChars: 'length of a random password',
  clientKeyPasswordChars: 'password of a client key',
  clientKeyValidityDays: 'validity of a client key when none is given',
  accessPointPoliciesMax: 'policies of an access point',
  accessNameMaxChars: 'name of a network rule, policy or access point',
  ramPolicyMaxBytes: 'policy of a key or secret',
};

/** Formats, not limits. */
const untold = ['gcmIvBytes', 'gcmTagBytes', 'keyVersionIdLength'];

/** @param {any} facts @param {(text: string) => string} say */
export function limits({ limits: { limits: all } }, say) {
  const rows = Object.entries(all)
    .filter(([name]) => !untold.includes(name))
    .map(([name, value]) => {
      if (!words[name]) throw new Error(`scripts/docs/limits.js has no words for ${name}`);
      return [say(words[name]), amount(name, value, say), code(name)];
    });
  return tableOf([say('what'), say('limit'), say('in `limits`')], rows);
}

const units = { Bytes: 'bytes', Chars: 'characters', Days: 'days', Hours: 'hours' };
const number = (value) => value.toLocaleString('en-US');

function amount(name, value, say) {
  if (name.endsWith('Ms')) return duration(value, say);
  const unit = Object.keys(units).find((end) => name.endsWith(end));
  const after = unit ? ` ${say(units[unit])}` : '';
  if (typeof value === 'number') return `${number(value)}${after}`;
  const range = `${number(value.min)} ${say('to')} ${number(value.max)}${after}`;
  return value.default === undefined ? range : `${range}${say(', default ')}${number(value.default)}`;
}

const duration = (ms, say) =>
  ms % 3_600_000 === 0 ? `${ms / 3_600_000} ${say('hours')}` : `${ms / 60_000} ${say('minutes')}`;
