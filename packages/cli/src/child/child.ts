import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { CliError } from '../failures.js';

/** A command with the standard streams of this process. */
export class Child {
  readonly #process: ChildProcess;
  /**
   * Its exit code, as in shells: 128 plus the number of the signal that ended it.
   *
   * @throws CliError 127 if the command does not exist, 126 if it cannot be run
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

  /** Sends SIGTERM, and SIGKILL if it is still running after that time. Never fails. */
  async stop(graceMs: number): Promise<void> {
    this.kill('SIGTERM');
    const timer = setTimeout(() => this.kill('SIGKILL'), graceMs);
    await this.ended.catch(() => {});
    clearTimeout(timer);
  }
}
