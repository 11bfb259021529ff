/**
 * A local KMS for tests with `node:test`.
 *
 * @module alibabacloud-kms-local/node-test
 */

import { after, afterEach, before } from 'node:test';
import { type LocalKms, type StartOptions, startLocalKms } from './start.js';

/**
 * A local KMS for the tests of a file, or of the `describe` in which you call this: starts before the first test, is reset
 * after each test, and closes after the last.
 *
 * @param options as for `startLocalKms`
 * @returns a function that returns the running local KMS, for use inside tests and hooks
 * @example
 * import { test } from 'node:test';
 * import { useLocalKms } from 'alibabacloud-kms-local/node-test';
 *
 * const kms = useLocalKms({ seed: 'kms.yaml' });
 *
 * test('orders are encrypted', async () => {
 *   const client = new Client(kms().clientConfig());
 *   // …
 * });
 */
export function useLocalKms(options: StartOptions = {}): () => LocalKms {
  let running: LocalKms | undefined;
  before(async () => {
    running = await startLocalKms(options);
  });
  afterEach(() => running?.reset());
  after(() => running?.close());
  return () => {
    if (!running) throw new Error('the local KMS starts with the first test; ask for it inside a test or a hook');
    return running;
  };
}
