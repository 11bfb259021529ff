import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localEnvironment } from '../src/local-environment.js';
import { ownEnvironment, useExamples } from './support/run-example.js';

const examples = useExamples();

const script = fileURLToPath(new URL('../run.js', import.meta.url));

/** `npm run example` without npm and without the build. */
const runScript = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [script, ...args], { env: { ...ownEnvironment(), ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

describe('npm run example', () => {
  it.concurrent('where the environment names no KMS, there is a local one, and a line that says so', async () => {
    const { code, stdout, stderr } = await runScript(['--no-build', 'operation/verify']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'pay 10: genuine\npay 99: forged\n' });
    expect(stderr).toMatch(/^The environment names no KMS: a local one in memory, at https:\S+, is there [^\n]+\n$/);
  });

  it.concurrent('calls the KMS that the environment names', async () => {
    const { kms } = examples;
    const answer = await runScript(['--no-build', 'operation/verify'], localEnvironment(kms));
    expect(answer).toEqual({ code: 0, stdout: 'pay 10: genuine\npay 99: forged\n', stderr: '' });
    expect(kms.requests().map(({ api }) => api)).toEqual(['Sign', 'Verify', 'Verify']);
  });

  it.concurrent('ends as the example ends', async () => {
    const { code, stderr } = await runScript(['--no-build', 'operation/verify'], {
      KMS_SIGNING_KEY_ID: 'alias/no-such-key',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('Forbidden.AliasNotFound');
  });

  it.concurrent('takes the name of a file as well', async () => {
    const { code, stdout } = await runScript(['--no-build', 'operation/generate-random.ts']);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^32 random bytes: /) });
  });

  it.concurrent('without a name it says what can be run', async () => {
    const { code, stdout } = await runScript([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^npm run example <group>\/<name> +run an example\n/);
    expect(stdout).toMatch(/^ {2}transfer\/envelope-encrypt +Encrypt a file by hand/m);
  });

  it.concurrent.each([
    ['generate-random', 'do you mean operation/generate-random?'],
    ['operation/sgn', 'do you mean operation/sign?'],
    ['transfr/envelope-encrypt', 'do you mean transfer/envelope-encrypt?'],
    ['operation/advance', 'do you mean operation/advance-decrypt or operation/advance-encrypt or '],
    ['xyzzy', '"npm run example" lists them all.'],
    ['../src/tour', '"npm run example" lists them all.'],
  ])('a name that is none, %s: %s', async (name, hint) => {
    const { code, stdout, stderr } = await runScript(['--no-build', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`There is no example ${name}: ${hint}`);
  });

  it.concurrent('what it does not understand, it does not do', async () => {
    const { code, stderr } = await runScript(['--verbose', 'operation/sign']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^npm run example <group>\/<name> /);
  });
});
