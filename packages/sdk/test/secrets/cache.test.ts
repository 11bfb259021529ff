import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, gated, Place, ttlMs } from './support.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
});
afterEach(() => place.tidy());
afterAll(() => place.close());

describe('get', () => {
  test('asks once for a thousand callers, and not again while the TTL lasts', async () => {
    await place.create('app/db', 's3cret');
    const { cache, clock } = place.cache();
    place.count();
    const values = await Promise.all(Array.from({ length: 1000 }, () => cache.getText('app/db')));
    expect([new Set(values), place.count()]).toEqual([new Set(['s3cret']), 1]);
    clock.move(ttlMs - 1);
    expect([await cache.getText('app/db'), place.count()]).toEqual(['s3cret', 0]);
    clock.move(1);
    expect([await cache.getText('app/db'), place.count()]).toEqual(['s3cret', 1]);
    expect(cache.stats()).toEqual({ entries: 1, hits: 1, misses: 1001, staleHits: 0, refreshes: 2, failures: 0 });
  });

  test('knows stages and versions apart', async () => {
    await place.create('app/db', 'first');
    await place.rotate('app/db', 'second', 'v2');
    const { cache } = place.cache();
    expect(await cache.getText('app/db')).toBe('second');
    expect(await cache.getText('app/db', { stage: 'ACSPrevious' })).toBe('first');
    expect(await cache.getText('app/db', { versionId: 'v1' })).toBe('first');
    expect(await cache.get('app/db', { versionId: 'v2' })).toMatchObject({
      versionId: 'v2',
      versionStages: ['ACSCurrent'],
    });
    place.count();
    expect(await cache.getText('app/db', { stage: 'ACSPrevious' })).toBe('first');
    expect(await cache.getText('app/db', { stage: 'ACSCurrent' })).toBe('second');
    expect(place.count()).toBe(0);
  });

  test('reads another stage when the cache is one of another stage', async () => {
    await place.create('app/db', 'first');
    await place.rotate('app/db', 'second', 'v2');
    const { cache } = place.cache({ stage: 'ACSPrevious' });
    expect(await cache.getText('app/db')).toBe('first');
    expect(await cache.getText('app/db', { stage: 'ACSCurrent' })).toBe('second');
  });

  test('remembers for a moment that there is no such secret', async () => {
    const { cache, clock } = place.cache({ notFoundTtlMs: 5000 });
    place.count();
    for (const _ of [1, 2, 3]) expect(await codeOf(cache.get('none'))).toBe('Forbidden.ResourceNotFound');
    expect(place.count()).toBe(1);
    clock.move(5000);
    await place.create('none', 'there now');
    expect(await cache.getText('none')).toBe('there now');
  });

  test('stops waiting when its signal aborts; the others get the answer', async () => {
    await place.create('app/db', 's3cret');
    const { cache } = place.cache();
    const controller = new AbortController();
    const given = cache.get('app/db', { signal: controller.signal });
    const other = cache.getText('app/db');
    controller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    expect(await other).toBe('s3cret');
    await expect(cache.get('app/db', { signal: controller.signal })).rejects.toThrow('enough');
  });

  test.each([
    ['a space', 'app db'],
    ['nothing', ''],
    ['a line feed', 'app\ndb'],
  ])('refuses a name with %s before anything is sent', async (_, name) => {
    const { cache } = place.cache();
    place.count();
    expect(await codeOf(cache.get(name))).toBe('Request.Invalid');
    expect(place.count()).toBe(0);
  });

  test('refuses options that cannot be right', async () => {
    const { cache } = place.cache();
    expect(await codeOf(cache.get('a', { stage: 'ACSCurrent', versionId: 'v1' }))).toBe('Request.Invalid');
    await expect(cache.get('a', { versionID: 'v1' } as object)).rejects.toThrow('did you mean versionId?');
  });
});

describe('values', () => {
  // The Python client 0.1.5 parses what it kept, and fails from the second read on.
  test.each(['20261201', '"quoted"', '["a","list"]', 'null', 'true', '{"an":"object"}', ' padded '])(
    'a secret whose text is %j reads the second time too, from memory and after a refresh',
    async (text) => {
      await place.create('app/db', text);
      const { cache, clock } = place.cache();
      for (const _ of [1, 2]) expect(await cache.getText('app/db')).toBe(text);
      clock.move(ttlMs);
      await cache.refreshDue();
      expect(await cache.getText('app/db')).toBe(text);
    },
  );

  test('are copies: what a caller does to them, no other caller sees', async () => {
    await place.create('app/db', '{"user":"app","password":"s3cret"}');
    await place.create('app/key', Uint8Array.of(1, 2, 255));
    const { cache } = place.cache();
    const bytes = await cache.getBytes('app/key');
    bytes.fill(0);
    expect(await cache.getBytes('app/key')).toEqual(Uint8Array.of(1, 2, 255));
    const parsed = await cache.getJson('app/db');
    parsed.password = 'changed';
    expect(await cache.getJson('app/db')).toEqual({ user: 'app', password: 's3cret' });
    const secret = await cache.get('app/db');
    secret.createTime?.setTime(0);
    expect((await cache.get('app/db')).createTime?.getTime()).toBeGreaterThan(0);
    expect(() => Object.assign(secret, { versionId: 'other' })).toThrow(TypeError);
  });

  test('of binary secrets are bytes, of text secrets both', async () => {
    await place.create('app/key', Uint8Array.of(1, 2, 255));
    await place.create('app/text', 'žluťoučký');
    const { cache } = place.cache();
    expect(await codeOf(cache.getText('app/key'))).toBe('Secret.NotText');
    expect(await codeOf(cache.getJson('app/key'))).toBe('Secret.NotText');
    expect(await cache.get('app/key')).toMatchObject({ dataType: 'binary' });
    expect(Buffer.from(await cache.getBytes('app/text')).toString()).toBe('žluťoučký');
  });

  test('that are no JSON are refused without quoting them', async () => {
    await place.create('app/db', 's3cret, not JSON');
    const { cache } = place.cache();
    const error = await cache.getJson('app/db').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'Secret.NotJson', secretName: 'app/db' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toContain('s3cret');
  });
});

