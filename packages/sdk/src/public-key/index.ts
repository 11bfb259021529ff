/**
 * Public keys at work on this machine: verify and encrypt without a call, DER and JOSE forms of signatures.
 *
 * @module alibabacloud-kms-sdk/public-key
 */

export {
  derToJose,
  type JoseAlgorithm,
  joseAlgorithmOf,
  joseAlgorithms,
  joseToDer,
  type SignatureSize,
} from './jose.js';
export type { EcPublicJwk, Jwk, PublicJwk, RsaPublicJwk } from './jwk.js';
export {
  type LocalDigestRequest,
  type LocalEncryptRequest,
  type LocalVerifyRequest,
  PublicKey,
  type PublicKeyNames,
} from './public-key.js';
