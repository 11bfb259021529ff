// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { ActionName } from '../../model/generated/actions.js';
import type { InstanceApi } from '../../model/generated/instance-messages.js';
import type { EmptyRequest, KmsResponse } from '../response.js';
import type {
  AccessPointEntry,
  AliasEntry,
  KeyEntry,
  KeyVersion,
  KmsInstanceEntry,
  ManagedDataKeyVersion,
  NetworkRuleEntry,
  PolicyEntry,
  SecretEntry,
  SecretVersionEntry,
  TaggedResource,
} from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages, entriesOfTokens } from '../list-entries.js';
import type {
  CancelKeyDeletionRequest,
  CancelKeyDeletionResponse,
  CreateKeyRequest,
  CreateKeyResponse,
  DescribeKeyRequest,
  DescribeKeyResponse,
  DisableKeyRequest,
  DisableKeyResponse,
  EnableKeyRequest,
  EnableKeyResponse,
  GetKeyPolicyRequest,
  GetKeyPolicyResponse,
  ListKeysRequest,
  ListKeysResponse,
  ScheduleKeyDeletionRequest,
  ScheduleKeyDeletionResponse,
  SetDeletionProtectionRequest,
  SetDeletionProtectionResponse,
  SetKeyPolicyRequest,
  SetKeyPolicyResponse,
  UpdateKeyDescriptionRequest,
  UpdateKeyDescriptionResponse,
} from './keys.js';
import type {
  CreateAliasRequest,
  CreateAliasResponse,
  DeleteAliasRequest,
  DeleteAliasResponse,
  ListAliasesByKeyIdRequest,
  ListAliasesByKeyIdResponse,
  ListAliasesRequest,
  ListAliasesResponse,
  UpdateAliasRequest,
  UpdateAliasResponse,
} from './aliases.js';
import type {
  CreateKeyVersionRequest,
  CreateKeyVersionResponse,
  DeleteKeyMaterialRequest,
  DeleteKeyMaterialResponse,
  DescribeKeyVersionRequest,
  DescribeKeyVersionResponse,
  GetParametersForImportRequest,
  GetParametersForImportResponse,
  ImportKeyMaterialRequest,
  ImportKeyMaterialResponse,
  ListKeyVersionsRequest,
  ListKeyVersionsResponse,
  UpdateRotationPolicyRequest,
  UpdateRotationPolicyResponse,
} from './key-material.js';
import type {
  AdvanceDecryptRequest,
  AdvanceDecryptResponse,
  AdvanceEncryptRequest,
  AdvanceEncryptResponse,
  AdvanceGenerateDataKeyPairRequest,
  AdvanceGenerateDataKeyPairResponse,
  AdvanceGenerateDataKeyPairWithoutPlaintextRequest,
  AdvanceGenerateDataKeyPairWithoutPlaintextResponse,
  AdvanceGenerateDataKeyRequest,
  AdvanceGenerateDataKeyResponse,
  AsymmetricDecryptRequest,
  AsymmetricDecryptResponse,
  AsymmetricEncryptRequest,
  AsymmetricEncryptResponse,
  AsymmetricSignRequest,
  AsymmetricSignResponse,
  AsymmetricVerifyRequest,
  AsymmetricVerifyResponse,
  DecryptRequest,
  DecryptResponse,
  EncryptRequest,
  EncryptResponse,
  ExportDataKeyRequest,
  ExportDataKeyResponse,
  GenerateAndExportDataKeyRequest,
  GenerateAndExportDataKeyResponse,
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairResponse,
  GenerateDataKeyPairWithoutPlaintextRequest,
  GenerateDataKeyPairWithoutPlaintextResponse,
  GenerateDataKeyRequest,
  GenerateDataKeyResponse,
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse,
  GenerateMacRequest,
  GenerateMacResponse,
  GenerateRandomRequest,
  GenerateRandomResponse,
  GetManagedDataKeyRequest,
  GetManagedDataKeyResponse,
  GetPublicKeyRequest,
  GetPublicKeyResponse,
  ListManagedDataKeyVersionsRequest,
  ListManagedDataKeyVersionsResponse,
  ReEncryptRequest,
  ReEncryptResponse,
  SignRequest,
  SignResponse,
  VerifyMacRequest,
  VerifyMacResponse,
  VerifyRequest,
  VerifyResponse,
} from './cryptography.js';
import type {
  BatchGetSecretValueRequest,
  BatchGetSecretValueResponse,
  CreateSecretRequest,
  CreateSecretResponse,
  DeleteSecretRequest,
  DeleteSecretResponse,
  DescribeSecretRequest,
  DescribeSecretResponse,
  GetRandomPasswordRequest,
  GetRandomPasswordResponse,
  GetSecretPolicyRequest,
  GetSecretPolicyResponse,
  GetSecretValueRequest,
  GetSecretValueResponse,
  ListSecretVersionIdsRequest,
  ListSecretVersionIdsResponse,
  ListSecretsRequest,
  ListSecretsResponse,
  PutSecretValueRequest,
  PutSecretValueResponse,
  RestoreSecretRequest,
  RestoreSecretResponse,
  RotateSecretRequest,
  RotateSecretResponse,
  SetSecretPolicyRequest,
  SetSecretPolicyResponse,
  UpdateSecretRequest,
  UpdateSecretResponse,
  UpdateSecretRotationPolicyRequest,
  UpdateSecretRotationPolicyResponse,
  UpdateSecretVersionStageRequest,
  UpdateSecretVersionStageResponse,
} from './secrets.js';
import type {
  ListResourceTagsRequest,
  ListResourceTagsResponse,
  ListTagResourcesRequest,
  ListTagResourcesResponse,
  TagResourceRequest,
  TagResourceResponse,
  TagResourcesRequest,
  TagResourcesResponse,
  UntagResourceRequest,
  UntagResourceResponse,
  UntagResourcesRequest,
  UntagResourcesResponse,
} from './tags.js';
import type {
  CreateApplicationAccessPointRequest,
  CreateApplicationAccessPointResponse,
  CreateClientKeyRequest,
  CreateClientKeyResponse,
  CreateNetworkRuleRequest,
  CreateNetworkRuleResponse,
  CreatePolicyRequest,
  CreatePolicyResponse,
  DeleteApplicationAccessPointRequest,
  DeleteApplicationAccessPointResponse,
  DeleteClientKeyRequest,
  DeleteClientKeyResponse,
  DeleteNetworkRuleRequest,
  DeleteNetworkRuleResponse,
  DeletePolicyRequest,
  DeletePolicyResponse,
  DescribeApplicationAccessPointRequest,
  DescribeApplicationAccessPointResponse,
  DescribeNetworkRuleRequest,
  DescribeNetworkRuleResponse,
  DescribePolicyRequest,
  DescribePolicyResponse,
  GetClientKeyRequest,
  GetClientKeyResponse,
  ListApplicationAccessPointsRequest,
  ListApplicationAccessPointsResponse,
  ListClientKeysRequest,
  ListClientKeysResponse,
  ListNetworkRulesRequest,
  ListNetworkRulesResponse,
  ListPoliciesRequest,
  ListPoliciesResponse,
  UpdateApplicationAccessPointRequest,
  UpdateApplicationAccessPointResponse,
  UpdateNetworkRuleRequest,
  UpdateNetworkRuleResponse,
  UpdatePolicyRequest,
  UpdatePolicyResponse,
} from './access.js';
import type {
  ConnectKmsInstanceRequest,
  ConnectKmsInstanceResponse,
  DescribeAccountKmsStatusResponse,
  DescribeRegionsResponse,
  GetDefaultKmsInstanceResponse,
  GetKmsInstanceQuotaInfosRequest,
  GetKmsInstanceQuotaInfosResponse,
  GetKmsInstanceRequest,
  GetKmsInstanceResponse,
  ListKmsInstancesRequest,
  ListKmsInstancesResponse,
  OpenKmsServiceResponse,
  ReleaseKmsInstanceRequest,
  ReleaseKmsInstanceResponse,
  UpdateKmsInstanceBindVpcRequest,
  UpdateKmsInstanceBindVpcResponse,
} from './instances.js';

