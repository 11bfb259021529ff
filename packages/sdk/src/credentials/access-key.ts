import { sourceOf } from './access-key-source.js';
import { KeptAccessKey, type UsableAccessKey } from './kept-access-key.js';

/** An AccessKey, with the security token of STS when it is a temporary one. */
export interface AccessKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string | undefined;
  /**
   * When a temporary one ends, as a date or in ISO 8601. It is then kept, asked for again before it ends, and never used
   * afterwards. Default: unknown, so that whoever gives it is asked for every call.
   */
  expiration?: Date | string | undefined;
}

/** Anything that hands out AccessKeys: the clients of `@alicloud/credentials` have this shape. */
export interface CredentialSource {
  /** The AccessKey to sign with. Calls that are made at the same time share one question. */
  getCredential(): Promise<Partial<AccessKey>>;
}

/**
 * An AccessKey, given as one of: `accessKeyId` with `accessKeySecret`, `credential`, or `credentialConfig`. Without any,
 * the default chain looks for one: environment variables, OIDC role, configuration files, ECS role, credentials URI.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-node-js-access-credentials
 */
export interface AccessKeyOptions {
  accessKeyId?: string | undefined;
  accessKeySecret?: string | undefined;
  /** Of a temporary AccessKey (STS). */
  securityToken?: string | undefined;
  /**
   * A client of `@alicloud/credentials`, or a function that gives an AccessKey. It is asked before every request, or shortly
   * before the `expiration` of what it gave. Calls that are made at the same time share one question, so it must not
   * depend on the call: give each identity a client of its own.
   */
  credential?: CredentialSource | (() => Partial<AccessKey> | Promise<Partial<AccessKey>>) | undefined;
  /** What `@alicloud/credentials` is configured with, e.g. `{ type: 'ram_role_arn', roleArn, … }`. */
  credentialConfig?: Readonly<Record<string, unknown>> | undefined;
}

/** Where a client takes its AccessKey from. */
export class AccessKeyProvider {
  readonly #kept: KeptAccessKey;

  /**
   * @param where name of the configuration object, for messages
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(options: AccessKeyOptions, where: string) {
    this.#kept = new KeptAccessKey(sourceOf(options, where));
  }

  /**
   * The AccessKey to sign with; no promise where none is needed, since every call waits for it.
   *
   * @param now the time, as far as the server's is known
   * @throws KmsConfigurationError `Credentials.Unavailable`
   */
  get(now: Date): UsableAccessKey | Promise<UsableAccessKey> {
    return this.#kept.get(now);
  }

  /** Forgets one that KMS refused: the next call asks for another one. */
  forget(refused: UsableAccessKey): void {
    this.#kept.forget(refused);
  }
}
