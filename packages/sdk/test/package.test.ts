import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// These run the built package under its own name, as an application that has it installed.
const cwd = fileURLToPath(new URL('../../../examples', import.meta.url));

async function runNode(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', ...args], { cwd });
  return stdout.trim();
}

const makeClient = "new Client({ openApiConfig: { regionId: 'cn-hangzhou' } }) instanceof Client";

test('an ES module imports the client', async () => {
  const program = `import { Client } from 'alibabacloud-kms-sdk'; console.log(${makeClient});`;
  expect(await runNode('--input-type=module', '--eval', program)).toBe('true');
});

test('a CommonJS program requires the client', async () => {
  const program = `const { Client } = require('alibabacloud-kms-sdk'); console.log(${makeClient});`;
  expect(await runNode('--input-type=commonjs', '--eval', program)).toBe('true');
});

test('importing the client loads no part that only some calls need', async () => {
  const program = `
    import 'alibabacloud-kms-sdk';
    import { createRequire } from 'node:module';
    const heavy = ['node-forge', '@alicloud/credentials', 'socks'];
    const loaded = Object.keys(createRequire(import.meta.url).cache ?? {});
    console.log(JSON.stringify(heavy.filter((name) => loaded.some((file) => file.includes('/' + name + '/')))));`;
  expect(JSON.parse(await runNode('--input-type=module', '--eval', program))).toEqual([]);
});
