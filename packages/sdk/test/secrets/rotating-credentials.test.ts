import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, Place, ttlMs } from './support.js';

const name = 'app/db';
const login = (password: string) => JSON.stringify({ user: 'app', password });
const refused = (message = 'no') => Object.assign(new Error(message), { code: '28P01' });

let place: Place;
beforeAll(async () => {
  place = await Place.open();
});
beforeEach(async () => {
  await place.create(name, login('first'));
  await place.rotate(name, login('second'), 'v2');
});
afterEach(() => place.tidy());
afterAll(() => place.close());

/** A server that takes one password, and remembers what was tried. */
function server(accepted: () => string) {
  const tried: string[] = [];
  const connect = async ({ password }: { password: string }) => {
    tried.push(password);
    if (password !== accepted()) throw refused();
    return 'connected';
  };
  return { tried, connect };
}

describe('a login', () => {
  test('takes the new version when the one that was kept is refused', async () => {
    const { cache } = place.cache();
    await cache.get(name);
    await place.rotate(name, login('third'), 'v3');
    const { tried, connect } = server(() => 'third');
    const credentials = cache.rotatingCredentials(name);
    place.count();
    expect(await credentials.login(connect)).toBe('connected');
    expect([tried, place.count()]).toEqual([['second', 'third'], 1]);
    expect(await credentials.current()).toEqual({ user: 'app', password: 'third' });
  });

  test('takes the former version while the new one is not there yet, and stays with it', async () => {
    const { cache } = place.cache();
    const { tried, connect } = server(() => 'first');
    const credentials = cache.rotatingCredentials(name);
    for (const _ of [1, 2]) expect(await credentials.login(connect)).toBe('connected');
    expect(tried).toEqual(['second', 'first', 'first']);
    expect(await credentials.password()).toBe('first');
  });

  test('takes the current version once more, which may have come while the former was tried', async () => {
    const { cache } = place.cache();
    let attempts = 0;
    const { tried, connect } = server(() => (++attempts < 2 ? 'first' : 'second'));
    expect(await cache.rotatingCredentials(name).login(connect)).toBe('connected');
    expect(tried).toEqual(['second', 'first', 'second']);
  });

  test('takes a pending version that the server has already', async () => {
    await place.public.putSecretValue({
      secretName: name,
      secretData: login('third'),
      versionId: 'v3',
      versionStages: ['ACSPending'],
    });
    const { cache } = place.cache();
    const { tried, connect } = server(() => 'third');
    expect(await cache.rotatingCredentials(name).login(connect)).toBe('connected');
    expect(tried).toEqual(['second', 'first', 'third']);
  });

  test('tries other stages only when it may', async () => {
    const { cache } = place.cache();
    const { tried, connect } = server(() => 'first');
    const credentials = cache.rotatingCredentials(name, { fallbackStages: [] });
    expect(await codeOf(credentials.login(connect))).toBe('28P01');
    expect(tried).toEqual(['second']);
  });

  test('goes on while KMS is away, with what is kept', async () => {
    const { cache } = place.cache();
    await cache.get(name);
    await cache.get(name, { stage: 'ACSPrevious' });
    place.kms.faults.add({ code: 'Rejected.Throttling' });
    const { tried, connect } = server(() => 'first');
    expect(await cache.rotatingCredentials(name).login(connect)).toBe('connected');
    expect(tried).toEqual(['second', 'first']);
  });

  test('that nothing helps ends with the error of the server, and leaves KMS alone for a while', async () => {
    const { cache } = place.cache();
    const { tried, connect } = server(() => 'of nobody');
    const credentials = cache.rotatingCredentials(name);
    expect(await codeOf(credentials.login(connect))).toBe('28P01');
    expect(tried).toEqual(['second', 'first', 'second']);
    place.count();
    for (const _ of [1, 2, 3]) expect(await codeOf(credentials.login(connect))).toBe('28P01');
    expect([tried.length, place.count()]).toEqual([6, 0]);
  });

  test('that fails otherwise is not tried again', async () => {
    const { cache } = place.cache();
    let attempts = 0;
    const failing = () => {
      attempts += 1;
      return Promise.reject(new Error('connection lost'));
    };
    await expect(cache.rotatingCredentials(name).login(failing)).rejects.toThrow('connection lost');
    expect(attempts).toBe(1);
  });

  test('is refused when the caller says so', async () => {
    const { cache } = place.cache();
    const isRefused = (error: unknown) => (error as Error).message === 'who are you?';
    const credentials = cache.rotatingCredentials(name, { isRefused });
    const tried: string[] = [];
    const connect = async ({ password }: { password: string }) => {
      tried.push(password);
      if (password !== 'first') throw new Error('who are you?');
    };
    await credentials.login(connect);
    expect(tried).toEqual(['second', 'first']);
  });
});

describe('a driver that keeps the password in its options', () => {
  test('is told at once, and of each change: by a refresh in the background and by a refusal', async () => {
    const { cache, clock } = place.cache();
    const credentials = cache.rotatingCredentials(name);
    const told: string[] = [];
    const stop = await credentials.follow(({ password }) => told.push(password));
    await place.rotate(name, login('third'), 'v3');
    clock.move(ttlMs * 0.95);
    await cache.refreshDue();
    expect(await credentials.password()).toBe('third');
    await place.rotate(name, login('fourth'), 'v4');
    const work = credentials.retrying(async () => {
      if (told.at(-1) !== 'fourth') throw refused();
      return 'done';
    });
    expect(await work()).toBe('done');
    expect(told).toEqual(['second', 'third', 'fourth']);
    stop();
    await place.rotate(name, login('fifth'), 'v5');
    await cache.refreshNow(name);
    expect(await credentials.password()).toBe('fifth');
    expect(told).toHaveLength(3);
  });

  test('that tells which password was refused does not make others of it suspect', async () => {
    const { cache } = place.cache();
    const credentials = cache.rotatingCredentials(name);
    let attempts = 0;
    const work = credentials.retrying(async () => {
      attempts += 1;
      const late = Object.assign(new Error('WRONGPASS'), { command: { name: 'auth', args: ['app', 'first'] } });
      if (attempts === 1) throw late;
      return 'done';
    });
    await credentials.current();
    place.count();
    expect([await work(), attempts, place.count()]).toEqual(['done', 2, 0]);
  });
});

test('a secret of another shape is parsed by the caller', async () => {
  await place.create('app/key', '{"id":"a","token":"t"}');
  const { cache } = place.cache();
  const credentials = cache.rotatingCredentials('app/key', {
    parse: ({ text }): { token: string } => ({ token: JSON.parse(text).token }),
  });
  expect((await credentials.current()).token).toBe('t');
});
