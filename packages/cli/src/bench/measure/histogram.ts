import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';

export type { Histogram };

/** Times in microseconds with three significant digits. */
export const newHistogram = (): Histogram =>
  build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: 3 });

/** The compressed form of HdrHistogram, which its tools read, in base64. */
export const encodeHistogram = (histogram: Histogram): string => encodeIntoCompressedBase64(histogram);

export function decodeHistogram(text: string): Histogram {
  const histogram = decodeFromCompressedBase64(text);
  histogram.autoResize = true;
  return histogram;
}

/** The percentiles in reports, with their names in JSON and thresholds. */
export const shownPercentiles = [
  { name: 'p50', percentile: 50 },
  { name: 'p75', percentile: 75 },
  { name: 'p90', percentile: 90 },
  { name: 'p95', percentile: 95 },
  { name: 'p99', percentile: 99 },
  { name: 'p99.9', percentile: 99.9 },
  { name: 'p99.99', percentile: 99.99 },
] as const;

export type PercentileName = (typeof shownPercentiles)[number]['name'];

/** Times in microseconds. */
export interface TimesUs extends Record<PercentileName, number> {
  min: number;
  mean: number;
  max: number;
}

/** All zero if nothing was recorded. */
export function timesOf(histogram: Histogram): TimesUs {
  const empty = histogram.totalCount === 0;
  const at = (percentile: number) => (empty ? 0 : histogram.getValueAtPercentile(percentile));
  const percentiles = shownPercentiles.map(({ name, percentile }) => [name, at(percentile)] as const);
  return {
    min: at(0),
    mean: empty ? 0 : Math.round(histogram.mean),
    max: empty ? 0 : histogram.maxValue,
    ...(Object.fromEntries(percentiles) as Record<PercentileName, number>),
  };
}
