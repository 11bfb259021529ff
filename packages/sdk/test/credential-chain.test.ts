import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The built client in a process of its own: the chain reads environment and home directory, and Node's own import of a
// CommonJS package is part of what is tested.
const cwd = fileURLToPath(new URL('../../../examples', import.meta.url));
const program = `
  import { inspect } from 'node:util';
  import { Client } from 'alibabacloud-kms-sdk';
  const { KMS_ENDPOINT: endpoint, KMS_CA: caFilePath } = process.env;
  const client = new Client({ openApiConfig: { regionId: 'cn-hangzhou', endpoint, caFilePath } });
  const shown = (error) => ({ code: error.code, message: error.message, inspected: inspect(error) });
  const answer = await client.listKeys({}).then(({ totalCount }) => ({ totalCount }), shown);
  console.log(JSON.stringify(answer));`;

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

async function askChain(env: Record<string, string>, cliConfig?: string): Promise<Record<string, unknown>> {
  const HOME = await mkdtemp(join(tmpdir(), 'kms-chain-'));
  try {
    if (cliConfig !== undefined) {
      await mkdir(join(HOME, '.aliyun'));
      await writeFile(join(HOME, '.aliyun', 'config.json'), cliConfig);
    }
    const own = { HOME, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true', KMS_ENDPOINT: kms.endpoint, KMS_CA: kms.caFile };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd,
      env: { ...own, ...env },
    });
    return JSON.parse(stdout);
  } finally {
    await rm(HOME, { recursive: true });
  }
}

test('the default chain takes the AccessKey of the environment', async () => {
  const accessKey = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: kms.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: kms.accessKeySecret,
  };
  expect(await askChain(accessKey)).toEqual({ totalCount: 0 });
  // The local KMS hands out no tokens, so it refuses the one that the chain found.
  const withToken = await askChain({ ...accessKey, ALIBABA_CLOUD_SECURITY_TOKEN: 'token' });
  expect(withToken.code).toMatch(/^InvalidSecurityToken/);
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
