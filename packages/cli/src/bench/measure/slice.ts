import { addCounts, type Counts, noCounts } from './counts.js';
import { decodeHistogram, encodeHistogram, type Histogram, newHistogram } from './histogram.js';

/** What was measured of one operation, or of all of them, in some stretch of time. */
export interface Slice {
  counts: Counts;
  /** From sending a call to its end. */
  service: Histogram;
  /**
   * From when the call was due to its end: under a rate, a call that had to wait for its turn has waited for the server
   * too. Without a rate nothing is ever due before it is sent, so there is none.
   */
  response?: Histogram;
}

/** A slice as it travels between processes and in files. */
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
