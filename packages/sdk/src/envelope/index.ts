/**
 * Envelope encryption: data of any size, with data keys that KMS protects.
 *
 * @module alibabacloud-kms-sdk/envelope
 */

export { type EnvelopeErrorCode, KmsEnvelopeError, KmsIntegrityError, KmsUnwrapError } from '../errors.js';
export { newIdentity } from './age/x25519.js';
export type { AuthenticatedAlgorithm, EnvelopeAlgorithm } from './algorithms.js';
export {
  type EncryptOptions,
  type EncryptStreamOptions,
  Envelope,
  type WebTransform,
} from './envelope.js';
export type {
  EnvelopeCacheOptions,
  EnvelopeOptions,
  OpenOptions,
  OpenStreamOptions,
  SealOptions,
} from './envelope-options.js';
export type { MessageFormat } from './formats/detect-format.js';
export { type DescribedDataKey, inspectMessage, type MessageDescription } from './inspect-message.js';
export type { EnvelopeKms } from './keys/kms-calls.js';
export type { CacheCounters } from './keys/material-cache.js';
export type { KmsOfRegions } from './keys/wrapping-keys.js';
export type { WrittenFormat } from './message-codec.js';
export type { DecryptedMessage } from './open-message.js';
export type {
  ReEncryptAllEntry,
  ReEncryptAllOptions,
  ReEncryptResult,
  ReEncryptSource,
} from './re-encrypt-all.js';
