import type { StandardSchema } from './standard-schema.js';
import type { SecretSelection } from './which.js';

/** Options of one read. */
export interface GetSecretOptions extends SecretSelection {
  /** Ends the wait of this caller; the request goes on for the others. */
  signal?: AbortSignal | undefined;
}

/** Options of `getJson`. */
export interface GetJsonOptions<Output> extends GetSecretOptions {
  /** A validator of Zod, Valibot, ArkType, or any other library that implements Standard Schema. */
  schema?: StandardSchema<Output> | undefined;
}

/** What a cache has done so far. */
export interface SecretCacheStats {
  /** Secrets, stages and versions that it knows of. */
  entries: number;
  /** Reads that were answered with what was there. */
  hits: number;
  /** Reads that waited for a request. */
  misses: number;
  /** Reads that were answered with a value whose TTL was over. */
  staleHits: number;
  /** Secrets that were read from KMS, by callers and in the background. */
  refreshes: number;
  /** Secrets that could not be read from KMS. */
  failures: number;
}

/** What is known of one secret, without its value. */
export interface CachedSecret extends SecretSelection {
  name: string;
  /** Version that is given out; undefined when there is none. */
  currentVersionId?: string;
  fetchedAt?: Date;
  expiresAt?: Date;
  /** Why the last request failed, if it did. */
  error?: unknown;
}
