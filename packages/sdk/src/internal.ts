/** For the local KMS, the server side of the same protocols. Not for applications: it may change in any version. */
export type { AccessDeniedDetail } from './errors.js';
export { clientKeyPasswordRule, isClientKeyPassword, permissions } from './model/access.js';
export type { ActionFacts, FieldFacts, FieldsFacts, Shape } from './model/action-facts.js';
export type { PermissionFacts } from './model/api-rules.js';
export { type ActionName, actions } from './model/generated/actions.js';
export {
  clientKeyPermissions,
  conditionAlgorithms,
  keyActions,
  keyStateRules,
  policyApis,
  publicClientKeyApis,
  ramFacts,
  secretActions,
} from './model/generated/api-rules.js';
export { apiVersion, endpoints } from './model/generated/endpoints.js';
export {
  type InstanceApi,
  instanceMessages,
  type MessageName,
} from './model/generated/instance-messages.js';
export {
  defaultKeySpec,
  defaultKeyUsage,
  isSymmetric,
  type KeyFamily,
  type KeyPairSpec,
  type KeySpec,
  type KeySpecFacts,
  type KeyUsage,
  keyPairSpecs,
  keySpecFacts,
  keySpecs,
  type WrappingKeySpec,
  wrappingAlgorithms,
} from './model/key-specs.js';
export { limits } from './model/limits.js';
export {
  type ServiceErrorCode,
  serviceErrors,
} from './model/service-errors.js';
export { type AcsAlgorithm, acsAlgorithms } from './model/signature-algorithms.js';
export {
  contentOf,
  derBitString,
  derNode,
  derTags,
  derUnsigned,
  readNodes,
  readOnly,
  readUnsigned,
} from './public-key/der.js';
export { ecCurveOf, ecdsaVerifier, ecNumber, encodeSignature } from './public-key/ec.js';
export type { Jwk } from './public-key/jwk.js';
export { keySpecOf } from './public-key/open-key.js';
export type { Verifier } from './public-key/operations.js';
export {
  encodePss,
  modulusBytes,
  type OaepHash,
  oaepEncrypter,
  rsaVerifiers,
  sha256DigestInfo,
} from './public-key/rsa.js';
export {
  decodeSm2Ciphertext,
  hex,
  isSm2Algorithm,
  readSm2Spki,
  sm2Algorithm,
  sm2CipherMode,
  sm2Encrypter,
  sm2Order,
  sm2Spki,
  sm2Verifier,
  unhex,
} from './public-key/sm2.js';
export { isAddressOrBlock } from './util/address-block.js';
export { toBase64 } from './util/encodings.js';
export { fileProblem, looksLikeContent } from './util/file-paths.js';
export { smLibrary } from './util/sm-library.js';
export { nearestName, rejectUnknownNames } from './util/unknown-names.js';
export { isArrayBuffer, isBytes, isDate, isError, isObject } from './util/value-kinds.js';
export { attempt } from './util/work.js';
export {
  type AcsAuthorization,
  type AcsDigest,
  type AcsScope,
  acsCanonicalRequest,
  acsContentHeader,
  acsDay,
  acsDigest,
  acsHeaders,
  acsScope,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  formatAcsAuthorization,
  parseAcsAuthorization,
} from './wire/acs-signature.js';
export { parseBoundedJson } from './wire/bounded-json.js';
export {
  type CiphertextParts,
  packAdvanceCiphertext,
  packPublicCiphertext,
  unpackAdvanceCiphertext,
  unpackPublicCiphertext,
} from './wire/ciphertext.js';
export { encryptionContextAad, possibleContexts } from './wire/encryption-context.js';
export {
  decodeInstanceError,
  decodeOpenApiError,
  encodeInstanceError,
  encodeOpenApiError,
} from './wire/error-body.js';
export { canonicalQuery, decodeForm, encodeForm } from './wire/form.js';
export {
  formatBearer,
  instanceApiVersion,
  instanceContentSha256,
  instanceContentType,
  instanceHeaders,
  instanceSignatureMethod,
  instanceStringToSign,
  parseBearer,
} from './wire/instance-signature.js';
export { decodeParameters } from './wire/parameters.js';
export { PemError, readOnePem, readPem, toPem } from './wire/pem.js';
export { decodeMessage, encodeMessage } from './wire/protobuf.js';
export { rpcSignature, rpcSignatureMethod, rpcSignatureVersion, rpcStringToSign } from './wire/rpc-signature.js';
export { formatHttpDate, formatTimestamp, parseHttpDate, parseTimestamp } from './wire/timestamps.js';
export { messageBounds, WireFormatError } from './wire/wire-format.js';
