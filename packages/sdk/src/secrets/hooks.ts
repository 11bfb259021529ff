import type { Secret } from './secret.js';
import type { SecretKey } from './which.js';

type Awaitable<T> = T | Promise<T>;

/**
 * What a program may do with secrets on their way into and out of the memory of a cache; the `CacheHook` of the other
 * languages' clients.
 *
 * @example
 * ```ts
 * const hooks = {
 *   put: (secret) => secret.with(seal(secret.bytes)), // kept encrypted in memory
 *   get: (kept) => kept.with(open(kept.bytes)),
 *   recover: ({ name }) => readFromVault(name), // when KMS is away and nothing is kept
 * };
 * ```
 */
export interface SecretHooks {
  /** Before a secret is kept: what to keep in its place; undefined: nothing, so that each `get` asks KMS. */
  put?(secret: Secret): Awaitable<Secret | undefined>;
  /** Before a kept secret is given out: what to give out. */
  get?(kept: Secret): Awaitable<Secret>;
  /** When KMS is away and there is no value that may be given out: another one, for this call only. */
  recover?(key: SecretKey, error: unknown): Awaitable<Secret | undefined>;
}
