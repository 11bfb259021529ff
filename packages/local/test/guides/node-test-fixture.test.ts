import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Runs a file by `node --test` on the package as it is built. */
async function nodeTest(name: string): Promise<string> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const file = fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', file], { env });
  return stdout;
}

test.concurrent('useLocalKms resets a local KMS after each test of a file', async () => {
  const report = await nodeTest('shared.mjs');
  expect(report).toContain('# pass 2');
  expect(report).toContain('# fail 0');
});

test.concurrent('useLocalKms inside describe starts one for it, and closes it when it is over', async () => {
  const report = await nodeTest('in-describe.mjs');
  expect(report).toContain('# pass 4');
  expect(report).toContain('# fail 0');
});
