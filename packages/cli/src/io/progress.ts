import type { CliContext } from '../context.js';

const intervalMs = 100;

/** A progress line on stderr; nothing without a terminal. */
export class Progress {
  readonly #context: CliContext;
  readonly #startedMs = Date.now();
  #drawnMs = 0;
  #isDrawn = false;

  constructor(context: CliContext) {
    this.#context = context;
  }

  /** @param text called only when it is time to draw */
  show(text: (elapsedMs: number) => string, { now = false } = {}): void {
    const timeMs = Date.now();
    if (!this.#context.isTerminal.stderr || (!now && timeMs - this.#drawnMs < intervalMs)) return;
    this.#drawnMs = timeMs;
    this.#isDrawn = true;
    this.#context.stderr.write(`\r\u001b[K${text(timeMs - this.#startedMs)}`);
  }

  /** Removes the line before other output. */
  clear(): void {
    if (this.#isDrawn) this.#context.stderr.write('\r\u001b[K');
    this.#isDrawn = false;
    this.#drawnMs = 0;
  }
}

/** Bytes done, total and rate. */
export function bytesText(done: number, total: number | undefined, elapsedMs: number): string {
  const percent = total ? ` of ${sizeText(total)}, ${Math.floor((100 * done) / total)} %` : '';
  const perSecond = elapsedMs > 0 ? `, ${sizeText((done / elapsedMs) * 1_000)}/s` : '';
  return `${sizeText(done)}${percent}${perSecond}`;
}

/** `1.5 GiB` */
function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
