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
const cwd = fileURLToPath(new URL('../../../../examples', import.meta.url));
const program = `
  import { createRequire } from 'node:module';
  import { inspect } from 'node:util';
  import { Client } from 'alibabacloud-kms-sdk';
  const { KMS_ENDPOINT: endpoint, KMS_CA: caFilePath } = process.env;
  const client = new Client({ publicConfig: { regionId: 'cn-hangzhou', endpoint, caFilePath } });
  const shown = (error) => ({ code: error.code, message: error.message, inspected: inspect(error) });
  const calls = Array.from({ length: Number(process.env.CALLS ?? 1) }, () => client.listKeys({}));
  const [first, ...others] = await Promise.allSettled(calls);
  const answered = others.filter(({ status }) => status === 'fulfilled').length + 1;
  const loaded = Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('@alicloud'));
  console.log(
    JSON.stringify(
      first.status === 'rejected'
        ? shown(first.reason)
        : { totalCount: first.value.totalCount, accessKey: first.value.$metadata.accessKey, answered, loaded },
    ),
  );`;

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
  expect(await askChain(accessKey)).toMatchObject({
    totalCount: 0,
    accessKey: { source: 'default chain (env)' },
    // What nobody needs is not loaded.
    loaded: false,
  });
  // The local KMS hands out no tokens, so it refuses the one that the chain found.
  const withToken = await askChain({ ...accessKey, ALIBABA_CLOUD_SECURITY_TOKEN: 'token' });
  expect(withToken.code).toMatch(/^InvalidSecurityToken/);
});

test('a default chain that finds nothing says of each link why', async () => {
  const answer = await askChain({});
  expect(answer.code).toBe('Credentials.Unavailable');
  expect(String(answer.message).replace(/\/\S*(?=\/\.)/g, '~')).toBe(
    'no AccessKey: the default chain found none (environment: no ALIBABA_CLOUD_ACCESS_KEY_ID, no ' +
      'ALIBABA_CLOUD_ACCESS_KEY_SECRET; OIDC role: no ALIBABA_CLOUD_ROLE_ARN, no ALIBABA_CLOUD_OIDC_PROVIDER_ARN, no ' +
      'ALIBABA_CLOUD_OIDC_TOKEN_FILE; ~/.aliyun/config.json: no file ~/.aliyun/config.json; ' +
      '~/.alibabacloud/credentials: no file ~/.alibabacloud/credentials; ECS RAM role: turned off by ' +
      'ALIBABA_CLOUD_ECS_METADATA_DISABLED; credentials URI: no ALIBABA_CLOUD_CREDENTIALS_URI)',
  );
  expect(answer.inspected).not.toContain('undefined');
});

test('a program that begins with 20 calls at once gets an answer to each, with the AccessKey of a profile', async () => {
  const { accessKeyId: access_key_id, accessKeySecret: access_key_secret } = kms;
  const profile = { name: 'p', mode: 'AK', access_key_id, access_key_secret };
  expect(await askChain({ CALLS: '20' }, JSON.stringify({ current: 'p', profiles: [profile] }))).toEqual({
    totalCount: 0,
    accessKey: { accessKeyId: kms.accessKeyId, source: 'default chain (cli_profile/static_ak)' },
    answered: 20,
    loaded: true,
  });
});

test('a broken configuration file of the chain is named, and not quoted', async () => {
  const answer = await askChain({}, '{"profiles":[{"access_key_secret":"top-secret"');
  expect(answer.code).toBe('Credentials.Unavailable');
  expect(answer.inspected).toMatch(/parse aliyun cli config from '.*config\.json' failed: …/);
  expect(answer.inspected).not.toContain('top-secret');
});