describe('refresh', () => {
  test('happens in the background before the TTL is over, and tells of a new version', async () => {
    await place.create('app/db', 'first');
    const { cache, clock, told } = place.cache();
    await cache.get('app/db');
    await place.rotate('app/db', 'second', 'v2');
    place.count();
    clock.move(ttlMs * 0.8 - 1);
    await cache.refreshDue();
    expect([await cache.getText('app/db'), place.count()]).toEqual(['first', 0]);
    clock.move(ttlMs * 0.15 + 1);
    await cache.refreshDue();
    expect([await cache.getText('app/db'), place.count()]).toEqual(['second', 1]);
    expect(told.rotate).toEqual([{ name: 'app/db', stage: 'ACSCurrent', versionId: 'v2', previousVersionId: 'v1' }]);
  });

  test('a version is read again only when somebody wants it after its TTL', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache();
    await cache.get('app/db', { versionId: 'v1' });
    place.count();
    clock.move(ttlMs);
    await cache.refreshDue();
    expect(place.count()).toBe(0);
    await cache.get('app/db', { versionId: 'v1' });
    expect(place.count()).toBe(1);
  });

  test('refreshNow sees what was put before it was called, although a request is on its way', async () => {
    await place.create('app/db', 'first');
    const { source, open } = gated(place.instance);
    const { cache, told } = place.cache({ client: source });
    const first = cache.get('app/db');
    open();
    await first;
    place.count();
    const early = cache.refreshNow('app/db');
    await place.rotate('app/db', 'second', 'v2');
    const late = Array.from({ length: 100 }, () => cache.refreshNow('app/db'));
    open();
    await early;
    open();
    const versions = (await Promise.all(late)).map(({ versionId }) => versionId);
    expect(new Set(versions)).toEqual(new Set(['v2']));
    expect(place.count()).toBe(2);
    expect(told.rotate).toHaveLength(1);
  });

  test('goes by the TTL in the secret, then by its own, then by the usual one', async () => {
    await place.create('in-secret', '{"ttl":120000}');
    await place.create('of-its-own', 'x');
    await place.create('usual', 'x');
    const { cache, clock } = place.cache({ ttlsMs: { 'in-secret': 240_000, 'of-its-own': 240_000 } });
    await cache.preload(['in-secret', 'of-its-own', 'usual']);
    const expiry = cache.list().map(({ name, expiresAt }) => [name, (expiresAt?.getTime() ?? 0) - clock.now()]);
    expect(Object.fromEntries(expiry)).toEqual({ 'in-secret': 120_000, 'of-its-own': 240_000, usual: ttlMs });
  });
});

describe('preload', () => {
  test('reads what has a TTL of its own, and says what is missing', async () => {
    await place.create('one', '1');
    const { cache } = place.cache({ ttlsMs: { one: 60_000, two: 60_000 } });
    const error = await cache.preload().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'Secret.NotPreloaded',
      message: '1 of 2 secrets could not be read: two',
      failures: [{ code: 'Forbidden.ResourceNotFound' }],
    });
    place.count();
    expect([await cache.getText('one'), place.count()]).toEqual(['1', 0]);
    await expect(cache.preload(['one'])).resolves.toBeUndefined();
  });
});

describe('memory', () => {
  test('what was not used for the longest time goes when there is no more room', async () => {
    for (const name of ['a', 'b', 'c']) await place.create(name, name);
    const { cache } = place.cache({ maxEntries: 2 });
    await cache.get('a');
    await cache.get('b');
    await cache.get('a');
    await cache.get('c');
    expect(cache.list().map(({ name }) => name)).toEqual(['a', 'c']);
    place.count();
    expect([await cache.getText('a'), place.count(), await cache.getText('b'), place.count()]).toEqual([
      'a',
      0,
      'b',
      1,
    ]);
  });

  test('a closed cache has no values, and says that it is closed', async () => {
    await place.create('app/db', 'x');
    const { cache } = place.cache();
    await cache.get('app/db');
    place.kms.faults.add({ api: 'GetSecretValue', hang: true });
    const waiting = codeOf(cache.get('other'));
    await cache.close();
    expect(await waiting).toBe('Config.ClientClosed');
    expect(await codeOf(cache.get('app/db'))).toBe('Config.ClientClosed');
    expect(cache.list()).toEqual([]);
  });
});
