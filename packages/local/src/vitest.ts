/**
 * A local KMS as a Vitest fixture.
 *
 * @module alibabacloud-kms-local/vitest
 */

import { type TestAPI, test as vitestTest } from 'vitest';
import { type LocalKms, type StartOptions, startLocalKms } from './start.js';

/** Fixtures of tests made by `localKmsTest`. */
export interface LocalKmsFixtures {
  /**
   * One local KMS for all tests of a file, reset after each test. A concurrent test has its own, which the reset of another
   * test cannot disturb.
   */
  kms: LocalKms;
}

/**
 * Vitest's `test` with a local KMS, which starts when the first test uses `kms`, and closes after the last test of the file.
 * Requires Vitest 3.2 or newer.
 *
 * @param options as for `startLocalKms`
 * @example
 * import { localKmsTest } from 'alibabacloud-kms-local/vitest';
 *
 * const test = localKmsTest({ seed: 'kms.yaml' });
 *
 * test('a throttled call is retried', async ({ kms }) => {
 *   kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 2 });
 *   // … the application, with new Client(kms.clientConfig())
 *   expect(kms.requests({ api: 'Decrypt' })).toHaveLength(3);
 * });
 */
export function localKmsTest(options: StartOptions = {}): TestAPI<LocalKmsFixtures> {
  return vitestTest.extend<LocalKmsFixtures & { kmsOfFile: LocalKms }>({
    kmsOfFile: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's dependencies from the pattern
      async ({}, use) => {
        const kms = await startLocalKms(options);
        await use(kms);
        await kms.close();
      },
      { scope: 'file' },
    ],
    kms: async ({ kmsOfFile, task }, use) => {
      const kms = task.concurrent ? await startLocalKms(options) : kmsOfFile;
      await use(kms);
      await (task.concurrent ? kms.close() : kms.reset());
    },
  });
}
