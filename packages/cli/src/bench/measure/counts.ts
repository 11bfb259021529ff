/** Results of calls. */
export interface Counts {
  /** Calls started. */
  requests: number;
  /** Calls ended, successfully or not. */
  responses: number;
  /** Calls that ended with an error or a wrong response, except those counted below. */
  clientErrors: number;
  /** Calls refused because there were too many. */
  limitExceeded: number;
  timeouts: number;
  /** Number of errors by code. */
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

/** Share of ended calls that failed, 0 to 1. */
export const errorRate = (counts: Counts): number => (counts.responses === 0 ? 0 : failures(counts) / counts.responses);
