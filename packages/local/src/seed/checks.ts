import { nearestName } from 'alibabacloud-kms-sdk/internal';
import { wrong } from './seed-error.js';

/** Checks a value at a place in a seed, and returns it, or a copy if it has parts. */
export type Check<T> = (value: unknown, path: string) => T;

type Checks<T> = { [Name in keyof T]-?: Check<Exclude<T[Name], undefined>> };

/** An object with these fields and no others. */
export function fields<T extends object>(required: readonly (keyof T & string)[], checks: Checks<T>): Check<T> {
  const known = Object.keys(checks) as (keyof T & string)[];
  return (value, path) => {
    const given = object(value, path);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(checks, name)) throw wrong(path, unknownField(name, known));
    }
    const found: Partial<T> = {};
    for (const name of known) {
      const field = given[name];
      if (field !== undefined) found[name] = checks[name](field, path === '' ? name : `${path}.${name}`);
      else if (required.includes(name)) throw wrong(path, `${name} is missing`);
    }
    return found as T;
  };
}

function unknownField(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  const hint = meant === undefined ? `known are ${known.join(', ')}` : `do you mean ${meant}?`;
  return `there is no field ${JSON.stringify(name.slice(0, 60))}; ${hint}`;
}

export const list =
  <T>(check: Check<T>, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Check<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw wrong(path, `a list expected, ${kind(value)} given`);
    if (value.length < min) throw wrong(path, `at least ${min} expected`);
    if (value.length > max) throw wrong(path, `at most ${max} are possible, ${value.length} given`);
    return value.map((entry, index) => check(entry, `${path}[${index}]`));
  };

/** A list without duplicates. */
export const set =
  (check: Check<string>, bounds?: { min?: number; max?: number }): Check<string[]> =>
  (value, path) => {
    const entries = list(check, bounds)(value, path);
    rejectDuplicates(entries, (index) => `${path}[${index}]`);
    return entries;
  };

/** @throws SeedError if an entry other than undefined repeats */
export function rejectDuplicates(entries: readonly (string | undefined)[], pathOf: (index: number) => string): void {
  const first = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue;
    const before = first.get(entry);
    if (before !== undefined) throw wrong(pathOf(index), `${JSON.stringify(entry)} is at ${pathOf(before)} already`);
    first.set(entry, index);
  }
}

export const anyText: Check<string> = (value, path) => {
  if (typeof value === 'string') return value;
  const hint = ['number', 'boolean'].includes(typeof value) ? ': put it in quotes' : '';
  throw wrong(path, `a text expected, ${kind(value)} given${hint}`);
};

/** Text that every store can hold. */
export const text: Check<string> = (value, path) => {
  const found = anyText(value, path);
  if (found.includes('\0')) throw wrong(path, 'it must not hold the character U+0000');
  return found;
};

/** Text that follows a rule, described by `words`. */
export const like =
  (pattern: RegExp, words: string): Check<string> =>
  (value, path) => {
    const found = text(value, path);
    if (!pattern.test(found)) throw wrong(path, `it has ${words}`);
    return found;
  };

export const bounded =
  (maxChars: number): Check<string> =>
  (value, path) => {
    const found = text(value, path);
    if (found.length > maxChars)
      throw wrong(path, `at most ${maxChars} characters are possible, ${found.length} given`);
    return found;
  };

export const flag: Check<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw wrong(path, `true or false expected, ${kind(value)} given`);
};

export const oneOf =
  <T extends string>(values: readonly T[]): Check<T> =>
  (value, path) => {
    const found = text(value, path);
    const known = values.find((candidate) => candidate === found);
    if (known !== undefined) return known;
    throw wrong(path, `there is no ${JSON.stringify(found.slice(0, 60))}; known are ${values.join(', ')}`);
  };

/** Null, or a value that passes `check`. */
export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path) =>
    value === null ? null : check(value, path);

/** Runs a check of another part of this KMS on a value that has the right shape. */
export const also =
  <T>(check: Check<T>, rule: (found: T, path: string) => void): Check<T> =>
  (value, path) => {
    const found = check(value, path);
    rule(found, path);
    return found;
  };

/** Texts by name. */
export const texts: Check<Record<string, string>> = (value, path) =>
  Object.fromEntries(
    Object.entries(object(value, path)).map(([name, entry]) => [name, text(entry, `${path}[${JSON.stringify(name)}]`)]),
  );

/** Any JSON object. */
export const json: Check<Record<string, unknown>> = (value, path) => {
  const given = object(value, path);
  const finite = (_name: string, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw wrong(path, 'it has a number that JSON cannot say');
    return part;
  };
  try {
    return JSON.parse(JSON.stringify(given, finite));
  } catch (error) {
    // Too deeply nested for the stack, or circular.
    throw error instanceof RangeError || error instanceof TypeError ? wrong(path, 'it must be plain JSON') : error;
  }
};

function object(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw wrong(
    path,
    `${path === '' ? 'a seed has fields such as keys and secrets' : 'fields expected'}, ${kind(value)} given`,
  );
}

function kind(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return { object: 'an object', string: 'a text' }[typeof value as string] ?? `a ${typeof value}`;
}
