import { once } from 'node:events';
import type { Env, Workplace } from './kms.js';

/** A `kms` that goes on running, and what it has said. */
export class Running {
  readonly #child;
  readonly ended: Promise<number | null>;
  stdout = '';
  stderr = '';
  #wake: () => void = () => {};

  constructor(place: Workplace, args: readonly string[], env: Env = {}) {
    this.#child = place.spawn(args, env);
    this.#child.stdin.end();
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
      this.#wake();
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
      this.#wake();
    });
    this.ended = once(this.#child, 'close').then(([code]) => {
      this.#wake();
      return code;
    });
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.#child.kill(signal);
  }

  /** Resolves when it has said that so many times. @throws when it has ended without */
  async says(text: string, stream: 'stdout' | 'stderr' = 'stdout', times = 1): Promise<void> {
    while (this[stream].split(text).length <= times) {
      if (this.#child.exitCode !== null) throw new Error(`ended with ${this.#child.exitCode}: ${this.stderr}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Ends it, if it still runs. @returns its exit code */
  async stop(): Promise<number | null> {
    this.kill();
    return this.ended;
  }
}
