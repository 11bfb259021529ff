import type { OperationOptions } from './call-options.js';
import type { SigningAlgorithm } from './generated/enumerations.js';
import type { FutureValue, KmsResponse } from './response.js';

/** `RAW`: KMS hashes the message. `DIGEST`: the message is its hash already. */
export type MessageType = 'RAW' | 'DIGEST' | FutureValue;

/** Request of `sign`. */
export interface SignRequest {
  /** The asymmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The message, or with `messageType: 'DIGEST'` its hash (32 bytes, a Uint8Array). A string is taken as UTF-8. */
  message: Uint8Array | string;
  /**
   * Default RAW. Through OpenAPI this client hashes the message itself, but for SM2DSA, whose hash covers the public
   * key: give the digest there, which `PublicKey.digest` makes.
   */
  messageType?: MessageType;
  /** Default: the first of the key's spec. Through OpenAPI it must be given. */
  algorithm?: SigningAlgorithm;
  /** OpenAPI only, and needed there: the version to use, 36 characters. */
  keyVersionId?: string;
  /** OpenAPI only: checks the call without doing it, and always fails. */
  dryRun?: boolean;
}

/** Response of `sign`. */
export interface SignResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The signature; of elliptic curves and SM2 in DER. */
  signature: Uint8Array;
  /** Client key only: the algorithm that was used. */
  algorithm?: SigningAlgorithm;
  /** Client key only. */
  messageType?: MessageType;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** Request of `verify`: that of sign, and the signature. */
export interface VerifyRequest extends SignRequest {
  /** The signature; of elliptic curves and SM2 in DER: `joseToDer` makes that of JOSE's. */
  signature: Uint8Array;
}

/** Response of `verify`. */
export interface VerifyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Whether the signature is genuine; a false one is no error. */
  value: boolean;
  /** Client key only. */
  algorithm?: SigningAlgorithm;
  /** Client key only. */
  messageType?: MessageType;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** Request of `getPublicKey`. */
export interface GetPublicKeyRequest {
  /** The asymmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** OpenAPI only, and needed there: the version, 36 characters. */
  keyVersionId?: string;
  /** OpenAPI only: checks the call without doing it, and always fails. */
  dryRun?: boolean;
}

/** Response of `getPublicKey`. */
export interface GetPublicKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The public key as PEM text (SubjectPublicKeyInfo). */
  publicKey: string;
  /** The version that it belongs to. */
  keyVersionId?: string;
}

/** Options of `publicKey`. */
export interface PublicKeyOptions extends OperationOptions {
  /** OpenAPI only, and needed there: the version, 36 characters. */
  keyVersionId?: string;
}
