import type { CallMetadata } from '../transport/types.js';

/** Fields of every response. */
export interface KmsResponse {
  /** Give this to support: it names the request in the service's logs. */
  requestId: string;
  /** Call metadata: HTTP status, attempts, and the requested response headers. */
  readonly $metadata: CallMetadata;
}

/** Names and values that are bound to a ciphertext and not secret; decryption needs the same ones. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** The request of an API without parameters. */
export type EmptyRequest = Readonly<Record<string, never>>;
