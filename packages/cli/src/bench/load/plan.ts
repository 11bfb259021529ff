import type { Rate } from './schedule.js';

/** One run of load, as each process gets it. */
export interface Plan {
  /** Calls under way at most, of this process. */
  concurrency: number;
  /** When no further call is begun; absent: until it is stopped. */
  durationMs?: number;
  /** How many calls are made at most, of this process. */
  requests?: number;
  /** Calls are made when they are due; absent: as soon as the one before has ended. */
  rate?: Rate;
  /** Without a rate: how long it takes until all `concurrency` calls are under way. */
  rampMs: number;
  periodMs: number;
  /** Which of how many processes this is: call n of the rate is made by process n mod `of`. */
  share: { index: number; of: number };
}

/** A part of a whole number that is as large as the others', or by one larger. */
export const shareOf = (whole: number, { index, of }: Plan['share']): number =>
  Math.floor(whole / of) + (index < whole % of ? 1 : 0);
