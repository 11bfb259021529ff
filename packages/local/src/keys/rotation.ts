import { limits } from 'alibabacloud-kms-sdk/internal';

export const dayMs = 86_400_000;
const unitMs: Record<string, number> = { d: dayMs, h: 3_600_000, m: 60_000, s: 1000 };

/** Milliseconds of `integer[d|h|m|s]`, or undefined when it is anything else. */
export function parseInterval(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,9})([dhms])$/.exec(text) ?? [];
  return count && unit ? Number(count) * (unitMs[unit] as number) : undefined;
}

/** As the service writes an interval: `604800s`. */
export const formatInterval = (intervalMs: number): string => `${intervalMs / 1000}s`;

/** Milliseconds of an interval that keeps these bounds, both included; else undefined. */
export function intervalWithin(text: string, minMs: number, maxMs: number): number | undefined {
  const intervalMs = parseInterval(text);
  return intervalMs !== undefined && intervalMs >= minMs && intervalMs <= maxMs ? intervalMs : undefined;
}

/** Milliseconds of a key's RotationInterval, or undefined when it is out of its bounds. */
export function parseKeyRotationInterval(text: string): number | undefined {
  const { min, max } = limits.rotationIntervalDays;
  return intervalWithin(text, min * dayMs, max * dayMs);
}

/** A key or secret that is rotated automatically. */
interface Rotated {
  next_rotation_at: number | null;
  rotation_interval: string | null;
}

/**
 * The moments at which a key or secret whose rotation is due should have been rotated, and the next one. Of very many
 * the last count, about `max` of them: an even number is left out, so that where two accounts take turns, the same one
 * is in use as if none had been.
 */
export function rotationTimes(
  { next_rotation_at, rotation_interval }: Rotated,
  now: number,
  max: number,
): { dueAt: number[]; nextAt: number } {
  const firstDueAt = next_rotation_at as number;
  const intervalMs = parseInterval(rotation_interval as string) as number;
  const count = Math.floor((now - firstDueAt) / intervalMs) + 1;
  const leftOut = 2 * Math.floor(Math.max(0, count - max) / 2);
  const dueAt = Array.from({ length: count - leftOut }, (_, index) => firstDueAt + (leftOut + index) * intervalMs);
  return { dueAt, nextAt: firstDueAt + count * intervalMs };
}

/** Rotations that could not happen when they were due are made up for by one, at the time that was the last of them. */
export function skipMissed(rotated: Rotated, now: number): Partial<Pick<Rotated, 'next_rotation_at'>> {
  const { next_rotation_at: nextAt } = rotated;
  return nextAt === null || nextAt > now ? {} : { next_rotation_at: rotationTimes(rotated, now, 1).dueAt.at(-1) };
}
