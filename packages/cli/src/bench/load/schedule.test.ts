import { describe, expect, test } from 'vitest';
import { Schedule } from './schedule.js';

describe('when calls are due', () => {
  test('at a constant rate, evenly, the first at once', () => {
    const schedule = new Schedule({ from: 200, to: 200, rampMs: 0 });
    expect([0, 1, 2, 200].map((index) => schedule.dueMs(index))).toEqual([0, 5, 10, 1000]);
  });

  test.each([
    { from: 0, to: 100, rampMs: 10_000, inRamp: 500 },
    { from: 100, to: 300, rampMs: 5_000, inRamp: 1_000 },
    { from: 300, to: 100, rampMs: 5_000, inRamp: 1_000 },
  ])('from $from to $to per second in $rampMs ms there are $inRamp calls, and then $to per second', (rate) => {
    const { inRamp, ...given } = rate;
    const schedule = new Schedule(given);
    expect(schedule.dueBefore(given.rampMs)).toBe(inRamp);
    expect(schedule.dueMs(inRamp)).toBeCloseTo(given.rampMs, 6);
    expect(schedule.dueMs(inRamp + given.to) - schedule.dueMs(inRamp)).toBeCloseTo(1000, 6);
    const times = Array.from({ length: inRamp + 50 }, (_, index) => schedule.dueMs(index));
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] as number))).toBe(true);
    // After half of the ramp: the area under the line from `from` to the middle.
    expect(schedule.dueBefore(given.rampMs / 2)).toBe(((3 * given.from + given.to) / 8) * (given.rampMs / 1000));
  });

  test('counts the calls that are due before a time', () => {
    const schedule = new Schedule({ from: 100, to: 100, rampMs: 0 });
    expect([0, 1, 10, 10.5, 1000].map((time) => schedule.dueBefore(time))).toEqual([0, 1, 1, 2, 100]);
  });
});
