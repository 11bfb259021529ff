import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests run on the sources: a name that users import is the file that it is built from. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^alibabacloud-kms-sdk\/internal$/, replacement: source('packages/sdk/src/internal.ts') },
      { find: /^alibabacloud-kms-sdk$/, replacement: source('packages/sdk/src/index.ts') },
      { find: /^alibabacloud-kms-local$/, replacement: source('packages/local/src/index.ts') },
    ],
  },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
