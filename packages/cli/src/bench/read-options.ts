import type { ClientOptions } from 'alibabacloud-kms-sdk';
import { usageError } from '../failures.js';
import { quoted } from '../printable.js';
import type { Mix } from './load/mix.js';
import { parseTimeUs } from './measure/units.js';
import { cases } from './operations/names.js';
import type { BenchOptions } from './options.js';
import { parseThreshold, type Threshold, ThresholdError } from './thresholds.js';

/** The flags of the command line, by name without dashes, not validated yet. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const defaultDurationMs = 600_000;
const maxDataSize = 6_144;
const maxConcurrency = 10_000;
const maxProcesses = 256;
const defaultStepMs = 5_000;
/** A search must not mistake new connections for a slow server. */
const searchWarmupMs = 2_000;
const defaultLimit = 'p99<50ms';

const signers = Object.keys(cases).filter((name) => cases[name] === 'signingKeyId');

/** @throws CliError for invalid options */
export function readOptions(flags: Flags, client: ClientOptions | undefined): BenchOptions {
  const caseText = text(flags, 'case') ?? (client ? undefined : 'encrypt');
  if (caseText === undefined)
    throw usageError(`give --case: one of ${Object.keys(cases).join(', ')}, or a mix like encrypt:3,sign:1`);
  const mix = readMix(caseText);
  const keyId = text(flags, 'keyId');
  const durationMs = seconds(flags, 'duration') ?? defaultDurationMs;
  const endless = text(flags, 'duration') === '-1' || (flags.duration === undefined && flags.requests !== undefined);
  const periodMs = seconds(flags, 'period') ?? 1_000;
  const rate = readRate(flags);
  const rampMs = seconds(flags, 'ramp') ?? (rate && rate.from !== rate.to ? durationMs : 0);
  const options: BenchOptions = {
    caseText,
    mix,
    client,
    endpoint: client?.instanceConfig?.endpoint ?? '',
    keyId,
    // One key cannot do both; if only one operation is called, its key is simply the key.
    signingKeyId:
      text(flags, 'signKeyId') ?? (mix.every(({ operation }) => signers.includes(operation)) ? keyId : undefined),
    secretName: text(flags, 'secretName'),
    dataSize: integer(flags, 'dataSize', 1, maxDataSize) ?? 32,
    keyPairSpec: text(flags, 'keyPairSpec') ?? 'EC_P256',
    concurrency: integer(flags, 'concurrenceNums', 1, maxConcurrency) ?? 32,
    processes: integer(flags, 'processes', 1, maxProcesses) ?? 1,
    durationMs: endless ? undefined : durationMs,
    requests: integer(flags, 'requests', 1, Number.MAX_SAFE_INTEGER),
    warmupMs: seconds(flags, 'warmup') ?? (flags.findMax === undefined ? 0 : searchWarmupMs),
    periodMs,
    rate: rate && flags.ramp !== undefined && rate.from === rate.to ? { from: 0, to: rate.to } : rate,
    rampMs,
    findMax: readFindMax(flags),
    timeoutMs: seconds(flags, 'timeout') ?? 0,
    proofs: integer(flags, 'proofs', 0, 1_000_000) ?? 10,
    debugLog: isOn(flags, 'enableDebugLog'),
    thresholds: list(flags, 'threshold').map((given) => readThreshold(given, mix)),
  };
  checkTogether(options, periodMs);
  return options;
}

/** `encrypt`, `encrypt,decrypt` or `encrypt:70,sign:30`. */
function readMix(caseText: string): Mix {
  const mix = caseText.split(',').map((part) => {
    const [name = '', weight = '1', ...more] = part.trim().split(':');
    const operation = name.replaceAll('-', '_');
    if (!Object.hasOwn(cases, operation)) {
      throw usageError(`--case ${part}: there is no such case; there is: ${Object.keys(cases).join(', ')}`);
    }
    if (more.length > 0 || !/^\d{1,6}$/.test(weight) || Number(weight) === 0) {
      throw usageError(`--case ${part}: the weight of ${name} must be a whole number from 1 to 999999`);
    }
    return { operation, weight: Number(weight) };
  });
  const twice = mix.find(({ operation }, index) => mix.findIndex((entry) => entry.operation === operation) !== index);
  if (twice) throw usageError(`--case ${caseText}: ${twice.operation} is there twice; give it one weight`);
  return mix;
}

