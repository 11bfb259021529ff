import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { usage } from '../src/cli/arguments.js';
import type { StartOptions } from '../src/start.js';

/** Every option, which the compiler holds against the type. */
const ofStart = Object.keys({
  port: true,
  host: true,
  dataDir: true,
  database: true,
  memory: true,
  passphrase: true,
  seed: true,
  names: true,
  regionId: true,
  clock: true,
  faults: true,
  faultSeed: true,
  requestLogSize: true,
  admin: true,
  httpPort: true,
  httpHost: true,
  instanceRole: true,
  oidc: true,
  tokenClients: true,
  filesDir: true,
  logRequests: true,
  log: true,
} satisfies Record<keyof StartOptions, true>);

const ofCommand = [...usage.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag = '']) => flag);
const ofEnvironment = [...new Set(usage.match(/KMS_LOCAL_\w+/g))];

describe.each(['docs/local-kms.md', 'docs/zh/local-kms.md'])('%s', (name) => {
  const page = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  /** What stands in code in the table of options. */
  const told = [...page.matchAll(/^\| .+$/gm)].flatMap(([row]) => row.match(/(?<=`)[\w-]+/g) ?? []);

  test('has every option of the command, of startLocalKms and of the environment', () => {
    const apart = ['--help', '--version', '--format'];
    const wanted = [...ofCommand.filter((flag) => !apart.includes(flag)), ...ofStart, ...ofEnvironment];
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter((option) => !told.includes(option))).toEqual([]);
  });

  test('has no option that there is not', () => {
    const flags = page.match(/(?<=`(?:kms-local )?)--[a-z-]+/g) ?? [];
    expect(flags.filter((flag) => !ofCommand.includes(flag) && flag !== '--cacert')).toEqual([]);
  });
});
