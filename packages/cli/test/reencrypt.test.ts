import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope, inspectMessage } from 'alibabacloud-kms-sdk/envelope';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assumeRole } from './support/assume-role.js';
import { bothGateways, publicGateway, Workplace } from './support/kms.js';

let place: Workplace;
let kms: LocalKms;
let client: Client;

beforeEach(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-old', aliases: ['alias/old'] },
        { id: 'key-new', aliases: ['alias/new'] },
        { id: 'key-third', aliases: ['alias/third'] },
      ],
    },
  });
  client = new Client(kms.clientConfig());
  place = new Workplace();
  place.use(bothGateways(kms));
});
afterEach(async () => {
  await client.close();
  await kms.close();
  place.remove();
});

const arn = (id: string) => `acs:kms:${kms.regionId}:${kms.accountId}:key/${id}`;
const envelope = (...keys: string[]) => new Envelope({ kms: client, keys: keys.map(arn) });
const data = randomBytes(100_000);

/** A message of each kind, under key-old, in a tree. */
async function plant(): Promise<string[]> {
  mkdirSync(place.path('tree/inner'), { recursive: true });
  const old = envelope('key-old');
  const messages: Record<string, string | Uint8Array> = {
    'tree/a.age': await old.encrypt(data, { context: { file: 'a' }, format: 'age' }),
    'tree/inner/b.asn1': await old.encrypt(data, { context: { file: 'b' } }),
    'tree/inner/c.stream': await old.encrypt(data, { context: {}, format: 'java-stream' }),
    'tree/inner/d.text': `${await old.encryptText('d', { context: {} })}\n`,
    'tree/e.kms': (await client.advanceEncrypt({ keyId: 'key-old', plaintext: 'e' })).ciphertextBlob,
    'tree/f.kms': (await client.encrypt({ keyId: 'key-old', plaintext: 'f' }, { gateway: 'public' })).ciphertextBlob,
  };
  for (const [name, message] of Object.entries(messages)) writeFileSync(place.path(name), message);
  return Object.keys(messages);
}

const keysOf = (name: string) => inspectMessage(readFileSync(place.path(name))).keyArns;

test('all messages of a tree get under the other key and open as before; everything else is left alone, and told', async () => {
  const paths = await plant();
  writeFileSync(place.path('tree/readme.txt'), 'no message at all');
  writeFileSync(place.path('tree/image'), randomBytes(200_000));
  writeFileSync(place.path('tree/empty'), '');
  writeFileSync(place.path('outside.age'), readFileSync(place.path('tree/a.age')));
  symlinkSync('../outside.age', place.path('tree/link'));
  chmodSync(place.path('tree/a.age'), 0o640);
  const body = readFileSync(place.path('tree/a.age')).subarray(-data.length);

  const done = await place.json(['reencrypt', 'tree', '-k', 'alias/new']);
  expect([done.reEncrypted.sort(), done.current, done.failed]).toEqual([[...paths].sort(), 0, []]);
  expect(done.leftAlone.sort((a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'tree/empty', reason: 'no message' },
    { path: 'tree/image', reason: 'no message' },
    { path: 'tree/link', reason: 'a link, which is not followed' },
    { path: 'tree/readme.txt', reason: 'no message' },
  ]);

  await client.disableKey({ keyId: 'key-old' });
  const opened = async (...args: string[]) => (await place.ok(['decrypt', ...args])).bytes;
  expect((await opened('tree/a.age', '--context', 'file=a')).equals(data)).toBe(true);
  expect((await opened('tree/inner/b.asn1', '--context', 'file=b')).equals(data)).toBe(true);
  expect((await opened('tree/inner/c.stream')).equals(data)).toBe(true);
  for (const name of ['inner/d.text', 'e.kms', 'f.kms']) {
    const [letter] = name.split('/').at(-1) as string;
    expect((await opened(`tree/${name}`)).toString()).toBe(letter);
  }
  expect(readFileSync(place.path('tree/inner/d.text'), 'utf8')).toMatch(/^[\w-]+\n$/);
  expect(readFileSync(place.path('tree/a.age')).subarray(-data.length).equals(body)).toBe(true);
  expect(statSync(place.path('tree/a.age')).mode & 0o777).toBe(0o640);
  expect(keysOf('outside.age')).toEqual([arn('key-old')]);
  expect(readdirSync(place.path('tree')).filter((name) => name.endsWith('.kms-tmp'))).toEqual([]);

  const again = await place.json(['reencrypt', 'tree', '-k', 'alias/new']);
  expect([again.reEncrypted, again.current]).toEqual([[], paths.length]);
});

test('after a rotation everything gets under the current version of its key, once', async () => {
  const paths = await plant();
  const before = (await place.json(['inspect', 'tree/a.age'])).keys[0].keyVersionId;
  expect((await place.json(['reencrypt', 'tree', '-k', 'alias/old'])).current).toBe(paths.length);
  await client.updateRotationPolicy({ keyId: 'key-old', enableAutomaticRotation: true, rotationInterval: '7d' });
  await kms.clock.advance({ days: 8 });
  const done = await place.json(['reencrypt', 'tree', '-k', 'alias/old']);
  expect([done.reEncrypted.length, done.failed]).toEqual([paths.length, []]);
  expect((await place.json(['inspect', 'tree/a.age'])).keys[0].keyVersionId).not.toBe(before);
  expect((await place.json(['reencrypt', 'tree', '-k', 'alias/old'])).current).toBe(paths.length);
});

