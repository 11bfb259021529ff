import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EncryptedFileStore, OfficialFileStore, Secret, type SecretStore } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canMount, fullDisk } from '../../../local/test/durability/tiny-disk.js';
import { codeOf, Place, ttlMs } from './support.js';

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await Place.open();
});
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kms-secrets-')), 'store');
});
afterEach(async () => {
  await place.tidy();
  await rm(join(folder, '..'), { recursive: true });
});
afterAll(() => place.close());

const key = randomBytes(32);
const newStore = () => new EncryptedFileStore({ folder, key });
const api = ['GetSecretValue', 'BatchGetSecretValue'];

/** Reads a secret in a first run, which ends. */
async function firstRun(store: SecretStore, name = 'app/db') {
  const { cache, told } = place.cache({ store });
  await cache.get(name);
  await cache.close();
  expect(told.error).toEqual([]);
}

describe('a start without KMS', () => {
  test('takes what the last run wrote: at once while its TTL lasts, and as long as it may after that', async () => {
    await place.create('app/db', 's3cret');
    await firstRun(newStore());
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    place.count();
    const fresh = place.cache({ store: newStore() });
    expect([await fresh.cache.getText('app/db'), place.count(), fresh.told.stale]).toEqual(['s3cret', 0, []]);
    const old = place.cache({ store: newStore(), staleIfErrorMs: 3_600_000 });
    old.clock.move(ttlMs);
    expect(await old.cache.getText('app/db')).toBe('s3cret');
    expect(old.told.stale).toMatchObject([{ name: 'app/db', ageMs: ttlMs, error: { code: 'Rejected.Throttling' } }]);
    const tooOld = place.cache({ store: newStore(), staleIfErrorMs: 3_600_000 });
    tooOld.clock.move(ttlMs + 3_600_000);
    expect(await codeOf(tooOld.cache.get('app/db'))).toBe('Rejected.Throttling');
  });

  test('takes text, bytes, stages and versions as they were', async () => {
    await place.create('app/db', 'first');
    await place.rotate('app/db', '20261201', 'v2');
    await place.create('app/key', Uint8Array.of(0, 255, 128));
    const store = newStore();
    const before = place.cache({ store }).cache;
    const stages = [{}, { stage: 'ACSPrevious' }, { versionId: 'v1' }];
    const read = async (cache: typeof before) => [
      ...(await Promise.all(stages.map((options) => cache.getText('app/db', options)))),
      await cache.getBytes('app/key'),
      (await cache.get('app/key')).createTime,
    ];
    const wanted = await read(before);
    await before.close();
    place.kms.faults.add({ api, reset: true });
    expect(await read(place.cache({ store: newStore() }).cache)).toEqual(wanted);
  });

  test('is refreshed with what KMS has by now when KMS answers', async () => {
    await place.create('app/db', 'first');
    await firstRun(newStore());
    await place.rotate('app/db', 'second', 'v2');
    const { cache, clock, told } = place.cache({ store: newStore() });
    expect(await cache.getText('app/db')).toBe('first');
    clock.move(ttlMs * 0.95);
    await cache.refreshDue();
    expect(await cache.getText('app/db')).toBe('second');
    expect(told.rotate).toMatchObject([{ versionId: 'v2', previousVersionId: 'v1' }]);
  });

  test('a secret that is gone is not in the store any more', async () => {
    await place.create('app/db', 'first');
    await firstRun(newStore());
    await place.public.deleteSecret({ secretName: 'app/db', forceDeleteWithoutRecovery: true });
    const { cache, clock } = place.cache({ store: newStore() });
    clock.move(ttlMs);
    expect(await codeOf(cache.get('app/db'))).toBe('Forbidden.ResourceNotFound');
    await cache.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test('a store whose clock was ahead makes nothing younger', async () => {
    await place.create('app/db', 'first');
    const ahead = place.cache({ store: newStore() });
    ahead.clock.move(86_400_000);
    await ahead.cache.get('app/db');
    await ahead.cache.close();
    await place.rotate('app/db', 'second', 'v2');
    expect(await place.cache({ store: newStore() }).cache.getText('app/db')).toBe('second');
  });
});

describe('files', () => {
  test('are for their owner only, hold nothing in the clear, and have names that lead nowhere', async () => {
    const names = ['app/db', '../escape', '..', '/etc/passwd', 'x'.repeat(192)];
    const store = newStore();
    for (const name of names) {
      const secret = new Secret({ name, versionId: 'v1', value: 's3cret' });
      await store.save({ name, stage: 'ACSCurrent' }, { secret, fetchedAt: 1 });
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const files = await readdir(folder);
    expect(files).toHaveLength(names.length);
    for (const file of files) {
      expect(file).toMatch(/^[\da-f]{64}\.secret$/);
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, file), 'latin1')).not.toMatch(/s3cret|ACSCurrent|app\/db/);
    }
    expect(await readdir(join(folder, '..'))).toEqual(['store']);
  });

  const spoil: [string, (bytes: Buffer) => Uint8Array | string][] = [
    ['empty', () => ''],
    ['cut short', (bytes) => bytes.subarray(0, 20)],
    ['half a file', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['changed in one bit', (bytes) => bytes.fill((bytes.at(-1) as number) ^ 1, bytes.length - 1)],
    ['of another format', () => '{"secret_info":{}}'],
    ['huge', () => Buffer.alloc(1024 * 1024 + 1)],
  ];
  test.each(spoil)('one that is %s is told, and written anew', async (_, change) => {
    await place.create('app/db', 's3cret');
    await firstRun(newStore());
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), change(await readFile(join(folder, file))));
    const { cache, told } = place.cache({ store: newStore() });
    expect(await cache.getText('app/db')).toBe('s3cret');
    await cache.close();
    expect(told.error).toMatchObject([
      { name: 'app/db', error: { code: 'SecretStore.Unreadable', secretName: 'app/db' } },
    ]);
    expect(await newStore().load({ name: 'app/db', stage: 'ACSCurrent' })).toMatchObject({
      secret: { versionId: 'v1' },
    });
  });

  test('a store under another key is fetched anew, not an error for ever', async () => {
    await place.create('app/db', 's3cret');
    await firstRun(new EncryptedFileStore({ folder, key: randomBytes(32) }));
    const { cache, told } = place.cache({ store: newStore() });
    expect(await cache.getText('app/db')).toBe('s3cret');
    expect(told.error).toHaveLength(1);
    await cache.close();
    const next = place.cache({ store: newStore() });
    expect([await next.cache.getText('app/db'), next.told.error]).toEqual(['s3cret', []]);
  });

  test('one cannot be put in the place of another', async () => {
    const store = newStore();
    for (const name of ['admin', 'guest']) {
      const secret = new Secret({ name, versionId: 'v1', value: name });
      await store.save({ name, stage: 'ACSCurrent' }, { secret, fetchedAt: 1 });
    }
    const [one = '', two = ''] = await readdir(folder);
    await writeFile(join(folder, one), await readFile(join(folder, two)));
    const results = ['admin', 'guest'].map((name) => codeOf(store.load({ name, stage: 'ACSCurrent' })));
    expect((await Promise.all(results)).toSorted()).toEqual(['SecretStore.Unreadable', 'ok']);
  });

  test('a folder that cannot be written is told, and the secret is there all the same', async () => {
    await place.create('app/db', 's3cret');
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'a file in the place of the folder');
    const { cache, told } = place.cache({ store: newStore() });
    expect(await cache.getText('app/db')).toBe('s3cret');
    await cache.close();
    expect(told.error.map(({ error }) => (error as { code: string }).code)).toContain('SecretStore.Unwritable');
  });

  test.skipIf(!canMount)('a full disk is told; what was written before stays as it was', async () => {
    const disk = fullDisk(1);
    try {
      const store = new EncryptedFileStore({ folder: disk.directory, key });
      await place.create('app/db', 'first');
      await firstRun(store);
      disk.fill(undefined as never);
      await place.rotate('app/db', 'second', 'v2');
      const { cache, told } = place.cache({ store });
      expect((await cache.refreshNow('app/db')).text).toBe('second');
      await cache.close();
      expect(told.error).toMatchObject([
        { error: { code: 'SecretStore.Unwritable', message: expect.stringContaining('ENOSPC') } },
      ]);
      const kept = await store.load({ name: 'app/db', stage: 'ACSCurrent' });
      expect(kept?.secret.text).toBe('first');
      expect((await readdir(disk.directory)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  test.each([
    ['no key', {}],
    ['both', { key, dataKey: { keyId: 'alias/app' } }],
    ['a short key', { key: key.subarray(1) }],
    ['a text', { key: 'x'.repeat(32) }],
  ])('%s is refused when the store is made, without showing it', (_, options) => {
    const make = () => new EncryptedFileStore({ folder, ...options } as never);
    expect(make).toThrow(expect.objectContaining({ code: 'Config.Invalid' }));
    expect(make).not.toThrow('xxxx');
  });
});

describe('a data key of KMS', () => {
  const withDataKey = (client = place.instance) =>
    new EncryptedFileStore({ folder, dataKey: { client, keyId: 'alias/app' } });

  test.each(['instance', 'public'] as const)('of the %s gateway opens the store in the next run', async (gateway) => {
    const client = place[gateway];
    await place.create('app/db', 's3cret');
    await firstRun(withDataKey(client));
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    const { cache, told } = place.cache({ store: withDataKey(client) });
    expect([await cache.getText('app/db'), told.error]).toEqual(['s3cret', []]);
    const made = place.kms.requests().filter((request) => /GenerateDataKey/.test(request.api ?? ''));
    expect(made).toHaveLength(1);
    expect((await stat(join(folder, 'data-key.json'))).mode & 0o777).toBe(0o600);
  });

  test('is made anew when KMS cannot open it any more; while KMS is away it is not', async () => {
    await place.create('app/db', 's3cret');
    await firstRun(withDataKey());
    const before = await readFile(join(folder, 'data-key.json'), 'utf8');
    place.kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 1 });
    const away = place.cache({ store: withDataKey() });
    expect(await away.cache.getText('app/db')).toBe('s3cret');
    expect(away.told.error).toMatchObject([
      { error: { code: 'SecretStore.Unreadable', cause: { code: 'Rejected.Throttling' } } },
    ]);
    await away.cache.close();
    expect(await readFile(join(folder, 'data-key.json'), 'utf8')).toBe(before);
    const blob = Buffer.from(JSON.parse(before).ciphertextBlob, 'base64');
    blob[blob.length - 1] = (blob.at(-1) as number) ^ 1;
    await writeFile(
      join(folder, 'data-key.json'),
      JSON.stringify({ ...JSON.parse(before), ciphertextBlob: blob.toString('base64') }),
    );
    const broken = place.cache({ store: withDataKey() });
    expect(await broken.cache.getText('app/db')).toBe('s3cret');
    await broken.cache.close();
    const next = place.cache({ store: withDataKey() });
    expect([await next.cache.getText('app/db'), next.told.error]).toEqual(['s3cret', []]);
  });
});

test('a move from the Python client loses nothing: its files are read, and ours are written', async () => {
  const vector = new URL('../../../../vectors/secrets-cache/python-v2.json', import.meta.url);
  const { salt, files } = JSON.parse(await readFile(vector, 'utf8'));
  const theirs = join(folder, '..', 'theirs');
  for (const { path, text } of files) {
    await mkdir(join(theirs, path, '..'), { recursive: true });
    await writeFile(join(theirs, path), text);
  }
  place.kms.faults.add({ api, code: 'Rejected.Throttling' });
  const store = [newStore(), new OfficialFileStore({ folder: theirs, salt })];
  const { cache, clock, told } = place.cache({ store });
  clock.move(Date.parse('2030-01-01T00:00:00Z') - clock.now());
  expect([await cache.getText('demo/number'), told.error]).toEqual(['20261201', []]);
  place.kms.faults.clear();
  await place.create('demo/number', 'newer', 'v2');
  await cache.refreshNow('demo/number');
  await cache.close();
  const { cache: next } = place.cache({ store: newStore() });
  expect(await next.getText('demo/number')).toBe('newer');
});
