/**
 * Local operations with public keys: verify and encrypt without a call, convert signatures between DER and JOSE.
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
