import type { Rate } from './schedule.js';

/** One run, as planned for one process. */
export interface Plan {
  /** Most concurrent calls of this process. */
  concurrency: number;
  /** When to stop starting calls; absent: never. */
  durationMs?: number;
  /** Most calls of this process. */
  requests?: number;
  /** Calls start when they are due; absent: when the previous one has ended. */
  rate?: Rate;
  /** Without a rate: how long it takes until all `concurrency` calls are in progress. */
  rampMs: number;
  periodMs: number;
  /** Index of this process and number of processes: process n mod `of` makes call n of the rate. */
  share: { index: number; of: number };
}

/** A fair share of a whole number: shares differ by at most one. */
export const shareOf = (whole: number, { index, of }: Plan['share']): number =>
  Math.floor(whole / of) + (index < whole % of ? 1 : 0);
