/**
 * What an application installs: `Client` for both gateways of KMS, `TransferClient` for programs that were written for
 * KMS 1.0, and public keys at work on this machine.
 *
 * @module alibabacloud-kms-sdk
 */

export type {
  Answer,
  EmptyRequest,
  EncryptionContext,
  FutureValue,
} from './client/answer.js';
export {
  type ApiDescription,
  apiNames,
  describeApi,
  type ParameterDescription,
} from './client/api-description.js';
export type { CallDescription, CallMethod } from './client/call-description.js';
export type {
  DoActionOptions,
  GatewayName,
  OperationOptions,
} from './client/call-options.js';
export { type ActionAnswer, Client } from './client/client.js';
export type {
  ClientOptions,
  KmsInstanceConfig,
  OpenApiConfig,
} from './client/client-options.js';
export type { CreateAccessAnswer, CreateAccessRequest } from './client/create-access.js';
export type {
  AdvanceGenerateDataKeyAnswer,
  AdvanceGenerateDataKeyPairRequest,
  AdvanceGenerateDataKeyRequest,
  GenerateDataKeyAnswer,
  GenerateDataKeyPairAnswer,
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairWithoutPlaintextAnswer,
  GenerateDataKeyRequest,
  GenerateRandomAnswer,
  GenerateRandomRequest,
  KeyFormat,
} from './client/data-keys.js';
export type { ActionParameters } from './client/do-action.js';
export type {
  AdvanceDecryptAnswer,
  AdvanceDecryptRequest,
  AdvanceEncryptAnswer,
  AdvanceEncryptRequest,
  DecryptAnswer,
  DecryptRequest,
  EncryptAnswer,
  EncryptionAlgorithm,
  EncryptRequest,
  PaddingMode,
} from './client/encryption.js';
export type {
  CreateApplicationAccessPointAnswer,
  CreateApplicationAccessPointRequest,
  CreateClientKeyAnswer,
  CreateClientKeyRequest,
  CreateNetworkRuleAnswer,
  CreateNetworkRuleRequest,
  CreatePolicyAnswer,
  CreatePolicyRequest,
  DeleteApplicationAccessPointAnswer,
  DeleteApplicationAccessPointRequest,
  DeleteClientKeyAnswer,
  DeleteClientKeyRequest,
  DeleteNetworkRuleAnswer,
  DeleteNetworkRuleRequest,
  DeletePolicyAnswer,
  DeletePolicyRequest,
  DescribeApplicationAccessPointAnswer,
  DescribeApplicationAccessPointRequest,
  DescribeNetworkRuleAnswer,
  DescribeNetworkRuleRequest,
  DescribePolicyAnswer,
  DescribePolicyRequest,
  GetClientKeyAnswer,
  GetClientKeyRequest,
  ListApplicationAccessPointsAnswer,
  ListApplicationAccessPointsRequest,
  ListClientKeysAnswer,
  ListClientKeysRequest,
  ListNetworkRulesAnswer,
  ListNetworkRulesRequest,
  ListPoliciesAnswer,
  ListPoliciesRequest,
  UpdateApplicationAccessPointAnswer,
  UpdateApplicationAccessPointRequest,
  UpdateNetworkRuleAnswer,
  UpdateNetworkRuleRequest,
  UpdatePolicyAnswer,
  UpdatePolicyRequest,
} from './client/generated/access.js';
export type {
  CreateAliasAnswer,
  CreateAliasRequest,
  DeleteAliasAnswer,
  DeleteAliasRequest,
  ListAliasesAnswer,
  ListAliasesByKeyIdAnswer,
  ListAliasesByKeyIdRequest,
  ListAliasesRequest,
  UpdateAliasAnswer,
  UpdateAliasRequest,
} from './client/generated/aliases.js';
export type {
  AsymmetricDecryptAnswer,
  AsymmetricDecryptRequest,
  AsymmetricEncryptAnswer,
  AsymmetricEncryptRequest,
  AsymmetricSignAnswer,
  AsymmetricSignRequest,
  AsymmetricVerifyAnswer,
  AsymmetricVerifyRequest,
  ExportDataKeyAnswer,
  ExportDataKeyRequest,
  GenerateAndExportDataKeyAnswer,
  GenerateAndExportDataKeyRequest,
  GenerateDataKeyWithoutPlaintextAnswer,
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateMacAnswer,
  GenerateMacRequest,
  GetManagedDataKeyAnswer,
  GetManagedDataKeyRequest,
  ListManagedDataKeyVersionsAnswer,
  ListManagedDataKeyVersionsRequest,
  ReEncryptAnswer,
  ReEncryptRequest,
  VerifyMacAnswer,
  VerifyMacRequest,
} from './client/generated/cryptography.js';
export type {
  AsymmetricEncryptionAlgorithm,
  DataKeySpec,
  KeyOrigin,
  KeyState,
  KeyUsage,
  MacAlgorithm,
  Permission,
  ProtectionLevel,
  QuotaResource,
  ResourceType,
  RotationStatus,
  SecretDataType,
  SecretType,
  SigningAlgorithm,
  Switch,
  WrappingAlgorithm,
  WrappingKeySpec,
} from './client/generated/enumerations.js';
export type {
  ConnectKmsInstanceAnswer,
  ConnectKmsInstanceRequest,
  DescribeAccountKmsStatusAnswer,
  DescribeRegionsAnswer,
  GetDefaultKmsInstanceAnswer,
  GetKmsInstanceAnswer,
  GetKmsInstanceQuotaInfosAnswer,
  GetKmsInstanceQuotaInfosRequest,
  GetKmsInstanceRequest,
  ListKmsInstancesAnswer,
  ListKmsInstancesRequest,
  OpenKmsServiceAnswer,
  ReleaseKmsInstanceAnswer,
  ReleaseKmsInstanceRequest,
  UpdateKmsInstanceBindVpcAnswer,
  UpdateKmsInstanceBindVpcRequest,
} from './client/generated/instances.js';
export type {
  CreateKeyVersionAnswer,
  CreateKeyVersionRequest,
  DeleteKeyMaterialAnswer,
  DeleteKeyMaterialRequest,
  DescribeKeyVersionAnswer,
  DescribeKeyVersionRequest,
  GetParametersForImportAnswer,
  GetParametersForImportRequest,
  ImportKeyMaterialAnswer,
  ImportKeyMaterialRequest,
  ListKeyVersionsAnswer,
  ListKeyVersionsRequest,
  UpdateRotationPolicyAnswer,
  UpdateRotationPolicyRequest,
} from './client/generated/key-material.js';
export type {
  CancelKeyDeletionAnswer,
  CancelKeyDeletionRequest,
  CreateKeyAnswer,
  CreateKeyRequest,
  DescribeKeyAnswer,
  DescribeKeyRequest,
  DisableKeyAnswer,
  DisableKeyRequest,
  EnableKeyAnswer,
  EnableKeyRequest,
  GetKeyPolicyAnswer,
  GetKeyPolicyRequest,
  ListKeysAnswer,
  ListKeysRequest,
  ScheduleKeyDeletionAnswer,
  ScheduleKeyDeletionRequest,
  SetDeletionProtectionAnswer,
  SetDeletionProtectionRequest,
  SetKeyPolicyAnswer,
  SetKeyPolicyRequest,
  UpdateKeyDescriptionAnswer,
  UpdateKeyDescriptionRequest,
} from './client/generated/keys.js';
export type {
  AccessControlRules,
  AccessPointEntry,
  AliasEntry,
  BoundVpc,
  ClientKeyEntry,
  Filter,
  KeyEntry,
  KeyMetadata,
  KeyTag,
  KeyVersion,
  KmsInstance,
  KmsInstanceEntry,
  ManagedDataKeyVersion,
  NetworkRuleEntry,
  PolicyEntry,
  QuotaInfo,
  RegionEntry,
  ResourceTag,
  SecretCustomData,
  SecretEntry,
  SecretFailure,
  SecretToGet,
  SecretValueEntry,
  SecretVersionEntry,
  Tag,
  TaggedResource,
} from './client/generated/objects.js';
export type {
  BatchGetSecretValueAnswer,
  BatchGetSecretValueRequest,
  CreateSecretAnswer,
  CreateSecretRequest,
  DeleteSecretAnswer,
  DeleteSecretRequest,
  DescribeSecretAnswer,
  DescribeSecretRequest,
  GetRandomPasswordAnswer,
  GetRandomPasswordRequest,
  GetSecretPolicyAnswer,
  GetSecretPolicyRequest,
  ListSecretsAnswer,
  ListSecretsRequest,
  ListSecretVersionIdsAnswer,
  ListSecretVersionIdsRequest,
  PutSecretValueAnswer,
  PutSecretValueRequest,
  RestoreSecretAnswer,
  RestoreSecretRequest,
  RotateSecretAnswer,
  RotateSecretRequest,
  SetSecretPolicyAnswer,
  SetSecretPolicyRequest,
  UpdateSecretAnswer,
  UpdateSecretRequest,
  UpdateSecretRotationPolicyAnswer,
  UpdateSecretRotationPolicyRequest,
  UpdateSecretVersionStageAnswer,
  UpdateSecretVersionStageRequest,
} from './client/generated/secrets.js';
export type {
  ListResourceTagsAnswer,
  ListResourceTagsRequest,
  ListTagResourcesAnswer,
  ListTagResourcesRequest,
  TagResourceAnswer,
  TagResourceRequest,
  TagResourcesAnswer,
  TagResourcesRequest,
  UntagResourceAnswer,
  UntagResourceRequest,
  UntagResourcesAnswer,
  UntagResourcesRequest,
} from './client/generated/tags.js';
export type { ImportKeyRequest } from './client/import-key.js';
export { type CiphertextDescription, inspectCiphertext } from './client/inspect-ciphertext.js';
export type {
  GetSecretValueAnswer,
  GetSecretValueRequest,
} from './client/secret-value.js';
export type {
  GetPublicKeyAnswer,
  GetPublicKeyRequest,
  MessageType,
  PublicKeyOptions,
  SignAnswer,
  SignRequest,
  VerifyAnswer,
  VerifyRequest,
} from './client/signatures.js';
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
  type CallContext,
  type ConfigurationCode,
  type ConnectionCode,
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
export type { ActionName } from './model/generated/actions.js';
export type { InstanceApi } from './model/generated/instance-messages.js';
export type { KeyPairSpec, KeySpec } from './model/key-specs.js';
export { limits } from './model/limits.js';
export type { ServiceErrorCode } from './model/service-errors.js';
export type { AcsAlgorithm as SignatureAlgorithm } from './model/signature-algorithms.js';
export {
  derToJose,
  type JoseAlgorithm,
  joseAlgorithmOf,
  joseAlgorithms,
  joseToDer,
  type SignatureSize,
} from './public-key/jose.js';
export type { EcPublicJwk, PublicJwk, RsaPublicJwk } from './public-key/jwk.js';
export {
  type LocalDigestRequest,
  type LocalEncryptRequest,
  type LocalVerifyRequest,
  PublicKey,
  type PublicKeyNames,
} from './public-key/public-key.js';
export type { ReEncryptProgress } from './re-encrypt-walk.js';
export type { ApiGeneration, Kms10Answer, TransferResponse, WithMetadata } from './transfer/api-generation.js';
export type { Kms10Answers, Kms10Model } from './transfer/generated/answers.js';
export type { Kms10Methods } from './transfer/generated/methods.js';
export type { Kms10Requests } from './transfer/generated/requests.js';
export type {
  EncryptionContextInput,
  FailedEntry,
  ReEncryptEntry,
  ReEncrypted,
  ReEncryptedEntry,
  ReEncryptOptions,
} from './transfer/re-encrypt-options.js';
export type { Route, RouteReason } from './transfer/routing.js';
export type { KmsRuntimeOptions } from './transfer/runtime-options.js';
export { type CallApiRequest, TransferClient } from './transfer/transfer-client.js';
export type { EncryptionContextBinding, TransferMetadata } from './transfer/transfer-metadata.js';
export type {
  KmsConfig,
  LegacyCredential,
  TransferClientOptions,
  TransferConfig,
} from './transfer/transfer-options.js';
export type { AttemptEvent } from './transport/diagnostics.js';
export type { BackoffOptions, CallOptions, TransportOptions } from './transport/options.js';
export type { CallMetadata, SigningAccessKey } from './transport/types.js';
