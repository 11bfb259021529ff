import { Client } from 'alibabacloud-kms-sdk';
import { type FailureKind, Secret } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, gated, Place, ttlMs } from './support.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
});
afterEach(() => place.tidy());
afterAll(() => place.close());

const api = 'GetSecretValue';

describe('while KMS is away', () => {
  const away = [
    ['throttles', { code: 'Rejected.Throttling' }],
    ['throttles as the gateway in front does', { code: 'Throttling.User' }],
    ['fails', { code: 'InternalFailure' }],
    ['is unavailable', { code: 'ServiceUnavailableTemporary' }],
    ['resets connections', { reset: true }],
    ['is owed money', { code: 'Forbidden.InDebt', status: 403, message: 'in debt' }],
  ] as const;

  test.each(away)('KMS %s: the value stays for as long as it may, with one event', async (_, fault) => {
    await place.create('app/db', 'first');
    const { cache, clock, told } = place.cache({ staleIfErrorMs: 3_600_000 });
    await cache.get('app/db');
    place.kms.faults.add({ api, ...fault });
    clock.move(ttlMs);
    for (const _ of [1, 2, 3]) expect(await cache.getText('app/db')).toBe('first');
    expect(told.stale).toEqual([{ name: 'app/db', stage: 'ACSCurrent', ageMs: ttlMs, error: expect.any(Error) }]);
    clock.move(3_600_000 - 1);
    expect(await cache.getText('app/db')).toBe('first');
    clock.move(1);
    expect(await codeOf(cache.get('app/db'))).not.toBe('ok');
    place.kms.faults.clear();
    expect(await cache.getText('app/db')).toBe('first');
    expect(cache.list()[0]).not.toHaveProperty('error');
  });

  test('nobody listens: an error event does no harm', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache();
    await cache.get('app/db');
    place.kms.faults.add({ api, code: 'InternalFailure' });
    clock.move(ttlMs);
    await expect(cache.refreshDue()).resolves.toBeUndefined();
  });

  test('a refresh that fails in the background is told, and tried again after a pause', async () => {
    await place.create('app/db', 'first');
    const { cache, clock, told } = place.cache();
    await cache.get('app/db');
    place.kms.faults.add({ api, code: 'Rejected.Throttling', times: 1 });
    await place.rotate('app/db', 'second', 'v2');
    clock.move(ttlMs * 0.95);
    await cache.refreshDue();
    expect(told.error).toEqual([
      {
        name: 'app/db',
        stage: 'ACSCurrent',
        kind: 'away',
        error: expect.objectContaining({ code: 'Rejected.Throttling' }),
      },
    ]);
    place.count();
    await cache.refreshDue();
    expect([await cache.getText('app/db'), place.count()]).toEqual(['first', 0]);
    clock.move(1000);
    await cache.refreshDue();
    expect([await cache.getText('app/db'), told.stale]).toEqual(['second', []]);
  });

  test('a KMS that does not answer is waited for once, for no longer than maxWaitMs', async () => {
    await place.create('app/db', 'first');
    const { source, open } = gated(place.instance);
    open();
    const { cache, clock, told } = place.cache({ client: source, maxWaitMs: 1 });
    await cache.get('app/db');
    clock.move(ttlMs);
    expect(await cache.getText('app/db')).toBe('first');
    expect(await Promise.race([cache.getText('app/db'), new Promise((resolve) => setImmediate(resolve))])).toBe(
      'first',
    );
    expect(told.stale).toEqual([{ name: 'app/db', stage: 'ACSCurrent', ageMs: ttlMs, error: undefined }]);
    open();
  });

  test('maxWaitMs 0: an old value is given out at once, and the new one from then on', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache({ maxWaitMs: 0 });
    await cache.get('app/db');
    await place.rotate('app/db', 'second', 'v2');
    clock.move(ttlMs);
    expect(await cache.getText('app/db')).toBe('first');
    await cache.refreshNow('app/db');
    expect(await cache.getText('app/db')).toBe('second');
  });

  test('once KMS has failed for one secret, nobody with an old value of another waits', async () => {
    for (const name of ['app/db', 'app/other']) await place.create(name, name);
    const { source, open } = gated(place.instance);
    const { cache, clock } = place.cache({ client: source, maxWaitMs: 2 ** 31 - 1 });
    open();
    open();
    await cache.preload(['app/db', 'app/other']);
    place.kms.faults.add({ api, code: 'InternalFailure' });
    clock.move(ttlMs);
    open();
    expect(await cache.getText('app/db')).toBe('app/db');
    // Its own request is not even let go.
    expect(await cache.getText('app/other')).toBe('app/other');
    open();
  });

  test('while a refresh in the background stays without an answer, nobody with an old value of another waits', async () => {
    for (const name of ['app/db', 'app/other']) await place.create(name, name);
    const { source, open } = gated(place.instance);
    const maxWaitMs = 20;
    const { cache, clock } = place.cache({ client: source, maxWaitMs });
    open();
    open();
    await cache.preload(['app/db', 'app/other']);
    clock.move(ttlMs);
    const refreshed = cache.refreshNow('app/db');
    await new Promise((resolve) => setTimeout(resolve, maxWaitMs + 5));
    const soon = new Promise((resolve) => setImmediate(resolve));
    expect(await Promise.race([cache.getText('app/other'), soon])).toBe('app/other');
    open();
    open();
    await refreshed;
  });

  test('without a value the failure is thrown, and the next caller asks again', async () => {
    await place.create('app/db', 'first');
    const { cache } = place.cache();
    place.kms.faults.add({ api, code: 'Rejected.Throttling', times: 1 });
    expect(await codeOf(cache.get('app/db'))).toBe('Rejected.Throttling');
    expect(await cache.getText('app/db')).toBe('first');
  });

  test('refreshNow fails, and what was there stays', async () => {
    await place.create('app/db', 'first');
    const { cache } = place.cache();
    await cache.get('app/db');
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    expect(await codeOf(cache.refreshNow('app/db'))).toBe('Rejected.Throttling');
    expect(await cache.getText('app/db')).toBe('first');
  });

  test('staleIfErrorMs 0: nothing is given out after its TTL', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache({ staleIfErrorMs: 0 });
    await cache.get('app/db');
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    clock.move(ttlMs);
    expect(await codeOf(cache.get('app/db'))).toBe('Rejected.Throttling');
  });

  test('a clock that was put back makes no value younger', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache();
    await cache.get('app/db');
    await place.rotate('app/db', 'second', 'v2');
    clock.move(-86_400_000);
    expect(await cache.getText('app/db')).toBe('second');
  });
});

