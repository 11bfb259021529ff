import type { Counts } from './measure/counts.js';
import type { FindMaxResult, Measured, Period } from './result.js';

/** Tells how a benchmark goes. */
export interface BenchListener {
  /** Processes are ready; `what`: `warm-up`, `run`, or which step of the search. */
  phase?(what: string, durationMs: number | undefined): void;
  live?(running: Counts): void;
  /** A period is complete; `total` is of the run so far. */
  period?(period: Period, total: Measured): void;
  debug?(text: string): void;
  /** A step of `--find-max` is done. */
  step?(step: FindMaxResult['steps'][number]): void;
}

export interface Signals {
  /** No further call begins; what was measured is reported. */
  stop: AbortSignal;
  /** The calls under way are given up too. */
  abort: AbortSignal;
}
