import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Maximum size of a log, and how many old ones to keep. */
export interface Rotation {
  maxBytes: number;
  keep: number;
}

const defaultRotation: Rotation = { maxBytes: 100 * 1024 * 1024, keep: 9 };

/** A log that is rotated when it is full: `debug.log` becomes `debug.log.1`, that one `debug.log.2`, and so on. */
export class RotatingFile {
  readonly #path: string;
  readonly #rotation: Rotation;
  #bytes: number;

  constructor(path: string, rotation = defaultRotation) {
    this.#path = path;
    this.#rotation = rotation;
    mkdirSync(dirname(path), { recursive: true });
    this.#bytes = existsSync(path) ? statSync(path).size : 0;
  }

  write(text: string): void {
    const line = `${text}\n`;
    const bytes = Buffer.byteLength(line);
    if (this.#bytes > 0 && this.#bytes + bytes > this.#rotation.maxBytes) this.#rotate();
    appendFileSync(this.#path, line);
    this.#bytes += bytes;
  }

  #rotate(): void {
    const { keep } = this.#rotation;
    const aside = (number: number) => (number === 0 ? this.#path : `${this.#path}.${number}`);
    rmSync(aside(keep), { force: true });
    for (let number = keep - 1; number >= 0; number -= 1) {
      if (existsSync(aside(number))) renameSync(aside(number), aside(number + 1));
    }
    this.#bytes = 0;
  }
}
