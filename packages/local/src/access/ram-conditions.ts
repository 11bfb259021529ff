import { isAddressOrBlock, isObject, nearestName, parseTimestamp } from 'alibabacloud-kms-sdk/internal';
import { AddressList } from './address-list.js';

/** `*` matches any text, `?` one character. Runs in one pass without recursion, so that no pattern is slow. */
export function matchesWildcards(pattern: string, value: string): boolean {
  let [at, star, retryFrom] = [0, -1, 0];
  for (let index = 0; index < value.length; ) {
    if (pattern[at] === '*') {
      star = at;
      retryFrom = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === value[index]) {
      at += 1;
      index += 1;
    } else if (star !== -1) {
      at = star + 1;
      retryFrom += 1;
      index = retryFrom;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

/**
 * The values of a condition key in a request: `acs:SourceIp`, `kms:tag/<tag key>`. Empty if the request has none.
 *
 * @see https://www.alibabacloud.com/help/en/kms/key-management-service/security-and-compliance/condition-key
 */
export type ConditionValues = (key: string) => readonly string[];

type Kind = 'text' | 'address' | 'time';

/** Keys that KMS documents for its policies, by name or by the prefix before a caller's own name. */
const keys: Readonly<Record<string, readonly Kind[]>> = {
  'acs:SourceIp': ['address', 'text'],
  'acs:SourceVpc': ['text'],
  'acs:CurrentTime': ['time'],
  'kms:EncryptionAlgorithm': ['text'],
  'kms:EncryptionContext:': ['text'],
  'kms:tag/': ['text'],
};

interface Operator {
  kind: Kind;
  /** True if the condition holds when the request has none of the values. */
  negated?: true;
  fits(value: string, wanted: string): boolean;
}

const lower = (text: string): string => text.toLowerCase();
const timeOf = (text: string): number => parseTimestamp(text).getTime();
const equals = (value: string, wanted: string) => value === wanted;
const equalsIgnoreCase = (value: string, wanted: string) => lower(value) === lower(wanted);
const like = (value: string, wanted: string) => matchesWildcards(wanted, value);
const isIn = (value: string, wanted: string) => new AddressList([wanted]).has(value);
const sameTime = (value: string, wanted: string) => timeOf(value) === timeOf(wanted);
const before = (value: string, wanted: string) => timeOf(value) < timeOf(wanted);
const after = (value: string, wanted: string) => timeOf(value) > timeOf(wanted);
const negated = true;

/** @see https://www.alibabacloud.com/help/en/ram/conditional-operator */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { kind: 'text', fits: equals },
  StringNotEquals: { kind: 'text', fits: equals, negated },
  StringEqualsIgnoreCase: { kind: 'text', fits: equalsIgnoreCase },
  StringNotEqualsIgnoreCase: { kind: 'text', fits: equalsIgnoreCase, negated },
  StringLike: { kind: 'text', fits: like },
  StringNotLike: { kind: 'text', fits: like, negated },
  IpAddress: { kind: 'address', fits: isIn },
  NotIpAddress: { kind: 'address', fits: isIn, negated },
  DateEquals: { kind: 'time', fits: sameTime },
  DateNotEquals: { kind: 'time', fits: sameTime, negated },
  DateLessThan: { kind: 'time', fits: before },
  DateLessThanEquals: { kind: 'time', fits: (value, wanted) => !after(value, wanted) },
  DateGreaterThan: { kind: 'time', fits: after },
  DateGreaterThanEquals: { kind: 'time', fits: (value, wanted) => !before(value, wanted) },
};

/** What is wrong with a Condition: the local KMS accepts what it can evaluate, and refuses the rest. */
export function wrongCondition(condition: unknown): string | undefined {
  if (!isObject(condition)) return 'Condition must be an object';
  for (const [name, block] of Object.entries(condition)) {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!operator) return unknown('operator', name, Object.keys(operators));
    if (!isObject(block)) return `Condition.${name} must be an object of keys and values`;
    for (const [key, values] of Object.entries(block)) {
      const wrong = wrongEntry(name, operator, key, values);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

function wrongEntry(name: string, { kind }: Operator, key: string, values: unknown): string | undefined {
  const kinds = kindsOf(key);
  if (!kinds) return unknown('key', key, Object.keys(keys));
  if (!kinds.includes(kind)) return `Condition.${name} cannot be asked about ${key}`;
  const texts = [values].flat();
  const isRight = texts.length > 0 && texts.every((text) => typeof text === 'string' && isOfKind(kind, text));
  if (isRight) return undefined;
  const what = { text: 'text', address: 'addresses or CIDR blocks', time: 'times such as 2026-01-01T00:00:00Z' }[kind];
  return `the values of ${key} must be ${what}`;
}

/**
 * Whether a Condition holds: every operator with every key in it, with one of its values. A key that the request does not
 * have satisfies only negated operators. Undefined for a Condition that cannot be evaluated.
 */
export function holds(condition: object | undefined, valuesOf: ConditionValues): boolean | undefined {
  if (condition === undefined) return true;
  if (wrongCondition(condition) !== undefined) return undefined;
  return Object.entries(condition as Record<string, Record<string, string | string[]>>).every(([name, block]) => {
    const { fits, negated: isNegated } = operators[name] as Operator;
    return Object.entries(block).every(([key, wanted]) => {
      const has = valuesOf(key).some((value) => [wanted].flat().some((text) => fits(value, text)));
      return isNegated ? !has : has;
    });
  });
}

function kindsOf(key: string): readonly Kind[] | undefined {
  if (Object.hasOwn(keys, key)) return /[:/]$/.test(key) ? undefined : keys[key];
  const family = Object.keys(keys).find((prefix) => /[:/]$/.test(prefix) && key.startsWith(prefix));
  return family === undefined ? undefined : keys[family];
}

function isOfKind(kind: Kind, text: string): boolean {
  if (kind === 'address') return isAddressOrBlock(text);
  if (kind === 'text') return true;
  try {
    return timeOf(text) > 0;
  } catch {
    return false;
  }
}

function unknown(what: 'operator' | 'key', given: string, known: readonly string[]): string {
  const name = given.slice(0, 100);
  const nearest = nearestName(name, known);
  const help = nearest === undefined ? `known are ${known.join(', ')}` : `did you mean ${nearest}?`;
  return `a local KMS cannot decide about the condition ${what} ${name}; ${help}`;
}
