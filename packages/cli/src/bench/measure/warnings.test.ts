import { expect, test } from 'vitest';
import { noCounts } from './counts.js';
import { newHistogram, timesOf } from './histogram.js';
import { warningsOf } from './warnings.js';

const times = (us: number) => {
  const histogram = newHistogram();
  histogram.recordValue(us);
  return timesOf(histogram);
};
const idle = { eventLoopBusy: 0.3, eventLoopLateMs: 0.2, cpuCores: 0.3, machineBusy: 0.2 };
const facts = {
  settings: { concurrency: 32, processes: 1, local: false },
  cores: 8,
  client: idle,
  total: { counts: noCounts(), serviceUs: times(10_000) },
  unstarted: 0,
};

test('an idle client is no bottleneck', () => {
  expect(warningsOf(facts)).toEqual([]);
});

test('a busy event loop is, and more processes are the remedy', () => {
  expect(warningsOf({ ...facts, client: { ...idle, eventLoopBusy: 0.97 } })).toEqual([
    'The client is the bottleneck: a process of it was busy 97.0 % of the time. Use --processes 2.',
  ]);
});

test('a busy machine is, and more processes do not help', () => {
  const [warning] = warningsOf({ ...facts, client: { ...idle, eventLoopBusy: 0.97, machineBusy: 0.95 } });
  expect(warning).toMatch(
    /^The client is the bottleneck: the CPU of this machine \(8 cores\) was 95\.0 % busy\. Use a larger/,
  );
});

test('an event loop that is late shows in the times', () => {
  const [warning] = warningsOf({ ...facts, client: { ...idle, eventLoopLateMs: 8 } });
  expect(warning).toContain('The client was late: its event loop by 8.00 ms');
});

test('a rate that was not reached says whose fault it was', () => {
  const behind = { ...facts, settings: { ...facts.settings, rate: { from: 500, to: 500 } }, unstarted: 40 };
  const total = { ...facts.total, counts: { ...noCounts(), requests: 60 } };
  expect(warningsOf({ ...behind, total })[0]).toMatch(/40 of 100 calls were never begun, since all 32 calls at a time/);
  const busy = { ...idle, eventLoopBusy: 0.99 };
  expect(warningsOf({ ...behind, total, client: busy })[1]).toContain('since the client could not keep up');
});
