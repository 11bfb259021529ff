import type { Proofs } from './load/messages.js';
import type { Counts } from './measure/counts.js';
import type { TimesUs } from './measure/histogram.js';

/** One file of a run: what `--json` writes, and `compare` and `merge` read. */
export interface BenchResult {
  format: 'kms-bench';
  /** Counts up when a field changes its meaning; readers refuse what is newer than they are. */
  version: 1;
  /** ISO 8601. */
  startedAt: string;
  /** From the first call to the end of the last. */
  elapsedMs: number;
  /** Ended by Ctrl-C. */
  interrupted: boolean;
  /** Of the merged runs, when it is made of several. */
  merged?: number;
  settings: ResultSettings;
  machine: Machine;
  total: Measured;
  /** By operation. */
  operations: Record<string, Measured>;
  periods: Period[];
  /** Calls that were due under the rate and never begun. */
  unstarted: number;
  proofs: Proofs;
  client: ClientHealth;
  /** What makes the numbers say less than they seem to, for people. */
  warnings: string[];
  findMax?: FindMaxResult;
  thresholds: ThresholdResult[];
}

export interface ResultSettings {
  /** As `--case` takes it. */
  case: string;
  endpoint: string;
  local: boolean;
  dataSize: number;
  concurrency: number;
  processes: number;
  /** Calls per second, when they were made at a rate. */
  rate?: { from: number; to: number };
  rampMs: number;
  warmupMs: number;
  periodMs: number;
}

export interface Machine {
  platform: string;
  cpu: string;
  cores: number;
  memoryBytes: number;
  node: string;
}

export interface Measured {
  counts: Counts;
  /** Calls that ended, per second. */
  tps: number;
  /** Microseconds from sending a call to its end. */
  serviceUs: TimesUs;
  /** Microseconds from when a call was due to its end; under a rate only. */
  responseUs?: TimesUs;
  /** HdrHistogram, compressed, base64: microseconds. */
  serviceHistogram: string;
  responseHistogram?: string;
}

export interface Period extends Measured {
  /** From the beginning of the run. */
  startMs: number;
  lengthMs: number;
}

export interface ClientHealth {
  /** Of the busiest process: share of the time in which its event loop had work, 0 to 1. */
  eventLoopBusy: number;
  /** Of the worst process: 99th percentile of how late its event loop was. */
  eventLoopLateMs: number;
  /** CPU time of all processes over time: 1 is a whole core. */
  cpuCores: number;
  /** Share of the machine's CPU time that was used, by whomever, 0 to 1. */
  machineBusy: number;
}

export interface FindMaxResult {
  limit: string;
  /** Highest rate that kept the limit, calls per second; 0: none did. */
  rate: number;
  steps: { rate: number; tps: number; valueText: string; kept: boolean; reason?: string }[];
}

export interface ThresholdResult {
  threshold: string;
  ok: boolean;
  /** What it was, with its unit. */
  actual: string;
}
