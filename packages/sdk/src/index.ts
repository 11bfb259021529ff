/**
 * `Client` for both gateways of KMS, its errors, and the types of every request and response.
 *
 * @module alibabacloud-kms-sdk
 */

export {
  type ApiDescription,
  apiNames,
  describeApi,
  type ParameterDescription,
  type PermissionDescription,
} from './client/api-description.js';
export type { CallDescription, CallMethod } from './client/call-description.js';
export type {
  DoActionOptions,
  GatewayName,
  OperationOptions,
  PublicKeyOptions,
} from './client/call-options.js';
export { type ActionResponse, Client } from './client/client.js';
export type {
  ClientOptions,
  InstanceConfig,
  PublicConfig,
} from './client/client-options.js';
export type { CreateAccessRequest, CreateAccessResponse } from './client/create-access.js';
export type { ActionParameters } from './client/do-action.js';
export type * from './client/generated/access.js';
export type * from './client/generated/aliases.js';
export type * from './client/generated/cryptography.js';
export type * from './client/generated/enumerations.js';
export type * from './client/generated/instances.js';
export type * from './client/generated/key-material.js';
export type * from './client/generated/keys.js';
export type * from './client/generated/objects.js';
export type * from './client/generated/secrets.js';
export type * from './client/generated/tags.js';
export type { ImportKeyRequest } from './client/import-key.js';
export { type CiphertextDescription, inspectCiphertext } from './client/inspect-ciphertext.js';
export type {
  EmptyRequest,
  EncryptionContext,
  KmsResponse,
} from './client/response.js';
export type { WaitOptions } from './client/wait-until.js';
export type {
  WaitUntilKeyStateRequest,
  WaitUntilSecretDeletedRequest,
  WaitUntilSecretRotatedRequest,
} from './client/waiters.js';
export type { AccessKey, AccessKeyOptions, CredentialSource } from './credentials/access-key.js';
export type { ClientKeyOptions } from './credentials/client-key.js';
export {
  type AccessDeniedDetail,
  type AnyKmsError,
  type CallContext,
  type ConfigurationCode,
  type ConnectionCode,
  isKmsError,
  KmsConfigurationError,
  KmsConnectionError,
  KmsError,
  KmsServiceError,
  KmsStateError,
  KmsTimeoutError,
  KmsTransferError,
  KmsUndoError,
  type Leftover,
  type ServiceErrorDetails,
  type TimeoutCode,
} from './errors.js';
export type { FutureValue } from './model/future-value.js';
export type { ActionName } from './model/generated/actions.js';
export type { InstanceApi } from './model/generated/instance-messages.js';
export {
  type KeyFamily,
  type KeyPairSpec,
  type KeySpec,
  type KeySpecFacts,
  keySpecs,
} from './model/key-specs.js';
export { limits } from './model/limits.js';
export type { ServiceErrorCode } from './model/service-errors.js';
export type { AcsAlgorithm as SignatureAlgorithm } from './model/signature-algorithms.js';
export type { ReEncryptProgress } from './re-encrypt-walk.js';
export type { AttemptEvent } from './transport/diagnostics.js';
export type { BackoffOptions, CallOptions, TransportOptions } from './transport/options.js';
export type { CallMetadata, SigningAccessKey } from './transport/types.js';
