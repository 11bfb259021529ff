import type { Counts } from '../measure/counts.js';
import type { PackedSlice } from '../measure/slice.js';
import type { CallSettings } from '../settings.js';
import type { Plan } from './plan.js';

/** From the command to a process of the load. */
export type Order =
  | { type: 'prepare'; settings: CallSettings }
  | { type: 'run'; plan: Plan }
  /** Begins no further call. */
  | { type: 'stop' }
  /** Gives up the calls under way too. */
  | { type: 'abort' }
  | { type: 'prove' };

/** An error on its way to another process. */
export interface Failure {
  name: string;
  code: string;
  message: string;
}

/** What one process measured in one period. */
export interface PeriodReport {
  index: number;
  /** From the beginning of the run. */
  startMs: number;
  lengthMs: number;
  slices: Record<string, PackedSlice>;
}

/** How busy the process itself was. */
export interface ProcessHealth {
  /** Share of the time in which the event loop had work, 0 to 1. */
  eventLoopBusy: number;
  /** 99th percentile of how late the event loop was, in milliseconds. */
  eventLoopLateMs: number;
  /** CPU time over time: 1 is a whole core. */
  cpuCores: number;
}

export interface RunEnd {
  elapsedMs: number;
  health: ProcessHealth;
  /** Calls that were due and not begun, under a rate. */
  unstarted: number;
}

/** What came of proving answers by further calls. */
export interface Proofs {
  right: number;
  wrong: number;
  /** Could not be proved: the call for it failed. */
  unknown: number;
  /** Why, once each. */
  reasons: string[];
}

/** From a process of the load to the command. */
export type Report =
  | { type: 'ready' }
  | { type: 'live'; running: Counts }
  | { type: 'debug'; text: string }
  | { type: 'period'; period: PeriodReport }
  | { type: 'ended'; end: RunEnd }
  | { type: 'proved'; proofs: Proofs }
  | { type: 'failed'; failure: Failure };
