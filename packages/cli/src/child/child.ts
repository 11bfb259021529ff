import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { CliError } from '../failures.js';

/** A command that runs with the streams of this process. */
export class Child {
  readonly #process: ChildProcess;
  /**
   * Its exit code, as shells tell it: 128 and the number of the signal that ended it.
   *
   * @throws CliError 127 when there is no such command, 126 when it cannot be run
   */
  readonly ended: Promise<number>;

  constructor([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv) {
    const started = spawn(command, args, { env, stdio: 'inherit' });
    this.#process = started;
    this.ended = new Promise<number>((resolve, reject) => {
      started.once('error', (error: NodeJS.ErrnoException) => {
        const isMissing = error.code === 'ENOENT';
        const why = isMissing ? 'there is no such command' : error.code;
        reject(new CliError(isMissing ? 127 : 126, `${command} cannot be run: ${why}`));
      });
      started.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Asks it to end with SIGTERM; whatever is there after that time is ended by SIGKILL. Never fails. */
  async stop(graceMs: number): Promise<void> {
    this.kill('SIGTERM');
    const timer = setTimeout(() => this.kill('SIGKILL'), graceMs);
    await this.ended.catch(() => {});
    clearTimeout(timer);
  }
}
