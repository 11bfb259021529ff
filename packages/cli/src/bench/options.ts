import type { ClientOptions } from 'alibabacloud-kms-sdk';
import type { Mix } from './load/mix.js';
import type { Threshold } from './thresholds.js';

/** Validated options of a benchmark. */
export interface BenchOptions {
  /** The original text, for reports. */
  caseText: string;
  mix: Mix;
  /** Absent: a local KMS. */
  client?: ClientOptions;
  endpoint: string;
  keyId?: string;
  signingKeyId?: string;
  secretName?: string;
  dataSize: number;
  keyPairSpec: string;
  concurrency: number;
  processes: number;
  /** Absent: until it is stopped, or `requests` are made. */
  durationMs?: number;
  requests?: number;
  warmupMs: number;
  periodMs: number;
  rate?: { from: number; to: number };
  rampMs: number;
  findMax?: { limit: Threshold; stepMs: number };
  timeoutMs: number;
  proofs: number;
  debugLog: boolean;
  thresholds: readonly Threshold[];
}
