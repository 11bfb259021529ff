import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.js';

const inMs = (ms: number) => new Date(Date.now() + ms).toUTCString();

test('a clock that was taught nothing tells the time of this machine', () => {
  expect(new ServerClock().offsetMs).toBe(0);
});

test('the server’s date corrects it, forwards and back', () => {
  const clock = new ServerClock();
  for (const ms of [3_600_000, -7_200_000]) {
    expect(clock.correct(clock.offsetMs, inMs(ms))).toBe(true);
    expect(Math.abs(clock.offsetMs - ms)).toBeLessThan(60_000);
    expect(Math.abs(clock.now().getTime() - Date.now() - ms)).toBeLessThan(60_000);
  }
});

test('a request that was signed before the correction goes again, and teaches nothing', () => {
  const clock = new ServerClock();
  clock.correct(0, inMs(3_600_000));
  const { offsetMs } = clock;
  expect(clock.correct(0, inMs(-3_600_000))).toBe(true);
  expect(clock.correct(0, undefined)).toBe(true);
  expect(clock.offsetMs).toBe(offsetMs);
});

test.each([undefined, '', 'garbage', 'garbage 1', '2030-01-01', '1893456000', 'Tue, 01 Jan 2030 00:00:00 +0200'])(
  'a date like %o teaches nothing',
  (date) => {
    const clock = new ServerClock();
    expect(clock.correct(0, date)).toBe(false);
    expect(clock.offsetMs).toBe(0);
  },
);

test('a date that is nearly the same cannot be why the request was refused', () => {
  const clock = new ServerClock();
  expect(clock.correct(0, inMs(5_000))).toBe(false);
});
