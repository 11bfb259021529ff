import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { EncryptedFileStore, OfficialFileStore, type StandardSchema } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Place, ttlMs } from './support.js';

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await Place.open();
  folder = await mkdtemp(join(tmpdir(), 'kms-secrets-'));
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true });
});

const canary = 'c4n4ry-in-the-value';
const canaryBytes = Buffer.from(canary);
const forms = [canary, canaryBytes.toString('base64'), canaryBytes.toString('hex'), [...canaryBytes].join(', ')];

/** An object in every way that a program prints it. */
const printed = (value: unknown): string[] => [
  inspect(value, { depth: 20, showHidden: true, getters: true }),
  format('%o %j', value, value),
  String(value),
  JSON.stringify(value) ?? '',
  value instanceof Error ? `${value.stack} ${inspect(value.cause, { depth: 20 })}` : '',
];

test('a value is in nothing that is printed, logged, thrown, told or written', async () => {
  const output: string[] = [];
  const print = (value: unknown) => output.push(...printed(value));
  const failure = (promise: Promise<unknown>) => promise.then(() => print('no failure'), print);
  subscribe('alibabacloud-kms:request', print);

  await place.create('app/db', `{"user":"app","password":"${canary}"}`);
  await place.create('app/text', `${canary}, which is no JSON`);
  await place.create('app/key', canaryBytes);
  const key = randomBytes(32);
  const store = [new EncryptedFileStore({ folder, key }), new OfficialFileStore({ folder, salt: `salt ${canary}` })];
  const { cache, clock } = place.cache({ store, staleIfErrorMs: ttlMs });
  for (const event of ['rotate', 'error', 'stale'] as const) cache.on(event, print);

  const schema: StandardSchema<never> = {
    '~standard': {
      version: 1,
      vendor: 'a library that quotes',
      validate: (value) => ({
        issues: [{ message: `${JSON.stringify(value)} is wrong`, path: ['password', { key: 'length' }] }],
      }),
    },
  };
  for (const name of ['app/db', 'app/text', 'app/key']) print(await cache.get(name));
  const credentials = cache.rotatingCredentials('app/db');
  await credentials.current();
  for (const value of [cache, credentials, store, cache.list(), cache.stats()]) print(value);

  await failure(cache.getJson('app/text'));
  await failure(cache.getJson('app/db', { schema }));
  await failure(cache.getText('app/key'));
  await failure(cache.rotatingCredentials('app/key').current());
  await failure(credentials.login(() => Promise.reject(new Error('refused'))));

  await place.rotate('app/db', `{"pin":"${canary}"}`, 'v2');
  print(await cache.refreshNow('app/db'));
  await failure(credentials.current());
  place.kms.faults.add({ code: 'Rejected.Throttling' });
  clock.move(ttlMs);
  await cache.refreshDue();
  print(await cache.get('app/db'));
  clock.move(2 * ttlMs);
  await failure(cache.get('app/db'));
  await cache.close();

  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file));
    output.push(file, bytes.toString('latin1'), bytes.toString('base64'));
    await writeFile(join(folder, file), bytes.subarray(1));
  }
  const broken = place.cache({ store }).cache;
  broken.on('error', print);
  await failure(broken.get('app/db'));
  unsubscribe('alibabacloud-kms:request', print);

  const all = output.join('\n');
  for (const part of [
    'Secret.NotJson',
    'password.length',
    'Secret.NotText',
    'Secret.NotCredentials',
    'SecretStore.Unreadable',
  ])
    expect(all.replaceAll('password.length', 'password.length')).toContain(part);
  expect(all).not.toContain('no failure');
  for (const form of forms) expect(all.includes(form), form).toBe(false);
});