/** A method for each API of KMS. */
export abstract class Operations {
  /** Makes a call that a client key can make too. */
  protected abstract callOperation<R extends KmsResponse>(
    api: InstanceApi,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R>;

  /** Makes a call that needs an AccessKey. */
  protected abstract callAction<R extends KmsResponse>(
    api: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R>;

  /**
   * Create a key.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `UnsupportedOperation`, `Rejected.LimitExceeded`
   * @example
   * ```ts
   * const { keyMetadata } = await client.createKey({ keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkey
   */
  createKey(request: CreateKeyRequest = {}, options?: OperationOptions): Promise<CreateKeyResponse> {
    return this.callAction('CreateKey', request, options);
  }

  /**
   * Get the metadata of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.AliasNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekey
   */
  describeKey(request: DescribeKeyRequest, options?: OperationOptions): Promise<DescribeKeyResponse> {
    return this.callAction('DescribeKey', request, options);
  }

  /**
   * List the keys of the account in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @example
   * ```ts
   * const { keys } = await client.listKeys({ filters: [{ key: 'KeyState', values: ['Enabled'] }] });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeys
   */
  listKeys(request: ListKeysRequest = {}, options?: OperationOptions): Promise<ListKeysResponse> {
    return this.callAction('ListKeys', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listKeys}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listKeys}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.keys()) console.log(entry);
   * ```
   */
  keys(request: ListKeysRequest = {}, options?: OperationOptions): AsyncGenerator<KeyEntry, void, undefined> {
    return entriesOfPages((page) => this.listKeys(page, options), request, ({ keys }) => keys);
  }

  /**
   * Enable a disabled key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-enablekey
   */
  enableKey(request: EnableKeyRequest, options?: OperationOptions): Promise<EnableKeyResponse> {
    return this.callAction('EnableKey', request, options);
  }

  /**
   * Disable a key. Until enableKey, nobody can use it, not even to decrypt.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-disablekey
   */
  disableKey(request: DisableKeyRequest, options?: OperationOptions): Promise<DisableKeyResponse> {
    return this.callAction('DisableKey', request, options);
  }

  /**
   * Replace the description of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekeydescription
   */
  updateKeyDescription(
    request: UpdateKeyDescriptionRequest,
    options?: OperationOptions,
  ): Promise<UpdateKeyDescriptionResponse> {
    return this.callAction('UpdateKeyDescription', request, options);
  }

  /**
   * Schedule the deletion of a key. Until then nobody can use it, and cancelKeyDeletion cancels the deletion.
   *
   * After the waiting period, everything that the key encrypted is lost permanently. Served by the public gateway. Not
   * retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`, `Rejected.DeletionProtection`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-schedulekeydeletion
   */
  scheduleKeyDeletion(
    request: ScheduleKeyDeletionRequest,
    options?: OperationOptions,
  ): Promise<ScheduleKeyDeletionResponse> {
    return this.callAction('ScheduleKeyDeletion', request, options);
  }

  /**
   * Cancel the deletion of a key. The key becomes Enabled, or PendingImport if it has no material.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-cancelkeydeletion
   */
  cancelKeyDeletion(request: CancelKeyDeletionRequest, options?: OperationOptions): Promise<CancelKeyDeletionResponse> {
    return this.callAction('CancelKeyDeletion', request, options);
  }

  /**
   * Turn the deletion protection of a key or an instance on or off.
   *
   * Give one of `keyId`, `kmsInstanceId` and `protectedResourceArn`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setdeletionprotection
   */
  setDeletionProtection(
    request: SetDeletionProtectionRequest,
    options?: OperationOptions,
  ): Promise<SetDeletionProtectionResponse> {
    return this.callAction('SetDeletionProtection', request, options);
  }

  /**
   * Get the policy of a key in an instance.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkeypolicy
   */
  getKeyPolicy(request: GetKeyPolicyRequest, options?: OperationOptions): Promise<GetKeyPolicyResponse> {
    return this.callAction('GetKeyPolicy', request, options);
  }

  /**
   * Replace the policy of a key in an instance: who may manage and use it.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setkeypolicy
   */
  setKeyPolicy(request: SetKeyPolicyRequest, options?: OperationOptions): Promise<SetKeyPolicyResponse> {
    return this.callAction('SetKeyPolicy', request, options);
  }

  /**
   * Create an alias, a name to use instead of a key id.
   *
   * An alias names one key; a key can have several aliases. Served by the public gateway. Not retried if an attempt
   * may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.ResourceExist`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createalias
   */
  createAlias(request: CreateAliasRequest, options?: OperationOptions): Promise<CreateAliasResponse> {
    return this.callAction('CreateAlias', request, options);
  }

  /**
   * Point an alias to another key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.AliasNotFound`, `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatealias
   */
  updateAlias(request: UpdateAliasRequest, options?: OperationOptions): Promise<UpdateAliasResponse> {
    return this.callAction('UpdateAlias', request, options);
  }

  /**
   * Delete an alias. The key stays.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.AliasNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletealias
   */
  deleteAlias(request: DeleteAliasRequest, options?: OperationOptions): Promise<DeleteAliasResponse> {
    return this.callAction('DeleteAlias', request, options);
  }

  /**
   * List all aliases in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliases
   */
  listAliases(request: ListAliasesRequest = {}, options?: OperationOptions): Promise<ListAliasesResponse> {
    return this.callAction('ListAliases', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listAliases}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listAliases}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.aliases()) console.log(entry);
   * ```
   */
  aliases(request: ListAliasesRequest = {}, options?: OperationOptions): AsyncGenerator<AliasEntry, void, undefined> {
    return entriesOfPages((page) => this.listAliases(page, options), request, ({ aliases }) => aliases);
  }

  /**
   * List the aliases of one key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliasesbykeyid
   */
  listAliasesByKeyId(
    request: ListAliasesByKeyIdRequest,
    options?: OperationOptions,
  ): Promise<ListAliasesByKeyIdResponse> {
    return this.callAction('ListAliasesByKeyId', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listAliasesByKeyId}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listAliasesByKeyId}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.aliasesByKeyId(request)) console.log(entry);
   * ```
   */
  aliasesByKeyId(
    request: ListAliasesByKeyIdRequest,
    options?: OperationOptions,
  ): AsyncGenerator<AliasEntry, void, undefined> {
    return entriesOfPages((page) => this.listAliasesByKeyId(page, options), request, ({ aliases }) => aliases);
  }

