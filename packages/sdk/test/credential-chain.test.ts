import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// The built provider in a process of its own: the chain reads environment and home directory, and Node's own import of
// a CommonJS package is part of what is tested.
const provider = new URL('../dist/credentials/access-key.js', import.meta.url).href;
const program = `
  import { inspect } from 'node:util';
  import { AccessKeyProvider } from ${JSON.stringify(provider)};
  const shown = (error) => ({ code: error.code, message: error.message, inspected: inspect(error) });
  const answer = await new AccessKeyProvider({}, 'openApiConfig').get().catch(shown);
  console.log(JSON.stringify(answer));`;

async function askChain(env: Record<string, string>, cliConfig?: string): Promise<Record<string, unknown>> {
  const HOME = await mkdtemp(join(tmpdir(), 'kms-chain-'));
  try {
    if (cliConfig !== undefined) {
      await mkdir(join(HOME, '.aliyun'));
      await writeFile(join(HOME, '.aliyun', 'config.json'), cliConfig);
    }
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      env: { HOME, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true', ...env },
    });
    return JSON.parse(stdout);
  } finally {
    await rm(HOME, { recursive: true });
  }
}

test('the default chain takes the AccessKey of the environment', async () => {
  const accessKey = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI.env', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret' };
  expect(await askChain(accessKey)).toEqual({ accessKeyId: 'LTAI.env', accessKeySecret: 'secret' });
  expect(await askChain({ ...accessKey, ALIBABA_CLOUD_SECURITY_TOKEN: 'token' })).toEqual({
    accessKeyId: 'LTAI.env',
    accessKeySecret: 'secret',
    securityToken: 'token',
  });
});

test('a default chain that finds nothing says where it looked', async () => {
  expect(await askChain({})).toEqual({
    code: 'Credentials.Unavailable',
    message: expect.stringMatching(/ALIBABA_CLOUD_ACCESS_KEY_ID.*\.aliyun\/config\.json.*ECS RAM role.* failed$/),
    inspected: expect.stringContaining('unable to get credentials'),
  });
});

test('a broken configuration file of the chain is named, and not quoted', async () => {
  const answer = await askChain({}, '{"profiles":[{"access_key_secret":"top-secret"');
  expect(answer.code).toBe('Credentials.Unavailable');
  expect(answer.inspected).toMatch(/parse aliyun cli config from '.*config\.json' failed: …/);
  expect(answer.inspected).not.toContain('top-secret');
});
