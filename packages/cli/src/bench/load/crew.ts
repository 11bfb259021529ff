import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { refused } from '../../failures.js';
import { addCounts, type Counts, noCounts } from '../measure/counts.js';
import { addProofs, noProofs } from '../measure/proofs.js';
import type { CallSettings } from '../settings.js';
import { startChild } from '../target/child-process.js';
import { errorOfFailure } from './failures.js';
import type { Order, PeriodReport, Proofs, Report, RunEnd } from './messages.js';
import { type Plan, shareOf } from './plan.js';

/** A run as planned by the command, for all processes together. */
export type WholePlan = Omit<Plan, 'share'>;

export interface CrewListener {
  /** Totals of the run so far. */
  live?(running: Counts): void;
  debug?(text: string): void;
  /** A period of one process; every process reports the same periods. */
  period?(period: PeriodReport): void;
}

type Of<Type extends Report['type']> = Extract<Report, { type: Type }>;

/** The processes that make the load together. */
export class Crew {
  readonly #children: ChildProcess[];
  #listener: CrewListener = {};
  #running: Counts[] = [];
  #stopped = false;

  private constructor(children: ChildProcess[]) {
    this.#children = children;
    for (const [index, child] of children.entries()) {
      child.on('message', (report: Report) => this.#hear(index, report));
    }
  }

  /** @throws the error of the first process that could not start */
  static async start(size: number, settings: CallSettings): Promise<Crew> {
    const crew = new Crew(Array.from({ length: size }, startChild));
    try {
      await crew.#ask('ready', () => ({ type: 'prepare', settings }));
      return crew;
    } catch (error) {
      await crew.close();
      throw error;
    }
  }

  get size(): number {
    return this.#children.length;
  }

  /** @throws the error for which a process gave up */
  async run(plan: WholePlan, listener: CrewListener = {}): Promise<RunEnd[]> {
    this.#listener = listener;
    this.#running = this.#children.map(noCounts);
    const of = this.size;
    const whole = this.#stopped ? 0 : plan.requests;
    const ends = await this.#ask('ended', (index) => {
      const share = { index, of };
      const requests = whole === undefined ? undefined : shareOf(whole, share);
      return { type: 'run', plan: { ...plan, requests, concurrency: shareOf(plan.concurrency, share), share } };
    });
    this.#listener = {};
    return ends.map(({ end }) => end);
  }

  /** Verifies sampled responses of all runs so far. */
  async prove(): Promise<Proofs> {
    const answers = await this.#ask('proved', () => ({ type: 'prove' }));
    return answers.map(({ proofs }) => proofs).reduce(addProofs, noProofs());
  }

  /** Starts no further calls; the run ends when those in progress have ended, and later runs end at once. */
  stop(): void {
    this.#stopped = true;
    this.#tell({ type: 'stop' });
  }

  /** Aborts calls in progress. */
  abort(): void {
    this.#stopped = true;
    this.#tell({ type: 'abort' });
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        if (child.connected) child.disconnect();
        await ended;
      }),
    );
  }

  #tell(order: Order): void {
    for (const child of this.#children) if (child.connected) child.send(order);
  }

  /** Sends an order to each process and waits for all responses. */
  async #ask<Type extends Report['type']>(type: Type, order: (index: number) => Order): Promise<Of<Type>[]> {
    const answers = this.#children.map(
      (child, index) =>
        new Promise<Of<Type>>((resolve, reject) => {
          const end = (settle: () => void) => {
            child.off('message', hear).off('exit', gone);
            settle();
          };
          const hear = (report: Report) => {
            if (report.type === 'failed') end(() => reject(errorOfFailure(report.failure)));
            else if (report.type === type) end(() => resolve(report as Of<Type>));
          };
          const gone = (code: number | null, signal: string | null) =>
            end(() => reject(refused(`a process of the benchmark ended unexpectedly (${signal ?? `exit ${code}`})`)));
          child.on('message', hear).on('exit', gone);
          if (child.connected) child.send(order(index));
          else gone(child.exitCode, child.signalCode);
        }),
    );
    try {
      return await Promise.all(answers);
    } catch (error) {
      this.abort();
      await Promise.allSettled(answers);
      throw error;
    }
  }

  #hear(index: number, report: Report): void {
    if (report.type === 'period') this.#listener.period?.(report.period);
    else if (report.type === 'debug') this.#listener.debug?.(report.text);
    else if (report.type === 'live') {
      this.#running[index] = report.running;
      const sum = noCounts();
      for (const counts of this.#running) addCounts(sum, counts);
      this.#listener.live?.(sum);
    }
  }
}
