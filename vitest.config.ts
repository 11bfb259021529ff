import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findPostgres } from './packages/local/test/support/postgres-server.js';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests run on the sources: a name that users import is the file that it is built from. */
const resolve = {
  alias: [
    { find: /^alibabacloud-kms-sdk\/internal$/, replacement: source('packages/sdk/src/internal.ts') },
    { find: /^alibabacloud-kms-sdk\/([\w-]+)$/, replacement: source('packages/sdk/src/$1/index.ts') },
    { find: /^alibabacloud-kms-sdk$/, replacement: source('packages/sdk/src/index.ts') },
    { find: /^alibabacloud-kms-local$/, replacement: source('packages/local/src/index.ts') },
  ],
};
const timeouts = { testTimeout: 20_000, hookTimeout: 30_000 };

/** Scenarios that run on both database engines: whatever they open is on the engine of the project. */
const onBothEngines = ['packages/local/test/actions/**/*.test.ts', 'packages/local/src/store/{page,store}.test.ts'];

export default defineConfig({
  resolve,
  test: {
    globalSetup: 'packages/local/test/support/postgres-setup.ts',
    projects: [
      {
        resolve,
        test: {
          ...timeouts,
          name: 'all',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'scripts/**/*.test.ts',
            'conformance/*.test.ts',
            'examples/**/*.test.ts',
            'benchmarks/*.test.ts',
            'docs/**/*.test.ts',
          ],
          provide: { engine: 'SQLite' },
        },
      },
      {
        resolve,
        test: {
          ...timeouts,
          name: 'PostgreSQL',
          include: onBothEngines,
          provide: { engine: 'PostgreSQL' },
          // Where there is no server, they count as skipped.
          ...(findPostgres() ? {} : { runner: 'packages/local/test/support/skip-runner.ts' }),
        },
      },
    ],
  },
});