test('--from moves what is under one key, and nothing else', async () => {
  const paths = await plant();
  const third = await envelope('key-third').encrypt(data, { context: {}, format: 'age' });
  writeFileSync(place.path('tree/third.age'), third);
  const own = await client.advanceEncrypt({ keyId: 'key-third', plaintext: 'x' });
  writeFileSync(place.path('tree/third.kms'), own.ciphertextBlob);
  const done = await place.json(['reencrypt', 'tree', '-k', 'alias/new', '--from', 'alias/old']);
  expect(done.reEncrypted).toHaveLength(paths.length);
  expect(
    done.leftAlone.map(({ path, reason }: { path: string; reason: string }) => `${path}: ${reason}`).sort(),
  ).toEqual(['tree/third.age: under another key', 'tree/third.kms: under another key']);
  expect(readFileSync(place.path('tree/third.age')).equals(third)).toBe(true);
});

test('with --dry-run no file is touched, and whoever has the permissions that it shows may do it', async () => {
  const paths = await plant();
  const before = paths.map((path) => readFileSync(place.path(path)));
  const env = publicGateway(kms);
  const alone = new Workplace();
  alone.use(env);
  const tree = place.path('tree');
  const dry = await alone.json(['reencrypt', tree, '-k', 'alias/new', '--dry-run']);
  expect(dry.reEncrypted).toHaveLength(paths.length);
  expect(paths.map((path) => readFileSync(place.path(path)))).toEqual(before);
  expect(kms.requests({ api: ['Decrypt', 'AdvanceDecrypt', 'ReEncrypt'] as never })).toEqual([]);
  const text = await alone.ok(['reencrypt', tree, '-k', 'alias/new', '--dry-run']);
  expect(text.stdout).toContain(`would re-encrypt  ${tree}/a.age`);
  truncateSync(place.path('tree/e.kms')); // An instance's own ciphertext needs its client key.
  const allowed = await assumeRole(kms, dry.ramPolicy);
  const done = await alone.run(['reencrypt', tree, '-k', arn('key-new')], { env: allowed });
  expect([done.code, done.stdout]).toEqual([
    0,
    expect.stringContaining('5 re-encrypted, 0 current already, 1 left alone'),
  ]);
  alone.remove();
});

test('what fails is told and stays as it was, and the rest is done', async () => {
  await plant();
  const changed = readFileSync(place.path('tree/inner/b.asn1'));
  const endOfHeader = inspectMessage(changed).headerBytes;
  changed[endOfHeader] = (changed[endOfHeader] as number) ^ 1;
  writeFileSync(place.path('tree/inner/b.asn1'), changed);
  const ended = await place.run(['reencrypt', 'tree', '-k', 'alias/new', '--output', 'json']);
  const { reEncrypted, leftAlone, failed } = JSON.parse(ended.stdout);
  expect([ended.code, reEncrypted.length, leftAlone]).toEqual([1, 5, []]);
  expect(failed).toEqual([{ path: 'tree/inner/b.asn1', reason: expect.stringContaining('integrity check failed') }]);
  expect(readFileSync(place.path('tree/inner/b.asn1')).equals(changed)).toBe(true);
  const wrong = await place.run(['reencrypt', 'tree', '-k', 'alias/third', '--context', 'file=z']);
  expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('bound to another context')]);
});

test('several keys: each opens all messages afterwards, and a single file may be given', async () => {
  await plant();
  await place.ok(['reencrypt', 'tree/a.age', '-k', 'alias/new', '-k', 'alias/third']);
  expect([...keysOf('tree/a.age')].sort()).toEqual([arn('key-new'), arn('key-third')]);
  const missing = await place.run(['reencrypt', 'nowhere', '-k', 'alias/new']);
  expect([missing.code, missing.stderr]).toEqual([3, expect.stringContaining('nowhere cannot be read')]);
});

test('a run that is interrupted leaves whole files, and the next one does the rest', async () => {
  mkdirSync(place.path('many'));
  const message = await envelope('key-old').encrypt(data, { context: {}, format: 'age' });
  const names = Array.from({ length: 60 }, (_, i) => `many/${i}.age`);
  for (const name of names) writeFileSync(place.path(name), message);
  const child = place.spawn(['reencrypt', 'many', '-k', 'alias/new']);
  while (kms.requests({ api: 'Decrypt' }).length === 0) await new Promise(setImmediate);
  child.kill('SIGINT');
  await once(child, 'close');
  expect(readdirSync(place.path('many'))).toHaveLength(names.length);
  const moved = names.filter((name) => keysOf(name).includes(arn('key-new'))).length;
  const rest = await place.json(['reencrypt', 'many', '-k', 'alias/new']);
  expect([rest.current, rest.reEncrypted.length]).toEqual([moved, names.length - moved]);
});
