import { invalidOption, mustBe, shown } from '../checks.js';
import type { CallMetadata } from '../transport/types.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { Kms10Responses } from './generated/responses.js';

export type { EncryptionContextBinding };

/** How a call of a `TransferClient` went, beside its answer. */
export interface TransferMetadata extends CallMetadata {
  /**
   * Of what an instance decrypted with an EncryptionContext: how the ciphertext was bound to it. Clients differ in that
   * (docs/transfer.md has the table); what is not `raw` may be worth encrypting again.
   */
  encryptionContextBinding?: EncryptionContextBinding;
}

/**
 * Generations of `@alicloud/kms20160120`, by the number that their versions begin with; 3 stands for 2.x and 4.x as well.
 * They differ in how answers and errors look.
 */
export type ApiGeneration = 1 | 3;

/** What an answer has beside what it had in KMS 1.0. It is not enumerable. */
export interface WithMetadata {
  /** How the call went: HTTP status, attempts, response headers, and how a decrypted ciphertext was bound to its context. */
  readonly $metadata: TransferMetadata;
}

/** An answer of generation 3. */
export interface TransferResponse<Body> extends WithMetadata {
  /** Headers of the HTTP answer, names in lower case. */
  headers: Record<string, string>;
  /** HTTP status of the answer. */
  statusCode: number;
  body: Body;
}

/** What a method answers: in generation 1 the fields themselves, in generation 3 around them headers and status. */
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
