/**
 * Secrets for a running service: a cache that works while KMS is unavailable, and logins that survive rotation.
 *
 * @module alibabacloud-kms-sdk/secrets
 */

export { KmsSecretError, type SecretCode } from '../errors.js';
export type { Credentials } from './credentials-of.js';
export type { DataKeyClient, SealedDataKey } from './data-key.js';
export { EncryptedFileStore, type EncryptedFileStoreOptions } from './encrypted-file-store.js';
export type { RotateEvent, SecretCacheEvents, SecretErrorEvent, StaleEvent } from './events.js';
export { type FailureKind, failureKind } from './failure-kind.js';
export { OfficialFileStore, type OfficialFileStoreOptions } from './official-file-store.js';
export type { CacheClock, SecretCacheOptions, SecretHooks } from './options.js';
export { isRefusedLogin } from './refused-login.js';
export type { RotatingCredentials, RotatingCredentialsOptions } from './rotating-credentials.js';
export { Secret, type SecretInit } from './secret.js';
export { SecretCache } from './secret-cache.js';
export type { BatchResponse, GatewaySource, SecretResponse, SecretSource } from './source.js';
export type { StandardIssue, StandardResult, StandardSchema } from './standard-schema.js';
export type { SecretStore, StoredSecret } from './store.js';
export type { CachedSecret, GetJsonOptions, GetSecretOptions, SecretCacheStats } from './types.js';
export type { SecretKey, SecretSelection } from './which.js';
