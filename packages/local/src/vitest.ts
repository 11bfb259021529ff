/**
 * A local KMS as a fixture of Vitest.
 *
 * @module alibabacloud-kms-local/vitest
 */

import { type TestAPI, test as vitestTest } from 'vitest';
import { type LocalKms, type StartOptions, startLocalKms } from './start.js';

/** What tests made by `localKmsTest` are given. */
export interface LocalKmsFixtures {
  /**
   * One local KMS for all tests of a file; after each test it is as it was at the start. A concurrent test has one of its
   * own, which the reset of another cannot disturb.
   */
  kms: LocalKms;
}

/**
 * Vitest's `test` with a local KMS, started when the first test asks for `kms`, and closed after the last test of the file.
 * Vitest 3.2 or newer.
 *
 * @param options as for `startLocalKms`
 * @example
 * import { localKmsTest } from 'alibabacloud-kms-local/vitest';
 *
 * const test = localKmsTest({ seed: 'kms.yaml' });
 *
 * test('a throttled call is tried again', async ({ kms }) => {
 *   kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 2 });
 *   // … the application, with new Client(kms.clientConfig())
 *   expect(kms.requests({ api: 'Decrypt' })).toHaveLength(3);
 * });
 */
export function localKmsTest(options: StartOptions = {}): TestAPI<LocalKmsFixtures> {
  return vitestTest.extend<LocalKmsFixtures & { kmsOfFile: LocalKms }>({
    kmsOfFile: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
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
