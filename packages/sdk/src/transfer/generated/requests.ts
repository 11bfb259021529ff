// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

/**
 * Requests of the KMS 1.0 client by action, such as `Kms10Requests['Encrypt']`: its models, or plain objects with the
 * same fields. As in its current models, all fields are optional in the types, and KMS checks the required ones.
 */
export interface Kms10Requests {
  AsymmetricDecrypt: {
    algorithm?: string | undefined;
    ciphertextBlob?: string | Uint8Array | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
    recipient?: string | undefined;
  };
  AsymmetricEncrypt: {
    algorithm?: string | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
    plaintext?: string | Uint8Array | undefined;
  };
  AsymmetricSign: {
    algorithm?: string | undefined;
    digest?: string | Uint8Array | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
  };
  AsymmetricVerify: {
    algorithm?: string | undefined;
    digest?: string | Uint8Array | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
    value?: string | Uint8Array | undefined;
  };
  BatchGetSecretValue: {
    secretsList?: readonly ({ fetchExtendedConfig?: string; secretName?: string; versionId?: string; versionStage?: string })[] | undefined;
  };
  CancelKeyDeletion: {
    keyId?: string | undefined;
  };
  ConnectKmsInstance: {
    KMProvider?: string | undefined;
    kmsInstanceId?: string | undefined;
    vSwitchIds?: string | undefined;
    vpcId?: string | undefined;
    zoneIds?: string | undefined;
  };
  CreateAlias: {
    aliasName?: string | undefined;
    keyId?: string | undefined;
  };
  CreateApplicationAccessPoint: {
    authenticationMethod?: string | undefined;
    description?: string | undefined;
    name?: string | undefined;
    policies?: string | undefined;
  };
  CreateClientKey: {
    aapName?: string | undefined;
    notAfter?: string | undefined;
    notBefore?: string | undefined;
    password?: string | undefined;
  };
  CreateKey: {
    DKMSInstanceId?: string | undefined;
    description?: string | undefined;
    enableAutomaticRotation?: boolean | undefined;
    keySpec?: string | undefined;
    keyStorageMechanism?: string | undefined;
    keyUsage?: string | undefined;
    origin?: string | undefined;
    policy?: string | undefined;
    protectionLevel?: string | undefined;
    rotationInterval?: string | undefined;
    tags?: string | undefined;
  };
  CreateKeyVersion: {
    keyId?: string | undefined;
  };
  CreateNetworkRule: {
    description?: string | undefined;
    name?: string | undefined;
    sourcePrivateIp?: string | undefined;
    type?: string | undefined;
  };
  CreatePolicy: {
    accessControlRules?: string | undefined;
    description?: string | undefined;
    kmsInstance?: string | undefined;
    name?: string | undefined;
    permissions?: string | undefined;
    resources?: string | undefined;
  };
  CreateSecret: {
    DKMSInstanceId?: string | undefined;
    description?: string | undefined;
    enableAutomaticRotation?: boolean | undefined;
    encryptionKeyId?: string | undefined;
    extendedConfig?: { readonly [name: string]: unknown } | string | undefined;
    policy?: string | undefined;
    rotationInterval?: string | undefined;
    secretData?: string | undefined;
    secretDataType?: string | undefined;
    secretName?: string | undefined;
    secretType?: string | undefined;
    tags?: string | undefined;
    versionId?: string | undefined;
  };
  Decrypt: {
    ciphertextBlob?: string | Uint8Array | undefined;
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    recipient?: string | undefined;
  };
  DeleteAlias: {
    aliasName?: string | undefined;
  };
  DeleteApplicationAccessPoint: {
    name?: string | undefined;
  };
  DeleteClientKey: {
    clientKeyId?: string | undefined;
  };
  DeleteKeyMaterial: {
    keyId?: string | undefined;
  };
  DeleteNetworkRule: {
    name?: string | undefined;
  };
  DeletePolicy: {
    name?: string | undefined;
  };
  DeleteSecret: {
    forceDeleteWithoutRecovery?: string | boolean | undefined;
    recoveryWindowInDays?: string | number | undefined;
    secretName?: string | undefined;
  };
  DescribeAccountKmsStatus: { readonly [name: string]: unknown };
  DescribeApplicationAccessPoint: {
    name?: string | undefined;
  };
  DescribeKey: {
    keyId?: string | undefined;
  };
  DescribeKeyVersion: {
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
  };
  DescribeNetworkRule: {
    name?: string | undefined;
  };
  DescribePolicy: {
    name?: string | undefined;
  };
  DescribeRegions: { readonly [name: string]: unknown };
  DescribeSecret: {
    fetchTags?: string | boolean | undefined;
    secretName?: string | undefined;
  };
  DisableKey: {
    keyId?: string | undefined;
  };
  EnableKey: {
    keyId?: string | undefined;
  };
  Encrypt: {
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    keyId?: string | undefined;
    plaintext?: string | Uint8Array | undefined;
  };
  ExportDataKey: {
    ciphertextBlob?: string | Uint8Array | undefined;
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    publicKeyBlob?: string | Uint8Array | undefined;
    wrappingAlgorithm?: string | undefined;
    wrappingKeySpec?: string | undefined;
  };
  GenerateAndExportDataKey: {
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    keyId?: string | undefined;
    keySpec?: string | undefined;
    numberOfBytes?: number | undefined;
    publicKeyBlob?: string | Uint8Array | undefined;
    wrappingAlgorithm?: string | undefined;
    wrappingKeySpec?: string | undefined;
  };
  GenerateDataKey: {
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    keyId?: string | undefined;
    keySpec?: string | undefined;
    numberOfBytes?: number | undefined;
    recipient?: string | undefined;
  };
  GenerateDataKeyWithoutPlaintext: {
    dryRun?: string | boolean | undefined;
    encryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    keyId?: string | undefined;
    keySpec?: string | undefined;
    numberOfBytes?: number | undefined;
  };
  GenerateMac: {
    algorithm?: string | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    message?: string | Uint8Array | undefined;
  };
  GetClientKey: {
    clientKeyId?: string | undefined;
  };
  GetDefaultKmsInstance: { readonly [name: string]: unknown };
  GetKeyPolicy: {
    keyId?: string | undefined;
    policyName?: string | undefined;
  };
  GetKmsInstance: {
    kmsInstanceId?: string | undefined;
  };
  GetKmsInstanceQuotaInfos: {
    kmsInstanceId?: string | undefined;
    resourceType?: string | undefined;
  };
  GetManagedDataKey: {
    dataKeyName?: string | undefined;
    dataKeyVersionId?: string | undefined;
    useLatest?: boolean | undefined;
  };
  GetParametersForImport: {
    keyId?: string | undefined;
    wrappingAlgorithm?: string | undefined;
    wrappingKeySpec?: string | undefined;
  };
  GetPublicKey: {
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    keyVersionId?: string | undefined;
  };
  GetRandomPassword: {
    excludeCharacters?: string | undefined;
    excludeLowercase?: string | boolean | undefined;
    excludeNumbers?: string | boolean | undefined;
    excludePunctuation?: string | boolean | undefined;
    excludeUppercase?: string | boolean | undefined;
    passwordLength?: string | number | undefined;
    requireEachIncludedType?: string | boolean | undefined;
  };
  GetSecretPolicy: {
    policyName?: string | undefined;
    secretName?: string | undefined;
  };
  GetSecretValue: {
    dryRun?: string | boolean | undefined;
    fetchExtendedConfig?: boolean | undefined;
    recipient?: string | undefined;
    secretName?: string | undefined;
    versionId?: string | undefined;
    versionStage?: string | undefined;
  };
  ImportKeyMaterial: {
    encryptedKeyMaterial?: string | Uint8Array | undefined;
    importToken?: string | undefined;
    keyId?: string | undefined;
    keyMaterialExpireUnix?: number | undefined;
  };
  ListAliases: {
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListAliasesByKeyId: {
    keyId?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListApplicationAccessPoints: {
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListClientKeys: {
    aapName?: string | undefined;
  };
  ListKeyVersions: {
    keyId?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListKeys: {
    filters?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListKmsInstances: {
    filters?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListManagedDataKeyVersions: {
    dataKeyName?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListNetworkRules: {
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListPolicies: {
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListResourceTags: {
    keyId?: string | undefined;
  };
  ListSecretVersionIds: {
    includeDeprecated?: string | boolean | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
    secretName?: string | undefined;
  };
  ListSecrets: {
    fetchTags?: string | boolean | undefined;
    filters?: string | undefined;
    pageNumber?: number | undefined;
    pageSize?: number | undefined;
  };
  ListTagResources: {
    nextToken?: string | undefined;
    regionId?: string | undefined;
    resourceId?: readonly string[] | undefined;
    resourceType?: string | undefined;
    tag?: readonly ({ key?: string; value?: string })[] | undefined;
  };
  OpenKmsService: { readonly [name: string]: unknown };
  PutSecretValue: {
    secretData?: string | undefined;
    secretDataType?: string | undefined;
    secretName?: string | undefined;
    versionId?: string | undefined;
    versionStages?: string | undefined;
  };
  ReEncrypt: {
    ciphertextBlob?: string | Uint8Array | undefined;
    destinationEncryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    destinationKeyId?: string | undefined;
    dryRun?: string | boolean | undefined;
    sourceEncryptionAlgorithm?: string | undefined;
    sourceEncryptionContext?: { readonly [name: string]: unknown } | string | undefined;
    sourceKeyId?: string | undefined;
    sourceKeyVersionId?: string | undefined;
  };
  ReleaseKmsInstance: {
    forceDeleteWithoutBackup?: string | boolean | undefined;
    kmsInstanceId?: string | undefined;
  };
  RestoreSecret: {
    secretName?: string | undefined;
  };
  RotateSecret: {
    secretName?: string | undefined;
    versionId?: string | undefined;
  };
  ScheduleKeyDeletion: {
    keyId?: string | undefined;
    pendingWindowInDays?: number | undefined;
  };
  SetDeletionProtection: {
    deletionProtectionDescription?: string | undefined;
    enableDeletionProtection?: boolean | undefined;
    keyId?: string | undefined;
    kmsInstanceId?: string | undefined;
    protectedResourceArn?: string | undefined;
  };
  SetKeyPolicy: {
    keyId?: string | undefined;
    policy?: string | undefined;
    policyName?: string | undefined;
  };
  SetSecretPolicy: {
    policy?: string | undefined;
    policyName?: string | undefined;
    secretName?: string | undefined;
  };
  TagResource: {
    certificateId?: string | undefined;
    keyId?: string | undefined;
    secretName?: string | undefined;
    tags?: string | undefined;
  };
  TagResources: {
    regionId?: string | undefined;
    resourceId?: readonly string[] | undefined;
    resourceType?: string | undefined;
    tag?: readonly ({ key?: string; value?: string })[] | undefined;
  };
  UntagResource: {
    certificateId?: string | undefined;
    keyId?: string | undefined;
    secretName?: string | undefined;
    tagKeys?: string | undefined;
  };
  UntagResources: {
    all?: boolean | undefined;
    regionId?: string | undefined;
    resourceId?: readonly string[] | undefined;
    resourceType?: string | undefined;
    tagKey?: readonly string[] | undefined;
  };
  UpdateAlias: {
    aliasName?: string | undefined;
    keyId?: string | undefined;
  };
  UpdateApplicationAccessPoint: {
    description?: string | undefined;
    name?: string | undefined;
    policies?: string | undefined;
  };
  UpdateKeyDescription: {
    description?: string | undefined;
    keyId?: string | undefined;
  };
  UpdateKmsInstanceBindVpc: {
    bindVpcs?: string | undefined;
    kmsInstanceId?: string | undefined;
  };
  UpdateNetworkRule: {
    description?: string | undefined;
    name?: string | undefined;
    sourcePrivateIp?: string | undefined;
  };
  UpdatePolicy: {
    accessControlRules?: string | undefined;
    description?: string | undefined;
    name?: string | undefined;
    permissions?: string | undefined;
    resources?: string | undefined;
  };
  UpdateRotationPolicy: {
    enableAutomaticRotation?: boolean | undefined;
    keyId?: string | undefined;
    rotationInterval?: string | undefined;
  };
  UpdateSecret: {
    extendedConfig?: { customData?: { readonly [name: string]: unknown } | string } | undefined;
    description?: string | undefined;
    secretName?: string | undefined;
  };
  UpdateSecretRotationPolicy: {
    enableAutomaticRotation?: boolean | undefined;
    rotationInterval?: string | undefined;
    secretName?: string | undefined;
  };
  UpdateSecretVersionStage: {
    moveToVersion?: string | undefined;
    removeFromVersion?: string | undefined;
    secretName?: string | undefined;
    versionStage?: string | undefined;
  };
  VerifyMac: {
    algorithm?: string | undefined;
    dryRun?: string | boolean | undefined;
    keyId?: string | undefined;
    mac?: string | Uint8Array | undefined;
    message?: string | Uint8Array | undefined;
  };
}
