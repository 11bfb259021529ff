import type { StandardSchema } from './standard-schema.js';
import type { SecretSelection } from './which.js';

/** Options of one read. */
export interface GetSecretOptions extends SecretSelection {
  /** Ends this caller's wait; the request continues for the others. */
  signal?: AbortSignal | undefined;
}

/** Options of `getJson`. */
export interface GetJsonOptions<Output> extends GetSecretOptions {
  /** A schema of Zod, Valibot, ArkType, or any other library that implements Standard Schema. */
  schema?: StandardSchema<Output> | undefined;
}

/** Counters of a cache. */
export interface SecretCacheStats {
  /** Secrets, stages and versions in the cache. */
  entries: number;
  /** Reads answered from memory. */
  hits: number;
  /** Reads that waited for a request. */
  misses: number;
  /** Reads answered with an expired value. */
  staleHits: number;
  /** Secrets read from KMS, for callers and in the background. */
  refreshes: number;
  /** Failed attempts to read a secret from KMS. */
  failures: number;
}

/** The state of one secret, without its value. */
export interface CachedSecret extends SecretSelection {
  name: string;
  /** Version that `get` returns; undefined if there is none. */
  currentVersionId?: string;
  fetchedAt?: Date;
  expiresAt?: Date;
  /** The error of the last request, if it failed. */
  error?: unknown;
}
