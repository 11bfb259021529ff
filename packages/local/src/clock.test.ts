import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type ClockFacts, checkClockStart, KmsClock, moveClock } from './clock.js';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
let machineTime: number;
let facts: ClockFacts;
let clock: KmsClock;

beforeEach(() => {
  machineTime = start;
  facts = { offsetMs: 0 };
  const keeper = {
    facts: () => facts,
    change: async (change: (old: ClockFacts) => ClockFacts) => {
      facts = change(facts);
    },
  };
  clock = new KmsClock(keeper, { now: () => machineTime });
});

test('it goes with the machine until somebody moves it', async () => {
  expect(clock.now()).toBe(start);
  machineTime += 5;
  expect(clock.now()).toBe(start + 5);
});

test('it runs on from where it was moved to', async () => {
  await clock.advance({ days: 8, hours: 1, minutes: 2, seconds: 3, milliseconds: 4 });
  machineTime += 1000;
  expect(clock.now()).toBe(start + 8 * dayMs + 3_723_004 + 1000);
  await clock.set('2030-01-01T00:00:00Z');
  machineTime += 1000;
  expect(clock.now()).toBe(Date.UTC(2030, 0, 1) + 1000);
  await clock.reset();
  expect(clock.now()).toBe(machineTime);
});

test('frozen, it moves only when told to', async () => {
  await clock.freeze();
  machineTime += 1000;
  expect(clock.now()).toBe(start);
  await clock.advance({ hours: -1 });
  machineTime += 1000;
  expect(clock.now()).toBe(start - 3_600_000);
  await clock.resume();
  expect(clock.now()).toBe(start - 3_600_000);
  machineTime += 1000;
  expect(clock.now()).toBe(start - 3_600_000 + 1000);
});

test('moves add up, whatever they are and whenever they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e6), fc.boolean())),
      async (moves) => {
        await clock.reset();
        let expected = machineTime;
        for (const [milliseconds, passed, whileFrozen] of moves) {
          if (whileFrozen) await clock.freeze();
          machineTime += passed;
          await clock.advance({ milliseconds });
          if (whileFrozen) await clock.resume();
          expected += milliseconds + (whileFrozen ? 0 : passed);
        }
        expect(clock.now()).toBe(expected);
      },
    ),
  );
});

test.each<[what: string, move: () => Promise<void>, message: string]>([
  ['no duration', () => clock.advance({}), 'a duration has at least one of days'],
  ['an unknown unit', () => clock.advance({ weeks: 1 } as object), 'not weeks'],
  ['a number that is none', () => clock.advance({ days: Number.NaN }), 'days must be a number, not NaN'],
  ['further than a Date goes', () => clock.advance({ days: 1e9 }), 'cannot be moved that far'],
  ['a day without a time', () => clock.set('2026-01-01'), 'not 2026-01-01'],
  ['a time without a zone', () => clock.set('2026-01-01T00:00:00'), 'not 2026-01-01T00:00:00'],
  ['nothing', () => clock.set(null as never), 'not null'],
  ['a broken date', () => clock.set(new Date(Number.NaN)), 'Invalid Date'],
])('%s is refused, and nothing moves', async (_what, move, message) => {
  await expect(move()).rejects.toThrow(message);
  expect(clock.now()).toBe(start);
});

test('a start is a time, or a distance from the machine’s', async () => {
  await moveClock(clock, { days: 1 });
  expect(clock.now()).toBe(start + dayMs);
  await moveClock(clock, { days: 1 });
  expect(clock.now()).toBe(start + dayMs);
  await moveClock(clock, new Date(5));
  expect(clock.now()).toBe(5);
  expect(() => checkClockStart('soon')).toThrow(RangeError);
  expect(() => checkClockStart({ days: 1 })).not.toThrow();
});
