import type { Measured } from '../result.js';
import { timesOf } from './histogram.js';
import { pack, type Slice, unpack } from './slice.js';

/** A slice with its derived values; keeps the histograms, so that slices can be added. */
export function measuredOf(slice: Slice, lengthMs: number): Measured {
  const { service, response } = pack(slice);
  return {
    counts: slice.counts,
    tps: lengthMs === 0 ? 0 : (slice.counts.responses * 1000) / lengthMs,
    serviceUs: timesOf(slice.service),
    responseUs: slice.response && timesOf(slice.response),
    serviceHistogram: service,
    responseHistogram: response,
  };
}

export const sliceOf = ({ counts, serviceHistogram, responseHistogram }: Measured): Slice =>
  unpack({ counts, service: serviceHistogram, response: responseHistogram });

/** What callers experience, in microseconds: response times if there are any. */
export const feltTimes = ({ responseUs, serviceUs }: Pick<Measured, 'responseUs' | 'serviceUs'>) =>
  responseUs ?? serviceUs;
