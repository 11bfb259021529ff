import { addCounts, type Counts, noCounts } from './counts.js';
import { decodeHistogram, encodeHistogram, type Histogram, newHistogram } from './histogram.js';

/** Measurements of one operation, or of all operations, in some period. */
export interface Slice {
  counts: Counts;
  /** From sending a call to its end. */
  service: Histogram;
  /**
   * From when the call was due to its end: with a rate, time spent waiting for a turn counts as waiting for the server.
   * Undefined without a rate, because calls are then sent as soon as they are due.
   */
  response?: Histogram;
}

/** A slice in serialised form. */
export interface PackedSlice {
  counts: Counts;
  /** HdrHistogram, base64. */
  service: string;
  response?: string;
}

export const newSlice = (open: boolean): Slice => ({
  counts: noCounts(),
  service: newHistogram(),
  response: open ? newHistogram() : undefined,
});

export function addSlice(to: Slice, more: Slice): void {
  addCounts(to.counts, more.counts);
  to.service.add(more.service);
  if (to.response && more.response) to.response.add(more.response);
}

export const pack = ({ counts, service, response }: Slice): PackedSlice => ({
  counts,
  service: encodeHistogram(service),
  response: response && encodeHistogram(response),
});

export const unpack = ({ counts, service, response }: PackedSlice): Slice => ({
  counts: { ...counts, codes: { ...counts.codes } },
  service: decodeHistogram(service),
  response: response === undefined ? undefined : decodeHistogram(response),
});
