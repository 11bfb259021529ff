import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

const linesOf = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../src/recipes/${name}.ts`, import.meta.url)), 'utf8').split('\n');

/** The output of the program, by the words before the colon. */
async function run(name: string, env?: Record<string, string>) {
  const { stdout } = await examples.run(name, env);
  const lines = stdout.trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]));
}

/** The gateway of each API while the program ran. */
async function gatewaysOf(name: string): Promise<Record<string, string>> {
  const earlier = examples.kms.requests().length;
  await run(name);
  const calls = examples.kms.requests().slice(earlier);
  return Object.fromEntries(calls.map(({ api, gateway }) => [api, gateway]));
}

test('only the making of the client is another, and the import that it needs', () => {
  const [before, after] = [linesOf('moving-before'), linesOf('moving-after')];
  const from = after.indexOf('const client = new TransferClient({');
  const to = after.indexOf('});', from);
  const asBefore = after.toSpliced(from, to - from + 1, 'const client = new Kms.default(config);');
  const withoutImport = asBefore.filter(
    (line) => line !== "import { TransferClient } from 'alibabacloud-kms-sdk/transfer';",
  );
  expect(withoutImport.slice(1)).toEqual(before.slice(1));
  expect(after.length).toBeGreaterThan(before.length);
});

test('the program sees the same before and after, and a ciphertext of each is opened by the other', async () => {
  const before = await run('recipes/moving-before');
  expect(before).toMatchObject({ Decrypted: '4711', Secret: 'for the user app' });
  const after = await run('recipes/moving-after', { CIPHERTEXT: before.Ciphertext as string });
  expect(after).toEqual({ ...before, Ciphertext: expect.stringMatching(/^[\w+/]+=*$/) });
  expect(after.Ciphertext).not.toBe(before.Ciphertext);
  expect(await run('recipes/moving-before', { CIPHERTEXT: after.Ciphertext as string })).toMatchObject({
    Decrypted: '4711',
  });
});

test('cryptography and secrets go to the instance then, management stays where it was', async () => {
  expect(await gatewaysOf('recipes/moving-before')).toEqual({
    DescribeKey: 'public',
    GetSecretValue: 'public',
    Encrypt: 'public',
    Decrypt: 'public',
  });
  expect(await gatewaysOf('recipes/moving-after')).toEqual({
    DescribeKey: 'public',
    GetSecretValue: 'instance',
    AdvanceEncrypt: 'instance',
    AdvanceDecrypt: 'instance',
  });
});
