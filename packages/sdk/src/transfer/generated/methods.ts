// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { ApiGeneration, Kms10Response } from '../api-generation.js';
import type { KmsRuntimeOptions } from '../runtime-options.js';
import type { Kms10Model } from './responses.js';
import type { Kms10Requests } from './requests.js';

type Empty = { readonly [name: string]: unknown };

/** Every method of the client of KMS 1.0, by the names of all its generations. */
export interface Kms10Methods<G extends ApiGeneration> {
  /**
   * Decrypts with the private key of an asymmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricdecrypt
   */
  asymmetricDecrypt(request: Kms10Requests['AsymmetricDecrypt']): Promise<Kms10Response<G, 'AsymmetricDecrypt'>>;
  /** {@link asymmetricDecrypt} with options of the call. */
  asymmetricDecryptWithOptions(request: Kms10Requests['AsymmetricDecrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricDecrypt'>>;
  /** {@link asymmetricDecrypt} with options of the call. */
  asymmetricDecryptEx(request: Kms10Requests['AsymmetricDecrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricDecrypt'>>;
  /**
   * Encrypts with the public key of an asymmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricencrypt
   */
  asymmetricEncrypt(request: Kms10Requests['AsymmetricEncrypt']): Promise<Kms10Response<G, 'AsymmetricEncrypt'>>;
  /** {@link asymmetricEncrypt} with options of the call. */
  asymmetricEncryptWithOptions(request: Kms10Requests['AsymmetricEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricEncrypt'>>;
  /** {@link asymmetricEncrypt} with options of the call. */
  asymmetricEncryptEx(request: Kms10Requests['AsymmetricEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricEncrypt'>>;
  /**
   * Signs a digest.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricsign
   */
  asymmetricSign(request: Kms10Requests['AsymmetricSign']): Promise<Kms10Response<G, 'AsymmetricSign'>>;
  /** {@link asymmetricSign} with options of the call. */
  asymmetricSignWithOptions(request: Kms10Requests['AsymmetricSign'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricSign'>>;
  /** {@link asymmetricSign} with options of the call. */
  asymmetricSignEx(request: Kms10Requests['AsymmetricSign'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricSign'>>;
  /**
   * Checks the signature of a digest; a wrong one answers `value: false` and is no error.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricverify
   */
  asymmetricVerify(request: Kms10Requests['AsymmetricVerify']): Promise<Kms10Response<G, 'AsymmetricVerify'>>;
  /** {@link asymmetricVerify} with options of the call. */
  asymmetricVerifyWithOptions(request: Kms10Requests['AsymmetricVerify'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricVerify'>>;
  /** {@link asymmetricVerify} with options of the call. */
  asymmetricVerifyEx(request: Kms10Requests['AsymmetricVerify'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricVerify'>>;
  /**
   * Reads the values of up to 20 secrets; those that fail are in `errors`.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-batchgetsecretvalue
   */
  batchGetSecretValue(request?: Kms10Requests['BatchGetSecretValue']): Promise<Kms10Response<G, 'BatchGetSecretValue'>>;
  /** {@link batchGetSecretValue} with options of the call. */
  batchGetSecretValueWithOptions(request?: Kms10Requests['BatchGetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'BatchGetSecretValue'>>;
  /** {@link batchGetSecretValue} with options of the call. */
  batchGetSecretValueEx(request?: Kms10Requests['BatchGetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'BatchGetSecretValue'>>;
  /**
   * Saves a key that is PendingDeletion: it is Enabled again, or PendingImport when it has no material.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-cancelkeydeletion
   */
  cancelKeyDeletion(request: Kms10Requests['CancelKeyDeletion']): Promise<Kms10Response<G, 'CancelKeyDeletion'>>;
  /** {@link cancelKeyDeletion} with options of the call. */
  cancelKeyDeletionWithOptions(request: Kms10Requests['CancelKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CancelKeyDeletion'>>;
  /** {@link cancelKeyDeletion} with options of the call. */
  cancelKeyDeletionEx(request: Kms10Requests['CancelKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CancelKeyDeletion'>>;
  /**
   * Starts a bought instance in a VPC.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-connectkmsinstance
   */
  connectKmsInstance(request: Kms10Requests['ConnectKmsInstance']): Promise<Kms10Response<G, 'ConnectKmsInstance'>>;
  /** {@link connectKmsInstance} with options of the call. */
  connectKmsInstanceWithOptions(request: Kms10Requests['ConnectKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ConnectKmsInstance'>>;
  /** {@link connectKmsInstance} with options of the call. */
  connectKmsInstanceEx(request: Kms10Requests['ConnectKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ConnectKmsInstance'>>;
  /**
   * Gives a key a name that can be used in its place.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createalias
   */
  createAlias(request: Kms10Requests['CreateAlias']): Promise<Kms10Response<G, 'CreateAlias'>>;
  /** {@link createAlias} with options of the call. */
  createAliasWithOptions(request: Kms10Requests['CreateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateAlias'>>;
  /** {@link createAlias} with options of the call. */
  createAliasEx(request: Kms10Requests['CreateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateAlias'>>;
  /**
   * Makes an application access point: what its client keys may do is in its policies.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createapplicationaccesspoint
   */
  createApplicationAccessPoint(request: Kms10Requests['CreateApplicationAccessPoint']): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>>;
  /** {@link createApplicationAccessPoint} with options of the call. */
  createApplicationAccessPointWithOptions(request: Kms10Requests['CreateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>>;
  /** {@link createApplicationAccessPoint} with options of the call. */
  createApplicationAccessPointEx(request: Kms10Requests['CreateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>>;
  /**
   * Makes a client key; its private key is in this answer and nowhere else.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
   */
  createClientKey(request: Kms10Requests['CreateClientKey']): Promise<Kms10Response<G, 'CreateClientKey'>>;
  /** {@link createClientKey} with options of the call. */
  createClientKeyWithOptions(request: Kms10Requests['CreateClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateClientKey'>>;
  /** {@link createClientKey} with options of the call. */
  createClientKeyEx(request: Kms10Requests['CreateClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateClientKey'>>;
  /**
   * Creates a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkey
   */
  createKey(request?: Kms10Requests['CreateKey']): Promise<Kms10Response<G, 'CreateKey'>>;
  /** {@link createKey} with options of the call. */
  createKeyWithOptions(request?: Kms10Requests['CreateKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKey'>>;
  /** {@link createKey} with options of the call. */
  createKeyEx(request?: Kms10Requests['CreateKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKey'>>;
  /**
   * Gives an asymmetric key a new version, which becomes the primary one.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkeyversion
   */
  createKeyVersion(request: Kms10Requests['CreateKeyVersion']): Promise<Kms10Response<G, 'CreateKeyVersion'>>;
  /** {@link createKeyVersion} with options of the call. */
  createKeyVersionWithOptions(request: Kms10Requests['CreateKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKeyVersion'>>;
  /** {@link createKeyVersion} with options of the call. */
  createKeyVersionEx(request: Kms10Requests['CreateKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKeyVersion'>>;
  /**
   * Names addresses that calls to an instance may come from.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createnetworkrule
   */
  createNetworkRule(request: Kms10Requests['CreateNetworkRule']): Promise<Kms10Response<G, 'CreateNetworkRule'>>;
  /** {@link createNetworkRule} with options of the call. */
  createNetworkRuleWithOptions(request: Kms10Requests['CreateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateNetworkRule'>>;
  /** {@link createNetworkRule} with options of the call. */
  createNetworkRuleEx(request: Kms10Requests['CreateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateNetworkRule'>>;
  /**
   * Makes a policy: which keys and secrets of an instance may be used, and from where.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createpolicy
   */
  createPolicy(request: Kms10Requests['CreatePolicy']): Promise<Kms10Response<G, 'CreatePolicy'>>;
  /** {@link createPolicy} with options of the call. */
  createPolicyWithOptions(request: Kms10Requests['CreatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreatePolicy'>>;
  /** {@link createPolicy} with options of the call. */
  createPolicyEx(request: Kms10Requests['CreatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreatePolicy'>>;
  /**
   * Stores a secret with its first version.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createsecret
   */
  createSecret(request: Kms10Requests['CreateSecret']): Promise<Kms10Response<G, 'CreateSecret'>>;
  /** {@link createSecret} with options of the call. */
  createSecretWithOptions(request: Kms10Requests['CreateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateSecret'>>;
  /** {@link createSecret} with options of the call. */
  createSecretEx(request: Kms10Requests['CreateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateSecret'>>;
  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-decrypt
   */
  decrypt(request: Kms10Requests['Decrypt']): Promise<Kms10Response<G, 'Decrypt'>>;
  /** {@link decrypt} with options of the call. */
  decryptWithOptions(request: Kms10Requests['Decrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Decrypt'>>;
  /** {@link decrypt} with options of the call. */
  decryptEx(request: Kms10Requests['Decrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Decrypt'>>;
  /**
   * Takes an alias away; the key stays.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletealias
   */
  deleteAlias(request: Kms10Requests['DeleteAlias']): Promise<Kms10Response<G, 'DeleteAlias'>>;
  /** {@link deleteAlias} with options of the call. */
  deleteAliasWithOptions(request: Kms10Requests['DeleteAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteAlias'>>;
  /** {@link deleteAlias} with options of the call. */
  deleteAliasEx(request: Kms10Requests['DeleteAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteAlias'>>;
  /**
   * Deletes an application access point that has no client key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteapplicationaccesspoint
   */
  deleteApplicationAccessPoint(request: Kms10Requests['DeleteApplicationAccessPoint']): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>>;
  /** {@link deleteApplicationAccessPoint} with options of the call. */
  deleteApplicationAccessPointWithOptions(request: Kms10Requests['DeleteApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>>;
  /** {@link deleteApplicationAccessPoint} with options of the call. */
  deleteApplicationAccessPointEx(request: Kms10Requests['DeleteApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>>;
  /**
   * Deletes a client key: calls with it are refused from then on.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteclientkey
   */
  deleteClientKey(request: Kms10Requests['DeleteClientKey']): Promise<Kms10Response<G, 'DeleteClientKey'>>;
  /** {@link deleteClientKey} with options of the call. */
  deleteClientKeyWithOptions(request: Kms10Requests['DeleteClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteClientKey'>>;
  /** {@link deleteClientKey} with options of the call. */
  deleteClientKeyEx(request: Kms10Requests['DeleteClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteClientKey'>>;
  /**
   * Deletes imported material; the key is PendingImport until the same material is imported again.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletekeymaterial
   */
  deleteKeyMaterial(request: Kms10Requests['DeleteKeyMaterial']): Promise<Kms10Response<G, 'DeleteKeyMaterial'>>;
  /** {@link deleteKeyMaterial} with options of the call. */
  deleteKeyMaterialWithOptions(request: Kms10Requests['DeleteKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteKeyMaterial'>>;
  /** {@link deleteKeyMaterial} with options of the call. */
  deleteKeyMaterialEx(request: Kms10Requests['DeleteKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteKeyMaterial'>>;
  /**
   * Deletes a network rule that no policy uses.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletenetworkrule
   */
  deleteNetworkRule(request: Kms10Requests['DeleteNetworkRule']): Promise<Kms10Response<G, 'DeleteNetworkRule'>>;
  /** {@link deleteNetworkRule} with options of the call. */
  deleteNetworkRuleWithOptions(request: Kms10Requests['DeleteNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteNetworkRule'>>;
  /** {@link deleteNetworkRule} with options of the call. */
  deleteNetworkRuleEx(request: Kms10Requests['DeleteNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteNetworkRule'>>;
  /**
   * Deletes a policy that no access point uses.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletepolicy
   */
  deletePolicy(request: Kms10Requests['DeletePolicy']): Promise<Kms10Response<G, 'DeletePolicy'>>;
  /** {@link deletePolicy} with options of the call. */
  deletePolicyWithOptions(request: Kms10Requests['DeletePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeletePolicy'>>;
  /** {@link deletePolicy} with options of the call. */
  deletePolicyEx(request: Kms10Requests['DeletePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeletePolicy'>>;
  /**
   * Deletes a secret after a window in which restoreSecret brings it back, or at once.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletesecret
   */
  deleteSecret(request: Kms10Requests['DeleteSecret']): Promise<Kms10Response<G, 'DeleteSecret'>>;
  /** {@link deleteSecret} with options of the call. */
  deleteSecretWithOptions(request: Kms10Requests['DeleteSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteSecret'>>;
  /** {@link deleteSecret} with options of the call. */
  deleteSecretEx(request: Kms10Requests['DeleteSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteSecret'>>;
  /**
   * Tells whether KMS is open for the account, and in good standing.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeaccountkmsstatus
   */
  describeAccountKmsStatus(request?: Kms10Requests['DescribeAccountKmsStatus']): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusWithOptions(request?: Kms10Requests['DescribeAccountKmsStatus'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusEx(request?: Kms10Requests['DescribeAccountKmsStatus'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  /**
   * Tells about an application access point.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeapplicationaccesspoint
   */
  describeApplicationAccessPoint(request: Kms10Requests['DescribeApplicationAccessPoint']): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>>;
  /** {@link describeApplicationAccessPoint} with options of the call. */
  describeApplicationAccessPointWithOptions(request: Kms10Requests['DescribeApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>>;
  /** {@link describeApplicationAccessPoint} with options of the call. */
  describeApplicationAccessPointEx(request: Kms10Requests['DescribeApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>>;
  /**
   * Tells everything about a key but its material.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekey
   */
  describeKey(request: Kms10Requests['DescribeKey']): Promise<Kms10Response<G, 'DescribeKey'>>;
  /** {@link describeKey} with options of the call. */
  describeKeyWithOptions(request: Kms10Requests['DescribeKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKey'>>;
  /** {@link describeKey} with options of the call. */
  describeKeyEx(request: Kms10Requests['DescribeKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKey'>>;
  /**
   * Tells about one version of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekeyversion
   */
  describeKeyVersion(request: Kms10Requests['DescribeKeyVersion']): Promise<Kms10Response<G, 'DescribeKeyVersion'>>;
  /** {@link describeKeyVersion} with options of the call. */
  describeKeyVersionWithOptions(request: Kms10Requests['DescribeKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKeyVersion'>>;
  /** {@link describeKeyVersion} with options of the call. */
  describeKeyVersionEx(request: Kms10Requests['DescribeKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKeyVersion'>>;
  /**
   * Tells about a network rule.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describenetworkrule
   */
  describeNetworkRule(request: Kms10Requests['DescribeNetworkRule']): Promise<Kms10Response<G, 'DescribeNetworkRule'>>;
  /** {@link describeNetworkRule} with options of the call. */
  describeNetworkRuleWithOptions(request: Kms10Requests['DescribeNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeNetworkRule'>>;
  /** {@link describeNetworkRule} with options of the call. */
  describeNetworkRuleEx(request: Kms10Requests['DescribeNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeNetworkRule'>>;
  /**
   * Tells about a policy.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describepolicy
   */
  describePolicy(request: Kms10Requests['DescribePolicy']): Promise<Kms10Response<G, 'DescribePolicy'>>;
  /** {@link describePolicy} with options of the call. */
  describePolicyWithOptions(request: Kms10Requests['DescribePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribePolicy'>>;
  /** {@link describePolicy} with options of the call. */
  describePolicyEx(request: Kms10Requests['DescribePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribePolicy'>>;
  /**
   * Lists the regions that have KMS.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeregions
   */
  describeRegions(request?: Kms10Requests['DescribeRegions']): Promise<Kms10Response<G, 'DescribeRegions'>>;
  /** {@link describeRegions} with options of the call. */
  describeRegionsWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>>;
  /** {@link describeRegions} with options of the call. */
  describeRegionsWithOptions(request?: Kms10Requests['DescribeRegions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>>;
  /** {@link describeRegions} with options of the call. */
  describeRegionsEx(request?: Kms10Requests['DescribeRegions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>>;
  /**
   * Tells everything about a secret but its values.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describesecret
   */
  describeSecret(request: Kms10Requests['DescribeSecret']): Promise<Kms10Response<G, 'DescribeSecret'>>;
  /** {@link describeSecret} with options of the call. */
  describeSecretWithOptions(request: Kms10Requests['DescribeSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeSecret'>>;
  /** {@link describeSecret} with options of the call. */
  describeSecretEx(request: Kms10Requests['DescribeSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeSecret'>>;
  /**
   * Makes a key unusable until enableKey; what it encrypted cannot be decrypted meanwhile.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-disablekey
   */
  disableKey(request: Kms10Requests['DisableKey']): Promise<Kms10Response<G, 'DisableKey'>>;
  /** {@link disableKey} with options of the call. */
  disableKeyWithOptions(request: Kms10Requests['DisableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DisableKey'>>;
  /** {@link disableKey} with options of the call. */
  disableKeyEx(request: Kms10Requests['DisableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DisableKey'>>;
  /**
   * Makes a disabled key usable again.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-enablekey
   */
  enableKey(request: Kms10Requests['EnableKey']): Promise<Kms10Response<G, 'EnableKey'>>;
  /** {@link enableKey} with options of the call. */
  enableKeyWithOptions(request: Kms10Requests['EnableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'EnableKey'>>;
  /** {@link enableKey} with options of the call. */
  enableKeyEx(request: Kms10Requests['EnableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'EnableKey'>>;
  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-encrypt
   */
  encrypt(request: Kms10Requests['Encrypt']): Promise<Kms10Response<G, 'Encrypt'>>;
  /** {@link encrypt} with options of the call. */
  encryptWithOptions(request: Kms10Requests['Encrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Encrypt'>>;
  /** {@link encrypt} with options of the call. */
  encryptEx(request: Kms10Requests['Encrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Encrypt'>>;
  /**
   * Wraps a data key, given as its ciphertext, with your public key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-exportdatakey
   */
  exportDataKey(request: Kms10Requests['ExportDataKey']): Promise<Kms10Response<G, 'ExportDataKey'>>;
  /** {@link exportDataKey} with options of the call. */
  exportDataKeyWithOptions(request: Kms10Requests['ExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ExportDataKey'>>;
  /** {@link exportDataKey} with options of the call. */
  exportDataKeyEx(request: Kms10Requests['ExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ExportDataKey'>>;
  /**
   * Makes a data key and answers it twice: encrypted under the key, and wrapped with your public key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generateandexportdatakey
   */
  generateAndExportDataKey(request: Kms10Requests['GenerateAndExportDataKey']): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>>;
  /** {@link generateAndExportDataKey} with options of the call. */
  generateAndExportDataKeyWithOptions(request: Kms10Requests['GenerateAndExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>>;
  /** {@link generateAndExportDataKey} with options of the call. */
  generateAndExportDataKeyEx(request: Kms10Requests['GenerateAndExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>>;
  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakey
   */
  generateDataKey(request: Kms10Requests['GenerateDataKey']): Promise<Kms10Response<G, 'GenerateDataKey'>>;
  /** {@link generateDataKey} with options of the call. */
  generateDataKeyWithOptions(request: Kms10Requests['GenerateDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKey'>>;
  /** {@link generateDataKey} with options of the call. */
  generateDataKeyEx(request: Kms10Requests['GenerateDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKey'>>;
  /**
   * Makes a data key and answers its ciphertext only; decrypt opens it where it is needed.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakeywithoutplaintext
   */
  generateDataKeyWithoutPlaintext(request: Kms10Requests['GenerateDataKeyWithoutPlaintext']): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>>;
  /** {@link generateDataKeyWithoutPlaintext} with options of the call. */
  generateDataKeyWithoutPlaintextWithOptions(request: Kms10Requests['GenerateDataKeyWithoutPlaintext'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>>;
  /** {@link generateDataKeyWithoutPlaintext} with options of the call. */
  generateDataKeyWithoutPlaintextEx(request: Kms10Requests['GenerateDataKeyWithoutPlaintext'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>>;
  /**
   * Computes an HMAC.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatemac
   */
  generateMac(request: Kms10Requests['GenerateMac']): Promise<Kms10Response<G, 'GenerateMac'>>;
  /** {@link generateMac} with options of the call. */
  generateMacWithOptions(request: Kms10Requests['GenerateMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateMac'>>;
  /** {@link generateMac} with options of the call. */
  generateMacEx(request: Kms10Requests['GenerateMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateMac'>>;
  /**
   * Tells about a client key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getclientkey
   */
  getClientKey(request: Kms10Requests['GetClientKey']): Promise<Kms10Response<G, 'GetClientKey'>>;
  /** {@link getClientKey} with options of the call. */
  getClientKeyWithOptions(request: Kms10Requests['GetClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetClientKey'>>;
  /** {@link getClientKey} with options of the call. */
  getClientKeyEx(request: Kms10Requests['GetClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetClientKey'>>;
  /**
   * Names the instance that is used where none is given.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getdefaultkmsinstance
   */
  getDefaultKmsInstance(request?: Kms10Requests['GetDefaultKmsInstance']): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceWithOptions(request?: Kms10Requests['GetDefaultKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceEx(request?: Kms10Requests['GetDefaultKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  /**
   * Reads the policy of a key in an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkeypolicy
   */
  getKeyPolicy(request: Kms10Requests['GetKeyPolicy']): Promise<Kms10Response<G, 'GetKeyPolicy'>>;
  /** {@link getKeyPolicy} with options of the call. */
  getKeyPolicyWithOptions(request: Kms10Requests['GetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKeyPolicy'>>;
  /** {@link getKeyPolicy} with options of the call. */
  getKeyPolicyEx(request: Kms10Requests['GetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKeyPolicy'>>;
  /**
   * Tells about an instance, and gives the CA of its gateway.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstance
   */
  getKmsInstance(request: Kms10Requests['GetKmsInstance']): Promise<Kms10Response<G, 'GetKmsInstance'>>;
  /** {@link getKmsInstance} with options of the call. */
  getKmsInstanceWithOptions(request: Kms10Requests['GetKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstance'>>;
  /** {@link getKmsInstance} with options of the call. */
  getKmsInstanceEx(request: Kms10Requests['GetKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstance'>>;
  /**
   * Tells how much of its quotas an instance uses.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstancequotainfos
   */
  getKmsInstanceQuotaInfos(request?: Kms10Requests['GetKmsInstanceQuotaInfos']): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>>;
  /** {@link getKmsInstanceQuotaInfos} with options of the call. */
  getKmsInstanceQuotaInfosWithOptions(request?: Kms10Requests['GetKmsInstanceQuotaInfos'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>>;
  /** {@link getKmsInstanceQuotaInfos} with options of the call. */
  getKmsInstanceQuotaInfosEx(request?: Kms10Requests['GetKmsInstanceQuotaInfos'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>>;
  /**
   * Reads a data key that KMS keeps and rotates.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getmanageddatakey
   */
  getManagedDataKey(request: Kms10Requests['GetManagedDataKey']): Promise<Kms10Response<G, 'GetManagedDataKey'>>;
  /** {@link getManagedDataKey} with options of the call. */
  getManagedDataKeyWithOptions(request: Kms10Requests['GetManagedDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetManagedDataKey'>>;
  /** {@link getManagedDataKey} with options of the call. */
  getManagedDataKeyEx(request: Kms10Requests['GetManagedDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetManagedDataKey'>>;
  /**
   * Gives the public key and the token to import material into an EXTERNAL key with.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getparametersforimport
   */
  getParametersForImport(request: Kms10Requests['GetParametersForImport']): Promise<Kms10Response<G, 'GetParametersForImport'>>;
  /** {@link getParametersForImport} with options of the call. */
  getParametersForImportWithOptions(request: Kms10Requests['GetParametersForImport'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetParametersForImport'>>;
  /** {@link getParametersForImport} with options of the call. */
  getParametersForImportEx(request: Kms10Requests['GetParametersForImport'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetParametersForImport'>>;
  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getpublickey
   */
  getPublicKey(request: Kms10Requests['GetPublicKey']): Promise<Kms10Response<G, 'GetPublicKey'>>;
  /** {@link getPublicKey} with options of the call. */
  getPublicKeyWithOptions(request: Kms10Requests['GetPublicKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetPublicKey'>>;
  /** {@link getPublicKey} with options of the call. */
  getPublicKeyEx(request: Kms10Requests['GetPublicKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetPublicKey'>>;
  /**
   * Makes a random password.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getrandompassword
   */
  getRandomPassword(request?: Kms10Requests['GetRandomPassword']): Promise<Kms10Response<G, 'GetRandomPassword'>>;
  /** {@link getRandomPassword} with options of the call. */
  getRandomPasswordWithOptions(request?: Kms10Requests['GetRandomPassword'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetRandomPassword'>>;
  /** {@link getRandomPassword} with options of the call. */
  getRandomPasswordEx(request?: Kms10Requests['GetRandomPassword'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetRandomPassword'>>;
  /**
   * Reads the policy of a secret in an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretpolicy
   */
  getSecretPolicy(request: Kms10Requests['GetSecretPolicy']): Promise<Kms10Response<G, 'GetSecretPolicy'>>;
  /** {@link getSecretPolicy} with options of the call. */
  getSecretPolicyWithOptions(request: Kms10Requests['GetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretPolicy'>>;
  /** {@link getSecretPolicy} with options of the call. */
  getSecretPolicyEx(request: Kms10Requests['GetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretPolicy'>>;
  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretvalue
   */
  getSecretValue(request: Kms10Requests['GetSecretValue']): Promise<Kms10Response<G, 'GetSecretValue'>>;
  /** {@link getSecretValue} with options of the call. */
  getSecretValueWithOptions(request: Kms10Requests['GetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretValue'>>;
  /** {@link getSecretValue} with options of the call. */
  getSecretValueEx(request: Kms10Requests['GetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretValue'>>;
  /**
   * Imports material into a key of origin EXTERNAL.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-importkeymaterial
   */
  importKeyMaterial(request: Kms10Requests['ImportKeyMaterial']): Promise<Kms10Response<G, 'ImportKeyMaterial'>>;
  /** {@link importKeyMaterial} with options of the call. */
  importKeyMaterialWithOptions(request: Kms10Requests['ImportKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ImportKeyMaterial'>>;
  /** {@link importKeyMaterial} with options of the call. */
  importKeyMaterialEx(request: Kms10Requests['ImportKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ImportKeyMaterial'>>;
  /**
   * Lists all aliases in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliases
   */
  listAliases(request?: Kms10Requests['ListAliases']): Promise<Kms10Response<G, 'ListAliases'>>;
  /** {@link listAliases} with options of the call. */
  listAliasesWithOptions(request?: Kms10Requests['ListAliases'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliases'>>;
  /** {@link listAliases} with options of the call. */
  listAliasesEx(request?: Kms10Requests['ListAliases'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliases'>>;
  /**
   * Lists the aliases of one key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliasesbykeyid
   */
  listAliasesByKeyId(request: Kms10Requests['ListAliasesByKeyId']): Promise<Kms10Response<G, 'ListAliasesByKeyId'>>;
  /** {@link listAliasesByKeyId} with options of the call. */
  listAliasesByKeyIdWithOptions(request: Kms10Requests['ListAliasesByKeyId'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliasesByKeyId'>>;
  /** {@link listAliasesByKeyId} with options of the call. */
  listAliasesByKeyIdEx(request: Kms10Requests['ListAliasesByKeyId'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliasesByKeyId'>>;
  /**
   * Lists application access points, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listapplicationaccesspoints
   */
  listApplicationAccessPoints(request?: Kms10Requests['ListApplicationAccessPoints']): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>>;
  /** {@link listApplicationAccessPoints} with options of the call. */
  listApplicationAccessPointsWithOptions(request?: Kms10Requests['ListApplicationAccessPoints'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>>;
  /** {@link listApplicationAccessPoints} with options of the call. */
  listApplicationAccessPointsEx(request?: Kms10Requests['ListApplicationAccessPoints'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>>;
  /**
   * Lists the client keys of an access point, or all.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listclientkeys
   */
  listClientKeys(request?: Kms10Requests['ListClientKeys']): Promise<Kms10Response<G, 'ListClientKeys'>>;
  /** {@link listClientKeys} with options of the call. */
  listClientKeysWithOptions(request?: Kms10Requests['ListClientKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListClientKeys'>>;
  /** {@link listClientKeys} with options of the call. */
  listClientKeysEx(request?: Kms10Requests['ListClientKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListClientKeys'>>;
  /**
   * Lists the versions of a key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeyversions
   */
  listKeyVersions(request: Kms10Requests['ListKeyVersions']): Promise<Kms10Response<G, 'ListKeyVersions'>>;
  /** {@link listKeyVersions} with options of the call. */
  listKeyVersionsWithOptions(request: Kms10Requests['ListKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeyVersions'>>;
  /** {@link listKeyVersions} with options of the call. */
  listKeyVersionsEx(request: Kms10Requests['ListKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeyVersions'>>;
  /**
   * Lists the keys of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeys
   */
  listKeys(request?: Kms10Requests['ListKeys']): Promise<Kms10Response<G, 'ListKeys'>>;
  /** {@link listKeys} with options of the call. */
  listKeysWithOptions(request?: Kms10Requests['ListKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeys'>>;
  /** {@link listKeys} with options of the call. */
  listKeysEx(request?: Kms10Requests['ListKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeys'>>;
  /**
   * Lists the instances of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkmsinstances
   */
  listKmsInstances(request?: Kms10Requests['ListKmsInstances']): Promise<Kms10Response<G, 'ListKmsInstances'>>;
  /** {@link listKmsInstances} with options of the call. */
  listKmsInstancesWithOptions(request?: Kms10Requests['ListKmsInstances'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKmsInstances'>>;
  /** {@link listKmsInstances} with options of the call. */
  listKmsInstancesEx(request?: Kms10Requests['ListKmsInstances'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKmsInstances'>>;
  /**
   * Lists the versions of a managed data key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listmanageddatakeyversions
   */
  listManagedDataKeyVersions(request: Kms10Requests['ListManagedDataKeyVersions']): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>>;
  /** {@link listManagedDataKeyVersions} with options of the call. */
  listManagedDataKeyVersionsWithOptions(request: Kms10Requests['ListManagedDataKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>>;
  /** {@link listManagedDataKeyVersions} with options of the call. */
  listManagedDataKeyVersionsEx(request: Kms10Requests['ListManagedDataKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>>;
  /**
   * Lists network rules, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listnetworkrules
   */
  listNetworkRules(request?: Kms10Requests['ListNetworkRules']): Promise<Kms10Response<G, 'ListNetworkRules'>>;
  /** {@link listNetworkRules} with options of the call. */
  listNetworkRulesWithOptions(request?: Kms10Requests['ListNetworkRules'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListNetworkRules'>>;
  /** {@link listNetworkRules} with options of the call. */
  listNetworkRulesEx(request?: Kms10Requests['ListNetworkRules'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListNetworkRules'>>;
  /**
   * Lists policies, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listpolicies
   */
  listPolicies(request?: Kms10Requests['ListPolicies']): Promise<Kms10Response<G, 'ListPolicies'>>;
  /** {@link listPolicies} with options of the call. */
  listPoliciesWithOptions(request?: Kms10Requests['ListPolicies'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListPolicies'>>;
  /** {@link listPolicies} with options of the call. */
  listPoliciesEx(request?: Kms10Requests['ListPolicies'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListPolicies'>>;
  /**
   * Lists the tags of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listresourcetags
   */
  listResourceTags(request: Kms10Requests['ListResourceTags']): Promise<Kms10Response<G, 'ListResourceTags'>>;
  /** {@link listResourceTags} with options of the call. */
  listResourceTagsWithOptions(request: Kms10Requests['ListResourceTags'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListResourceTags'>>;
  /** {@link listResourceTags} with options of the call. */
  listResourceTagsEx(request: Kms10Requests['ListResourceTags'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListResourceTags'>>;
  /**
   * Lists the versions of a secret and their stages, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecretversionids
   */
  listSecretVersionIds(request: Kms10Requests['ListSecretVersionIds']): Promise<Kms10Response<G, 'ListSecretVersionIds'>>;
  /** {@link listSecretVersionIds} with options of the call. */
  listSecretVersionIdsWithOptions(request: Kms10Requests['ListSecretVersionIds'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecretVersionIds'>>;
  /** {@link listSecretVersionIds} with options of the call. */
  listSecretVersionIdsEx(request: Kms10Requests['ListSecretVersionIds'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecretVersionIds'>>;
  /**
   * Lists the secrets of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecrets
   */
  listSecrets(request?: Kms10Requests['ListSecrets']): Promise<Kms10Response<G, 'ListSecrets'>>;
  /** {@link listSecrets} with options of the call. */
  listSecretsWithOptions(request?: Kms10Requests['ListSecrets'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecrets'>>;
  /** {@link listSecrets} with options of the call. */
  listSecretsEx(request?: Kms10Requests['ListSecrets'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecrets'>>;
  /**
   * Lists tags of keys or secrets, by resource or by tag, with a token for the next part.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listtagresources
   */
  listTagResources(request: Kms10Requests['ListTagResources']): Promise<Kms10Response<G, 'ListTagResources'>>;
  /** {@link listTagResources} with options of the call. */
  listTagResourcesWithOptions(request: Kms10Requests['ListTagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListTagResources'>>;
  /** {@link listTagResources} with options of the call. */
  listTagResourcesEx(request: Kms10Requests['ListTagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListTagResources'>>;
  /**
   * Opens KMS for the account.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
   */
  openKmsService(request?: Kms10Requests['OpenKmsService']): Promise<Kms10Response<G, 'OpenKmsService'>>;
  /** {@link openKmsService} with options of the call. */
  openKmsServiceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>>;
  /** {@link openKmsService} with options of the call. */
  openKmsServiceWithOptions(request?: Kms10Requests['OpenKmsService'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>>;
  /** {@link openKmsService} with options of the call. */
  openKmsServiceEx(request?: Kms10Requests['OpenKmsService'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>>;
  /**
   * Stores a new version of a Generic secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-putsecretvalue
   */
  putSecretValue(request: Kms10Requests['PutSecretValue']): Promise<Kms10Response<G, 'PutSecretValue'>>;
  /** {@link putSecretValue} with options of the call. */
  putSecretValueWithOptions(request: Kms10Requests['PutSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'PutSecretValue'>>;
  /** {@link putSecretValue} with options of the call. */
  putSecretValueEx(request: Kms10Requests['PutSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'PutSecretValue'>>;
  /**
   * Encrypts anew, under another key or the newest version, without showing the plaintext.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-reencrypt
   */
  reEncrypt(request: Kms10Requests['ReEncrypt']): Promise<Kms10Response<G, 'ReEncrypt'>>;
  /** {@link reEncrypt} with options of the call. */
  reEncryptWithOptions(request: Kms10Requests['ReEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReEncrypt'>>;
  /** {@link reEncrypt} with options of the call. */
  reEncryptEx(request: Kms10Requests['ReEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReEncrypt'>>;
  /**
   * Releases an instance that has expired, with everything in it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-releasekmsinstance
   */
  releaseKmsInstance(request: Kms10Requests['ReleaseKmsInstance']): Promise<Kms10Response<G, 'ReleaseKmsInstance'>>;
  /** {@link releaseKmsInstance} with options of the call. */
  releaseKmsInstanceWithOptions(request: Kms10Requests['ReleaseKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReleaseKmsInstance'>>;
  /** {@link releaseKmsInstance} with options of the call. */
  releaseKmsInstanceEx(request: Kms10Requests['ReleaseKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReleaseKmsInstance'>>;
  /**
   * Brings back a secret whose deletion is planned.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-restoresecret
   */
  restoreSecret(request: Kms10Requests['RestoreSecret']): Promise<Kms10Response<G, 'RestoreSecret'>>;
  /** {@link restoreSecret} with options of the call. */
  restoreSecretWithOptions(request: Kms10Requests['RestoreSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RestoreSecret'>>;
  /** {@link restoreSecret} with options of the call. */
  restoreSecretEx(request: Kms10Requests['RestoreSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RestoreSecret'>>;
  /**
   * Rotates a managed secret now.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-rotatesecret
   */
  rotateSecret(request: Kms10Requests['RotateSecret']): Promise<Kms10Response<G, 'RotateSecret'>>;
  /** {@link rotateSecret} with options of the call. */
  rotateSecretWithOptions(request: Kms10Requests['RotateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RotateSecret'>>;
  /** {@link rotateSecret} with options of the call. */
  rotateSecretEx(request: Kms10Requests['RotateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RotateSecret'>>;
  /**
   * Deletes a key after a waiting time, in which it cannot be used and cancelKeyDeletion can save it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-schedulekeydeletion
   */
  scheduleKeyDeletion(request: Kms10Requests['ScheduleKeyDeletion']): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>>;
  /** {@link scheduleKeyDeletion} with options of the call. */
  scheduleKeyDeletionWithOptions(request: Kms10Requests['ScheduleKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>>;
  /** {@link scheduleKeyDeletion} with options of the call. */
  scheduleKeyDeletionEx(request: Kms10Requests['ScheduleKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>>;
  /**
   * Switches the protection against deletion of a key or an instance on or off.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setdeletionprotection
   */
  setDeletionProtection(request: Kms10Requests['SetDeletionProtection']): Promise<Kms10Response<G, 'SetDeletionProtection'>>;
  /** {@link setDeletionProtection} with options of the call. */
  setDeletionProtectionWithOptions(request: Kms10Requests['SetDeletionProtection'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetDeletionProtection'>>;
  /** {@link setDeletionProtection} with options of the call. */
  setDeletionProtectionEx(request: Kms10Requests['SetDeletionProtection'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetDeletionProtection'>>;
  /**
   * Replaces the policy of a key in an instance: who may manage and use it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setkeypolicy
   */
  setKeyPolicy(request: Kms10Requests['SetKeyPolicy']): Promise<Kms10Response<G, 'SetKeyPolicy'>>;
  /** {@link setKeyPolicy} with options of the call. */
  setKeyPolicyWithOptions(request: Kms10Requests['SetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetKeyPolicy'>>;
  /** {@link setKeyPolicy} with options of the call. */
  setKeyPolicyEx(request: Kms10Requests['SetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetKeyPolicy'>>;
  /**
   * Replaces the policy of a secret in an instance: who may manage and read it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setsecretpolicy
   */
  setSecretPolicy(request: Kms10Requests['SetSecretPolicy']): Promise<Kms10Response<G, 'SetSecretPolicy'>>;
  /** {@link setSecretPolicy} with options of the call. */
  setSecretPolicyWithOptions(request: Kms10Requests['SetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetSecretPolicy'>>;
  /** {@link setSecretPolicy} with options of the call. */
  setSecretPolicyEx(request: Kms10Requests['SetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetSecretPolicy'>>;
  /**
   * Puts tags on one key, secret or certificate.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresource
   */
  tagResource(request: Kms10Requests['TagResource']): Promise<Kms10Response<G, 'TagResource'>>;
  /** {@link tagResource} with options of the call. */
  tagResourceWithOptions(request: Kms10Requests['TagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResource'>>;
  /** {@link tagResource} with options of the call. */
  tagResourceEx(request: Kms10Requests['TagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResource'>>;
  /**
   * Puts tags on several keys or secrets.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresources
   */
  tagResources(request: Kms10Requests['TagResources']): Promise<Kms10Response<G, 'TagResources'>>;
  /** {@link tagResources} with options of the call. */
  tagResourcesWithOptions(request: Kms10Requests['TagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResources'>>;
  /** {@link tagResources} with options of the call. */
  tagResourcesEx(request: Kms10Requests['TagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResources'>>;
  /**
   * Takes tags from one key, secret or certificate.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresource
   */
  untagResource(request: Kms10Requests['UntagResource']): Promise<Kms10Response<G, 'UntagResource'>>;
  /** {@link untagResource} with options of the call. */
  untagResourceWithOptions(request: Kms10Requests['UntagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResource'>>;
  /** {@link untagResource} with options of the call. */
  untagResourceEx(request: Kms10Requests['UntagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResource'>>;
  /**
   * Takes tags from several keys or secrets.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresources
   */
  untagResources(request: Kms10Requests['UntagResources']): Promise<Kms10Response<G, 'UntagResources'>>;
  /** {@link untagResources} with options of the call. */
  untagResourcesWithOptions(request: Kms10Requests['UntagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResources'>>;
  /** {@link untagResources} with options of the call. */
  untagResourcesEx(request: Kms10Requests['UntagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResources'>>;
  /**
   * Makes an alias name another key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatealias
   */
  updateAlias(request: Kms10Requests['UpdateAlias']): Promise<Kms10Response<G, 'UpdateAlias'>>;
  /** {@link updateAlias} with options of the call. */
  updateAliasWithOptions(request: Kms10Requests['UpdateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateAlias'>>;
  /** {@link updateAlias} with options of the call. */
  updateAliasEx(request: Kms10Requests['UpdateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateAlias'>>;
  /**
   * Changes the policies or the description of an application access point.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updateapplicationaccesspoint
   */
  updateApplicationAccessPoint(request: Kms10Requests['UpdateApplicationAccessPoint']): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>>;
  /** {@link updateApplicationAccessPoint} with options of the call. */
  updateApplicationAccessPointWithOptions(request: Kms10Requests['UpdateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>>;
  /** {@link updateApplicationAccessPoint} with options of the call. */
  updateApplicationAccessPointEx(request: Kms10Requests['UpdateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>>;
  /**
   * Replaces the description of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekeydescription
   */
  updateKeyDescription(request: Kms10Requests['UpdateKeyDescription']): Promise<Kms10Response<G, 'UpdateKeyDescription'>>;
  /** {@link updateKeyDescription} with options of the call. */
  updateKeyDescriptionWithOptions(request: Kms10Requests['UpdateKeyDescription'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKeyDescription'>>;
  /** {@link updateKeyDescription} with options of the call. */
  updateKeyDescriptionEx(request: Kms10Requests['UpdateKeyDescription'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKeyDescription'>>;
  /**
   * Replaces the VPCs that can reach an instance beside its own.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekmsinstancebindvpc
   */
  updateKmsInstanceBindVpc(request: Kms10Requests['UpdateKmsInstanceBindVpc']): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>>;
  /** {@link updateKmsInstanceBindVpc} with options of the call. */
  updateKmsInstanceBindVpcWithOptions(request: Kms10Requests['UpdateKmsInstanceBindVpc'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>>;
  /** {@link updateKmsInstanceBindVpc} with options of the call. */
  updateKmsInstanceBindVpcEx(request: Kms10Requests['UpdateKmsInstanceBindVpc'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>>;
  /**
   * Changes the addresses or the description of a network rule.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatenetworkrule
   */
  updateNetworkRule(request: Kms10Requests['UpdateNetworkRule']): Promise<Kms10Response<G, 'UpdateNetworkRule'>>;
  /** {@link updateNetworkRule} with options of the call. */
  updateNetworkRuleWithOptions(request: Kms10Requests['UpdateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateNetworkRule'>>;
  /** {@link updateNetworkRule} with options of the call. */
  updateNetworkRuleEx(request: Kms10Requests['UpdateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateNetworkRule'>>;
  /**
   * Changes a policy.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatepolicy
   */
  updatePolicy(request: Kms10Requests['UpdatePolicy']): Promise<Kms10Response<G, 'UpdatePolicy'>>;
  /** {@link updatePolicy} with options of the call. */
  updatePolicyWithOptions(request: Kms10Requests['UpdatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdatePolicy'>>;
  /** {@link updatePolicy} with options of the call. */
  updatePolicyEx(request: Kms10Requests['UpdatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdatePolicy'>>;
  /**
   * Sets whether and how often KMS rotates a symmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updaterotationpolicy
   */
  updateRotationPolicy(request: Kms10Requests['UpdateRotationPolicy']): Promise<Kms10Response<G, 'UpdateRotationPolicy'>>;
  /** {@link updateRotationPolicy} with options of the call. */
  updateRotationPolicyWithOptions(request: Kms10Requests['UpdateRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateRotationPolicy'>>;
  /** {@link updateRotationPolicy} with options of the call. */
  updateRotationPolicyEx(request: Kms10Requests['UpdateRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateRotationPolicy'>>;
  /**
   * Changes the description or the custom data of a secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecret
   */
  updateSecret(request: Kms10Requests['UpdateSecret']): Promise<Kms10Response<G, 'UpdateSecret'>>;
  /** {@link updateSecret} with options of the call. */
  updateSecretWithOptions(request: Kms10Requests['UpdateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecret'>>;
  /** {@link updateSecret} with options of the call. */
  updateSecretEx(request: Kms10Requests['UpdateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecret'>>;
  /**
   * Sets whether and how often KMS rotates a managed secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretrotationpolicy
   */
  updateSecretRotationPolicy(request: Kms10Requests['UpdateSecretRotationPolicy']): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>>;
  /** {@link updateSecretRotationPolicy} with options of the call. */
  updateSecretRotationPolicyWithOptions(request: Kms10Requests['UpdateSecretRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>>;
  /** {@link updateSecretRotationPolicy} with options of the call. */
  updateSecretRotationPolicyEx(request: Kms10Requests['UpdateSecretRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>>;
  /**
   * Moves a stage label between versions of a secret, or takes it away.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretversionstage
   */
  updateSecretVersionStage(request: Kms10Requests['UpdateSecretVersionStage']): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>>;
  /** {@link updateSecretVersionStage} with options of the call. */
  updateSecretVersionStageWithOptions(request: Kms10Requests['UpdateSecretVersionStage'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>>;
  /** {@link updateSecretVersionStage} with options of the call. */
  updateSecretVersionStageEx(request: Kms10Requests['UpdateSecretVersionStage'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>>;
  /**
   * Checks an HMAC; a wrong one answers `value: false` and is no error.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-verifymac
   */
  verifyMac(request: Kms10Requests['VerifyMac']): Promise<Kms10Response<G, 'VerifyMac'>>;
  /** {@link verifyMac} with options of the call. */
  verifyMacWithOptions(request: Kms10Requests['VerifyMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'VerifyMac'>>;
  /** {@link verifyMac} with options of the call. */
  verifyMacEx(request: Kms10Requests['VerifyMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'VerifyMac'>>;
  /** Is not there any more: KMS answers `InvalidAction.NotFound`. */
  describeService(request?: Empty): Promise<Kms10Response<G, Kms10Model>>;
  /** {@link describeService} with options of the call. */
  describeServiceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>>;
  /** {@link describeService} with options of the call. */
  describeServiceWithOptions(request?: Empty, runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>>;
  /** {@link describeService} with options of the call. */
  describeServiceEx(request?: Empty, runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>>;
}
