import { expect, test } from 'vitest';
import { DataKey, type Material } from './material.js';
import { type CacheLimits, MaterialCache } from './material-cache.js';

const unlimited: CacheLimits = { maxAgeMs: 1_000, maxMessages: 1_000_000, maxBytes: 1_000_000, maxEntries: 10 };

/** A cache with its own clock, and a KMS that counts calls. */
function setUp(limits: Partial<CacheLimits> = {}) {
  const clock = { now: 0 };
  const cache = new MaterialCache({ ...unlimited, ...limits }, () => clock.now);
  const made: DataKey[] = [];
  const kms = { failure: undefined as Error | undefined };
  const fetch = async () => {
    await Promise.resolve();
    if (kms.failure) throw kms.failure;
    const key = new DataKey(Uint8Array.of(made.length + 1));
    made.push(key);
    return { key } as Material;
  };
  /** Encrypts one message; returns the name of its data key. */
  const seal = async (bytes = 1, name = 'app') => {
    const material = cache.find(name, bytes, fetch) ?? (await cache.fetch(name, bytes, fetch));
    const [first] = material.key.bytes;
    material.key.release();
    return first;
  };
  return { cache, clock, made, kms, seal, fetch };
}

/** Lets background work finish. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('all who miss at the same time wait for one data key', async () => {
  const { seal, cache } = setUp();
  expect(await Promise.all(Array.from({ length: 1_000 }, () => seal()))).toEqual(Array(1_000).fill(1));
  expect(await seal()).toBe(1);
  expect(cache.counters).toEqual({ hits: 1, misses: 1_000, fetches: 1, failures: 0, entries: 1 });
});

test('a data key serves as many messages as it may, however many come at once', async () => {
  const { seal, made } = setUp({ maxMessages: 3 });
  const used = await Promise.all(Array.from({ length: 10 }, () => seal()));
  for (const [i] of made.entries()) expect(used.filter((key) => key === i + 1).length).toBeLessThanOrEqual(3);
  expect(new Set(used).size).toBeGreaterThanOrEqual(4);
});

test('a data key serves as many bytes as it may', async () => {
  const { seal } = setUp({ maxBytes: 30 });
  const used: unknown[] = [];
  for (let i = 0; i < 6; i++) used.push(await seal(14));
  for (const key of new Set(used)) expect(used.filter((one) => one === key).length).toBeLessThanOrEqual(2);
});

test('a message larger than the limit gets a data key of its own', async () => {
  const { seal, cache, made } = setUp({ maxBytes: 10 });
  expect([await seal(11), await seal(1), await seal(11), await seal(1)]).toEqual([1, 2, 3, 2]);
  expect(cache.counters.entries).toBe(1);
  expect(made.map(({ isZeroed }) => isZeroed)).toEqual([true, false, true]);
});

test('a data key is replaced before it expires, while it still serves', async () => {
  const { seal, clock, made } = setUp();
  await seal();
  clock.now = 799;
  expect([await seal(), made.length]).toEqual([1, 1]);
  clock.now = 800;
  expect(await seal()).toBe(1);
  await settle();
  expect([await seal(), made.map(({ isZeroed }) => isZeroed)]).toEqual([2, [true, false]]);
});

test('while KMS refuses, a data key serves until its limits and no longer', async () => {
  const { seal, clock, kms, cache } = setUp();
  await seal();
  kms.failure = new Error('Rejected.Throttling');
  clock.now = 900;
  for (let i = 0; i < 100; i++) {
    expect(await seal()).toBe(1);
    await settle();
  }
  // KMS is not asked again for every message.
  expect(cache.counters).toMatchObject({ fetches: 2, failures: 1 });
  clock.now = 950;
  await seal();
  await settle();
  expect(cache.counters).toMatchObject({ fetches: 3, failures: 2 });
  clock.now = 1_000;
  await expect(seal()).rejects.toThrow('Rejected.Throttling');
});

test('a failure is that of all who waited, and is forgotten', async () => {
  const { seal, kms, cache } = setUp();
  kms.failure = new Error('away');
  const failed = await Promise.allSettled([seal(), seal(), seal()]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  kms.failure = undefined;
  expect(await seal()).toBe(1);
  expect(cache.counters).toMatchObject({ fetches: 2, failures: 1 });
});

test('one who gives up does not end the wait of the others', async () => {
  const { cache, seal, fetch } = setUp();
  const controller = new AbortController();
  const given = cache.fetch('app', 1, fetch, controller.signal);
  const others = [seal(), seal()];
  controller.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  expect(await Promise.all(others)).toEqual([1, 1]);
});

test('names do not share data keys, and the one used longest ago goes first', async () => {
  const { seal, cache, made } = setUp({ maxEntries: 2 });
  expect([await seal(1, 'a'), await seal(1, 'b'), await seal(1, 'a'), await seal(1, 'c')]).toEqual([1, 2, 1, 3]);
  expect(made.map(({ isZeroed }) => isZeroed)).toEqual([false, true, false]);
  expect(cache.counters.entries).toBe(2);
});

test('a data key is zeroed when it leaves, but not under a message that is being encrypted with it', async () => {
  const { cache, fetch } = setUp();
  const { key } = await cache.fetch('app', 1, fetch);
  cache.close();
  expect([key.isZeroed, key.bytes[0]]).toEqual([false, 1]);
  key.release();
  expect([key.isZeroed, key.bytes[0]]).toEqual([true, 0]);
});

test('a closed cache keeps nothing', async () => {
  const { cache, seal, made } = setUp();
  cache.close();
  expect([await seal(), await seal()]).toEqual([1, 2]);
  expect(made.every(({ isZeroed }) => isZeroed)).toBe(true);
});

test('bytes that a data key is made of are zeroed where they came from', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const key = new DataKey(bytes);
  expect([[...bytes], [...key.bytes]]).toEqual([
    [0, 0, 0],
    [1, 2, 3],
  ]);
});
