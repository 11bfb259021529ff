import type { BenchListener, Signals } from './listener.js';
import { Crew, type WholePlan } from './load/crew.js';
import { findMax as searchMax } from './load/find-max.js';
import { measureRun } from './load/measure-run.js';
import { thisMachine } from './measure/machine.js';
import { noProofs } from './measure/proofs.js';
import { warningsOf } from './measure/warnings.js';
import type { BenchOptions } from './options.js';
import type { BenchResult } from './result.js';
import type { CallSettings } from './settings.js';
import { localSubjects } from './target/local-messages.js';
import { startLocalTarget } from './target/local-target.js';
import { judge } from './thresholds.js';

/** @throws KmsError if no call can succeed with this configuration, or the server is not there */
export async function runBench(options: BenchOptions, listener: BenchListener, signals: Signals): Promise<BenchResult> {
  const local = options.client ? undefined : await startLocalTarget(options.dataSize);
  let crew: Crew | undefined;
  try {
    const client = options.client ?? (local as NonNullable<typeof local>).client;
    crew = await Crew.start(options.processes, callSettings(options, client, local !== undefined));
    return await benchmark(options, crew, client.instanceConfig?.endpoint ?? options.endpoint, listener, signals);
  } finally {
    await crew?.close();
    await local?.close();
  }
}

async function benchmark(
  options: BenchOptions,
  crew: Crew,
  endpoint: string,
  listener: BenchListener,
  signals: Signals,
): Promise<BenchResult> {
  onAbort(signals.stop, () => crew.stop());
  onAbort(signals.abort, () => crew.abort());
  const plan = planOf(options);
  if (options.warmupMs > 0 && !signals.stop.aborted) {
    listener.phase?.('warm-up', options.warmupMs);
    await crew.run(warmUp(plan, options));
  }
  const startedAt = new Date().toISOString();
  const search = options.findMax && (await searchMax(crew, plan, options.findMax, listener, signals.stop));
  if (!search) listener.phase?.('run', options.durationMs);
  const run = search?.best ?? (await measureRun(crew, plan, listener));
  const proofs = signals.abort.aborted ? noProofs() : await crew.prove();
  const { caseText, dataSize, concurrency, processes, rampMs, warmupMs, periodMs } = options;
  const machine = thisMachine();
  const settings = {
    case: caseText,
    endpoint,
    local: options.client === undefined,
    dataSize,
    concurrency,
    processes,
    rate: run.rate && { from: run.rate.from, to: run.rate.to },
    rampMs,
    warmupMs,
    periodMs,
  };
  const { measured, operations, periods, unstarted, client, elapsedMs } = run;
  return {
    format: 'kms-bench',
    version: 1,
    startedAt,
    elapsedMs,
    interrupted: signals.stop.aborted,
    settings,
    machine,
    total: measured,
    operations,
    periods,
    unstarted,
    proofs,
    client,
    warnings: warningsOf({ settings, cores: machine.cores, client, total: measured, unstarted }),
    findMax: search?.result,
    thresholds: judge(options.thresholds, { total: measured, operations }),
  };
}

function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}

const callSettings = (options: BenchOptions, client: CallSettings['client'], local: boolean): CallSettings => ({
  ...(local ? localSubjects : undefined),
  ...definedOf({
    keyId: options.keyId,
    signingKeyId: options.signingKeyId,
    secretName: options.secretName,
  }),
  client,
  mix: options.mix,
  dataSize: options.dataSize,
  keyPairSpec: options.keyPairSpec,
  timeoutMs: options.timeoutMs,
  debugLog: options.debugLog,
  proofs: options.proofs,
});

const definedOf = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;

function planOf({ concurrency, durationMs, requests, rate, rampMs, periodMs }: BenchOptions): WholePlan {
  return { concurrency, durationMs, requests, rate: rate && { ...rate, rampMs }, rampMs, periodMs };
}

/**
 * Like the run, but at its initial rate from the start; at a tenth of the final rate if it starts at 0. Before a search the
 * rate is unknown, so the maximum concurrency opens all connections.
 */
function warmUp(plan: WholePlan, { warmupMs, findMax }: BenchOptions): WholePlan {
  const from = plan.rate && !findMax ? Math.max(plan.rate.from, plan.rate.to / 10) : undefined;
  const rate = from === undefined ? undefined : { from, to: from, rampMs: 0 };
  return { ...plan, rate, rampMs: 0, durationMs: warmupMs, requests: undefined };
}
