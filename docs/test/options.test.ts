import { readFileSync } from 'node:fs';
import type { OperationOptions, PublicConfig, TransportOptions } from 'alibabacloud-kms-sdk';
import { describe, expect, test } from 'vitest';
import { resolveTransportOptions, transportOptionNames } from '../../packages/sdk/src/transport/options.js';
import { root } from './support/markdown.js';

/** Every name of a type, which the compiler holds against it. */
const names = <T>(all: Record<keyof T, true>): string[] => Object.keys(all);

const ofOneCall = names<Omit<OperationOptions, keyof TransportOptions>>({
  signal: true,
  gateway: true,
  autoRetry: true,
  responseHeaders: true,
  requestHeaders: true,
});
const ofThePublicGateway = names<Omit<PublicConfig, keyof TransportOptions>>({
  regionId: true,
  network: true,
  suffix: true,
  endpoint: true,
  accessKeyId: true,
  accessKeySecret: true,
  securityToken: true,
  credential: true,
  credentialConfig: true,
  signatureAlgorithm: true,
});
const ofAnInstance = ['instanceId', 'clientKeyFile', 'clientKeyContent', 'password', 'privateKey'];

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Rows with a number as default, and two as range: `| maxAttempts | 3 | 1 to 100 |`. */
const numbers = /^\| `([\w.]+)` +\| ([\d,]+) +\| ([\d,]+)(?: to |～)([\d,]+) /gm;

const asOptions = (name: string, value: number): TransportOptions => {
  const [, inner] = name.split('backoff.');
  return inner ? { backoff: { [inner]: value } } : { [name]: value };
};

function defaultOf(name: string): unknown {
  const { backoff, connection, ...policy } = resolveTransportOptions({}, 'defaults');
  const { baseMs, maxMs } = backoff;
  const all: Record<string, unknown> = { ...policy, ...connection, 'backoff.baseMs': baseMs, 'backoff.maxMs': maxMs };
  return all[name];
}

describe.each(['docs/client.md', 'docs/zh/client.md'])('%s', (page) => {
  const text = readFileSync(root + page, 'utf8');

  test('tells of every option in a table', () => {
    const told = [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/(?<=`)[\w]+/g) ?? []);
    const wanted = [...transportOptionNames, ...ofOneCall, ...ofThePublicGateway, ...ofAnInstance];
    expect(wanted.filter((name) => !told.includes(name))).toEqual([]);
  });

  const rows = [...text.matchAll(numbers)].map(([, name = '', ...rest]) => {
    const [byDefault = -1, min = -1, max = -1] = rest.map(numberOf);
    return { name, byDefault, min, max };
  });

  test('has numbers for the options that are one', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      'connectTimeoutMs',
      'readTimeoutMs',
      'timeoutMs',
      'maxAttempts',
      'backoff.baseMs',
      'backoff.maxMs',
      'maxSockets',
    ]);
  });

  test.each(rows)('the default and the range of $name are those of the client', ({ name, byDefault, min, max }) => {
    expect(defaultOf(name)).toBe(byDefault);
    for (const value of [min, max]) expect(() => resolveTransportOptions(asOptions(name, value), 'x')).not.toThrow();
    for (const value of [min - 1, max + 1]) {
      expect(() => resolveTransportOptions(asOptions(name, value), 'x')).toThrow('must be an integer');
    }
  });
});
