import type { ClientOptions } from 'alibabacloud-kms-sdk';
import { clientOptions } from '../config/client-options.js';
import { readProfile } from '../config/profiles.js';
import { mergeSettings } from '../config/settings.js';
import type { CliContext } from '../context.js';
import { CliError, configurationError, exitCodes, refused, usageError } from '../failures.js';
import { quoted } from '../printable.js';
import { compare } from './compare/compare.js';
import { comparisonText, isRegression } from './compare/compare-text.js';
import { failures } from './measure/counts.js';
import { wrongAnswer } from './measure/error-kind.js';
import { MergeError, merge } from './merge.js';
import { type Flags, readOptions } from './read-options.js';
import type { BenchResult } from './result.js';
import { ResultFileError, readResult } from './result-file.js';
import { type Outputs, runSession, showResult } from './session.js';
import { listenForSignals } from './signals.js';

const leastSockets = 256;

export async function runBenchCommand(flags: Flags, context: CliContext): Promise<void> {
  const client = flags.local === true ? noTarget(flags) : await targetOf(flags, context);
  const options = readOptions(flags, client);
  const { signals, close } = listenForSignals();
  try {
    const result = await runSession(options, outputsOf(flags, context), signals);
    end(result);
  } finally {
    close();
  }
}

export async function compareCommand(a: string, b: string, flags: Flags, { stdout }: CliContext): Promise<void> {
  const allowed = readPercent(flags.maxRegression);
  const [first, second] = [await read(a), await read(b)];
  const comparison = compare(first, second);
  stdout.write(`${flags.json === true ? JSON.stringify(comparison) : comparisonText(comparison)}\n`);
  if (allowed !== undefined && comparison.metrics.some((metric) => isRegression(metric, allowed))) throw refused();
}

export async function mergeCommand(files: readonly string[], flags: Flags, context: CliContext): Promise<void> {
  const runs: BenchResult[] = [];
  for (const file of files) runs.push(await read(file));
  let merged: BenchResult;
  try {
    merged = merge(runs);
  } catch (error) {
    throw error instanceof MergeError ? usageError(error.message) : error;
  }
  await showResult(merged, outputsOf(flags, context));
}

function end(result: BenchResult): void {
  if (result.interrupted) throw new CliError(exitCodes.interrupted, '');
  const { total, proofs, thresholds } = result;
  const nothing = total.counts.responses === 0;
  const onlyErrors = failures(total.counts) === total.counts.responses;
  const wrong = proofs.wrong > 0 || wrongAnswer in total.counts.codes;
  if (nothing || onlyErrors || wrong || thresholds.some(({ ok }) => !ok)) throw refused();
}

function noTarget(flags: Flags): undefined {
  const given = ['endpoint', 'clientKeyPath', 'clientKeyPassword', 'caPath', 'keyId', 'signKeyId', 'secretName'].find(
    (name) => flags[name] !== undefined,
  );
  if (given === undefined) return undefined;
  throw usageError(`--local brings its own local KMS, with keys, secret and credentials: leave ${given} out`);
}

/** The instance from flags, environment and profile, in this order of precedence. */
async function targetOf(flags: Flags, { env }: CliContext): Promise<ClientOptions> {
  const profile = await readProfile(env, typeof flags.profile === 'string' ? flags.profile : undefined);
  const { endpoint, clientKeyPath, clientKeyPassword, caPath } = flags;
  const given = { instanceEndpoint: endpoint, clientKeyFile: clientKeyPath, clientKeyPassword, caFile: caPath };
  const settings = mergeSettings(given, env, profile);
  if (!settings.instanceEndpoint) {
    throw configurationError(
      'nothing says which KMS instance to measure: give --endpoint (KMS_INSTANCE_ENDPOINT), or --local to begin with',
    );
  }
  const client = await clientOptions(settings);
  if (!client.instanceConfig) return client;
  return {
    ...client,
    instanceConfig: {
      ...client.instanceConfig,
      maxSockets: Math.max(leastSockets, Number(flags.concurrenceNums) || 0),
      ...(flags.ignoreSsl === true && { ignoreSsl: true }),
    },
  };
}

function outputsOf(flags: Flags, { stdout, stderr, isTerminal }: CliContext): Outputs {
  const path = (name: string) => (typeof flags[name] === 'string' ? (flags[name] as string) : undefined);
  const json = flags.json === true ? '-' : path('json');
  const live = isTerminal.stdout && flags.live !== false && json !== '-';
  return { stdout, stderr, live, json, csv: path('csv'), html: path('html'), logPath: path('logPath') };
}

async function read(file: string): Promise<BenchResult> {
  try {
    return await readResult(file);
  } catch (error) {
    throw error instanceof ResultFileError ? configurationError(error.message, error) : error;
  }
}

function readPercent(given: Flags[string]): number | undefined {
  if (given === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)%?$/.exec(String(given));
  if (!match) throw usageError(`--max-regression must be a percentage like 5, not ${quoted(String(given))}`);
  return Number(match[1]) / 100;
}
