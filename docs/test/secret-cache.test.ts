import { readFileSync } from 'node:fs';
import type { SecretCacheOptions } from 'alibabacloud-kms-sdk/secrets';
import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../packages/sdk/src/secrets/options.js';
import { root } from './support/markdown.js';

/** Every option, which the compiler holds against the type. */
const options: Record<keyof SecretCacheOptions, true> = {
  client: true,
  clients: true,
  failoverAfterMs: true,
  ttlMs: true,
  ttlsMs: true,
  ttlField: true,
  staleIfErrorMs: true,
  maxWaitMs: true,
  notFoundTtlMs: true,
  stage: true,
  maxEntries: true,
  store: true,
  hooks: true,
  clock: true,
};

const client = { getSecretValue: () => Promise.reject(new Error('not called')) };
const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Rows with a number as default, and two as range. */
const numbers = /^\| `(\w+)` +\| ([\d,]+) +\| ([\d,]+)(?: to |～)([\d,]+) /gm;

describe.each(['docs/secret-cache.md', 'docs/zh/secret-cache.md'])('%s', (page) => {
  const text = readFileSync(root + page, 'utf8');

  test('tells of every option in a table', () => {
    const told = [...text.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(Object.keys(options).filter((name) => !told.includes(name))).toEqual([]);
  });

  const rows = [...text.matchAll(numbers)].map(([, name = '', ...rest]) => ({ name, values: rest.map(numberOf) }));

  test('has numbers for the options that are one', () => {
    const named = ['failoverAfterMs', 'ttlMs', 'staleIfErrorMs', 'maxWaitMs', 'notFoundTtlMs', 'maxEntries'];
    expect(rows.map(({ name }) => name)).toEqual(named);
  });

  test.each(rows)('the default and the range of $name are those of the cache', ({ name, values }) => {
    const [byDefault, min = -1, max = -1] = values;
    expect(resolveOptions({ client })).toHaveProperty(name, byDefault);
    for (const value of [min, max]) expect(() => resolveOptions({ client, [name]: value })).not.toThrow();
    for (const value of [min - 1, max + 1]) {
      expect(() => resolveOptions({ client, [name]: value })).toThrow('must be an integer');
    }
  });
});
