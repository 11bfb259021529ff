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
