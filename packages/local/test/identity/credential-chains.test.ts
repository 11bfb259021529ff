import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuer, jwt } from './jwt.js';
import { assumeRole, type Credentials, callKms, callSts } from './sts-calls.js';
import { accountId, roleArn, type TokenServer, tokenServer } from './token-server.js';

const cluster = issuer('ES256', 'cluster');
const oidcProviderArn = `acs:ram::${accountId}:oidc-provider/cluster`;

let server: TokenServer;
let home: string;
let oidcTokenFilePath: string;
beforeAll(async () => {
  server = await tokenServer({ instanceRole: 'instance', oidc: { keys: [cluster.jwk] } });
  home = mkdtempSync(join(tmpdir(), 'kms-home-'));
  oidcTokenFilePath = join(home, 'oidc-token');
  writeFileSync(oidcTokenFilePath, jwt(cluster));
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

type Environment = Record<string, string>;

/** Runs a program of this directory with no credentials around but those that the test gives it. */
async function run(program: string, environment: Environment) {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      NODE_EXTRA_CA_CERTS: server.caFile,
      // There is one at 100.100.100.200 where CI runs on Alibaba Cloud.
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
      ...environment,
    },
  });
  return JSON.parse(stdout);
}

const credentials = (
  config?: object,
  environment: Environment = {},
): Promise<Credentials & { providerName: string; message?: string }> =>
  run('./alicloud-credentials.cjs', { ...(config && { CONFIG: JSON.stringify(config) }), ...environment });

/** Role and session that KMS and STS take these credentials for. */
async function whoIs(who: Credentials): Promise<string> {
  expect(await callKms(server, who, 'ListKeys', {}, 'rpc')).toHaveProperty('TotalCount');
  return (await callSts(server, who, 'GetCallerIdentity')).Arn;
}

const assumed = (role: string, session: string) => `acs:ram::${accountId}:assumed-role/${role}/${session}`;
const stsEndpoint = () => `${server.host}:${server.port}`;
const accountKey = () => ({ accessKeyId: server.accessKeyId, accessKeySecret: server.accessKeySecret });

function profile(directory: string, name: string, content: string): string {
  mkdirSync(join(home, directory), { recursive: true });
  const file = join(home, directory, name);
  writeFileSync(file, content);
  return file;
}

describe('@alicloud/credentials gets a temporary AccessKey', () => {
  test('of a role, with an AccessKey: ram_role_arn', async () => {
    const config = {
      type: 'ram_role_arn',
      ...accountKey(),
      roleArn,
      roleSessionName: 'node',
      stsEndpoint: stsEndpoint(),
    };
    const got = await credentials(config);
    expect(got).toMatchObject({ accessKeyId: expect.stringMatching(/^STS\./), providerName: 'ram_role_arn/static_ak' });
    expect(await whoIs(got)).toBe(assumed('app', 'node'));
  });

  test('of a role, with a temporary AccessKey, narrowed by a policy', async () => {
    const policy = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"kms:ListKeys","Resource":"*"}]}';
    const first = await assumeRole(server);
    const config = { type: 'ram_role_arn', ...first, roleArn, policy, externalId: 'x', stsEndpoint: stsEndpoint() };
    const got = await credentials(config);
    expect(await whoIs(got)).toMatch(/assumed-role\/app\/credentials-nodejs-\d+$/);
    expect(await callKms(server, got, 'CreateKey')).toMatchObject({ Code: 'Forbidden.NoPermission' });
  });

  test('of a role, with an OIDC token: oidc_role_arn', async () => {
    const config = { type: 'oidc_role_arn', roleArn, oidcProviderArn, oidcTokenFilePath, roleSessionName: 'pod' };
    const got = await credentials({ ...config, stsEndpoint: stsEndpoint() });
    expect(got.providerName).toBe('oidc_role_arn');
    expect(await whoIs(got)).toBe(assumed('app', 'pod'));
  });

  test('from a credentials URI', async () => {
    const got = await credentials({ type: 'credentials_uri', credentialsURI: `${server.http}/credentials` });
    expect(await whoIs(got)).toBe(assumed('instance', 'kms-local'));
  });

  test('from the credentials URI of its environment', async () => {
    const got = await credentials(undefined, { ALIBABA_CLOUD_CREDENTIALS_URI: `${server.http}/credentials` });
    expect(got.providerName).toBe('default/credential_uri');
    expect(await whoIs(got)).toBe(assumed('instance', 'kms-local'));
  });

  test('by a profile of the command line tool that names the endpoint of STS', async () => {
    const content = {
      current: 'local',
      profiles: [
        {
          name: 'local',
          mode: 'RamRoleArn',
          access_key_id: server.accessKeyId,
          access_key_secret: server.accessKeySecret,
          ram_role_arn: roleArn,
          ram_session_name: 'cli',
          sts_endpoint: stsEndpoint(),
        },
      ],
    };
    profile('cli/.aliyun', 'config.json', JSON.stringify(content));
    const got = await credentials(undefined, { HOME: join(home, 'cli') });
    expect(got.providerName).toBe('default/cli_profile');
    expect(await whoIs(got)).toBe(assumed('app', 'cli'));
  });

  test('and is told when its secret is wrong, or its OIDC token has expired', async () => {
    const config = { ...accountKey(), accessKeySecret: 'wrong', roleArn, stsEndpoint: stsEndpoint() };
    expect((await credentials({ type: 'ram_role_arn', ...config })).message).toContain('SignatureDoesNotMatch');
    writeFileSync(join(home, 'expired'), jwt(cluster, { iss: 'i', sub: 's', aud: 'a', exp: 1 }));
    const oidc = { type: 'oidc_role_arn', roleArn, oidcProviderArn, oidcTokenFilePath: join(home, 'expired') };
    const { message } = await credentials({ ...oidc, stsEndpoint: stsEndpoint() });
    expect(message).toContain('AuthenticationFail.OIDCToken.Expired');
  });
});

