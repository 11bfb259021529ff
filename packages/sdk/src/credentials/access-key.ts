import { KmsConfigurationError } from '../errors.js';
import { checkObject } from '../transport/option-checks.js';
import { alicloudCredentials, withoutQuotes } from './alicloud-credentials.js';
import { checkTexts, fitsHeader } from './check-texts.js';

/** An AccessKey, with the security token of STS when it is a temporary one. */
export interface AccessKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

/** Anything that hands out AccessKeys: the clients of `@alicloud/credentials` have this shape. It is asked before every request. */
export interface CredentialSource {
  /** The AccessKey to sign the next request with. */
  getCredential(): Promise<Partial<AccessKey>>;
}

/**
 * An AccessKey, given as one of: `accessKeyId` with `accessKeySecret`, `credential`, or `credentialConfig`. Without any,
 * the default chain looks for one: environment variables, OIDC role, configuration files, ECS role, credentials URI.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-node-js-access-credentials
 */
export interface AccessKeyOptions {
  accessKeyId?: string;
  accessKeySecret?: string;
  /** Of a temporary AccessKey (STS). */
  securityToken?: string;
  /** A client of `@alicloud/credentials`, or a function that gives an AccessKey; asked before every request. */
  credential?: CredentialSource | (() => Partial<AccessKey> | Promise<Partial<AccessKey>>);
  /** What `@alicloud/credentials` is configured with, e.g. `{ type: 'ram_role_arn', roleArn, … }`. */
  credentialConfig?: Readonly<Record<string, unknown>>;
}

interface Source {
  description: string;
  get(): Promise<Partial<AccessKey>>;
  /** Its failures may quote secrets. Default true. */
  quotes?: false;
  /** It always gives the same. */
  fixed?: true;
}

/** Where a client takes its AccessKey from. */
export class AccessKeyProvider {
  readonly #source: Source;
  /** Found good once. */
  #fixed: AccessKey | undefined;

  /**
   * @param where name of the configuration object, for messages
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(options: AccessKeyOptions, where: string) {
    this.#source = sourceOf(options, where);
  }

  /**
   * The AccessKey to sign with now; no promise where none is needed, since every call waits for it.
   *
   * @throws KmsConfigurationError `Credentials.Unavailable`
   */
  get(): AccessKey | Promise<AccessKey> {
    return this.#fixed ?? this.#ask();
  }

  async #ask(): Promise<AccessKey> {
    const { description, get, quotes = true, fixed } = this.#source;
    const given = await get().catch((failure: unknown) => {
      const cause = quotes ? withoutQuotes(failure) : failure;
      throw new KmsConfigurationError('Credentials.Unavailable', `no AccessKey: ${description} failed`, { cause });
    });
    const accessKey = checked(given ?? {}, description);
    if (fixed) this.#fixed = accessKey;
    return accessKey;
  }
}

function checked({ accessKeyId, accessKeySecret, securityToken }: Partial<AccessKey>, description: string): AccessKey {
  if (!accessKeyId || !accessKeySecret) {
    const lack = accessKeyId ? 'accessKeySecret' : 'accessKeyId';
    throw new KmsConfigurationError('Credentials.Unavailable', `no AccessKey: ${description} gave no ${lack}`);
  }
  for (const [name, text] of Object.entries({ accessKeyId, accessKeySecret, securityToken })) {
    if (!text || fitsHeader(text)) continue;
    const problem = `the ${name} of ${description} has spaces or line breaks`;
    throw new KmsConfigurationError('Credentials.Unavailable', `no AccessKey: ${problem}`);
  }
  return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
}

const chain =
  'the default chain (ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, OIDC role, ' +
  '~/.aliyun/config.json, ~/.alibabacloud/credentials, ECS RAM role, ALIBABA_CLOUD_CREDENTIALS_URI)';

function sourceOf(options: AccessKeyOptions, where: string): Source {
  checkTexts(options, ['accessKeyId', 'accessKeySecret', 'securityToken'], where);
  const { accessKeyId, accessKeySecret, securityToken, credential, credentialConfig } = options;
  const ways = { accessKeyId: accessKeyId || accessKeySecret || securityToken, credential, credentialConfig };
  const given = Object.entries(ways).flatMap(([name, value]) => (value ? [name] : []));
  if (given.length > 1) {
    throw new KmsConfigurationError('Config.Invalid', `${where}: give only one of ${given.join(' and ')}`);
  }
  if (credential !== undefined) {
    const description = `${where}.credential`;
    if (typeof credential === 'function') return { description, get: async () => credential(), quotes: false };
    if (typeof credential?.getCredential === 'function') {
      return { description, get: async () => credential.getCredential() };
    }
    throw new KmsConfigurationError('Config.Invalid', `${where}.credential must be a function or have getCredential()`);
  }
  if (credentialConfig) {
    checkObject(`${where}.credentialConfig`, credentialConfig);
    return {
      description: `@alicloud/credentials with ${where}.credentialConfig`,
      get: alicloudCredentials(credentialConfig),
    };
  }
  if (given.length === 0) return { description: chain, get: alicloudCredentials() };
  if (!accessKeyId || !accessKeySecret) {
    const lack = accessKeyId ? 'accessKeySecret' : 'accessKeyId';
    throw new KmsConfigurationError('Config.Missing', `${where}.${lack} is missing or empty`);
  }
  return { description: where, get: async () => ({ accessKeyId, accessKeySecret, securityToken }), fixed: true };
}
