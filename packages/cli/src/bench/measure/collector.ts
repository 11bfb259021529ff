import type { PeriodReport } from '../load/messages.js';
import type { Measured, Period } from '../result.js';
import { measuredOf } from './measured.js';
import { addSlice, newSlice, type Slice, unpack } from './slice.js';

/** A remainder at the end that is shorter, and without any event, is not a period. */
const shortestMs = 50;

/** Combines the reports of several processes, and detects complete periods. */
export class Collector {
  readonly #processes: number;
  readonly #open: boolean;
  readonly #onPeriod: (period: Period, collector: Collector) => void;
  readonly #waiting = new Map<number, PeriodReport[]>();
  readonly #operations = new Map<string, Slice>();
  readonly total: Slice;
  readonly periods: Period[] = [];

  constructor(processes: number, open: boolean, onPeriod: (period: Period, collector: Collector) => void) {
    this.#processes = processes;
    this.#open = open;
    this.#onPeriod = onPeriod;
    this.total = newSlice(open);
  }

  add(report: PeriodReport): void {
    const reports = [...(this.#waiting.get(report.index) ?? []), report];
    this.#waiting.set(report.index, reports);
    if (reports.length === this.#processes) this.#complete(report.index, reports);
  }

  /** Completes periods that some processes did not have, because they ended a little earlier. */
  end(): void {
    for (const [index, reports] of [...this.#waiting].sort(([a], [b]) => a - b)) this.#complete(index, reports);
  }

  operations(elapsedMs: number): Record<string, Measured> {
    return Object.fromEntries([...this.#operations].map(([name, slice]) => [name, measuredOf(slice, elapsedMs)]));
  }

  #complete(index: number, reports: PeriodReport[]): void {
    this.#waiting.delete(index);
    const slices = reports.flatMap(({ slices }) => Object.entries(slices));
    const sum = newSlice(this.#open);
    for (const [name, packed] of slices) {
      const slice = unpack(packed);
      addSlice(sum, slice);
      addSlice(this.#operation(name), slice);
    }
    addSlice(this.total, sum);
    const startMs = Math.min(...reports.map((report) => report.startMs));
    const lengthMs = Math.max(...reports.map((report) => report.lengthMs));
    if (sum.counts.requests + sum.counts.responses === 0 && lengthMs < shortestMs) return;
    const period = { ...measuredOf(sum, lengthMs), startMs, lengthMs };
    this.periods.push(period);
    this.#onPeriod(period, this);
  }

  #operation(name: string): Slice {
    let slice = this.#operations.get(name);
    if (!slice) {
      slice = newSlice(this.#open);
      this.#operations.set(name, slice);
    }
    return slice;
  }
}
