import type { Counts } from '../measure/counts.js';
import type { Measured } from '../result.js';

const milliseconds = (us: number): number => Math.round(us / 1000);

/** `2026-01-31 10:00:00` in the local time zone, the format of the benchmark tools of the KMS SDKs. */
export function localTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** Heading of a period, counted from 1, or of the statistics at the end. */
export const officialTitle = (period: number | 'Statistics', date: Date): string =>
  `----------------- ${period === 'Statistics' ? period : `Time_${period}`}: [${localTime(date)}]--------------`;

/**
 * The report of the benchmark tools of the KMS SDKs, byte for byte in their format: numbers are those of the run so far,
 * except TPS, which is that of the period.
 */
export function officialDetail(total: Measured, periodTps: number): string {
  const { requests, responses, clientErrors, limitExceeded, timeouts }: Counts = total.counts;
  const { max, min, mean } = total.serviceUs;
  return [
    `[Benchmark-Detail]\tRequestCount: ${requests}\tResponseCount: ${responses}\tTPS: ${Math.floor(periodTps)}\tAvgTPS: ${Math.floor(total.tps)}`,
    `MaxOnceTimeCost: ${milliseconds(max)} ms\tMinOnceTimeCost: ${milliseconds(min)} ms\tAvgOnceTimeCost: ${milliseconds(mean)} ms`,
    `ClientErrorCount: ${clientErrors}\tLimitExceededErrorCount: ${limitExceeded}\tTimeoutErrorCount: ${timeouts}`,
  ].join('\n');
}
