import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import type { CliContext } from '../context.js';
import { CliError, exitCodes, usageError } from '../failures.js';

/** Reads a line from the terminal. */
export const ask = (context: CliContext, question: string): Promise<string> =>
  readLine(context, question, context.stderr);

/** The same without echo. */
export function askHidden(context: CliContext, question: string): Promise<string> {
  if (!context.isTerminal.stdin) throw usageError('there is no terminal to ask on');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const answer = readLine(context, '', nowhere);
  // Only after the terminal has stopped echoing.
  context.stderr.write(question);
  return answer.finally(() => context.stderr.write('\n'));
}

function readLine({ stdin }: CliContext, question: string, output: Writable): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdin as ReadStream, output, terminal: true });
    const interrupted = () => reject(new CliError(exitCodes.interrupted, ''));
    lines.on('SIGINT', () => {
      lines.close();
    });
    lines.once('close', interrupted);
    lines.question(question, (answer) => {
      lines.off('close', interrupted);
      lines.close();
      resolve(answer);
    });
  });
}
