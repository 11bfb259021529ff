import { Child } from './child.js';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command as if it replaced this process: passes on signals, and returns its exit code. Can restart it with
 * another environment; never restarts it after it has ended by itself.
 */
export class InPlace {
  readonly #command: readonly string[];
  readonly #graceMs: number;
  #child?: Child;
  /** The environment for the restart, while the command is being stopped for that. */
  #nextEnv?: NodeJS.ProcessEnv;
  #isToEnd = false;

  /** @param graceMs how long the command may take to end before a restart */
  constructor(command: readonly string[], graceMs: number) {
    this.#command = command;
    this.#graceMs = graceMs;
  }

  /** @returns its exit code @throws CliError if it cannot be run */
  async run(env: NodeJS.ProcessEnv): Promise<number> {
    const forward = (signal: NodeJS.Signals) => this.#forward(signal);
    // Before the child starts: a signal that ended this process now would leave the child behind.
    for (const signal of forwarded) process.on(signal, forward);
    try {
      let next: NodeJS.ProcessEnv = env;
      for (;;) {
        this.#child = new Child(this.#command, next);
        const code = await this.#child.ended;
        if (this.#nextEnv === undefined || this.#isToEnd) return code;
        next = this.#nextEnv;
        this.#nextEnv = undefined;
      }
    } finally {
      for (const signal of forwarded) process.off(signal, forward);
    }
  }

  /** Whether somebody has asked it to end. */
  get isToEnd(): boolean {
    return this.#isToEnd;
  }

  /** Stops it and starts it with this environment; of several requests in the meantime, the last one counts. */
  restart(env: NodeJS.ProcessEnv): void {
    if (this.#isToEnd) return;
    const isBeingStopped = this.#nextEnv !== undefined;
    this.#nextEnv = env;
    if (!isBeingStopped) void this.#child?.stop(this.#graceMs);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  #forward(signal: NodeJS.Signals): void {
    // A signal that asks it to end must not restart it; on SIGHUP many programs reload their settings.
    if (signal !== 'SIGHUP' || this.#nextEnv !== undefined) this.#isToEnd = true;
    // A terminal sends its signals to the child as well.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) this.kill(signal);
  }
}