test('the generic OpenAPI client assumes roles, by AccessKey and by OIDC token, and calls KMS as these', async () => {
  const seen = { Arn: assumed('app', 'by-openapi'), TotalCount: 'number' };
  const environment = {
    ENDPOINT: stsEndpoint(),
    ACCESS_KEY_ID: server.accessKeyId,
    ACCESS_KEY_SECRET: server.accessKeySecret,
    ROLE_ARN: roleArn,
    OIDC_PROVIDER_ARN: oidcProviderArn,
    OIDC_TOKEN: jwt(cluster),
  };
  expect(await run('./alicloud-sts.cjs', environment)).toEqual({
    seen: [seen, seen],
    refused: 'InvalidParameter.DurationSeconds',
  });
});

describe('Client of alibabacloud-kms-sdk, without credentials in its configuration,', () => {
  const keyMade = { description: 'by the default chain' };
  const client = (environment: Environment) =>
    run('./default-chain-client.mjs', { ENDPOINT: stsEndpoint(), CA_FILE: server.caFile, ...environment });

  test('calls KMS with a temporary AccessKey of its environment', async () => {
    const { accessKeyId, accessKeySecret, securityToken } = await assumeRole(server);
    const environment = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
      ALIBABA_CLOUD_SECURITY_TOKEN: securityToken,
    };
    expect(await client(environment)).toEqual(keyMade);
    const { ALIBABA_CLOUD_SECURITY_TOKEN: _, ...withoutToken } = environment;
    expect(await client(withoutToken)).toMatchObject({ code: 'MissingSecurityToken' });
  });

  test('calls KMS with what the credentials URI of its environment gives', async () => {
    const uri = { ALIBABA_CLOUD_CREDENTIALS_URI: `${server.http}/credentials` };
    expect(await client(uri)).toEqual(keyMade);
  });

  test('gets another temporary AccessKey for the call after the one whose session had ended for KMS', async () => {
    const own = await tokenServer({ instanceRole: 'instance' });
    const credentialConfig = { type: 'credentials_uri', credentialsURI: `${own.http}/credentials` };
    const kms = new Client({
      publicConfig: { endpoint: `${own.host}:${own.port}`, regionId: 'cn-hangzhou', ca: own.ca, credentialConfig },
    });
    const { $metadata: first } = await kms.listKeys({});
    await own.clock.advance({ hours: 7 });
    await expect(kms.listKeys({})).rejects.toMatchObject({ code: 'InvalidSecurityToken.Expired' });
    const { $metadata: next } = await kms.listKeys({});
    expect(next.accessKey?.accessKeyId).not.toBe(first.accessKey?.accessKeyId);
    await kms.close();
    await own.close();
  });

  test('says that there are no credentials where there are none', async () => {
    expect(await client({})).toMatchObject({ code: 'Credentials.Unavailable' });
  });
});
