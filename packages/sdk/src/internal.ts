/** For the local KMS, which speaks the same protocols from the other side. Not for applications: it may change with any version. */
export type { ActionFacts, FieldFacts, FieldsFacts, Shape } from './model/action-facts.js';
export { type ActionName, actions } from './model/generated/actions.js';
export { apiVersion, endpoints } from './model/generated/endpoints.js';
export {
  type FieldType,
  instanceMessages,
  type MessageField,
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
  type ServiceErrorFacts,
  serviceErrorFacts,
  serviceErrors,
} from './model/service-errors.js';
export {
  type Acs3Authorization,
  type Acs3Request,
  acs3Algorithm,
  acs3CanonicalRequest,
  acs3ContentSha256,
  acs3Headers,
  acs3Signature,
  acs3SignedHeaderNames,
  acs3StringToSign,
  formatAcs3Authorization,
  parseAcs3Authorization,
} from './wire/acs3.js';
export {
  type AdvanceHeader,
  advanceAlgorithms,
  advanceHeaderAesGcm,
  type CiphertextParts,
  encryptionContextAad,
  packAdvanceCiphertext,
  packPublicCiphertext,
  unpackAdvanceCiphertext,
  unpackPublicCiphertext,
} from './wire/ciphertext.js';
export {
  decodeInstanceError,
  decodeOpenApiError,
  type ErrorBody,
  encodeInstanceError,
  encodeOpenApiError,
} from './wire/error-body.js';
export { canonicalQuery, decodeForm, encodeForm, type Pairs } from './wire/form.js';
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
export { decodeParameters, encodeParameters } from './wire/parameters.js';
export { percentDecode, percentEncode } from './wire/percent-encode.js';
export { decodeMessage, encodeMessage } from './wire/protobuf.js';
export { rpcSignature, rpcSignatureMethod, rpcSignatureVersion, rpcStringToSign } from './wire/rpc-signature.js';
export { formatHttpDate, formatTimestamp, parseHttpDate, parseTimestamp } from './wire/timestamps.js';
export { WireFormatError } from './wire/wire-format-error.js';