  /**
   * Create a version of an asymmetric key, which becomes the primary version.
   *
   * At most 50 versions, 7 days apart. Older versions keep working. Served by the public gateway. Not retried if an
   * attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.LimitExceeded`,
   * `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkeyversion
   */
  createKeyVersion(request: CreateKeyVersionRequest, options?: OperationOptions): Promise<CreateKeyVersionResponse> {
    return this.callAction('CreateKeyVersion', request, options);
  }

  /**
   * Get the metadata of a key version.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekeyversion
   */
  describeKeyVersion(
    request: DescribeKeyVersionRequest,
    options?: OperationOptions,
  ): Promise<DescribeKeyVersionResponse> {
    return this.callAction('DescribeKeyVersion', request, options);
  }

  /**
   * List the versions of a key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeyversions
   */
  listKeyVersions(request: ListKeyVersionsRequest, options?: OperationOptions): Promise<ListKeyVersionsResponse> {
    return this.callAction('ListKeyVersions', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listKeyVersions}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listKeyVersions}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.keyVersions(request)) console.log(entry);
   * ```
   */
  keyVersions(
    request: ListKeyVersionsRequest,
    options?: OperationOptions,
  ): AsyncGenerator<KeyVersion, void, undefined> {
    return entriesOfPages((page) => this.listKeyVersions(page, options), request, ({ keyVersions }) => keyVersions);
  }

  /**
   * Set whether and how often KMS rotates a symmetric key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updaterotationpolicy
   */
  updateRotationPolicy(
    request: UpdateRotationPolicyRequest,
    options?: OperationOptions,
  ): Promise<UpdateRotationPolicyResponse> {
    return this.callAction('UpdateRotationPolicy', request, options);
  }

  /**
   * Get the public key and the token for importing material into an EXTERNAL key.
   *
   * Both are valid for 24 hours, for this key only, and only together. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getparametersforimport
   */
  getParametersForImport(
    request: GetParametersForImportRequest,
    options?: OperationOptions,
  ): Promise<GetParametersForImportResponse> {
    return this.callAction('GetParametersForImport', request, options);
  }

  /**
   * Import material into a key of origin EXTERNAL.
   *
   * After a deletion or expiry, you can import only the same material again. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-importkeymaterial
   */
  importKeyMaterial(request: ImportKeyMaterialRequest, options?: OperationOptions): Promise<ImportKeyMaterialResponse> {
    return this.callAction('ImportKeyMaterial', request, options);
  }

  /**
   * Delete imported material. The key is PendingImport until you import the same material again.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletekeymaterial
   */
  deleteKeyMaterial(request: DeleteKeyMaterialRequest, options?: OperationOptions): Promise<DeleteKeyMaterialResponse> {
    return this.callAction('DeleteKeyMaterial', request, options);
  }

  /**
   * Encrypt up to 6 KB with a key that never leaves KMS.
   *
   * With a client key, store `iv` (and the algorithm) for decrypt; advanceEncrypt puts both into the ciphertext. With
   * an AccessKey (public gateway, or an instance) the ciphertext of a symmetric key carries everything; the plaintext
   * travels as base64 text, which this client encodes and decodes.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { ciphertextBlob, iv } = await client.encrypt({ keyId: 'alias/app', plaintext: 'hello', aad: 'order-17' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-encrypt
   */
  encrypt(request: EncryptRequest, options?: OperationOptions): Promise<EncryptResponse> {
    return this.callOperation('Encrypt', request, options);
  }

  /**
   * Decrypt a ciphertext of encrypt or generateDataKey.
   *
   * The error never says why a ciphertext does not decrypt: wrong `aad`, wrong key and changed ciphertext look the
   * same. With an AccessKey, decrypting what another program encrypted from text that is not base64 returns its UTF-8
   * bytes.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { plaintext } = await client.decrypt({ keyId: 'alias/app', ciphertextBlob, iv, aad: 'order-17' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-decrypt
   */
  decrypt(request: DecryptRequest, options?: OperationOptions): Promise<DecryptResponse> {
    return this.callOperation('Decrypt', request, options);
  }

  /**
   * Sign a message or its digest.
   *
   * With an AccessKey this is AsymmetricSign: `keyVersionId` and `algorithm` are required, and this client hashes the
   * message.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { signature } = await client.sign({ keyId, message: 'pay 10', algorithm: 'ECDSA_SHA_256' });
   * ```
   */
  sign(request: SignRequest, options?: OperationOptions): Promise<SignResponse> {
    return this.callOperation('Sign', request, options);
  }

  /**
   * Verify a signature. A wrong signature returns `value: false`; it is not an error.
   *
   * With an AccessKey this is AsymmetricVerify: `keyVersionId` and `algorithm` are required, and this client hashes
   * the message.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { value } = await client.verify({ keyId, message: 'pay 10', signature, algorithm: 'ECDSA_SHA_256' });
   * ```
   */
  verify(request: VerifyRequest, options?: OperationOptions): Promise<VerifyResponse> {
    return this.callOperation('Verify', request, options);
  }

  /**
   * Generate random bytes.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  generateRandom(request: GenerateRandomRequest, options?: OperationOptions): Promise<GenerateRandomResponse> {
    return this.callOperation('GenerateRandom', request, options);
  }

  /**
   * Generate a data key: in plaintext, to encrypt data locally, and encrypted, to store beside the data.
   *
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { plaintext, ciphertextBlob, iv } = await client.generateDataKey({ keyId: 'alias/app', numberOfBytes: 32 });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakey
   */
  generateDataKey(request: GenerateDataKeyRequest, options?: OperationOptions): Promise<GenerateDataKeyResponse> {
    return this.callOperation('GenerateDataKey', request, options);
  }

  /**
   * Get the public key of an asymmetric key.
   *
   * With an AccessKey `keyVersionId` is required.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getpublickey
   */
  getPublicKey(request: GetPublicKeyRequest, options?: OperationOptions): Promise<GetPublicKeyResponse> {
    return this.callOperation('GetPublicKey', request, options);
  }

  /**
   * Encrypt into a ciphertext that carries everything that decryption needs, even after the key is rotated.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const { ciphertextBlob } = await client.advanceEncrypt({ keyId: 'alias/app', plaintext: 'hello', aad: 'order-17' });
   * ```
   */
  advanceEncrypt(request: AdvanceEncryptRequest, options?: OperationOptions): Promise<AdvanceEncryptResponse> {
    return this.callOperation('AdvanceEncrypt', request, options);
  }

  /**
   * Decrypt a ciphertext of advanceEncrypt or advanceGenerateDataKey.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad: 'order-17' });
   * ```
   */
  advanceDecrypt(request: AdvanceDecryptRequest, options?: OperationOptions): Promise<AdvanceDecryptResponse> {
    return this.callOperation('AdvanceDecrypt', request, options);
  }

  /**
   * Generate a data key whose ciphertext carries everything that decryption needs.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKey(
    request: AdvanceGenerateDataKeyRequest,
    options?: OperationOptions,
  ): Promise<AdvanceGenerateDataKeyResponse> {
    return this.callOperation('AdvanceGenerateDataKey', request, options);
  }

  /**
   * Generate a key pair: the private key in plaintext and encrypted under a key, and the public key.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const pair = await client.generateDataKeyPair({ keyId: 'alias/app', keyPairSpec: 'EC_P256', keyFormat: 'PEM' });
   * ```
   */
  generateDataKeyPair(
    request: GenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairResponse> {
    return this.callOperation('GenerateDataKeyPair', request, options);
  }

  /**
   * Generate a key pair and return only the encrypted private key.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  generateDataKeyPairWithoutPlaintext(
    request: GenerateDataKeyPairWithoutPlaintextRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairWithoutPlaintextResponse> {
    return this.callOperation('GenerateDataKeyPairWithoutPlaintext', request, options);
  }

  /**
   * Generate a key pair; the encrypted private key carries everything that advanceDecrypt needs.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKeyPair(
    request: AdvanceGenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<AdvanceGenerateDataKeyPairResponse> {
    return this.callOperation('AdvanceGenerateDataKeyPair', request, options);
  }

  /**
   * Generate a key pair and return only the encrypted private key, with everything that advanceDecrypt needs.
   *
   * Needs a client key: the public gateway has no such API.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKeyPairWithoutPlaintext(
    request: AdvanceGenerateDataKeyPairWithoutPlaintextRequest,
    options?: OperationOptions,
  ): Promise<AdvanceGenerateDataKeyPairWithoutPlaintextResponse> {
    return this.callOperation('AdvanceGenerateDataKeyPairWithoutPlaintext', request, options);
  }

  /**
   * Encrypt with the public key of an asymmetric key.
   *
   * Served by the public gateway, up to 200 calls per second and account, and by an instance for clients with an
   * AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricencrypt
   */
  asymmetricEncrypt(request: AsymmetricEncryptRequest, options?: OperationOptions): Promise<AsymmetricEncryptResponse> {
    return this.callAction('AsymmetricEncrypt', request, options);
  }

  /**
   * Decrypt with the private key of an asymmetric key.
   *
   * Served by the public gateway, up to 200 calls per second and account, and by an instance for clients with an
   * AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricdecrypt
   */
  asymmetricDecrypt(request: AsymmetricDecryptRequest, options?: OperationOptions): Promise<AsymmetricDecryptResponse> {
    return this.callAction('AsymmetricDecrypt', request, options);
  }

  /**
   * Sign a digest.
   *
   * Served by the public gateway, up to 200 calls per second and account, and by an instance for clients with an
   * AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @example
   * ```ts
   * const digest = createHash('sha256').update(message).digest();
   * const { value } = await client.asymmetricSign({ keyId, keyVersionId, algorithm: 'ECDSA_SHA_256', digest });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricsign
   */
  asymmetricSign(request: AsymmetricSignRequest, options?: OperationOptions): Promise<AsymmetricSignResponse> {
    return this.callAction('AsymmetricSign', request, options);
  }

  /**
   * Verify the signature of a digest. A wrong signature returns `value: false`; it is not an error.
   *
   * Served by the public gateway, up to 200 calls per second and account, and by an instance for clients with an
   * AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricverify
   */
  asymmetricVerify(request: AsymmetricVerifyRequest, options?: OperationOptions): Promise<AsymmetricVerifyResponse> {
    return this.callAction('AsymmetricVerify', request, options);
  }

  /**
   * Generate a data key and return only its ciphertext, for decrypt to decrypt later.
   *
   * Served by the public gateway, up to 1,000 calls per second and account, and by an instance for clients with an
   * AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakeywithoutplaintext
   */
  generateDataKeyWithoutPlaintext(
    request: GenerateDataKeyWithoutPlaintextRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyWithoutPlaintextResponse> {
    return this.callAction('GenerateDataKeyWithoutPlaintext', request, options);
  }

  /**
   * Generate a data key and return it encrypted under the key, and wrapped with your public key.
   *
   * Served by the public gateway, and by an instance for clients with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generateandexportdatakey
   */
  generateAndExportDataKey(
    request: GenerateAndExportDataKeyRequest,
    options?: OperationOptions,
  ): Promise<GenerateAndExportDataKeyResponse> {
    return this.callAction('GenerateAndExportDataKey', request, options);
  }

  /**
   * Wrap an encrypted data key with your public key.
   *
   * Served by the public gateway, and by an instance for clients with an AccessKey.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-exportdatakey
   */
  exportDataKey(request: ExportDataKeyRequest, options?: OperationOptions): Promise<ExportDataKeyResponse> {
    return this.callAction('ExportDataKey', request, options);
  }

  /**
   * Re-encrypt a ciphertext under another key or the newest version, without revealing the plaintext.
   *
   * Served by the public gateway, up to 750 calls per second and account.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-reencrypt
   */
  reEncrypt(request: ReEncryptRequest, options?: OperationOptions): Promise<ReEncryptResponse> {
    return this.callAction('ReEncrypt', request, options);
  }

  /**
   * Compute an HMAC.
   *
   * Served by the public gateway, and by an instance for clients with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatemac
   */
  generateMac(request: GenerateMacRequest, options?: OperationOptions): Promise<GenerateMacResponse> {
    return this.callAction('GenerateMac', request, options);
  }

  /**
   * Verify an HMAC. A wrong HMAC returns `value: false`; it is not an error.
   *
   * Served by the public gateway, and by an instance for clients with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-verifymac
   */
  verifyMac(request: VerifyMacRequest, options?: OperationOptions): Promise<VerifyMacResponse> {
    return this.callAction('VerifyMac', request, options);
  }

  /**
   * Get a data key that KMS stores and rotates.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getmanageddatakey
   */
  getManagedDataKey(request: GetManagedDataKeyRequest, options?: OperationOptions): Promise<GetManagedDataKeyResponse> {
    return this.callAction('GetManagedDataKey', request, options);
  }

  /**
   * List the versions of a managed data key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listmanageddatakeyversions
   */
  listManagedDataKeyVersions(
    request: ListManagedDataKeyVersionsRequest,
    options?: OperationOptions,
  ): Promise<ListManagedDataKeyVersionsResponse> {
    return this.callAction('ListManagedDataKeyVersions', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listManagedDataKeyVersions}, requesting each page when it is
   * needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listManagedDataKeyVersions}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.managedDataKeyVersions(request)) console.log(entry);
   * ```
   */
  managedDataKeyVersions(
    request: ListManagedDataKeyVersionsRequest,
    options?: OperationOptions,
  ): AsyncGenerator<ManagedDataKeyVersion, void, undefined> {
    return entriesOfPages(
      (page) => this.listManagedDataKeyVersions(page, options),
      request,
      ({ managedDataKeyVersions }) => managedDataKeyVersions,
    );
  }

  /**
   * Get the value of a secret.
   *
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Forbidden.NoPermission`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { secretData } = await client.getSecretValue({ secretName: 'app/db' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretvalue
   */
  getSecretValue(request: GetSecretValueRequest, options?: OperationOptions): Promise<GetSecretValueResponse> {
    return this.callOperation('GetSecretValue', request, options);
  }

  /**
   * Create a secret with its first version.
   *
   * Managed types (Rds, Redis, RAMCredentials, ECS, PolarDB) are rotated by KMS. Served by the public gateway. Not
   * retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.KeyNotFound`, `InvalidParameter`,
   * `Rejected.LimitExceeded`
   * @example
   * ```ts
   * await client.createSecret({ secretName: 'app/db', secretData: 'p4ssw0rd', versionId: 'v1' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createsecret
   */
  createSecret(request: CreateSecretRequest, options?: OperationOptions): Promise<CreateSecretResponse> {
    return this.callAction('CreateSecret', request, options);
  }

  /**
   * Store a new version of a Generic secret.
   *
   * Repeating a call with the same id and value succeeds and changes nothing. At most 10 versions: KMS removes the
   * oldest without a stage first. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceExist`, `UnsupportedOperation`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-putsecretvalue
   */
  putSecretValue(request: PutSecretValueRequest, options?: OperationOptions): Promise<PutSecretValueResponse> {
    return this.callAction('PutSecretValue', request, options);
  }

  /**
   * Get the values of up to 20 secrets. `errors` lists those that failed.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-batchgetsecretvalue
   */
  batchGetSecretValue(
    request: BatchGetSecretValueRequest = {},
    options?: OperationOptions,
  ): Promise<BatchGetSecretValueResponse> {
    return this.callAction('BatchGetSecretValue', request, options);
  }

  /**
   * Get the metadata of a secret.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describesecret
   */
  describeSecret(request: DescribeSecretRequest, options?: OperationOptions): Promise<DescribeSecretResponse> {
    return this.callAction('DescribeSecret', request, options);
  }

  /**
   * List the secrets of the account in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecrets
   */
  listSecrets(request: ListSecretsRequest = {}, options?: OperationOptions): Promise<ListSecretsResponse> {
    return this.callAction('ListSecrets', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listSecrets}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listSecrets}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.secrets()) console.log(entry);
   * ```
   */
  secrets(request: ListSecretsRequest = {}, options?: OperationOptions): AsyncGenerator<SecretEntry, void, undefined> {
    return entriesOfPages((page) => this.listSecrets(page, options), request, ({ secretList }) => secretList);
  }

  /**
   * List the versions of a secret and their stages, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecretversionids
   */
  listSecretVersionIds(
    request: ListSecretVersionIdsRequest,
    options?: OperationOptions,
  ): Promise<ListSecretVersionIdsResponse> {
    return this.callAction('ListSecretVersionIds', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listSecretVersionIds}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listSecretVersionIds}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.secretVersions(request)) console.log(entry);
   * ```
   */
  secretVersions(
    request: ListSecretVersionIdsRequest,
    options?: OperationOptions,
  ): AsyncGenerator<SecretVersionEntry, void, undefined> {
    return entriesOfPages((page) => this.listSecretVersionIds(page, options), request, ({ versionIds }) => versionIds);
  }

  /**
   * Update the description or the custom data of a secret.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecret
   */
  updateSecret(request: UpdateSecretRequest, options?: OperationOptions): Promise<UpdateSecretResponse> {
    return this.callAction('UpdateSecret', request, options);
  }

  /**
   * Move a stage label between versions of a secret, or remove it.
   *
   * Moving ACSCurrent moves ACSPrevious to the version that had it. Served by the public gateway. Not retried if an
   * attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @example
   * ```ts
   * await client.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: 'v2' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretversionstage
   */
  updateSecretVersionStage(
    request: UpdateSecretVersionStageRequest,
    options?: OperationOptions,
  ): Promise<UpdateSecretVersionStageResponse> {
    return this.callAction('UpdateSecretVersionStage', request, options);
  }

  /**
   * Set whether and how often KMS rotates a managed secret.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `UnsupportedOperation`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretrotationpolicy
   */
  updateSecretRotationPolicy(
    request: UpdateSecretRotationPolicyRequest,
    options?: OperationOptions,
  ): Promise<UpdateSecretRotationPolicyResponse> {
    return this.callAction('UpdateSecretRotationPolicy', request, options);
  }

  /**
   * Rotate a managed secret now.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `UnsupportedOperation`, `Rejected.ResourceExist`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-rotatesecret
   */
  rotateSecret(request: RotateSecretRequest, options?: OperationOptions): Promise<RotateSecretResponse> {
    return this.callAction('RotateSecret', request, options);
  }

  /**
   * Delete a secret after a recovery window, in which restoreSecret restores it, or at once.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletesecret
   */
  deleteSecret(request: DeleteSecretRequest, options?: OperationOptions): Promise<DeleteSecretResponse> {
    return this.callAction('DeleteSecret', request, options);
  }

  /**
   * Restore a secret whose deletion is scheduled.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-restoresecret
   */
  restoreSecret(request: RestoreSecretRequest, options?: OperationOptions): Promise<RestoreSecretResponse> {
    return this.callAction('RestoreSecret', request, options);
  }

  /**
   * Get the policy of a secret in an instance.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretpolicy
   */
  getSecretPolicy(request: GetSecretPolicyRequest, options?: OperationOptions): Promise<GetSecretPolicyResponse> {
    return this.callAction('GetSecretPolicy', request, options);
  }

  /**
   * Replace the policy of a secret in an instance: who may manage and read it.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setsecretpolicy
   */
  setSecretPolicy(request: SetSecretPolicyRequest, options?: OperationOptions): Promise<SetSecretPolicyResponse> {
    return this.callAction('SetSecretPolicy', request, options);
  }

  /**
   * Generate a random password.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getrandompassword
   */
  getRandomPassword(
    request: GetRandomPasswordRequest = {},
    options?: OperationOptions,
  ): Promise<GetRandomPasswordResponse> {
    return this.callAction('GetRandomPassword', request, options);
  }

  /**
   * Add tags to a key, secret or certificate.
   *
   * Give one of `keyId`, `secretName` and `certificateId`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresource
   */
  tagResource(request: TagResourceRequest, options?: OperationOptions): Promise<TagResourceResponse> {
    return this.callAction('TagResource', request, options);
  }

  /**
   * Remove tags from a key, secret or certificate.
   *
   * Give one of `keyId`, `secretName` and `certificateId`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresource
   */
  untagResource(request: UntagResourceRequest, options?: OperationOptions): Promise<UntagResourceResponse> {
    return this.callAction('UntagResource', request, options);
  }

  /**
   * List the tags of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listresourcetags
   */
  listResourceTags(request: ListResourceTagsRequest, options?: OperationOptions): Promise<ListResourceTagsResponse> {
    return this.callAction('ListResourceTags', request, options);
  }

  /**
   * Add tags to several keys or secrets.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresources
   */
  tagResources(request: TagResourcesRequest, options?: OperationOptions): Promise<TagResourcesResponse> {
    return this.callAction('TagResources', request, options);
  }

  /**
   * Remove tags from several keys or secrets.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresources
   */
  untagResources(request: UntagResourcesRequest, options?: OperationOptions): Promise<UntagResourcesResponse> {
    return this.callAction('UntagResources', request, options);
  }

  /**
   * List tags of keys or secrets, by resource or by tag, with a token for the next page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listtagresources
   */
  listTagResources(request: ListTagResourcesRequest, options?: OperationOptions): Promise<ListTagResourcesResponse> {
    return this.callAction('ListTagResources', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listTagResources}, requesting each page when it is needed.
   *
   * `nextToken` determines the start. The options apply to the call for each page. If the list changes meanwhile,
   * entries may be missed or repeated.
   *
   * @throws the errors of {@link listTagResources}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.taggedResources(request)) console.log(entry);
   * ```
   */
  taggedResources(
    request: ListTagResourcesRequest,
    options?: OperationOptions,
  ): AsyncGenerator<TaggedResource, void, undefined> {
    return entriesOfTokens((page) => this.listTagResources(page, options), request, ({ tagResources }) => tagResources);
  }

  /**
   * Create a network rule: the addresses that may call an instance.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createnetworkrule
   */
  createNetworkRule(request: CreateNetworkRuleRequest, options?: OperationOptions): Promise<CreateNetworkRuleResponse> {
    return this.callAction('CreateNetworkRule', request, options);
  }

  /**
   * Get a network rule.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describenetworkrule
   */
  describeNetworkRule(
    request: DescribeNetworkRuleRequest,
    options?: OperationOptions,
  ): Promise<DescribeNetworkRuleResponse> {
    return this.callAction('DescribeNetworkRule', request, options);
  }

  /**
   * List network rules, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listnetworkrules
   */
  listNetworkRules(
    request: ListNetworkRulesRequest = {},
    options?: OperationOptions,
  ): Promise<ListNetworkRulesResponse> {
    return this.callAction('ListNetworkRules', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listNetworkRules}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listNetworkRules}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.networkRules()) console.log(entry);
   * ```
   */
  networkRules(
    request: ListNetworkRulesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<NetworkRuleEntry, void, undefined> {
    return entriesOfPages((page) => this.listNetworkRules(page, options), request, ({ networkRules }) => networkRules);
  }

  /**
   * Update the addresses or the description of a network rule.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatenetworkrule
   */
  updateNetworkRule(request: UpdateNetworkRuleRequest, options?: OperationOptions): Promise<UpdateNetworkRuleResponse> {
    return this.callAction('UpdateNetworkRule', request, options);
  }

  /**
   * Delete a network rule that no policy uses.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletenetworkrule
   */
  deleteNetworkRule(request: DeleteNetworkRuleRequest, options?: OperationOptions): Promise<DeleteNetworkRuleResponse> {
    return this.callAction('DeleteNetworkRule', request, options);
  }

  /**
   * Create a policy: which keys and secrets of an instance may be used, and from where.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createpolicy
   */
  createPolicy(request: CreatePolicyRequest, options?: OperationOptions): Promise<CreatePolicyResponse> {
    return this.callAction('CreatePolicy', request, options);
  }

  /**
   * Get a policy.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describepolicy
   */
  describePolicy(request: DescribePolicyRequest, options?: OperationOptions): Promise<DescribePolicyResponse> {
    return this.callAction('DescribePolicy', request, options);
  }

  /**
   * List policies, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listpolicies
   */
  listPolicies(request: ListPoliciesRequest = {}, options?: OperationOptions): Promise<ListPoliciesResponse> {
    return this.callAction('ListPolicies', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listPolicies}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listPolicies}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.policies()) console.log(entry);
   * ```
   */
  policies(
    request: ListPoliciesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<PolicyEntry, void, undefined> {
    return entriesOfPages((page) => this.listPolicies(page, options), request, ({ policies }) => policies);
  }

  /**
   * Update a policy.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatepolicy
   */
  updatePolicy(request: UpdatePolicyRequest, options?: OperationOptions): Promise<UpdatePolicyResponse> {
    return this.callAction('UpdatePolicy', request, options);
  }

  /**
   * Delete a policy that no access point uses.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletepolicy
   */
  deletePolicy(request: DeletePolicyRequest, options?: OperationOptions): Promise<DeletePolicyResponse> {
    return this.callAction('DeletePolicy', request, options);
  }

  /**
   * Create an application access point. Its policies decide what its client keys may do.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createapplicationaccesspoint
   */
  createApplicationAccessPoint(
    request: CreateApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<CreateApplicationAccessPointResponse> {
    return this.callAction('CreateApplicationAccessPoint', request, options);
  }

  /**
   * Get an application access point.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeapplicationaccesspoint
   */
  describeApplicationAccessPoint(
    request: DescribeApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<DescribeApplicationAccessPointResponse> {
    return this.callAction('DescribeApplicationAccessPoint', request, options);
  }

  /**
   * List application access points, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listapplicationaccesspoints
   */
  listApplicationAccessPoints(
    request: ListApplicationAccessPointsRequest = {},
    options?: OperationOptions,
  ): Promise<ListApplicationAccessPointsResponse> {
    return this.callAction('ListApplicationAccessPoints', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listApplicationAccessPoints}, requesting each page when it is
   * needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listApplicationAccessPoints}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.applicationAccessPoints()) console.log(entry);
   * ```
   */
  applicationAccessPoints(
    request: ListApplicationAccessPointsRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<AccessPointEntry, void, undefined> {
    return entriesOfPages(
      (page) => this.listApplicationAccessPoints(page, options),
      request,
      ({ applicationAccessPoints }) => applicationAccessPoints,
    );
  }

  /**
   * Update the policies or the description of an application access point.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updateapplicationaccesspoint
   */
  updateApplicationAccessPoint(
    request: UpdateApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<UpdateApplicationAccessPointResponse> {
    return this.callAction('UpdateApplicationAccessPoint', request, options);
  }

  /**
   * Delete an application access point that has no client key.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteapplicationaccesspoint
   */
  deleteApplicationAccessPoint(
    request: DeleteApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<DeleteApplicationAccessPointResponse> {
    return this.callAction('DeleteApplicationAccessPoint', request, options);
  }

  /**
   * Create a client key. Only this response contains its private key.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
   */
  createClientKey(request: CreateClientKeyRequest, options?: OperationOptions): Promise<CreateClientKeyResponse> {
    return this.callAction('CreateClientKey', request, options);
  }

  /**
   * Get a client key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getclientkey
   */
  getClientKey(request: GetClientKeyRequest, options?: OperationOptions): Promise<GetClientKeyResponse> {
    return this.callAction('GetClientKey', request, options);
  }

  /**
   * List the client keys of an access point, or all client keys.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listclientkeys
   */
  listClientKeys(request: ListClientKeysRequest = {}, options?: OperationOptions): Promise<ListClientKeysResponse> {
    return this.callAction('ListClientKeys', request, options);
  }

  /**
   * Delete a client key. From then on, KMS refuses calls with it.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteclientkey
   */
  deleteClientKey(request: DeleteClientKeyRequest, options?: OperationOptions): Promise<DeleteClientKeyResponse> {
    return this.callAction('DeleteClientKey', request, options);
  }

  /**
   * Get an instance and the CA of its gateway.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstance
   */
  getKmsInstance(request: GetKmsInstanceRequest, options?: OperationOptions): Promise<GetKmsInstanceResponse> {
    return this.callAction('GetKmsInstance', request, options);
  }

  /**
   * List the instances of the account in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkmsinstances
   */
  listKmsInstances(
    request: ListKmsInstancesRequest = {},
    options?: OperationOptions,
  ): Promise<ListKmsInstancesResponse> {
    return this.callAction('ListKmsInstances', request, options);
  }

  /**
   * Iterates over the entries of all pages of {@link listKmsInstances}, requesting each page when it is needed.
   *
   * `pageSize` is 100 by default, `pageNumber` the first page to request. The options apply to the call for each page.
   * If the list changes meanwhile, entries may be missed or repeated.
   *
   * @throws the errors of {@link listKmsInstances}, while iterating
   * @example
   * ```ts
   * for await (const entry of client.kmsInstances()) console.log(entry);
   * ```
   */
  kmsInstances(
    request: ListKmsInstancesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<KmsInstanceEntry, void, undefined> {
    return entriesOfPages((page) => this.listKmsInstances(page, options), request, ({ kmsInstances }) => kmsInstances);
  }

  /**
   * Get the default instance.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getdefaultkmsinstance
   */
  getDefaultKmsInstance(
    request: EmptyRequest = {},
    options?: OperationOptions,
  ): Promise<GetDefaultKmsInstanceResponse> {
    return this.callAction('GetDefaultKmsInstance', request, options);
  }

  /**
   * Get the quotas of an instance and their usage.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstancequotainfos
   */
  getKmsInstanceQuotaInfos(
    request: GetKmsInstanceQuotaInfosRequest = {},
    options?: OperationOptions,
  ): Promise<GetKmsInstanceQuotaInfosResponse> {
    return this.callAction('GetKmsInstanceQuotaInfos', request, options);
  }

  /**
   * Enable a purchased instance in a VPC.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-connectkmsinstance
   */
  connectKmsInstance(
    request: ConnectKmsInstanceRequest,
    options?: OperationOptions,
  ): Promise<ConnectKmsInstanceResponse> {
    return this.callAction('ConnectKmsInstance', request, options);
  }

  /**
   * Replace the additional VPCs that can reach an instance.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekmsinstancebindvpc
   */
  updateKmsInstanceBindVpc(
    request: UpdateKmsInstanceBindVpcRequest,
    options?: OperationOptions,
  ): Promise<UpdateKmsInstanceBindVpcResponse> {
    return this.callAction('UpdateKmsInstanceBindVpc', request, options);
  }

  /**
   * Release an instance that has expired, with everything in it.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `Rejected.DeletionProtection`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-releasekmsinstance
   */
  releaseKmsInstance(
    request: ReleaseKmsInstanceRequest,
    options?: OperationOptions,
  ): Promise<ReleaseKmsInstanceResponse> {
    return this.callAction('ReleaseKmsInstance', request, options);
  }

  /**
   * Activate KMS for the account.
   *
   * Served by the public gateway. Not retried if an attempt may have been executed.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
   */
  openKmsService(request: EmptyRequest = {}, options?: OperationOptions): Promise<OpenKmsServiceResponse> {
    return this.callAction('OpenKmsService', request, options);
  }

  /**
   * Get the status of KMS for the account: whether it is activated, and in good standing.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeaccountkmsstatus
   */
  describeAccountKmsStatus(
    request: EmptyRequest = {},
    options?: OperationOptions,
  ): Promise<DescribeAccountKmsStatusResponse> {
    return this.callAction('DescribeAccountKmsStatus', request, options);
  }

  /**
   * List the regions that offer KMS.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeregions
   */
  describeRegions(request: EmptyRequest = {}, options?: OperationOptions): Promise<DescribeRegionsResponse> {
    return this.callAction('DescribeRegions', request, options);
  }
}
