import type { Counts } from '../measure/counts.js';
import { errorRate, failures } from '../measure/counts.js';
import { feltTimes } from '../measure/measured.js';
import { formatCount, formatRate, formatShare, formatUs } from '../measure/units.js';
import type { Measured, Period } from '../result.js';

const levels = '▁▂▃▄▅▆▇█';
const barWidth = 20;
const labelWidth = 12;
const control = '\u001b[';

export interface Screen {
  write(text: string): unknown;
  columns?: number;
}

/** A small plot: one character per value, from zero to the largest. */
export function plot(values: readonly number[]): string {
  const largest = Math.max(...values, Number.MIN_VALUE);
  return values
    .map((value) => levels[Math.min(levels.length - 1, Math.floor((value / largest) * levels.length))])
    .join('');
}

/** `██████░░░░`, for a share of 0 to 1. */
export function bar(share: number, width = barWidth): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** The display of a running benchmark on a terminal: a few lines that are redrawn. */
export class LiveDisplay {
  readonly #screen: Screen;
  readonly #title: string;
  #phase = '';
  #durationMs?: number;
  #startedAt = 0;
  #running?: Counts;
  #total?: Measured;
  #periods: Period[] = [];
  #drawn = 0;

  constructor(screen: Screen, title: string) {
    this.#screen = screen;
    this.#title = title;
    screen.write(`${control}?25l`);
  }

  phase(what: string, durationMs: number | undefined): void {
    this.#phase = what === 'run' ? '' : `  ${what}`;
    this.#durationMs = durationMs;
    this.#startedAt = performance.now();
    this.#running = undefined;
    this.#total = undefined;
    this.#periods = [];
    this.#draw();
  }

  live(running: Counts): void {
    this.#running = running;
    this.#draw();
  }

  period(period: Period, total: Measured): void {
    this.#periods.push(period);
    this.#total = total;
    this.#draw();
  }

  /** Prints a line that stays, above the display. */
  line(text: string): void {
    this.#clear();
    this.#screen.write(`${text}\n`);
    this.#draw();
  }

  /** Removes the display and restores the cursor. */
  end(): void {
    this.#clear();
    this.#screen.write(`${control}?25h`);
  }

  #draw(): void {
    this.#clear();
    const width = Math.max(20, (this.#screen.columns || 80) - 1);
    const lines = this.#lines(width).map((line) => line.slice(0, width));
    this.#screen.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
  }

  #clear(): void {
    if (this.#drawn > 0) this.#screen.write(`${control}${this.#drawn}A${control}0J`);
    this.#drawn = 0;
  }

  #lines(width: number): string[] {
    const elapsedMs = performance.now() - this.#startedAt;
    const counts = this.#running ?? this.#total?.counts;
    const seconds = (ms: number) => `${Math.floor(ms / 1000)} s`;
    const progress =
      this.#durationMs === undefined
        ? seconds(elapsedMs)
        : `${bar(elapsedMs / this.#durationMs)}  ${seconds(Math.min(elapsedMs, this.#durationMs))} / ${seconds(this.#durationMs)}`;
    const errors = counts ? `${formatCount(failures(counts))} (${formatShare(errorRate(counts))})` : '0';
    const lines = [
      `${this.#title}${this.#phase}  ${progress}  calls ${formatCount(counts?.responses ?? 0)}  errors ${errors}`,
    ];
    const latest = this.#periods.at(-1);
    if (!latest || !this.#total) return lines;
    const times = feltTimes(this.#total);
    const shown = (['p50', 'p90', 'p99', 'p99.9', 'max'] as const).map((name) => `${name} ${formatUs(times[name])}`);
    lines.push(`${formatRate(latest.tps)} TPS (average ${formatRate(this.#total.tps)})  ${shown.join('  ')}`);
    const recent = this.#periods.slice(labelWidth - width);
    lines.push(`${'TPS'.padEnd(labelWidth)}${plot(recent.map(({ tps }) => tps))}`);
    lines.push(`${'p99'.padEnd(labelWidth)}${plot(recent.map((period) => feltTimes(period).p99))}`);
    return lines;
  }
}
