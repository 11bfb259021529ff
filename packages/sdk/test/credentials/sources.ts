import { createRequire } from 'node:module';
import { vi } from 'vitest';
import type { AccessKeyOptions } from '../../src/credentials/access-key.js';
import type { CredentialServices } from '../support/credential-services.js';

/** As programs load it that are CommonJS themselves. */
const alicloud: typeof import('@alicloud/credentials') = createRequire(import.meta.url)('@alicloud/credentials');
const { default: Credential, Config } = alicloud;

export interface SourceCase {
  name: string;
  /** Puts it in place. */
  set(services: CredentialServices): AccessKeyOptions | undefined;
  /** What is said to have answered. */
  source: string;
  /** Requests of one question. */
  requests?: readonly string[];
  /** It runs a command in place of requests. */
  runs?: true;
}

const roleArn = 'acs:ram::1:role/app';
const accountKey = { access_key_id: 'LTAI.account', access_key_secret: 'top-secret' };
const metadata = ['metadata PUT', 'metadata role name', 'metadata PUT', 'metadata session'];

/** The environment of a pod whose service account has a role (RRSA). */
export function podRole(services: CredentialServices): undefined {
  vi.stubEnv('ALIBABA_CLOUD_ROLE_ARN', roleArn);
  vi.stubEnv('ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'acs:ram::1:oidc-provider/ack');
  vi.stubEnv('ALIBABA_CLOUD_OIDC_TOKEN_FILE', services.write('token', 'top-secret-jwt'));
}

/** The account's profile, and a role by it. */
export function roleProfile(services: CredentialServices): undefined {
  services.profile({ mode: 'RamRoleArn', ...accountKey, ram_role_arn: roleArn });
}

/** A session, as a command prints it from now on. */
export function printSession(services: CredentialServices, hasExpiration = true): void {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = services.session('external');
  const answer = { mode: 'StsToken', access_key_id: AccessKeyId, access_key_secret: AccessKeySecret };
  const end = hasExpiration && { expiration: Expiration };
  services.write('output.json', { ...answer, sts_token: SecurityToken, ...end });
}

function commandProfile(services: CredentialServices, hasExpiration?: boolean): undefined {
  printSession(services, hasExpiration);
  services.profile({ mode: 'External', process_command: services.command() });
}

const config = (credentialConfig: Record<string, unknown>) => () => ({ credentialConfig });
const assumeRole = { type: 'ram_role_arn', accessKeyId: 'LTAI.account', accessKeySecret: 'top-secret', roleArn };

/** Everything that gives sessions: for a time, with an end. */
export const sessionSources: SourceCase[] = [
  {
    name: 'OIDC role (RRSA)',
    set: podRole,
    source: 'default chain (oidc_role_arn)',
    requests: ['oidc AssumeRoleWithOIDC'],
  },
  {
    name: 'profile RamRoleArn',
    set: roleProfile,
    source: 'default chain (cli_profile/ram_role_arn/static_ak)',
    requests: ['sts AssumeRole'],
  },
  {
    name: 'profile ChainableRamRoleArn',
    set: (services) => {
      const source = { name: 'account', mode: 'AK', ...accountKey };
      const role = { name: 'p', mode: 'ChainableRamRoleArn', source_profile: 'account', ram_role_arn: roleArn };
      services.write('.aliyun/config.json', { current: 'p', profiles: [source, role] });
      return undefined;
    },
    source: 'default chain (cli_profile/ram_role_arn/static_ak)',
    requests: ['sts AssumeRole'],
  },
  {
    name: 'profile EcsRamRole',
    set: (services) => void services.profile({ mode: 'EcsRamRole', ram_role_name: 'named' }),
    source: 'default chain (cli_profile/ecs_ram_role)',
    requests: ['metadata PUT', 'metadata session'],
  },
  {
    name: 'profile OIDC',
    set: (services) => {
      const oidc_token_file = services.write('token', 'top-secret-jwt');
      const oidc_provider_arn = 'acs:ram::1:oidc-provider/ack';
      services.profile({ mode: 'OIDC', oidc_token_file, oidc_provider_arn, ram_role_arn: roleArn });
      return undefined;
    },
    source: 'default chain (cli_profile/oidc_role_arn)',
    requests: ['oidc AssumeRoleWithOIDC'],
  },
  {
    name: 'profile CloudSSO',
    set: (services) => {
      services.profile({
        mode: 'CloudSSO',
        cloud_sso_sign_in_url: 'https://signin-cn-shanghai.alibabacloudsso.com/x/login',
        cloud_sso_account_id: '1',
        cloud_sso_access_config: 'ac-1',
        access_token: 'top-secret-login',
        cloud_sso_access_token_expire: services.now.getTime() / 1000 + 86_400,
      });
      return undefined;
    },
    source: 'default chain (cli_profile/cloud_sso)',
    requests: ['cloudSso POST'],
  },
  {
    name: 'profile OAuth',
    set: (services) => {
      const login = { oauth_access_token: 'top-secret-login', oauth_access_token_expire: services.now.getTime() };
      services.profile({ mode: 'OAuth', oauth_site_type: 'CN', oauth_refresh_token: 'top-secret-refresh', ...login });
      return undefined;
    },
    source: 'default chain (cli_profile/oauth)',
    requests: ['oauth POST'],
  },
  {
    name: '~/.alibabacloud/credentials with ram_role_arn',
    set: (services) => {
      const lines = ['[default]', 'type = ram_role_arn', 'access_key_id = a', 'access_key_secret = b'];
      services.write('.alibabacloud/credentials', [...lines, `role_arn = ${roleArn}`].join('\n'));
      return undefined;
    },
    source: 'default chain (profile/ram_role_arn/static_ak)',
    requests: ['sts AssumeRole'],
  },
  {
    name: '~/.alibabacloud/credentials with ecs_ram_role',
    set: (services) =>
      void services.write('.alibabacloud/credentials', '[default]\ntype = ecs_ram_role\nrole_name = named'),
    source: 'default chain (profile/ecs_ram_role)',
    requests: ['metadata PUT', 'metadata session'],
  },
  { name: 'ECS RAM role', set: () => undefined, source: 'default chain (ecs_ram_role)', requests: metadata },
  {
    name: 'credentials URI',
    set: ({ uri }) => {
      vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
      vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', uri);
      return undefined;
    },
    source: 'default chain (credential_uri)',
    requests: ['uri GET'],
  },
  {
    name: 'credentialConfig ram_role_arn',
    set: config(assumeRole),
    source: 'publicConfig.credentialConfig (ram_role_arn/static_ak)',
    requests: ['sts AssumeRole'],
  },
  {
    name: 'credentialConfig oidc_role_arn',
    set: (services) => {
      podRole(services);
      return { credentialConfig: { type: 'oidc_role_arn' } };
    },
    source: 'publicConfig.credentialConfig (oidc_role_arn)',
    requests: ['oidc AssumeRoleWithOIDC'],
  },
  {
    name: 'credentialConfig ecs_ram_role',
    set: config({ type: 'ecs_ram_role' }),
    source: 'publicConfig.credentialConfig (ecs_ram_role)',
    requests: metadata,
  },
  {
    name: 'credentialConfig credentials_uri',
    set: ({ uri }) => ({ credentialConfig: { type: 'credentials_uri', credentialsURI: uri } }),
    source: 'publicConfig.credentialConfig (credential_uri)',
    requests: ['uri GET'],
  },
  {
    name: 'credential: a function that says when its AccessKey ends',
    set: (services) => ({
      credential: async () => {
        services.requests.push('asked');
        const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = services.session('own');
        const session = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
        return { ...session, expiration: Expiration };
      },
    }),
    source: 'publicConfig.credential',
    requests: ['asked'],
  },
];

/** Clients of the library that a program made itself: when they ask is theirs to decide, too. */
export const objectSources: SourceCase[] = [
  {
    name: 'credential: new Credential() with a profile RamRoleArn',
    set: (services) => {
      roleProfile(services);
      return { credential: new Credential() };
    },
    source: 'publicConfig.credential (default/cli_profile)',
    requests: ['sts AssumeRole'],
  },
  {
    name: 'credential: new Credential() with an ECS RAM role',
    set: () => ({ credential: new Credential() }),
    source: 'publicConfig.credential (default/ecs_ram_role)',
    requests: metadata,
  },
  {
    name: 'credential: new Credential(config) with ram_role_arn',
    set: () => ({ credential: new Credential(new Config(assumeRole)) }),
    source: 'publicConfig.credential (ram_role_arn/static_ak)',
    requests: ['sts AssumeRole'],
  },
];

/** What gives an AccessKey of which nobody says that it ends. */
export const endlessSources: SourceCase[] = [
  {
    name: 'environment variables',
    set: () => {
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'LTAI.env');
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'top-secret');
      return undefined;
    },
    source: 'default chain (env)',
  },
  {
    name: 'profile AK',
    set: (services) => void services.profile({ mode: 'AK', ...accountKey }),
    source: 'default chain (cli_profile/static_ak)',
  },
  {
    name: 'profile StsToken',
    set: (services) => void services.profile({ mode: 'StsToken', ...accountKey, sts_token: 'top-secret' }),
    source: 'default chain (cli_profile/static_sts)',
  },
  {
    name: '~/.alibabacloud/credentials with access_key',
    set: (services) => {
      const lines = ['[default]', 'type = access_key', 'access_key_id = a', 'access_key_secret = b'];
      services.write('.alibabacloud/credentials', lines.join('\n'));
      return undefined;
    },
    source: 'default chain (profile/static_ak)',
  },
  {
    name: 'credentialConfig access_key',
    set: config({ type: 'access_key', accessKeyId: 'LTAI.config', accessKeySecret: 'top-secret' }),
    source: 'publicConfig.credentialConfig (static_ak)',
  },
  {
    name: 'accessKeyId',
    set: () => ({ accessKeyId: 'LTAI.given', accessKeySecret: 'top-secret' }),
    source: 'publicConfig',
  },
  {
    name: 'profile External without an expiration',
    set: (services) => commandProfile(services, false),
    source: 'default chain (cli_profile/external)',
    runs: true,
  },
];

export const commandSource: SourceCase = {
  name: 'profile External',
  set: (services) => commandProfile(services),
  source: 'default chain (cli_profile/external)',
  runs: true,
};
