import { limits } from 'alibabacloud-kms-sdk/internal';

export const dayMs = 86_400_000;
const unitMs: Record<string, number> = { d: dayMs, h: 3_600_000, m: 60_000, s: 1000 };

/** Milliseconds of `integer[d|h|m|s]`; undefined for anything else. */
export function parseInterval(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,9})([dhms])$/.exec(text) ?? [];
  return count && unit ? Number(count) * (unitMs[unit] as number) : undefined;
}

/** The service's format for an interval: `604800s`. */
export const formatInterval = (intervalMs: number): string => `${intervalMs / 1000}s`;

/** Milliseconds of an interval within these bounds, inclusive; otherwise undefined. */
export function intervalWithin(text: string, minMs: number, maxMs: number): number | undefined {
  const intervalMs = parseInterval(text);
  return intervalMs !== undefined && intervalMs >= minMs && intervalMs <= maxMs ? intervalMs : undefined;
}

/** Milliseconds of a key's RotationInterval; undefined if out of range. */
export function parseKeyRotationInterval(text: string): number | undefined {
  const { min, max } = limits.rotationIntervalDays;
  return intervalWithin(text, min * dayMs, max * dayMs);
}

/** A key or secret with automatic rotation. */
interface Rotated {
  next_rotation_at: number | null;
  rotation_interval: string | null;
}

/**
 * The due rotation times of a key or secret, and the next one. If there are very many, returns about the last `max` of
 * them: it skips an even number, so that where two accounts alternate, the same one is in use as without skipping.
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

/** Replaces rotations that could not happen when they were due by one, at the time of the last of them. */
export function skipMissed(rotated: Rotated, now: number): Partial<Pick<Rotated, 'next_rotation_at'>> {
  const { next_rotation_at: nextAt } = rotated;
  return nextAt === null || nextAt > now ? {} : { next_rotation_at: rotationTimes(rotated, now, 1).dueAt.at(-1) };
}
