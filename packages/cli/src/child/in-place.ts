import { Child } from './child.js';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command in place of this process, as far as anybody can tell: signals are handed on, and its exit code is the
 * result. It can be started anew with another environment; that it ends by itself never starts it again.
 */
export class InPlace {
  readonly #command: readonly string[];
  readonly #graceMs: number;
  #child?: Child;
  /** With what to start it again, while it is being stopped for that. */
  #nextEnv?: NodeJS.ProcessEnv;
  #isToEnd = false;

  /** @param graceMs how long it may take to end before it is started anew */
  constructor(command: readonly string[], graceMs: number) {
    this.#command = command;
    this.#graceMs = graceMs;
  }

  /** @returns its exit code @throws CliError when it cannot be run */
  async run(env: NodeJS.ProcessEnv): Promise<number> {
    const forward = (signal: NodeJS.Signals) => this.#forward(signal);
    // Before there is a child: one that ended this process now would leave the child behind.
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

  /** Whether somebody has asked for its end. */
  get isToEnd(): boolean {
    return this.#isToEnd;
  }

  /** Ends it and starts it with this environment; of several wishes while it ends, the last one counts. */
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
    // What asked it to end must not find it started again; many programs read their settings anew at a SIGHUP.
    if (signal !== 'SIGHUP' || this.#nextEnv !== undefined) this.#isToEnd = true;
    // A terminal sends its signals to the child as well.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) this.kill(signal);
  }
}
