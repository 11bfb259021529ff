import type { Proofs } from './load/messages.js';
import type { Counts } from './measure/counts.js';
import type { TimesUs } from './measure/histogram.js';

/** The file of a run: `--json` writes it, `compare` and `merge` read it. */
export interface BenchResult {
  format: 'kms-bench';
  /** Increases when a field changes its meaning; readers refuse newer versions. */
  version: 1;
  /** ISO 8601. */
  startedAt: string;
  /** From the first call to the end of the last. */
  elapsedMs: number;
  /** Ended by Ctrl-C. */
  interrupted: boolean;
  /** Number of merged runs, if there are several. */
  merged?: number;
  settings: ResultSettings;
  machine: Machine;
  total: Measured;
  /** By operation. */
  operations: Record<string, Measured>;
  periods: Period[];
  /** Calls that were due but never started. */
  unstarted: number;
  proofs: Proofs;
  client: ClientHealth;
  /** Reasons to be careful with the numbers, for people. */
  warnings: string[];
  findMax?: FindMaxResult;
  thresholds: ThresholdResult[];
}

export interface ResultSettings {
  /** In the format of `--case`. */
  case: string;
  endpoint: string;
  local: boolean;
  dataSize: number;
  concurrency: number;
  processes: number;
  /** Calls per second, if the run had a rate. */
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
  /** Ended calls per second. */
  tps: number;
  /** Microseconds from sending a call to its end. */
  serviceUs: TimesUs;
  /** Microseconds from when a call was due to its end; only with a rate. */
  responseUs?: TimesUs;
  /** HdrHistogram, compressed, base64: microseconds. */
  serviceHistogram: string;
  responseHistogram?: string;
}

export interface Period extends Measured {
  /** From the start of the run. */
  startMs: number;
  lengthMs: number;
}

export interface ClientHealth {
  /** Busiest process: share of the time in which its event loop was busy, 0 to 1. */
  eventLoopBusy: number;
  /** Worst process: 99th percentile of its event loop delay. */
  eventLoopLateMs: number;
  /** CPU time of all processes divided by time: 1 is a whole core. */
  cpuCores: number;
  /** Share of the machine's CPU time used by all programs, 0 to 1. */
  machineBusy: number;
}

export interface FindMaxResult {
  limit: string;
  /** Highest rate within the limit, calls per second; 0: none. */
  rate: number;
  steps: { rate: number; tps: number; valueText: string; kept: boolean; reason?: string }[];
}

export interface ThresholdResult {
  threshold: string;
  ok: boolean;
  /** The measured value, with its unit. */
  actual: string;
}
