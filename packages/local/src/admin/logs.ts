import { type LogFormat, requestLine } from './request-line.js';
import type { RequestEntry } from './request-log.js';

type Write = (line: string) => void;

/**
 * Writes the log of a running KMS. Without a format it has only messages to the operator, unchanged; with one, also a line
 * for each request, and for start and stop. In JSON, every line is an object.
 */
export class Logs {
  readonly #write: Write;
  readonly #format: LogFormat | undefined;

  constructor(write: Write, format?: LogFormat) {
    this.#write = write;
    this.#format = format;
  }

  /** A message to the operator. */
  readonly message = (message: string): void => {
    if (this.#format === 'json') this.#writeJson('warning', 'message', { message });
    else this.#write(message);
  };

  readonly request = (entry: RequestEntry): void => {
    if (this.#format) this.#write(requestLine(entry, this.#format));
  };

  readonly event = (event: 'start' | 'stop', facts: Readonly<Record<string, string | undefined>>): void => {
    const texts = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`));
    if (this.#format === 'json') this.#writeJson('info', event, facts);
    else if (this.#format) this.#write([machineTime(), event, ...texts].join(' '));
  };

  #writeJson(level: 'info' | 'warning', event: string, facts: object): void {
    this.#write(JSON.stringify({ level, event, time: machineTime(), ...facts }));
  }
}

const machineTime = (): string => new Date().toISOString();
