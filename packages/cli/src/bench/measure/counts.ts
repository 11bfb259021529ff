/** What came of calls. */
export interface Counts {
  /** Calls that were begun. */
  requests: number;
  /** Calls that ended, well or not. */
  responses: number;
  /** Calls that ended with an error or a wrong answer, but for those that are counted below. */
  clientErrors: number;
  /** Calls that were refused because there were too many. */
  limitExceeded: number;
  timeouts: number;
  /** How often each error code came. */
  codes: Record<string, number>;
}

export type ErrorKind = 'clientErrors' | 'limitExceeded' | 'timeouts';

export const noCounts = (): Counts => ({
  requests: 0,
  responses: 0,
  clientErrors: 0,
  limitExceeded: 0,
  timeouts: 0,
  codes: {},
});

export function addCounts(to: Counts, more: Counts): void {
  to.requests += more.requests;
  to.responses += more.responses;
  to.clientErrors += more.clientErrors;
  to.limitExceeded += more.limitExceeded;
  to.timeouts += more.timeouts;
  for (const [code, count] of Object.entries(more.codes)) to.codes[code] = (to.codes[code] ?? 0) + count;
}

export const failures = ({ clientErrors, limitExceeded, timeouts }: Counts): number =>
  clientErrors + limitExceeded + timeouts;

/** Share of the calls that ended which failed, 0 to 1. */
export const errorRate = (counts: Counts): number => (counts.responses === 0 ? 0 : failures(counts) / counts.responses);
