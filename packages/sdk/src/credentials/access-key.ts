/** An AccessKey, with the security token of STS if it is temporary. */
export interface AccessKey {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string | undefined;
  /**
   * When a temporary AccessKey expires, as a date or in ISO 8601. The client then caches it, renews it before it
   * expires, and never uses it afterwards. Default: unknown, so that the client asks the source for every call.
   */
  expiration?: Date | string | undefined;
}

/** Anything that provides AccessKeys: the clients of `@alicloud/credentials` have this shape. */
export interface CredentialSource {
  /** The AccessKey to sign with. Concurrent calls share one request. */
  getCredential(): Promise<Partial<AccessKey>>;
}

/**
 * An AccessKey, given as one of: `accessKeyId` with `accessKeySecret`, `credential`, or `credentialConfig`. Default: the
 * default chain: environment variables, OIDC role, configuration files, ECS role, credentials URI.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-node-js-access-credentials
 */
export interface AccessKeyOptions {
  accessKeyId?: string | undefined;
  accessKeySecret?: string | undefined;
  /** Of a temporary AccessKey (STS). */
  securityToken?: string | undefined;
  /**
   * A client of `@alicloud/credentials`, or a function that returns an AccessKey. The client asks it before every request,
   * or shortly before the `expiration` that it returned. Concurrent calls share one request, so the result must not depend
   * on the call: give each identity its own client.
   */
  credential?: CredentialSource | (() => Partial<AccessKey> | Promise<Partial<AccessKey>>) | undefined;
  /** Configuration for `@alicloud/credentials`, e.g. `{ type: 'ram_role_arn', roleArn, … }`. */
  credentialConfig?: Readonly<Record<string, unknown>> | undefined;
}

/** An AccessKey that can sign. */
export interface UsableAccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When it expires; undefined for a permanent one, and if the source does not say. */
  readonly expiration?: Date;
  /** Where it comes from. */
  readonly source: string;
}

/** What a source returned. */
export interface GivenAccessKey {
  accessKey: Partial<AccessKey>;
  /** Where it comes from, for people: `default chain (ecs_ram_role)`. */
  source: string;
  /** How long to reuse an AccessKey without an expiration; 0: ask for every call. */
  keptForMs: number;
  /** Renews it at the provider that returned it. Default: asks the whole source again. */
  renew?: () => Promise<GivenAccessKey>;
}
