import type { CallOptions } from 'alibabacloud-kms-sdk';
import { watchHealth } from '../measure/health.js';
import { Recorder } from '../measure/recorder.js';
import type { AnyPrepared } from '../operations/operation.js';
import type { CallSettings } from '../settings.js';
import { createCaller } from './caller.js';
import { runClosedLoop } from './closed-loop.js';
import { FailureLimit } from './failure-limit.js';
import type { Report } from './messages.js';
import { turns } from './mix.js';
import { runOpenLoop } from './open-loop.js';
import { startPeriods } from './periods.js';
import type { Plan } from './plan.js';
import type { SampledAnswers } from './sampled-answers.js';

const liveMs = 250;
/** How long calls that were due in time may still start after the end, if the server was behind. */
const catchUpMs = 2_000;

export interface RunParts {
  settings: CallSettings;
  prepared: ReadonlyMap<string, AnyPrepared>;
  samples: SampledAnswers;
  report: (report: Report) => void;
}

export class Run {
  readonly #stopping = new AbortController();
  readonly #aborting = new AbortController();
  #failure: unknown;

  /** Starts no further calls. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Also aborts calls in progress. */
  abort(): void {
    this.#stopping.abort();
    this.#aborting.abort();
  }

  /** @throws the error that made continuing pointless */
  async perform(plan: Plan, parts: RunParts): Promise<void> {
    const { settings, report } = parts;
    const recorder = new Recorder(plan.rate !== undefined);
    const lines: string[] = [];
    const flushLines = () => {
      if (lines.length > 0) report({ type: 'debug', text: lines.splice(0).join('\n') });
    };
    const call = this.#caller(plan, parts, recorder, settings.debugLog ? (line) => lines.push(line) : undefined);

    const health = watchHealth();
    const startedAt = performance.now();
    const deadline = this.#stopAfter(plan);
    const live = setInterval(() => {
      report({ type: 'live', running: recorder.running });
      flushLines();
    }, liveMs);
    const periods = startPeriods(plan.periodMs, recorder, (period) => report({ type: 'period', period }));
    let unstarted = 0;
    try {
      if (plan.rate) unstarted = await runOpenLoop({ ...plan, rate: plan.rate }, call, this.#stopping.signal);
      else await runClosedLoop(plan, () => call(), this.#stopping.signal);
    } finally {
      clearTimeout(deadline);
      clearInterval(live);
    }
    const elapsedMs = performance.now() - startedAt;
    periods.end();
    flushLines();
    if (this.#failure !== undefined) throw this.#failure;
    report({ type: 'ended', end: { elapsedMs, health: health.end(), unstarted } });
  }

  #caller(plan: Plan, { settings, prepared, samples }: RunParts, recorder: Recorder, debug?: (line: string) => void) {
    const failureLimit = new FailureLimit(plan.concurrency);
    // No retries: a benchmark counts every failed call.
    const options: CallOptions = { autoRetry: false, signal: this.#aborting.signal };
    if (settings.timeoutMs > 0) options.timeoutMs = settings.timeoutMs;
    return createCaller({
      prepared,
      next: turns(settings.mix),
      recorder,
      samples,
      debug,
      options,
      onSuccess: () => failureLimit.succeeded(),
      onError: (error) => {
        if (!failureLimit.isHopeless(error)) return;
        this.#failure ??= error;
        this.stop();
      },
    });
  }

  #stopAfter({ durationMs, rate }: Plan): NodeJS.Timeout | undefined {
    if (durationMs === undefined) return undefined;
    return setTimeout(() => this.stop(), durationMs + (rate ? catchUpMs : 0));
  }
}
