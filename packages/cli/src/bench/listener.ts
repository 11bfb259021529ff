import type { Counts } from './measure/counts.js';
import type { FindMaxResult, Measured, Period } from './result.js';

/** Receives the progress of a benchmark. */
export interface BenchListener {
  /** A phase starts; `what`: `warm-up`, `run`, or the step of the search. */
  phase?(what: string, durationMs: number | undefined): void;
  live?(running: Counts): void;
  /** A period is complete; `total` is the run so far. */
  period?(period: Period, total: Measured): void;
  debug?(text: string): void;
  /** A step of `--find-max` is done. */
  step?(step: FindMaxResult['steps'][number]): void;
}

export interface Signals {
  /** Starts no further calls; the results so far are reported. */
  stop: AbortSignal;
  /** Also aborts calls in progress. */
  abort: AbortSignal;
}
