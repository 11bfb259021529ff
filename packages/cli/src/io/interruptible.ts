import { CliError, exitCodes } from '../failures.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives work a chance to remove unfinished results when the user interrupts the command.
 *
 * @throws CliError with the exit code for the signal
 */
export async function interruptible<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  const { signal } = controller;
  const hear = () => controller.abort(new CliError(exitCodes.interrupted, ''));
  for (const name of signals) process.on(name, hear);
  try {
    return await work(signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    for (const name of signals) process.off(name, hear);
  }
}
