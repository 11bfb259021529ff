import { once } from 'node:events';
import type { ClientOptions } from 'alibabacloud-kms-sdk';
import { CliError, exitCodes } from '../../failures.js';
import { startChild } from './child-process.js';
import type { LocalFacts, LocalFailure, LocalOrder } from './local-messages.js';

export interface LocalTarget {
  client: ClientOptions;
  close(): Promise<void>;
}

/** A local KMS in memory, in its own process, so that it does not take time from the load. */
export async function startLocalTarget(secretSize: number): Promise<LocalTarget> {
  const child = startChild();
  const ended = once(child, 'exit');
  child.send({ type: 'start-local', secretSize } satisfies LocalOrder);
  const message = await Promise.race([
    once(child, 'message').then(([first]) => first as LocalFacts | LocalFailure),
    ended.then((): LocalFailure => ({ type: 'local-failed', message: 'its process ended at once' })),
  ]);
  const close = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  if (message.type === 'local-failed') {
    await close();
    throw new CliError(exitCodes.configuration, `the local KMS did not start: ${message.message}`);
  }
  const { endpoint, clientKeyContent, password, ca } = message;
  return { client: { instanceConfig: { endpoint, clientKeyContent, password, ca } }, close };
}
