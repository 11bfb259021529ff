/** A permission that a caller with an AccessKey needs: an action of RAM on a resource. */
export interface PermissionFacts {
  /** Without `kms:`. Default: the API's own name. */
  readonly action?: string;
  /** Kind of resource; `ResourceType`: the parameter of that name decides. */
  readonly type: 'key' | 'secret' | 'alias' | 'ResourceType';
  /** The parameters that name it: the first one present counts. Without it, the container of all of them. */
  readonly by?: readonly string[];
  /** If the parameter names the key indirectly: by its alias, a ciphertext or a secret. */
  readonly behind?: 'alias' | 'ciphertext' | 'secret';
}

/** What RAM checks for an API: permissions; `*` if there are none; `none`: nothing. */
export interface RamFacts {
  readonly permissions: readonly PermissionFacts[] | 'none';
  /** If the request has one of these parameters, RAM checks `*`. */
  readonly allBeside?: readonly string[];
}
