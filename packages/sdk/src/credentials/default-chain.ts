import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { KmsConfigurationError } from '../errors.js';
import type { GivenAccessKey } from './access-key.js';
import { type AlicloudAccessKey, answerOf, loadAlicloud, lookAgainAfterMs } from './alicloud-credentials.js';
import { withoutQuotes } from './without-quotes.js';

type Alicloud = Awaited<ReturnType<typeof loadAlicloud>>;

/** One possible source of an AccessKey. */
interface Link {
  title: string;
  /** Environment variables that must be set for it. */
  needs?: readonly string[];
  /** Environment variable that turns it off if `true`. */
  switch?: string;
  /** Path of the file it reads. */
  file?(): string;
  ask(): Promise<Omit<GivenAccessKey, 'renew'>>;
}

const variables = {
  accessKeyId: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  accessKeySecret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  securityToken: 'ALIBABA_CLOUD_SECURITY_TOKEN',
} as const;

const name = 'default chain';

/** A link that the library implements. Created for each request: see `askConfigured`. */
const alicloud = (build: (library: Alicloud) => { getCredentials(): Promise<AlicloudAccessKey> }) => async () => {
  const provider = build(await loadAlicloud());
  return answerOf(await provider.getCredentials(), provider, name, lookAgainAfterMs);
};

/**
 * The links in the order of the default chain of `@alicloud/credentials`. That chain itself is not used: it records the
 * link it tries before the link has answered, so that of concurrent calls only one finds a credential.
 */
const links: readonly Link[] = [
  {
    title: 'environment',
    needs: [variables.accessKeyId, variables.accessKeySecret],
    // Read for each call: it costs nothing, and programs store new tokens there.
    ask: async () => {
      const { env } = process;
      const accessKey = {
        accessKeyId: env[variables.accessKeyId],
        accessKeySecret: env[variables.accessKeySecret],
        securityToken: env[variables.securityToken],
      };
      return { accessKey, source: `${name} (env)`, keptForMs: 0 };
    },
  },
  {
    title: 'OIDC role',
    needs: ['ALIBABA_CLOUD_ROLE_ARN', 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'ALIBABA_CLOUD_OIDC_TOKEN_FILE'],
    ask: alicloud(({ OIDCRoleArnCredentialsProvider }) => OIDCRoleArnCredentialsProvider.builder().build()),
  },
  {
    title: '~/.aliyun/config.json',
    switch: 'ALIBABA_CLOUD_CLI_PROFILE_DISABLED',
    file: () => join(homedir(), '.aliyun', 'config.json'),
    ask: alicloud(({ CLIProfileCredentialsProvider }) => CLIProfileCredentialsProvider.builder().build()),
  },
  {
    title: '~/.alibabacloud/credentials',
    file: () => process.env.ALIBABA_CLOUD_CREDENTIALS_FILE || join(homedir(), '.alibabacloud', 'credentials'),
    ask: alicloud(({ ProfileCredentialsProvider }) => ProfileCredentialsProvider.builder().build()),
  },
  {
    title: 'ECS RAM role',
    switch: 'ALIBABA_CLOUD_ECS_METADATA_DISABLED',
    ask: alicloud(({ ECSRAMRoleCredentialsProvider }) => ECSRAMRoleCredentialsProvider.builder().build()),
  },
  {
    title: 'credentials URI',
    needs: ['ALIBABA_CLOUD_CREDENTIALS_URI'],
    ask: alicloud(({ URICredentialsProvider }) => URICredentialsProvider.builder().build()),
  },
];

/**
 * Asks one link after the other. The link that answers also renews its AccessKey later, so that a failed renewal does not
 * switch to another identity while the AccessKey is still valid.
 *
 * @throws KmsConfigurationError `Credentials.Unavailable`, with the error of each link
 */
export async function askDefaultChain(): Promise<GivenAccessKey> {
  const failures: Error[] = [];
  for (const link of links) {
    try {
      return await askLink(link);
    } catch (failure) {
      failures.push(failure as Error);
    }
  }
  const all = failures.map(({ message }) => message).join('; ');
  const cause = new AggregateError(failures, 'no link of the default chain has an AccessKey');
  throw new KmsConfigurationError('Credentials.Unavailable', `the default chain found none (${all})`, { cause });
}

async function askLink(link: Link): Promise<GivenAccessKey> {
  try {
    const missing = missingIn(link);
    if (missing) throw new Error(missing);
    return { ...(await link.ask()), renew: () => askLink(link) };
  } catch (failure) {
    throw withoutQuotes(failure, `${link.title}: `);
  }
}

/** Why to skip a link. Avoids loading the library for a link that cannot answer. */
function missingIn({ needs = [], switch: off, file }: Link): string | undefined {
  if (off && process.env[off]?.toLowerCase() === 'true') return `turned off by ${off}`;
  const lacks = needs.filter((variable) => !process.env[variable]);
  if (lacks.length > 0) return `no ${lacks.join(', no ')}`;
  const path = file?.();
  return path === undefined || existsSync(path) ? undefined : `no file ${path}`;
}