function readRate(flags: Flags): BenchOptions['rate'] {
  const given = text(flags, 'rate');
  if (given === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)(?::(\d+(?:\.\d+)?))?$/.exec(given);
  const from = Number(match?.[1]);
  const to = match?.[2] === undefined ? from : Number(match[2]);
  if (!match || to <= 0 || to > 1e6 || from > 1e6) {
    throw usageError(
      `--rate must be calls per second, up to 1000000, like 500, or 100:1000 to climb; not ${quoted(String(given))}`,
    );
  }
  return { from, to };
}

function readFindMax(flags: Flags): BenchOptions['findMax'] {
  const given = flags.findMax;
  if (given === undefined || given === false) return undefined;
  const limit = given === true ? defaultLimit : String(given);
  return {
    limit: readThreshold(parseTimeUs(limit, 'ms') === undefined ? limit : `p99<${limit}`),
    stepMs: seconds(flags, 'step') ?? defaultStepMs,
  };
}

function readThreshold(given: string, mix?: Mix): Threshold {
  let threshold: Threshold;
  try {
    threshold = parseThreshold(given);
  } catch (error) {
    throw error instanceof ThresholdError ? usageError(error.message) : error;
  }
  const { operation } = threshold;
  if (operation !== undefined && !mix?.some((entry) => entry.operation === operation)) {
    throw usageError(`threshold ${given}: ${operation} is not called in this benchmark`);
  }
  return threshold;
}

function checkTogether(options: BenchOptions, periodMs: number): void {
  const { processes, concurrency, client, mix, findMax } = options;
  if (periodMs <= 0) throw usageError('--period must be more than 0 seconds');
  if (processes > concurrency) {
    throw usageError(`--processes ${processes} needs --concurrence_nums of at least as many, not ${concurrency}`);
  }
  if (findMax && options.requests !== undefined) throw usageError('--find-max and --requests exclude each other');
  if (findMax && findMax.limit.operation !== undefined) throw usageError('--find-max takes a limit on all calls');
  if (!client) return;
  for (const { operation } of mix) {
    const need = cases[operation];
    if (need === undefined || options[need] !== undefined) continue;
    const flag = { keyId: '--key_id', signingKeyId: '--sign_key_id', secretName: '--secret_name' }[need];
    throw usageError(`--case ${operation} needs ${flag}`);
  }
}

function text(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(flags: Flags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}

const isOn = (flags: Flags, name: string): boolean =>
  flags[name] === true || ['true', '1', 'yes'].includes(String(flags[name] ?? '').toLowerCase());

function integer(flags: Flags, name: string, least: number, most: number): number | undefined {
  const given = text(flags, name);
  if (given === undefined) return undefined;
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw usageError(`--${flagName(name)} must be a whole number from ${least} to ${most}, not ${quoted(String(given))}`);
}

/** Milliseconds of a time in seconds, or with a unit like `500ms` and `10m`; a duration of `-1` means no end. */
function seconds(flags: Flags, name: string): number | undefined {
  const given = text(flags, name);
  if (given === undefined || (name === 'duration' && given === '-1')) return undefined;
  const us = parseTimeUs(given, 's');
  if (us !== undefined && us / 1e3 < 2 ** 31) return us / 1e3;
  throw usageError(
    `--${flagName(name)} must be seconds, or a time like 500ms, 30s, 10m, up to 24 days; not ${quoted(String(given))}`,
  );
}

const flagName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
