import type { Counts } from '../measure/counts.js';
import type { PackedSlice } from '../measure/slice.js';
import type { CallSettings } from '../settings.js';
import type { Plan } from './plan.js';

/** From the command to a load process. */
export type Order =
  | { type: 'prepare'; settings: CallSettings }
  | { type: 'run'; plan: Plan }
  /** Starts no further calls. */
  | { type: 'stop' }
  /** Also aborts calls in progress. */
  | { type: 'abort' }
  | { type: 'prove' };

/** A serialised error. */
export interface Failure {
  name: string;
  code: string;
  message: string;
}

/** Measurements of one process in one period. */
export interface PeriodReport {
  index: number;
  /** From the start of the run. */
  startMs: number;
  lengthMs: number;
  slices: Record<string, PackedSlice>;
}

/** Load of the process itself. */
export interface ProcessHealth {
  /** Share of the time in which the event loop was busy, 0 to 1. */
  eventLoopBusy: number;
  /** 99th percentile of the event loop delay, in milliseconds. */
  eventLoopLateMs: number;
  /** CPU time divided by time: 1 is a whole core. */
  cpuCores: number;
}

export interface RunEnd {
  elapsedMs: number;
  health: ProcessHealth;
  /** Calls that were due but not started, with a rate. */
  unstarted: number;
}

/** Results of verifying responses by further calls. */
export interface Proofs {
  right: number;
  wrong: number;
  /** Not verified: the call for it failed. */
  unknown: number;
  /** Errors of those calls, without duplicates. */
  reasons: string[];
}

/** From a load process to the command. */
export type Report =
  | { type: 'ready' }
  | { type: 'live'; running: Counts }
  | { type: 'debug'; text: string }
  | { type: 'period'; period: PeriodReport }
  | { type: 'ended'; end: RunEnd }
  | { type: 'proved'; proofs: Proofs }
  | { type: 'failed'; failure: Failure };
