import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-program-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(source: string) {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, source);
  return runProgram({ interpreter: process.execPath, file }, { caFile: '', port: 4711 }, folder);
}

test('a program finds the facts and the folder, and each line is a result', async () => {
  const results = await run(`
    const { port } = JSON.parse(process.env.CONFORMANCE_KMS);
    console.log(JSON.stringify({ operation: 'Encrypt', case: String(port), passed: true }));
    console.log(JSON.stringify({ operation: 'Sign', passed: false, difference: process.env.CONFORMANCE_EXCHANGE }));
  `);
  expect(results).toEqual([
    { operation: 'Encrypt', case: '4711', passed: true },
    { operation: 'Sign', case: '', passed: false, difference: folder },
  ]);
});

test.each([
  ['noise', 'console.log("hello")', 'printed what is no result: hello'],
  [
    'a result without its outcome',
    `console.log('{"operation":"Sign"}')`,
    'printed what is no result: {"operation":"Sign"}',
  ],
  ['silence', '', 'said nothing'],
  ['an exit code', 'console.error("no key"); process.exit(3)', 'ended with exit code 3: no key'],
  [
    'a signal',
    'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)',
    'ended with SIGKILL: no word on stderr',
  ],
])('%s is a failure', async (_title, source, difference) => {
  expect(await run(source)).toEqual([{ operation: '(program)', case: '', passed: false, difference }]);
});
