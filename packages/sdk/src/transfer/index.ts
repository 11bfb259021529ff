/**
 * `TransferClient`, a drop-in replacement for the KMS 1.0 client in programs that move to a KMS instance.
 *
 * @module alibabacloud-kms-sdk/transfer
 */

export type {
  ApiGeneration,
  EncryptionContextBinding,
  Kms10Response,
  TransferMetadata,
  TransferResponse,
  WithMetadata,
} from './api-generation.js';
export type { Kms10Methods } from './generated/methods.js';
export type { Kms10Requests } from './generated/requests.js';
export type { Kms10Model, Kms10Responses } from './generated/responses.js';
export type {
  EncryptionContextInput,
  FailedEntry,
  ReEncryptEntry,
  ReEncrypted,
  ReEncryptedEntry,
  ReEncryptOptions,
} from './re-encrypt.js';
export type { Route, RouteReason } from './routing.js';
export type { KmsRuntimeOptions } from './runtime-options.js';
export { type CallApiRequest, TransferClient } from './transfer-client.js';
export type {
  KmsConfig,
  LegacyCredential,
  TransferClientOptions,
  TransferConfig,
} from './transfer-options.js';
