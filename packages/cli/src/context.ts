import type { Readable, Writable } from 'node:stream';

/** What a command may know of the process that it runs in. */
export interface CliContext {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Which of them a person sits at. */
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
}

export function processContext(): CliContext {
  const { stdin, stdout, stderr, env } = process;
  // Whoever reads (head, less) may have had enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const isTerminal = { stdin: stdin.isTTY === true, stdout: stdout.isTTY === true, stderr: stderr.isTTY === true };
  return { stdin, stdout, stderr, env, isTerminal };
}
