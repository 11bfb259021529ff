/** What a caller with an AccessKey must be allowed: an action of RAM on a resource. */
export interface PermissionFacts {
  /** Without `kms:`. Default: the API's own name. */
  readonly action?: string;
  /** Kind of resource; `ResourceType`: the parameter of that name says which. */
  readonly type: 'key' | 'secret' | 'alias' | 'ResourceType';
  /** The parameters that say which one: the first that is given counts. Without it, the container of all of them. */
  readonly by?: readonly string[];
  /** How a parameter says so: it names the key or secret itself, or the key is the one behind what it names. */
  readonly behind?: 'alias' | 'ciphertext' | 'secret';
}

/** What RAM is asked about an API: permissions, `*` where there are none; `none`: nothing. */
export interface RamFacts {
  readonly permissions: readonly PermissionFacts[] | 'none';
  /** With one of these parameters in the request, RAM is asked about `*`. */
  readonly allBeside?: readonly string[];
}
