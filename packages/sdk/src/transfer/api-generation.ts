import { invalidOption, mustBe, shown } from '../checks.js';
import type { CallMetadata } from '../transport/types.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { Kms10Responses } from './generated/responses.js';

export type { EncryptionContextBinding };

/** Metadata of a call of a `TransferClient`. */
export interface TransferMetadata extends CallMetadata {
  /**
   * If an instance decrypted with an EncryptionContext: how the ciphertext was bound to it. Clients differ in that
   * (docs/transfer.md has the table); consider re-encrypting anything other than `raw`.
   */
  encryptionContextBinding?: EncryptionContextBinding;
}

/**
 * Generations of `@alicloud/kms20160120` by major version; 3 stands for 2.x and 4.x as well. Their responses and errors
 * differ.
 */
export type ApiGeneration = 1 | 3;

/** What a response has in addition to that of KMS 1.0. Not enumerable. */
export interface WithMetadata {
  /** Call metadata: HTTP status, attempts, response headers, and how a decrypted ciphertext was bound to its context. */
  readonly $metadata: TransferMetadata;
}

/** A response of generation 3. */
export interface TransferResponse<Body> extends WithMetadata {
  /** Response headers, names in lower case. */
  headers: Record<string, string>;
  /** HTTP status of the response. */
  statusCode: number;
  body: Body;
}

/** Response of a method: in generation 1 the fields, in generation 3 the fields with headers and status. */
export type Kms10Response<G extends ApiGeneration, A> = G extends 1
  ? BodyOf<A> & WithMetadata
  : TransferResponse<BodyOf<A>>;

type BodyOf<A> = A extends keyof Kms10Responses ? Kms10Responses[A] : A;

const defaultGeneration: ApiGeneration = 3;

/** @throws KmsConfigurationError `Config.Invalid` */
export function checkGeneration(value: unknown): ApiGeneration {
  if (value === undefined) return defaultGeneration;
  if (value === 1 || value === 3) return value;
  const expected = '3, or 1 for programs that were written with version 1 of @alicloud/kms20160120';
  throw invalidOption(mustBe('apiGeneration', expected, shown(value)));
}