describe('what KMS says for good', () => {
  test.each([
    ['the secret is gone', 'Forbidden.ResourceNotFound', 'gone'],
    ['it is being deleted', 'Rejected.PendingDeletion', 'gone'],
    ['it may not be read', 'Forbidden.NoPermission', 'refused'],
  ] as [string, string, FailureKind][])('%s: no value is given out after its TTL', async (_, code, kind) => {
    await place.create('app/db', 'first');
    const { cache, clock, told } = place.cache({ notFoundTtlMs: 0 });
    await cache.get('app/db');
    place.kms.faults.add({ api, code });
    clock.move(ttlMs * 0.95);
    await cache.refreshDue();
    expect(told.error).toMatchObject([{ name: 'app/db', kind }]);
    expect(await cache.getText('app/db')).toBe('first');
    clock.move(ttlMs * 0.05);
    expect(await codeOf(cache.get('app/db'))).toBe(code);
    place.kms.faults.clear();
    expect(await cache.getText('app/db')).toBe('first');
  });

  test('a secret that is really deleted is forgotten, and not asked for in the background', async () => {
    await place.create('app/db', 'first');
    const { cache, clock } = place.cache();
    await cache.get('app/db');
    await place.public.deleteSecret({ secretName: 'app/db' });
    clock.move(ttlMs);
    expect(await codeOf(cache.get('app/db'))).toBe('Rejected.PendingDeletion');
    expect(cache.list()).toMatchObject([{ name: 'app/db', currentVersionId: undefined }]);
    place.count();
    clock.move(ttlMs);
    await cache.refreshDue();
    expect(place.count()).toBe(0);
  });
});

describe('hooks', () => {
  const flip = (secret: Secret) => secret.with(secret.bytes.map((byte) => byte ^ 0xff));

  test('keep a value encrypted in memory', async () => {
    await place.create('app/key', Uint8Array.of(1, 2, 3));
    const kept: Secret[] = [];
    const put = (secret: Secret) => {
      kept.push(flip(secret));
      return kept.at(-1);
    };
    const { cache } = place.cache({ hooks: { put, get: flip } });
    for (const _ of [1, 2]) expect(await cache.getBytes('app/key')).toEqual(Uint8Array.of(1, 2, 3));
    expect(kept.map(({ bytes }) => bytes)).toEqual([Uint8Array.of(254, 253, 252)]);
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 1 });
  });

  test('keep nothing of a secret that must not be kept', async () => {
    await place.create('app/db', 'first');
    const { cache } = place.cache({ hooks: { put: () => undefined } });
    place.count();
    for (const _ of [1, 2]) expect(await cache.getText('app/db')).toBe('first');
    expect(place.count()).toBe(2);
  });

  test('recover a value while KMS is away, not one that is gone', async () => {
    const recover = () => new Secret({ name: 'app/db', versionId: 'from the vault', value: 'recovered' });
    const { cache } = place.cache({ hooks: { recover } });
    expect(await codeOf(cache.get('app/db'))).toBe('Forbidden.ResourceNotFound');
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    expect(await cache.getText('other')).toBe('recovered');
  });
});

test('a server that is not there at all: the error says so, and a process with a cache ends by itself', async () => {
  const { instanceConfig } = place.kms.clientConfig();
  const client = new Client({ instanceConfig: { ...instanceConfig, endpoint: '127.0.0.1:1', maxAttempts: 1 } });
  const { cache } = place.cache({ client });
  expect(await codeOf(cache.get('app/db'))).toBe('Connection.Refused');
  await client.close();
});
