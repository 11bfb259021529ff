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

/** An AccessKey that can sign. */
export interface UsableAccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When it ends; unknown for a permanent one, and where the source does not say. */
  readonly expiration?: Date;
  /** What gave it. */
  readonly source: string;
}

/** What a source gave when it was asked. */
export interface GivenAccessKey {
  accessKey: Partial<AccessKey>;
  /** What gave it, for people: `default chain (ecs_ram_role)`. */
  source: string;
  /** For how long it is not asked again when the AccessKey has no expiration; 0: it is asked for every call. */
  keptForMs: number;
  /** Asks again whoever gave this one, and nobody else. Default: the source as a whole. */
  renew?: () => Promise<GivenAccessKey>;
}
