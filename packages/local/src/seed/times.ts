import { parseInterval } from '../keys/rotation.js';
import { also, text } from './checks.js';
import { wrong } from './seed-error.js';
import type { SeedTime } from './types.js';

const absolute = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const relative = /^([+-])(\d{1,9}[dhms])$/;

/** Milliseconds since the epoch of a time that a seed gives; NaN for anything else, and for times that no Date can hold. */
export function timeOf(time: SeedTime, now: number): number {
  const [, sign, interval] = relative.exec(time) ?? [];
  if (interval === undefined) return absolute.test(time) ? new Date(time).getTime() : Number.NaN;
  const ms = parseInterval(interval) as number;
  return new Date(sign === '-' ? now - ms : now + ms).getTime();
}

export const time = also(text, (found, path) => {
  if (Number.isNaN(timeOf(found, 0))) {
    throw wrong(path, 'a time is like 2026-01-31T00:00:00Z, or from now on like +7d or -90m');
  }
});

/** As {@link timeOf} reads it, with milliseconds where there are some. */
export const formatTime = (ms: number): SeedTime => new Date(ms).toISOString().replace('.000Z', 'Z');
