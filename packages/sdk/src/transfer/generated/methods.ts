// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { ApiGeneration, Kms10Response } from '../api-generation.js';
import type { KmsRuntimeOptions } from '../runtime-options.js';
import type { Kms10Model } from './responses.js';
import type { Kms10Requests } from './requests.js';

type Empty = { readonly [name: string]: unknown };

/** Every method of the KMS 1.0 client, under the names of all its generations. */
export abstract class Kms10Methods<G extends ApiGeneration> {
  /** Makes the call of a method. */
  protected abstract callKms10<R>(api: string, request: unknown, runtime?: KmsRuntimeOptions): Promise<R>;

  /**
   * Decrypt with the private key of an asymmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricdecrypt
   */
  asymmetricDecrypt(request: Kms10Requests['AsymmetricDecrypt']): Promise<Kms10Response<G, 'AsymmetricDecrypt'>> {
    return this.callKms10('AsymmetricDecrypt', request);
  }

  /** {@link asymmetricDecrypt} with options of the call. */
  asymmetricDecryptWithOptions(request: Kms10Requests['AsymmetricDecrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricDecrypt'>> {
    return this.callKms10('AsymmetricDecrypt', request, runtime);
  }

  /** {@link asymmetricDecrypt} with options of the call. */
  asymmetricDecryptEx(request: Kms10Requests['AsymmetricDecrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricDecrypt'>> {
    return this.callKms10('AsymmetricDecrypt', request, runtime);
  }

  /**
   * Encrypt with the public key of an asymmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricencrypt
   */
  asymmetricEncrypt(request: Kms10Requests['AsymmetricEncrypt']): Promise<Kms10Response<G, 'AsymmetricEncrypt'>> {
    return this.callKms10('AsymmetricEncrypt', request);
  }

  /** {@link asymmetricEncrypt} with options of the call. */
  asymmetricEncryptWithOptions(request: Kms10Requests['AsymmetricEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricEncrypt'>> {
    return this.callKms10('AsymmetricEncrypt', request, runtime);
  }

  /** {@link asymmetricEncrypt} with options of the call. */
  asymmetricEncryptEx(request: Kms10Requests['AsymmetricEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricEncrypt'>> {
    return this.callKms10('AsymmetricEncrypt', request, runtime);
  }

  /**
   * Sign a digest.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricsign
   */
  asymmetricSign(request: Kms10Requests['AsymmetricSign']): Promise<Kms10Response<G, 'AsymmetricSign'>> {
    return this.callKms10('AsymmetricSign', request);
  }

  /** {@link asymmetricSign} with options of the call. */
  asymmetricSignWithOptions(request: Kms10Requests['AsymmetricSign'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricSign'>> {
    return this.callKms10('AsymmetricSign', request, runtime);
  }

  /** {@link asymmetricSign} with options of the call. */
  asymmetricSignEx(request: Kms10Requests['AsymmetricSign'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricSign'>> {
    return this.callKms10('AsymmetricSign', request, runtime);
  }

  /**
   * Verify the signature of a digest. A wrong signature returns `value: false`; it is not an error.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricverify
   */
  asymmetricVerify(request: Kms10Requests['AsymmetricVerify']): Promise<Kms10Response<G, 'AsymmetricVerify'>> {
    return this.callKms10('AsymmetricVerify', request);
  }

  /** {@link asymmetricVerify} with options of the call. */
  asymmetricVerifyWithOptions(request: Kms10Requests['AsymmetricVerify'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricVerify'>> {
    return this.callKms10('AsymmetricVerify', request, runtime);
  }

  /** {@link asymmetricVerify} with options of the call. */
  asymmetricVerifyEx(request: Kms10Requests['AsymmetricVerify'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'AsymmetricVerify'>> {
    return this.callKms10('AsymmetricVerify', request, runtime);
  }

  /**
   * Get the values of up to 20 secrets. `errors` lists those that failed.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-batchgetsecretvalue
   */
  batchGetSecretValue(request?: Kms10Requests['BatchGetSecretValue']): Promise<Kms10Response<G, 'BatchGetSecretValue'>> {
    return this.callKms10('BatchGetSecretValue', request);
  }

  /** {@link batchGetSecretValue} with options of the call. */
  batchGetSecretValueWithOptions(request?: Kms10Requests['BatchGetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'BatchGetSecretValue'>> {
    return this.callKms10('BatchGetSecretValue', request, runtime);
  }

  /** {@link batchGetSecretValue} with options of the call. */
  batchGetSecretValueEx(request?: Kms10Requests['BatchGetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'BatchGetSecretValue'>> {
    return this.callKms10('BatchGetSecretValue', request, runtime);
  }

  /**
   * Cancel the deletion of a key. The key becomes Enabled, or PendingImport if it has no material.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-cancelkeydeletion
   */
  cancelKeyDeletion(request: Kms10Requests['CancelKeyDeletion']): Promise<Kms10Response<G, 'CancelKeyDeletion'>> {
    return this.callKms10('CancelKeyDeletion', request);
  }

  /** {@link cancelKeyDeletion} with options of the call. */
  cancelKeyDeletionWithOptions(request: Kms10Requests['CancelKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CancelKeyDeletion'>> {
    return this.callKms10('CancelKeyDeletion', request, runtime);
  }

  /** {@link cancelKeyDeletion} with options of the call. */
  cancelKeyDeletionEx(request: Kms10Requests['CancelKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CancelKeyDeletion'>> {
    return this.callKms10('CancelKeyDeletion', request, runtime);
  }

  /**
   * Enable a purchased instance in a VPC.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-connectkmsinstance
   */
  connectKmsInstance(request: Kms10Requests['ConnectKmsInstance']): Promise<Kms10Response<G, 'ConnectKmsInstance'>> {
    return this.callKms10('ConnectKmsInstance', request);
  }

  /** {@link connectKmsInstance} with options of the call. */
  connectKmsInstanceWithOptions(request: Kms10Requests['ConnectKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ConnectKmsInstance'>> {
    return this.callKms10('ConnectKmsInstance', request, runtime);
  }

  /** {@link connectKmsInstance} with options of the call. */
  connectKmsInstanceEx(request: Kms10Requests['ConnectKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ConnectKmsInstance'>> {
    return this.callKms10('ConnectKmsInstance', request, runtime);
  }

  /**
   * Create an alias, a name to use instead of a key id.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createalias
   */
  createAlias(request: Kms10Requests['CreateAlias']): Promise<Kms10Response<G, 'CreateAlias'>> {
    return this.callKms10('CreateAlias', request);
  }

  /** {@link createAlias} with options of the call. */
  createAliasWithOptions(request: Kms10Requests['CreateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateAlias'>> {
    return this.callKms10('CreateAlias', request, runtime);
  }

  /** {@link createAlias} with options of the call. */
  createAliasEx(request: Kms10Requests['CreateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateAlias'>> {
    return this.callKms10('CreateAlias', request, runtime);
  }

  /**
   * Create an application access point. Its policies decide what its client keys may do.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createapplicationaccesspoint
   */
  createApplicationAccessPoint(request: Kms10Requests['CreateApplicationAccessPoint']): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>> {
    return this.callKms10('CreateApplicationAccessPoint', request);
  }

  /** {@link createApplicationAccessPoint} with options of the call. */
  createApplicationAccessPointWithOptions(request: Kms10Requests['CreateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>> {
    return this.callKms10('CreateApplicationAccessPoint', request, runtime);
  }

  /** {@link createApplicationAccessPoint} with options of the call. */
  createApplicationAccessPointEx(request: Kms10Requests['CreateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateApplicationAccessPoint'>> {
    return this.callKms10('CreateApplicationAccessPoint', request, runtime);
  }

  /**
   * Create a client key. Only this response contains its private key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
   */
  createClientKey(request: Kms10Requests['CreateClientKey']): Promise<Kms10Response<G, 'CreateClientKey'>> {
    return this.callKms10('CreateClientKey', request);
  }

  /** {@link createClientKey} with options of the call. */
  createClientKeyWithOptions(request: Kms10Requests['CreateClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateClientKey'>> {
    return this.callKms10('CreateClientKey', request, runtime);
  }

  /** {@link createClientKey} with options of the call. */
  createClientKeyEx(request: Kms10Requests['CreateClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateClientKey'>> {
    return this.callKms10('CreateClientKey', request, runtime);
  }

  /**
   * Create a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkey
   */
  createKey(request?: Kms10Requests['CreateKey']): Promise<Kms10Response<G, 'CreateKey'>> {
    return this.callKms10('CreateKey', request);
  }

  /** {@link createKey} with options of the call. */
  createKeyWithOptions(request?: Kms10Requests['CreateKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKey'>> {
    return this.callKms10('CreateKey', request, runtime);
  }

  /** {@link createKey} with options of the call. */
  createKeyEx(request?: Kms10Requests['CreateKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKey'>> {
    return this.callKms10('CreateKey', request, runtime);
  }

  /**
   * Create a version of an asymmetric key, which becomes the primary version.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkeyversion
   */
  createKeyVersion(request: Kms10Requests['CreateKeyVersion']): Promise<Kms10Response<G, 'CreateKeyVersion'>> {
    return this.callKms10('CreateKeyVersion', request);
  }

  /** {@link createKeyVersion} with options of the call. */
  createKeyVersionWithOptions(request: Kms10Requests['CreateKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKeyVersion'>> {
    return this.callKms10('CreateKeyVersion', request, runtime);
  }

  /** {@link createKeyVersion} with options of the call. */
  createKeyVersionEx(request: Kms10Requests['CreateKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateKeyVersion'>> {
    return this.callKms10('CreateKeyVersion', request, runtime);
  }

  /**
   * Create a network rule: the addresses that may call an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createnetworkrule
   */
  createNetworkRule(request: Kms10Requests['CreateNetworkRule']): Promise<Kms10Response<G, 'CreateNetworkRule'>> {
    return this.callKms10('CreateNetworkRule', request);
  }

  /** {@link createNetworkRule} with options of the call. */
  createNetworkRuleWithOptions(request: Kms10Requests['CreateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateNetworkRule'>> {
    return this.callKms10('CreateNetworkRule', request, runtime);
  }

  /** {@link createNetworkRule} with options of the call. */
  createNetworkRuleEx(request: Kms10Requests['CreateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateNetworkRule'>> {
    return this.callKms10('CreateNetworkRule', request, runtime);
  }

  /**
   * Create a policy: which keys and secrets of an instance may be used, and from where.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createpolicy
   */
  createPolicy(request: Kms10Requests['CreatePolicy']): Promise<Kms10Response<G, 'CreatePolicy'>> {
    return this.callKms10('CreatePolicy', request);
  }

  /** {@link createPolicy} with options of the call. */
  createPolicyWithOptions(request: Kms10Requests['CreatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreatePolicy'>> {
    return this.callKms10('CreatePolicy', request, runtime);
  }

  /** {@link createPolicy} with options of the call. */
  createPolicyEx(request: Kms10Requests['CreatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreatePolicy'>> {
    return this.callKms10('CreatePolicy', request, runtime);
  }

  /**
   * Create a secret with its first version.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createsecret
   */
  createSecret(request: Kms10Requests['CreateSecret']): Promise<Kms10Response<G, 'CreateSecret'>> {
    return this.callKms10('CreateSecret', request);
  }

  /** {@link createSecret} with options of the call. */
  createSecretWithOptions(request: Kms10Requests['CreateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateSecret'>> {
    return this.callKms10('CreateSecret', request, runtime);
  }

  /** {@link createSecret} with options of the call. */
  createSecretEx(request: Kms10Requests['CreateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'CreateSecret'>> {
    return this.callKms10('CreateSecret', request, runtime);
  }

  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-decrypt
   */
  decrypt(request: Kms10Requests['Decrypt']): Promise<Kms10Response<G, 'Decrypt'>> {
    return this.callKms10('Decrypt', request);
  }

  /** {@link decrypt} with options of the call. */
  decryptWithOptions(request: Kms10Requests['Decrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Decrypt'>> {
    return this.callKms10('Decrypt', request, runtime);
  }

  /** {@link decrypt} with options of the call. */
  decryptEx(request: Kms10Requests['Decrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Decrypt'>> {
    return this.callKms10('Decrypt', request, runtime);
  }

  /**
   * Delete an alias. The key stays.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletealias
   */
  deleteAlias(request: Kms10Requests['DeleteAlias']): Promise<Kms10Response<G, 'DeleteAlias'>> {
    return this.callKms10('DeleteAlias', request);
  }

  /** {@link deleteAlias} with options of the call. */
  deleteAliasWithOptions(request: Kms10Requests['DeleteAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteAlias'>> {
    return this.callKms10('DeleteAlias', request, runtime);
  }

  /** {@link deleteAlias} with options of the call. */
  deleteAliasEx(request: Kms10Requests['DeleteAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteAlias'>> {
    return this.callKms10('DeleteAlias', request, runtime);
  }

  /**
   * Delete an application access point that has no client key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteapplicationaccesspoint
   */
  deleteApplicationAccessPoint(request: Kms10Requests['DeleteApplicationAccessPoint']): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>> {
    return this.callKms10('DeleteApplicationAccessPoint', request);
  }

  /** {@link deleteApplicationAccessPoint} with options of the call. */
  deleteApplicationAccessPointWithOptions(request: Kms10Requests['DeleteApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>> {
    return this.callKms10('DeleteApplicationAccessPoint', request, runtime);
  }

  /** {@link deleteApplicationAccessPoint} with options of the call. */
  deleteApplicationAccessPointEx(request: Kms10Requests['DeleteApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteApplicationAccessPoint'>> {
    return this.callKms10('DeleteApplicationAccessPoint', request, runtime);
  }

  /**
   * Delete a client key. From then on, KMS refuses calls with it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteclientkey
   */
  deleteClientKey(request: Kms10Requests['DeleteClientKey']): Promise<Kms10Response<G, 'DeleteClientKey'>> {
    return this.callKms10('DeleteClientKey', request);
  }

  /** {@link deleteClientKey} with options of the call. */
  deleteClientKeyWithOptions(request: Kms10Requests['DeleteClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteClientKey'>> {
    return this.callKms10('DeleteClientKey', request, runtime);
  }

  /** {@link deleteClientKey} with options of the call. */
  deleteClientKeyEx(request: Kms10Requests['DeleteClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteClientKey'>> {
    return this.callKms10('DeleteClientKey', request, runtime);
  }

  /**
   * Delete imported material. The key is PendingImport until you import the same material again.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletekeymaterial
   */
  deleteKeyMaterial(request: Kms10Requests['DeleteKeyMaterial']): Promise<Kms10Response<G, 'DeleteKeyMaterial'>> {
    return this.callKms10('DeleteKeyMaterial', request);
  }

  /** {@link deleteKeyMaterial} with options of the call. */
  deleteKeyMaterialWithOptions(request: Kms10Requests['DeleteKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteKeyMaterial'>> {
    return this.callKms10('DeleteKeyMaterial', request, runtime);
  }

  /** {@link deleteKeyMaterial} with options of the call. */
  deleteKeyMaterialEx(request: Kms10Requests['DeleteKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteKeyMaterial'>> {
    return this.callKms10('DeleteKeyMaterial', request, runtime);
  }

  /**
   * Delete a network rule that no policy uses.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletenetworkrule
   */
  deleteNetworkRule(request: Kms10Requests['DeleteNetworkRule']): Promise<Kms10Response<G, 'DeleteNetworkRule'>> {
    return this.callKms10('DeleteNetworkRule', request);
  }

  /** {@link deleteNetworkRule} with options of the call. */
  deleteNetworkRuleWithOptions(request: Kms10Requests['DeleteNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteNetworkRule'>> {
    return this.callKms10('DeleteNetworkRule', request, runtime);
  }

  /** {@link deleteNetworkRule} with options of the call. */
  deleteNetworkRuleEx(request: Kms10Requests['DeleteNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteNetworkRule'>> {
    return this.callKms10('DeleteNetworkRule', request, runtime);
  }

  /**
   * Delete a policy that no access point uses.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletepolicy
   */
  deletePolicy(request: Kms10Requests['DeletePolicy']): Promise<Kms10Response<G, 'DeletePolicy'>> {
    return this.callKms10('DeletePolicy', request);
  }

  /** {@link deletePolicy} with options of the call. */
  deletePolicyWithOptions(request: Kms10Requests['DeletePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeletePolicy'>> {
    return this.callKms10('DeletePolicy', request, runtime);
  }

  /** {@link deletePolicy} with options of the call. */
  deletePolicyEx(request: Kms10Requests['DeletePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeletePolicy'>> {
    return this.callKms10('DeletePolicy', request, runtime);
  }

  /**
   * Delete a secret after a recovery window, in which restoreSecret restores it, or at once.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletesecret
   */
  deleteSecret(request: Kms10Requests['DeleteSecret']): Promise<Kms10Response<G, 'DeleteSecret'>> {
    return this.callKms10('DeleteSecret', request);
  }

  /** {@link deleteSecret} with options of the call. */
  deleteSecretWithOptions(request: Kms10Requests['DeleteSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteSecret'>> {
    return this.callKms10('DeleteSecret', request, runtime);
  }

  /** {@link deleteSecret} with options of the call. */
  deleteSecretEx(request: Kms10Requests['DeleteSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DeleteSecret'>> {
    return this.callKms10('DeleteSecret', request, runtime);
  }

  /**
   * Get the status of KMS for the account: whether it is activated, and in good standing.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeaccountkmsstatus
   */
  describeAccountKmsStatus(request?: Kms10Requests['DescribeAccountKmsStatus']): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>> {
    return this.callKms10('DescribeAccountKmsStatus', request);
  }

  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusWithOptions(request?: Kms10Requests['DescribeAccountKmsStatus'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>>;
  describeAccountKmsStatusWithOptions(...given: [Kms10Requests['DescribeAccountKmsStatus']?, KmsRuntimeOptions?]): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>> {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('DescribeAccountKmsStatus', request, runtime);
  }

  /** {@link describeAccountKmsStatus} with options of the call. */
  describeAccountKmsStatusEx(request?: Kms10Requests['DescribeAccountKmsStatus'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeAccountKmsStatus'>> {
    return this.callKms10('DescribeAccountKmsStatus', request, runtime);
  }

  /**
   * Get an application access point.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeapplicationaccesspoint
   */
  describeApplicationAccessPoint(request: Kms10Requests['DescribeApplicationAccessPoint']): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>> {
    return this.callKms10('DescribeApplicationAccessPoint', request);
  }

  /** {@link describeApplicationAccessPoint} with options of the call. */
  describeApplicationAccessPointWithOptions(request: Kms10Requests['DescribeApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>> {
    return this.callKms10('DescribeApplicationAccessPoint', request, runtime);
  }

  /** {@link describeApplicationAccessPoint} with options of the call. */
  describeApplicationAccessPointEx(request: Kms10Requests['DescribeApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeApplicationAccessPoint'>> {
    return this.callKms10('DescribeApplicationAccessPoint', request, runtime);
  }

  /**
   * Get the metadata of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekey
   */
  describeKey(request: Kms10Requests['DescribeKey']): Promise<Kms10Response<G, 'DescribeKey'>> {
    return this.callKms10('DescribeKey', request);
  }

  /** {@link describeKey} with options of the call. */
  describeKeyWithOptions(request: Kms10Requests['DescribeKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKey'>> {
    return this.callKms10('DescribeKey', request, runtime);
  }

  /** {@link describeKey} with options of the call. */
  describeKeyEx(request: Kms10Requests['DescribeKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKey'>> {
    return this.callKms10('DescribeKey', request, runtime);
  }

  /**
   * Get the metadata of a key version.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekeyversion
   */
  describeKeyVersion(request: Kms10Requests['DescribeKeyVersion']): Promise<Kms10Response<G, 'DescribeKeyVersion'>> {
    return this.callKms10('DescribeKeyVersion', request);
  }

  /** {@link describeKeyVersion} with options of the call. */
  describeKeyVersionWithOptions(request: Kms10Requests['DescribeKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKeyVersion'>> {
    return this.callKms10('DescribeKeyVersion', request, runtime);
  }

  /** {@link describeKeyVersion} with options of the call. */
  describeKeyVersionEx(request: Kms10Requests['DescribeKeyVersion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeKeyVersion'>> {
    return this.callKms10('DescribeKeyVersion', request, runtime);
  }

  /**
   * Get a network rule.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describenetworkrule
   */
  describeNetworkRule(request: Kms10Requests['DescribeNetworkRule']): Promise<Kms10Response<G, 'DescribeNetworkRule'>> {
    return this.callKms10('DescribeNetworkRule', request);
  }

  /** {@link describeNetworkRule} with options of the call. */
  describeNetworkRuleWithOptions(request: Kms10Requests['DescribeNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeNetworkRule'>> {
    return this.callKms10('DescribeNetworkRule', request, runtime);
  }

  /** {@link describeNetworkRule} with options of the call. */
  describeNetworkRuleEx(request: Kms10Requests['DescribeNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeNetworkRule'>> {
    return this.callKms10('DescribeNetworkRule', request, runtime);
  }

  /**
   * Get a policy.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describepolicy
   */
  describePolicy(request: Kms10Requests['DescribePolicy']): Promise<Kms10Response<G, 'DescribePolicy'>> {
    return this.callKms10('DescribePolicy', request);
  }

  /** {@link describePolicy} with options of the call. */
  describePolicyWithOptions(request: Kms10Requests['DescribePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribePolicy'>> {
    return this.callKms10('DescribePolicy', request, runtime);
  }

  /** {@link describePolicy} with options of the call. */
  describePolicyEx(request: Kms10Requests['DescribePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribePolicy'>> {
    return this.callKms10('DescribePolicy', request, runtime);
  }

  /**
   * List the regions that offer KMS.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeregions
   */
  describeRegions(request?: Kms10Requests['DescribeRegions']): Promise<Kms10Response<G, 'DescribeRegions'>> {
    return this.callKms10('DescribeRegions', request);
  }

  /** {@link describeRegions} with options of the call. */
  describeRegionsWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>>;
  /** {@link describeRegions} with options of the call. */
  describeRegionsWithOptions(request?: Kms10Requests['DescribeRegions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>>;
  describeRegionsWithOptions(...given: [Kms10Requests['DescribeRegions']?, KmsRuntimeOptions?]): Promise<Kms10Response<G, 'DescribeRegions'>> {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('DescribeRegions', request, runtime);
  }

  /** {@link describeRegions} with options of the call. */
  describeRegionsEx(request?: Kms10Requests['DescribeRegions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeRegions'>> {
    return this.callKms10('DescribeRegions', request, runtime);
  }

  /**
   * Get the metadata of a secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describesecret
   */
  describeSecret(request: Kms10Requests['DescribeSecret']): Promise<Kms10Response<G, 'DescribeSecret'>> {
    return this.callKms10('DescribeSecret', request);
  }

  /** {@link describeSecret} with options of the call. */
  describeSecretWithOptions(request: Kms10Requests['DescribeSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeSecret'>> {
    return this.callKms10('DescribeSecret', request, runtime);
  }

  /** {@link describeSecret} with options of the call. */
  describeSecretEx(request: Kms10Requests['DescribeSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DescribeSecret'>> {
    return this.callKms10('DescribeSecret', request, runtime);
  }

  /**
   * Disable a key. Until enableKey, nobody can use it, not even to decrypt.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-disablekey
   */
  disableKey(request: Kms10Requests['DisableKey']): Promise<Kms10Response<G, 'DisableKey'>> {
    return this.callKms10('DisableKey', request);
  }

  /** {@link disableKey} with options of the call. */
  disableKeyWithOptions(request: Kms10Requests['DisableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DisableKey'>> {
    return this.callKms10('DisableKey', request, runtime);
  }

  /** {@link disableKey} with options of the call. */
  disableKeyEx(request: Kms10Requests['DisableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'DisableKey'>> {
    return this.callKms10('DisableKey', request, runtime);
  }

  /**
   * Enable a disabled key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-enablekey
   */
  enableKey(request: Kms10Requests['EnableKey']): Promise<Kms10Response<G, 'EnableKey'>> {
    return this.callKms10('EnableKey', request);
  }

  /** {@link enableKey} with options of the call. */
  enableKeyWithOptions(request: Kms10Requests['EnableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'EnableKey'>> {
    return this.callKms10('EnableKey', request, runtime);
  }

  /** {@link enableKey} with options of the call. */
  enableKeyEx(request: Kms10Requests['EnableKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'EnableKey'>> {
    return this.callKms10('EnableKey', request, runtime);
  }

  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-encrypt
   */
  encrypt(request: Kms10Requests['Encrypt']): Promise<Kms10Response<G, 'Encrypt'>> {
    return this.callKms10('Encrypt', request);
  }

  /** {@link encrypt} with options of the call. */
  encryptWithOptions(request: Kms10Requests['Encrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Encrypt'>> {
    return this.callKms10('Encrypt', request, runtime);
  }

  /** {@link encrypt} with options of the call. */
  encryptEx(request: Kms10Requests['Encrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'Encrypt'>> {
    return this.callKms10('Encrypt', request, runtime);
  }

  /**
   * Wrap an encrypted data key with your public key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-exportdatakey
   */
  exportDataKey(request: Kms10Requests['ExportDataKey']): Promise<Kms10Response<G, 'ExportDataKey'>> {
    return this.callKms10('ExportDataKey', request);
  }

  /** {@link exportDataKey} with options of the call. */
  exportDataKeyWithOptions(request: Kms10Requests['ExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ExportDataKey'>> {
    return this.callKms10('ExportDataKey', request, runtime);
  }

  /** {@link exportDataKey} with options of the call. */
  exportDataKeyEx(request: Kms10Requests['ExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ExportDataKey'>> {
    return this.callKms10('ExportDataKey', request, runtime);
  }

  /**
   * Generate a data key and return it encrypted under the key, and wrapped with your public key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generateandexportdatakey
   */
  generateAndExportDataKey(request: Kms10Requests['GenerateAndExportDataKey']): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>> {
    return this.callKms10('GenerateAndExportDataKey', request);
  }

  /** {@link generateAndExportDataKey} with options of the call. */
  generateAndExportDataKeyWithOptions(request: Kms10Requests['GenerateAndExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>> {
    return this.callKms10('GenerateAndExportDataKey', request, runtime);
  }

  /** {@link generateAndExportDataKey} with options of the call. */
  generateAndExportDataKeyEx(request: Kms10Requests['GenerateAndExportDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateAndExportDataKey'>> {
    return this.callKms10('GenerateAndExportDataKey', request, runtime);
  }

  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakey
   */
  generateDataKey(request: Kms10Requests['GenerateDataKey']): Promise<Kms10Response<G, 'GenerateDataKey'>> {
    return this.callKms10('GenerateDataKey', request);
  }

  /** {@link generateDataKey} with options of the call. */
  generateDataKeyWithOptions(request: Kms10Requests['GenerateDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKey'>> {
    return this.callKms10('GenerateDataKey', request, runtime);
  }

  /** {@link generateDataKey} with options of the call. */
  generateDataKeyEx(request: Kms10Requests['GenerateDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKey'>> {
    return this.callKms10('GenerateDataKey', request, runtime);
  }

  /**
   * Generate a data key and return only its ciphertext, for decrypt to decrypt later.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakeywithoutplaintext
   */
  generateDataKeyWithoutPlaintext(request: Kms10Requests['GenerateDataKeyWithoutPlaintext']): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>> {
    return this.callKms10('GenerateDataKeyWithoutPlaintext', request);
  }

  /** {@link generateDataKeyWithoutPlaintext} with options of the call. */
  generateDataKeyWithoutPlaintextWithOptions(request: Kms10Requests['GenerateDataKeyWithoutPlaintext'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>> {
    return this.callKms10('GenerateDataKeyWithoutPlaintext', request, runtime);
  }

  /** {@link generateDataKeyWithoutPlaintext} with options of the call. */
  generateDataKeyWithoutPlaintextEx(request: Kms10Requests['GenerateDataKeyWithoutPlaintext'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateDataKeyWithoutPlaintext'>> {
    return this.callKms10('GenerateDataKeyWithoutPlaintext', request, runtime);
  }

  /**
   * Compute an HMAC.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatemac
   */
  generateMac(request: Kms10Requests['GenerateMac']): Promise<Kms10Response<G, 'GenerateMac'>> {
    return this.callKms10('GenerateMac', request);
  }

  /** {@link generateMac} with options of the call. */
  generateMacWithOptions(request: Kms10Requests['GenerateMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateMac'>> {
    return this.callKms10('GenerateMac', request, runtime);
  }

  /** {@link generateMac} with options of the call. */
  generateMacEx(request: Kms10Requests['GenerateMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GenerateMac'>> {
    return this.callKms10('GenerateMac', request, runtime);
  }

  /**
   * Get a client key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getclientkey
   */
  getClientKey(request: Kms10Requests['GetClientKey']): Promise<Kms10Response<G, 'GetClientKey'>> {
    return this.callKms10('GetClientKey', request);
  }

  /** {@link getClientKey} with options of the call. */
  getClientKeyWithOptions(request: Kms10Requests['GetClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetClientKey'>> {
    return this.callKms10('GetClientKey', request, runtime);
  }

  /** {@link getClientKey} with options of the call. */
  getClientKeyEx(request: Kms10Requests['GetClientKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetClientKey'>> {
    return this.callKms10('GetClientKey', request, runtime);
  }

  /**
   * Get the default instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getdefaultkmsinstance
   */
  getDefaultKmsInstance(request?: Kms10Requests['GetDefaultKmsInstance']): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>> {
    return this.callKms10('GetDefaultKmsInstance', request);
  }

  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceWithOptions(request?: Kms10Requests['GetDefaultKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>>;
  getDefaultKmsInstanceWithOptions(...given: [Kms10Requests['GetDefaultKmsInstance']?, KmsRuntimeOptions?]): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>> {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('GetDefaultKmsInstance', request, runtime);
  }

  /** {@link getDefaultKmsInstance} with options of the call. */
  getDefaultKmsInstanceEx(request?: Kms10Requests['GetDefaultKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetDefaultKmsInstance'>> {
    return this.callKms10('GetDefaultKmsInstance', request, runtime);
  }

  /**
   * Get the policy of a key in an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkeypolicy
   */
  getKeyPolicy(request: Kms10Requests['GetKeyPolicy']): Promise<Kms10Response<G, 'GetKeyPolicy'>> {
    return this.callKms10('GetKeyPolicy', request);
  }

  /** {@link getKeyPolicy} with options of the call. */
  getKeyPolicyWithOptions(request: Kms10Requests['GetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKeyPolicy'>> {
    return this.callKms10('GetKeyPolicy', request, runtime);
  }

  /** {@link getKeyPolicy} with options of the call. */
  getKeyPolicyEx(request: Kms10Requests['GetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKeyPolicy'>> {
    return this.callKms10('GetKeyPolicy', request, runtime);
  }

  /**
   * Get an instance and the CA of its gateway.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstance
   */
  getKmsInstance(request: Kms10Requests['GetKmsInstance']): Promise<Kms10Response<G, 'GetKmsInstance'>> {
    return this.callKms10('GetKmsInstance', request);
  }

  /** {@link getKmsInstance} with options of the call. */
  getKmsInstanceWithOptions(request: Kms10Requests['GetKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstance'>> {
    return this.callKms10('GetKmsInstance', request, runtime);
  }

  /** {@link getKmsInstance} with options of the call. */
  getKmsInstanceEx(request: Kms10Requests['GetKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstance'>> {
    return this.callKms10('GetKmsInstance', request, runtime);
  }

  /**
   * Get the quotas of an instance and their usage.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstancequotainfos
   */
  getKmsInstanceQuotaInfos(request?: Kms10Requests['GetKmsInstanceQuotaInfos']): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>> {
    return this.callKms10('GetKmsInstanceQuotaInfos', request);
  }

  /** {@link getKmsInstanceQuotaInfos} with options of the call. */
  getKmsInstanceQuotaInfosWithOptions(request?: Kms10Requests['GetKmsInstanceQuotaInfos'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>> {
    return this.callKms10('GetKmsInstanceQuotaInfos', request, runtime);
  }

  /** {@link getKmsInstanceQuotaInfos} with options of the call. */
  getKmsInstanceQuotaInfosEx(request?: Kms10Requests['GetKmsInstanceQuotaInfos'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetKmsInstanceQuotaInfos'>> {
    return this.callKms10('GetKmsInstanceQuotaInfos', request, runtime);
  }

  /**
   * Get a data key that KMS stores and rotates.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getmanageddatakey
   */
  getManagedDataKey(request: Kms10Requests['GetManagedDataKey']): Promise<Kms10Response<G, 'GetManagedDataKey'>> {
    return this.callKms10('GetManagedDataKey', request);
  }

  /** {@link getManagedDataKey} with options of the call. */
  getManagedDataKeyWithOptions(request: Kms10Requests['GetManagedDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetManagedDataKey'>> {
    return this.callKms10('GetManagedDataKey', request, runtime);
  }

  /** {@link getManagedDataKey} with options of the call. */
  getManagedDataKeyEx(request: Kms10Requests['GetManagedDataKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetManagedDataKey'>> {
    return this.callKms10('GetManagedDataKey', request, runtime);
  }

  /**
   * Get the public key and the token for importing material into an EXTERNAL key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getparametersforimport
   */
  getParametersForImport(request: Kms10Requests['GetParametersForImport']): Promise<Kms10Response<G, 'GetParametersForImport'>> {
    return this.callKms10('GetParametersForImport', request);
  }

  /** {@link getParametersForImport} with options of the call. */
  getParametersForImportWithOptions(request: Kms10Requests['GetParametersForImport'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetParametersForImport'>> {
    return this.callKms10('GetParametersForImport', request, runtime);
  }

  /** {@link getParametersForImport} with options of the call. */
  getParametersForImportEx(request: Kms10Requests['GetParametersForImport'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetParametersForImport'>> {
    return this.callKms10('GetParametersForImport', request, runtime);
  }

  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getpublickey
   */
  getPublicKey(request: Kms10Requests['GetPublicKey']): Promise<Kms10Response<G, 'GetPublicKey'>> {
    return this.callKms10('GetPublicKey', request);
  }

  /** {@link getPublicKey} with options of the call. */
  getPublicKeyWithOptions(request: Kms10Requests['GetPublicKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetPublicKey'>> {
    return this.callKms10('GetPublicKey', request, runtime);
  }

  /** {@link getPublicKey} with options of the call. */
  getPublicKeyEx(request: Kms10Requests['GetPublicKey'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetPublicKey'>> {
    return this.callKms10('GetPublicKey', request, runtime);
  }

  /**
   * Generate a random password.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getrandompassword
   */
  getRandomPassword(request?: Kms10Requests['GetRandomPassword']): Promise<Kms10Response<G, 'GetRandomPassword'>> {
    return this.callKms10('GetRandomPassword', request);
  }

  /** {@link getRandomPassword} with options of the call. */
  getRandomPasswordWithOptions(request?: Kms10Requests['GetRandomPassword'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetRandomPassword'>> {
    return this.callKms10('GetRandomPassword', request, runtime);
  }

  /** {@link getRandomPassword} with options of the call. */
  getRandomPasswordEx(request?: Kms10Requests['GetRandomPassword'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetRandomPassword'>> {
    return this.callKms10('GetRandomPassword', request, runtime);
  }

  /**
   * Get the policy of a secret in an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretpolicy
   */
  getSecretPolicy(request: Kms10Requests['GetSecretPolicy']): Promise<Kms10Response<G, 'GetSecretPolicy'>> {
    return this.callKms10('GetSecretPolicy', request);
  }

  /** {@link getSecretPolicy} with options of the call. */
  getSecretPolicyWithOptions(request: Kms10Requests['GetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretPolicy'>> {
    return this.callKms10('GetSecretPolicy', request, runtime);
  }

  /** {@link getSecretPolicy} with options of the call. */
  getSecretPolicyEx(request: Kms10Requests['GetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretPolicy'>> {
    return this.callKms10('GetSecretPolicy', request, runtime);
  }

  /**
   * As in KMS 1.0.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretvalue
   */
  getSecretValue(request: Kms10Requests['GetSecretValue']): Promise<Kms10Response<G, 'GetSecretValue'>> {
    return this.callKms10('GetSecretValue', request);
  }

  /** {@link getSecretValue} with options of the call. */
  getSecretValueWithOptions(request: Kms10Requests['GetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretValue'>> {
    return this.callKms10('GetSecretValue', request, runtime);
  }

  /** {@link getSecretValue} with options of the call. */
  getSecretValueEx(request: Kms10Requests['GetSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'GetSecretValue'>> {
    return this.callKms10('GetSecretValue', request, runtime);
  }

  /**
   * Import material into a key of origin EXTERNAL.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-importkeymaterial
   */
  importKeyMaterial(request: Kms10Requests['ImportKeyMaterial']): Promise<Kms10Response<G, 'ImportKeyMaterial'>> {
    return this.callKms10('ImportKeyMaterial', request);
  }

  /** {@link importKeyMaterial} with options of the call. */
  importKeyMaterialWithOptions(request: Kms10Requests['ImportKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ImportKeyMaterial'>> {
    return this.callKms10('ImportKeyMaterial', request, runtime);
  }

  /** {@link importKeyMaterial} with options of the call. */
  importKeyMaterialEx(request: Kms10Requests['ImportKeyMaterial'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ImportKeyMaterial'>> {
    return this.callKms10('ImportKeyMaterial', request, runtime);
  }

  /**
   * List all aliases in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliases
   */
  listAliases(request?: Kms10Requests['ListAliases']): Promise<Kms10Response<G, 'ListAliases'>> {
    return this.callKms10('ListAliases', request);
  }

  /** {@link listAliases} with options of the call. */
  listAliasesWithOptions(request?: Kms10Requests['ListAliases'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliases'>> {
    return this.callKms10('ListAliases', request, runtime);
  }

  /** {@link listAliases} with options of the call. */
  listAliasesEx(request?: Kms10Requests['ListAliases'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliases'>> {
    return this.callKms10('ListAliases', request, runtime);
  }

  /**
   * List the aliases of one key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliasesbykeyid
   */
  listAliasesByKeyId(request: Kms10Requests['ListAliasesByKeyId']): Promise<Kms10Response<G, 'ListAliasesByKeyId'>> {
    return this.callKms10('ListAliasesByKeyId', request);
  }

  /** {@link listAliasesByKeyId} with options of the call. */
  listAliasesByKeyIdWithOptions(request: Kms10Requests['ListAliasesByKeyId'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliasesByKeyId'>> {
    return this.callKms10('ListAliasesByKeyId', request, runtime);
  }

  /** {@link listAliasesByKeyId} with options of the call. */
  listAliasesByKeyIdEx(request: Kms10Requests['ListAliasesByKeyId'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListAliasesByKeyId'>> {
    return this.callKms10('ListAliasesByKeyId', request, runtime);
  }

  /**
   * List application access points, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listapplicationaccesspoints
   */
  listApplicationAccessPoints(request?: Kms10Requests['ListApplicationAccessPoints']): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>> {
    return this.callKms10('ListApplicationAccessPoints', request);
  }

  /** {@link listApplicationAccessPoints} with options of the call. */
  listApplicationAccessPointsWithOptions(request?: Kms10Requests['ListApplicationAccessPoints'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>> {
    return this.callKms10('ListApplicationAccessPoints', request, runtime);
  }

  /** {@link listApplicationAccessPoints} with options of the call. */
  listApplicationAccessPointsEx(request?: Kms10Requests['ListApplicationAccessPoints'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListApplicationAccessPoints'>> {
    return this.callKms10('ListApplicationAccessPoints', request, runtime);
  }

  /**
   * List the client keys of an access point, or all client keys.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listclientkeys
   */
  listClientKeys(request?: Kms10Requests['ListClientKeys']): Promise<Kms10Response<G, 'ListClientKeys'>> {
    return this.callKms10('ListClientKeys', request);
  }

  /** {@link listClientKeys} with options of the call. */
  listClientKeysWithOptions(request?: Kms10Requests['ListClientKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListClientKeys'>> {
    return this.callKms10('ListClientKeys', request, runtime);
  }

  /** {@link listClientKeys} with options of the call. */
  listClientKeysEx(request?: Kms10Requests['ListClientKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListClientKeys'>> {
    return this.callKms10('ListClientKeys', request, runtime);
  }

  /**
   * List the versions of a key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeyversions
   */
  listKeyVersions(request: Kms10Requests['ListKeyVersions']): Promise<Kms10Response<G, 'ListKeyVersions'>> {
    return this.callKms10('ListKeyVersions', request);
  }

  /** {@link listKeyVersions} with options of the call. */
  listKeyVersionsWithOptions(request: Kms10Requests['ListKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeyVersions'>> {
    return this.callKms10('ListKeyVersions', request, runtime);
  }

  /** {@link listKeyVersions} with options of the call. */
  listKeyVersionsEx(request: Kms10Requests['ListKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeyVersions'>> {
    return this.callKms10('ListKeyVersions', request, runtime);
  }

  /**
   * List the keys of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeys
   */
  listKeys(request?: Kms10Requests['ListKeys']): Promise<Kms10Response<G, 'ListKeys'>> {
    return this.callKms10('ListKeys', request);
  }

  /** {@link listKeys} with options of the call. */
  listKeysWithOptions(request?: Kms10Requests['ListKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeys'>> {
    return this.callKms10('ListKeys', request, runtime);
  }

  /** {@link listKeys} with options of the call. */
  listKeysEx(request?: Kms10Requests['ListKeys'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKeys'>> {
    return this.callKms10('ListKeys', request, runtime);
  }

  /**
   * List the instances of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkmsinstances
   */
  listKmsInstances(request?: Kms10Requests['ListKmsInstances']): Promise<Kms10Response<G, 'ListKmsInstances'>> {
    return this.callKms10('ListKmsInstances', request);
  }

  /** {@link listKmsInstances} with options of the call. */
  listKmsInstancesWithOptions(request?: Kms10Requests['ListKmsInstances'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKmsInstances'>> {
    return this.callKms10('ListKmsInstances', request, runtime);
  }

  /** {@link listKmsInstances} with options of the call. */
  listKmsInstancesEx(request?: Kms10Requests['ListKmsInstances'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListKmsInstances'>> {
    return this.callKms10('ListKmsInstances', request, runtime);
  }

  /**
   * List the versions of a managed data key, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listmanageddatakeyversions
   */
  listManagedDataKeyVersions(request: Kms10Requests['ListManagedDataKeyVersions']): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>> {
    return this.callKms10('ListManagedDataKeyVersions', request);
  }

  /** {@link listManagedDataKeyVersions} with options of the call. */
  listManagedDataKeyVersionsWithOptions(request: Kms10Requests['ListManagedDataKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>> {
    return this.callKms10('ListManagedDataKeyVersions', request, runtime);
  }

  /** {@link listManagedDataKeyVersions} with options of the call. */
  listManagedDataKeyVersionsEx(request: Kms10Requests['ListManagedDataKeyVersions'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListManagedDataKeyVersions'>> {
    return this.callKms10('ListManagedDataKeyVersions', request, runtime);
  }

  /**
   * List network rules, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listnetworkrules
   */
  listNetworkRules(request?: Kms10Requests['ListNetworkRules']): Promise<Kms10Response<G, 'ListNetworkRules'>> {
    return this.callKms10('ListNetworkRules', request);
  }

  /** {@link listNetworkRules} with options of the call. */
  listNetworkRulesWithOptions(request?: Kms10Requests['ListNetworkRules'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListNetworkRules'>> {
    return this.callKms10('ListNetworkRules', request, runtime);
  }

  /** {@link listNetworkRules} with options of the call. */
  listNetworkRulesEx(request?: Kms10Requests['ListNetworkRules'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListNetworkRules'>> {
    return this.callKms10('ListNetworkRules', request, runtime);
  }

  /**
   * List policies, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listpolicies
   */
  listPolicies(request?: Kms10Requests['ListPolicies']): Promise<Kms10Response<G, 'ListPolicies'>> {
    return this.callKms10('ListPolicies', request);
  }

  /** {@link listPolicies} with options of the call. */
  listPoliciesWithOptions(request?: Kms10Requests['ListPolicies'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListPolicies'>> {
    return this.callKms10('ListPolicies', request, runtime);
  }

  /** {@link listPolicies} with options of the call. */
  listPoliciesEx(request?: Kms10Requests['ListPolicies'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListPolicies'>> {
    return this.callKms10('ListPolicies', request, runtime);
  }

  /**
   * List the tags of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listresourcetags
   */
  listResourceTags(request: Kms10Requests['ListResourceTags']): Promise<Kms10Response<G, 'ListResourceTags'>> {
    return this.callKms10('ListResourceTags', request);
  }

  /** {@link listResourceTags} with options of the call. */
  listResourceTagsWithOptions(request: Kms10Requests['ListResourceTags'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListResourceTags'>> {
    return this.callKms10('ListResourceTags', request, runtime);
  }

  /** {@link listResourceTags} with options of the call. */
  listResourceTagsEx(request: Kms10Requests['ListResourceTags'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListResourceTags'>> {
    return this.callKms10('ListResourceTags', request, runtime);
  }

  /**
   * List the versions of a secret and their stages, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecretversionids
   */
  listSecretVersionIds(request: Kms10Requests['ListSecretVersionIds']): Promise<Kms10Response<G, 'ListSecretVersionIds'>> {
    return this.callKms10('ListSecretVersionIds', request);
  }

  /** {@link listSecretVersionIds} with options of the call. */
  listSecretVersionIdsWithOptions(request: Kms10Requests['ListSecretVersionIds'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecretVersionIds'>> {
    return this.callKms10('ListSecretVersionIds', request, runtime);
  }

  /** {@link listSecretVersionIds} with options of the call. */
  listSecretVersionIdsEx(request: Kms10Requests['ListSecretVersionIds'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecretVersionIds'>> {
    return this.callKms10('ListSecretVersionIds', request, runtime);
  }

  /**
   * List the secrets of the account in this region, page by page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listsecrets
   */
  listSecrets(request?: Kms10Requests['ListSecrets']): Promise<Kms10Response<G, 'ListSecrets'>> {
    return this.callKms10('ListSecrets', request);
  }

  /** {@link listSecrets} with options of the call. */
  listSecretsWithOptions(request?: Kms10Requests['ListSecrets'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecrets'>> {
    return this.callKms10('ListSecrets', request, runtime);
  }

  /** {@link listSecrets} with options of the call. */
  listSecretsEx(request?: Kms10Requests['ListSecrets'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListSecrets'>> {
    return this.callKms10('ListSecrets', request, runtime);
  }

  /**
   * List tags of keys or secrets, by resource or by tag, with a token for the next page.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listtagresources
   */
  listTagResources(request: Kms10Requests['ListTagResources']): Promise<Kms10Response<G, 'ListTagResources'>> {
    return this.callKms10('ListTagResources', request);
  }

  /** {@link listTagResources} with options of the call. */
  listTagResourcesWithOptions(request: Kms10Requests['ListTagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListTagResources'>> {
    return this.callKms10('ListTagResources', request, runtime);
  }

  /** {@link listTagResources} with options of the call. */
  listTagResourcesEx(request: Kms10Requests['ListTagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ListTagResources'>> {
    return this.callKms10('ListTagResources', request, runtime);
  }

  /**
   * Activate KMS for the account.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
   */
  openKmsService(request?: Kms10Requests['OpenKmsService']): Promise<Kms10Response<G, 'OpenKmsService'>> {
    return this.callKms10('OpenKmsService', request);
  }

  /** {@link openKmsService} with options of the call. */
  openKmsServiceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>>;
  /** {@link openKmsService} with options of the call. */
  openKmsServiceWithOptions(request?: Kms10Requests['OpenKmsService'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>>;
  openKmsServiceWithOptions(...given: [Kms10Requests['OpenKmsService']?, KmsRuntimeOptions?]): Promise<Kms10Response<G, 'OpenKmsService'>> {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('OpenKmsService', request, runtime);
  }

  /** {@link openKmsService} with options of the call. */
  openKmsServiceEx(request?: Kms10Requests['OpenKmsService'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'OpenKmsService'>> {
    return this.callKms10('OpenKmsService', request, runtime);
  }

  /**
   * Store a new version of a Generic secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-putsecretvalue
   */
  putSecretValue(request: Kms10Requests['PutSecretValue']): Promise<Kms10Response<G, 'PutSecretValue'>> {
    return this.callKms10('PutSecretValue', request);
  }

  /** {@link putSecretValue} with options of the call. */
  putSecretValueWithOptions(request: Kms10Requests['PutSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'PutSecretValue'>> {
    return this.callKms10('PutSecretValue', request, runtime);
  }

  /** {@link putSecretValue} with options of the call. */
  putSecretValueEx(request: Kms10Requests['PutSecretValue'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'PutSecretValue'>> {
    return this.callKms10('PutSecretValue', request, runtime);
  }

  /**
   * Re-encrypt a ciphertext under another key or the newest version, without revealing the plaintext.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-reencrypt
   */
  reEncrypt(request: Kms10Requests['ReEncrypt']): Promise<Kms10Response<G, 'ReEncrypt'>> {
    return this.callKms10('ReEncrypt', request);
  }

  /** {@link reEncrypt} with options of the call. */
  reEncryptWithOptions(request: Kms10Requests['ReEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReEncrypt'>> {
    return this.callKms10('ReEncrypt', request, runtime);
  }

  /** {@link reEncrypt} with options of the call. */
  reEncryptEx(request: Kms10Requests['ReEncrypt'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReEncrypt'>> {
    return this.callKms10('ReEncrypt', request, runtime);
  }

  /**
   * Release an instance that has expired, with everything in it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-releasekmsinstance
   */
  releaseKmsInstance(request: Kms10Requests['ReleaseKmsInstance']): Promise<Kms10Response<G, 'ReleaseKmsInstance'>> {
    return this.callKms10('ReleaseKmsInstance', request);
  }

  /** {@link releaseKmsInstance} with options of the call. */
  releaseKmsInstanceWithOptions(request: Kms10Requests['ReleaseKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReleaseKmsInstance'>> {
    return this.callKms10('ReleaseKmsInstance', request, runtime);
  }

  /** {@link releaseKmsInstance} with options of the call. */
  releaseKmsInstanceEx(request: Kms10Requests['ReleaseKmsInstance'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ReleaseKmsInstance'>> {
    return this.callKms10('ReleaseKmsInstance', request, runtime);
  }

  /**
   * Restore a secret whose deletion is scheduled.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-restoresecret
   */
  restoreSecret(request: Kms10Requests['RestoreSecret']): Promise<Kms10Response<G, 'RestoreSecret'>> {
    return this.callKms10('RestoreSecret', request);
  }

  /** {@link restoreSecret} with options of the call. */
  restoreSecretWithOptions(request: Kms10Requests['RestoreSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RestoreSecret'>> {
    return this.callKms10('RestoreSecret', request, runtime);
  }

  /** {@link restoreSecret} with options of the call. */
  restoreSecretEx(request: Kms10Requests['RestoreSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RestoreSecret'>> {
    return this.callKms10('RestoreSecret', request, runtime);
  }

  /**
   * Rotate a managed secret now.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-rotatesecret
   */
  rotateSecret(request: Kms10Requests['RotateSecret']): Promise<Kms10Response<G, 'RotateSecret'>> {
    return this.callKms10('RotateSecret', request);
  }

  /** {@link rotateSecret} with options of the call. */
  rotateSecretWithOptions(request: Kms10Requests['RotateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RotateSecret'>> {
    return this.callKms10('RotateSecret', request, runtime);
  }

  /** {@link rotateSecret} with options of the call. */
  rotateSecretEx(request: Kms10Requests['RotateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'RotateSecret'>> {
    return this.callKms10('RotateSecret', request, runtime);
  }

  /**
   * Schedule the deletion of a key. Until then nobody can use it, and cancelKeyDeletion cancels the deletion.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-schedulekeydeletion
   */
  scheduleKeyDeletion(request: Kms10Requests['ScheduleKeyDeletion']): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>> {
    return this.callKms10('ScheduleKeyDeletion', request);
  }

  /** {@link scheduleKeyDeletion} with options of the call. */
  scheduleKeyDeletionWithOptions(request: Kms10Requests['ScheduleKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>> {
    return this.callKms10('ScheduleKeyDeletion', request, runtime);
  }

  /** {@link scheduleKeyDeletion} with options of the call. */
  scheduleKeyDeletionEx(request: Kms10Requests['ScheduleKeyDeletion'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'ScheduleKeyDeletion'>> {
    return this.callKms10('ScheduleKeyDeletion', request, runtime);
  }

  /**
   * Turn the deletion protection of a key or an instance on or off.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setdeletionprotection
   */
  setDeletionProtection(request: Kms10Requests['SetDeletionProtection']): Promise<Kms10Response<G, 'SetDeletionProtection'>> {
    return this.callKms10('SetDeletionProtection', request);
  }

  /** {@link setDeletionProtection} with options of the call. */
  setDeletionProtectionWithOptions(request: Kms10Requests['SetDeletionProtection'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetDeletionProtection'>> {
    return this.callKms10('SetDeletionProtection', request, runtime);
  }

  /** {@link setDeletionProtection} with options of the call. */
  setDeletionProtectionEx(request: Kms10Requests['SetDeletionProtection'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetDeletionProtection'>> {
    return this.callKms10('SetDeletionProtection', request, runtime);
  }

  /**
   * Replace the policy of a key in an instance: who may manage and use it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setkeypolicy
   */
  setKeyPolicy(request: Kms10Requests['SetKeyPolicy']): Promise<Kms10Response<G, 'SetKeyPolicy'>> {
    return this.callKms10('SetKeyPolicy', request);
  }

  /** {@link setKeyPolicy} with options of the call. */
  setKeyPolicyWithOptions(request: Kms10Requests['SetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetKeyPolicy'>> {
    return this.callKms10('SetKeyPolicy', request, runtime);
  }

  /** {@link setKeyPolicy} with options of the call. */
  setKeyPolicyEx(request: Kms10Requests['SetKeyPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetKeyPolicy'>> {
    return this.callKms10('SetKeyPolicy', request, runtime);
  }

  /**
   * Replace the policy of a secret in an instance: who may manage and read it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setsecretpolicy
   */
  setSecretPolicy(request: Kms10Requests['SetSecretPolicy']): Promise<Kms10Response<G, 'SetSecretPolicy'>> {
    return this.callKms10('SetSecretPolicy', request);
  }

  /** {@link setSecretPolicy} with options of the call. */
  setSecretPolicyWithOptions(request: Kms10Requests['SetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetSecretPolicy'>> {
    return this.callKms10('SetSecretPolicy', request, runtime);
  }

  /** {@link setSecretPolicy} with options of the call. */
  setSecretPolicyEx(request: Kms10Requests['SetSecretPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'SetSecretPolicy'>> {
    return this.callKms10('SetSecretPolicy', request, runtime);
  }

  /**
   * Add tags to a key, secret or certificate.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresource
   */
  tagResource(request: Kms10Requests['TagResource']): Promise<Kms10Response<G, 'TagResource'>> {
    return this.callKms10('TagResource', request);
  }

  /** {@link tagResource} with options of the call. */
  tagResourceWithOptions(request: Kms10Requests['TagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResource'>> {
    return this.callKms10('TagResource', request, runtime);
  }

  /** {@link tagResource} with options of the call. */
  tagResourceEx(request: Kms10Requests['TagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResource'>> {
    return this.callKms10('TagResource', request, runtime);
  }

  /**
   * Add tags to several keys or secrets.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresources
   */
  tagResources(request: Kms10Requests['TagResources']): Promise<Kms10Response<G, 'TagResources'>> {
    return this.callKms10('TagResources', request);
  }

  /** {@link tagResources} with options of the call. */
  tagResourcesWithOptions(request: Kms10Requests['TagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResources'>> {
    return this.callKms10('TagResources', request, runtime);
  }

  /** {@link tagResources} with options of the call. */
  tagResourcesEx(request: Kms10Requests['TagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'TagResources'>> {
    return this.callKms10('TagResources', request, runtime);
  }

  /**
   * Remove tags from a key, secret or certificate.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresource
   */
  untagResource(request: Kms10Requests['UntagResource']): Promise<Kms10Response<G, 'UntagResource'>> {
    return this.callKms10('UntagResource', request);
  }

  /** {@link untagResource} with options of the call. */
  untagResourceWithOptions(request: Kms10Requests['UntagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResource'>> {
    return this.callKms10('UntagResource', request, runtime);
  }

  /** {@link untagResource} with options of the call. */
  untagResourceEx(request: Kms10Requests['UntagResource'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResource'>> {
    return this.callKms10('UntagResource', request, runtime);
  }

  /**
   * Remove tags from several keys or secrets.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresources
   */
  untagResources(request: Kms10Requests['UntagResources']): Promise<Kms10Response<G, 'UntagResources'>> {
    return this.callKms10('UntagResources', request);
  }

  /** {@link untagResources} with options of the call. */
  untagResourcesWithOptions(request: Kms10Requests['UntagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResources'>> {
    return this.callKms10('UntagResources', request, runtime);
  }

  /** {@link untagResources} with options of the call. */
  untagResourcesEx(request: Kms10Requests['UntagResources'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UntagResources'>> {
    return this.callKms10('UntagResources', request, runtime);
  }

  /**
   * Point an alias to another key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatealias
   */
  updateAlias(request: Kms10Requests['UpdateAlias']): Promise<Kms10Response<G, 'UpdateAlias'>> {
    return this.callKms10('UpdateAlias', request);
  }

  /** {@link updateAlias} with options of the call. */
  updateAliasWithOptions(request: Kms10Requests['UpdateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateAlias'>> {
    return this.callKms10('UpdateAlias', request, runtime);
  }

  /** {@link updateAlias} with options of the call. */
  updateAliasEx(request: Kms10Requests['UpdateAlias'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateAlias'>> {
    return this.callKms10('UpdateAlias', request, runtime);
  }

  /**
   * Update the policies or the description of an application access point.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updateapplicationaccesspoint
   */
  updateApplicationAccessPoint(request: Kms10Requests['UpdateApplicationAccessPoint']): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>> {
    return this.callKms10('UpdateApplicationAccessPoint', request);
  }

  /** {@link updateApplicationAccessPoint} with options of the call. */
  updateApplicationAccessPointWithOptions(request: Kms10Requests['UpdateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>> {
    return this.callKms10('UpdateApplicationAccessPoint', request, runtime);
  }

  /** {@link updateApplicationAccessPoint} with options of the call. */
  updateApplicationAccessPointEx(request: Kms10Requests['UpdateApplicationAccessPoint'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateApplicationAccessPoint'>> {
    return this.callKms10('UpdateApplicationAccessPoint', request, runtime);
  }

  /**
   * Replace the description of a key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekeydescription
   */
  updateKeyDescription(request: Kms10Requests['UpdateKeyDescription']): Promise<Kms10Response<G, 'UpdateKeyDescription'>> {
    return this.callKms10('UpdateKeyDescription', request);
  }

  /** {@link updateKeyDescription} with options of the call. */
  updateKeyDescriptionWithOptions(request: Kms10Requests['UpdateKeyDescription'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKeyDescription'>> {
    return this.callKms10('UpdateKeyDescription', request, runtime);
  }

  /** {@link updateKeyDescription} with options of the call. */
  updateKeyDescriptionEx(request: Kms10Requests['UpdateKeyDescription'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKeyDescription'>> {
    return this.callKms10('UpdateKeyDescription', request, runtime);
  }

  /**
   * Replace the additional VPCs that can reach an instance.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekmsinstancebindvpc
   */
  updateKmsInstanceBindVpc(request: Kms10Requests['UpdateKmsInstanceBindVpc']): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>> {
    return this.callKms10('UpdateKmsInstanceBindVpc', request);
  }

  /** {@link updateKmsInstanceBindVpc} with options of the call. */
  updateKmsInstanceBindVpcWithOptions(request: Kms10Requests['UpdateKmsInstanceBindVpc'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>> {
    return this.callKms10('UpdateKmsInstanceBindVpc', request, runtime);
  }

  /** {@link updateKmsInstanceBindVpc} with options of the call. */
  updateKmsInstanceBindVpcEx(request: Kms10Requests['UpdateKmsInstanceBindVpc'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateKmsInstanceBindVpc'>> {
    return this.callKms10('UpdateKmsInstanceBindVpc', request, runtime);
  }

  /**
   * Update the addresses or the description of a network rule.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatenetworkrule
   */
  updateNetworkRule(request: Kms10Requests['UpdateNetworkRule']): Promise<Kms10Response<G, 'UpdateNetworkRule'>> {
    return this.callKms10('UpdateNetworkRule', request);
  }

  /** {@link updateNetworkRule} with options of the call. */
  updateNetworkRuleWithOptions(request: Kms10Requests['UpdateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateNetworkRule'>> {
    return this.callKms10('UpdateNetworkRule', request, runtime);
  }

  /** {@link updateNetworkRule} with options of the call. */
  updateNetworkRuleEx(request: Kms10Requests['UpdateNetworkRule'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateNetworkRule'>> {
    return this.callKms10('UpdateNetworkRule', request, runtime);
  }

  /**
   * Update a policy.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatepolicy
   */
  updatePolicy(request: Kms10Requests['UpdatePolicy']): Promise<Kms10Response<G, 'UpdatePolicy'>> {
    return this.callKms10('UpdatePolicy', request);
  }

  /** {@link updatePolicy} with options of the call. */
  updatePolicyWithOptions(request: Kms10Requests['UpdatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdatePolicy'>> {
    return this.callKms10('UpdatePolicy', request, runtime);
  }

  /** {@link updatePolicy} with options of the call. */
  updatePolicyEx(request: Kms10Requests['UpdatePolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdatePolicy'>> {
    return this.callKms10('UpdatePolicy', request, runtime);
  }

  /**
   * Set whether and how often KMS rotates a symmetric key.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updaterotationpolicy
   */
  updateRotationPolicy(request: Kms10Requests['UpdateRotationPolicy']): Promise<Kms10Response<G, 'UpdateRotationPolicy'>> {
    return this.callKms10('UpdateRotationPolicy', request);
  }

  /** {@link updateRotationPolicy} with options of the call. */
  updateRotationPolicyWithOptions(request: Kms10Requests['UpdateRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateRotationPolicy'>> {
    return this.callKms10('UpdateRotationPolicy', request, runtime);
  }

  /** {@link updateRotationPolicy} with options of the call. */
  updateRotationPolicyEx(request: Kms10Requests['UpdateRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateRotationPolicy'>> {
    return this.callKms10('UpdateRotationPolicy', request, runtime);
  }

  /**
   * Update the description or the custom data of a secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecret
   */
  updateSecret(request: Kms10Requests['UpdateSecret']): Promise<Kms10Response<G, 'UpdateSecret'>> {
    return this.callKms10('UpdateSecret', request);
  }

  /** {@link updateSecret} with options of the call. */
  updateSecretWithOptions(request: Kms10Requests['UpdateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecret'>> {
    return this.callKms10('UpdateSecret', request, runtime);
  }

  /** {@link updateSecret} with options of the call. */
  updateSecretEx(request: Kms10Requests['UpdateSecret'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecret'>> {
    return this.callKms10('UpdateSecret', request, runtime);
  }

  /**
   * Set whether and how often KMS rotates a managed secret.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretrotationpolicy
   */
  updateSecretRotationPolicy(request: Kms10Requests['UpdateSecretRotationPolicy']): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>> {
    return this.callKms10('UpdateSecretRotationPolicy', request);
  }

  /** {@link updateSecretRotationPolicy} with options of the call. */
  updateSecretRotationPolicyWithOptions(request: Kms10Requests['UpdateSecretRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>> {
    return this.callKms10('UpdateSecretRotationPolicy', request, runtime);
  }

  /** {@link updateSecretRotationPolicy} with options of the call. */
  updateSecretRotationPolicyEx(request: Kms10Requests['UpdateSecretRotationPolicy'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretRotationPolicy'>> {
    return this.callKms10('UpdateSecretRotationPolicy', request, runtime);
  }

  /**
   * Move a stage label between versions of a secret, or remove it.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatesecretversionstage
   */
  updateSecretVersionStage(request: Kms10Requests['UpdateSecretVersionStage']): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>> {
    return this.callKms10('UpdateSecretVersionStage', request);
  }

  /** {@link updateSecretVersionStage} with options of the call. */
  updateSecretVersionStageWithOptions(request: Kms10Requests['UpdateSecretVersionStage'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>> {
    return this.callKms10('UpdateSecretVersionStage', request, runtime);
  }

  /** {@link updateSecretVersionStage} with options of the call. */
  updateSecretVersionStageEx(request: Kms10Requests['UpdateSecretVersionStage'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'UpdateSecretVersionStage'>> {
    return this.callKms10('UpdateSecretVersionStage', request, runtime);
  }

  /**
   * Verify an HMAC. A wrong HMAC returns `value: false`; it is not an error.
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-verifymac
   */
  verifyMac(request: Kms10Requests['VerifyMac']): Promise<Kms10Response<G, 'VerifyMac'>> {
    return this.callKms10('VerifyMac', request);
  }

  /** {@link verifyMac} with options of the call. */
  verifyMacWithOptions(request: Kms10Requests['VerifyMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'VerifyMac'>> {
    return this.callKms10('VerifyMac', request, runtime);
  }

  /** {@link verifyMac} with options of the call. */
  verifyMacEx(request: Kms10Requests['VerifyMac'], runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, 'VerifyMac'>> {
    return this.callKms10('VerifyMac', request, runtime);
  }

  /** Is not there any more: KMS answers `InvalidAction.NotFound`. */
  describeService(request?: Empty): Promise<Kms10Response<G, Kms10Model>> {
    return this.callKms10('DescribeService', request);
  }

  /** {@link describeService} with options of the call. */
  describeServiceWithOptions(runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>>;
  /** {@link describeService} with options of the call. */
  describeServiceWithOptions(request?: Empty, runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>>;
  describeServiceWithOptions(...given: [Empty?, KmsRuntimeOptions?]): Promise<Kms10Response<G, Kms10Model>> {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('DescribeService', request, runtime);
  }

  /** {@link describeService} with options of the call. */
  describeServiceEx(request?: Empty, runtime?: KmsRuntimeOptions): Promise<Kms10Response<G, Kms10Model>> {
    return this.callKms10('DescribeService', request, runtime);
  }
}
