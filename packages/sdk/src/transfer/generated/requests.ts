// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

/**
 * Requests of the client of KMS 1.0 by action, such as `Kms10Requests['Encrypt']`: its models, or plain objects with the
 * same fields. As in its models of today, the types leave it to KMS what must be given.
 */
export interface Kms10Requests {
  AsymmetricDecrypt: {
    algorithm?: string;
    ciphertextBlob?: string | Uint8Array;
    dryRun?: string | boolean;
    keyId?: string;
    keyVersionId?: string;
    recipient?: string;
  };
  AsymmetricEncrypt: {
    algorithm?: string;
    dryRun?: string | boolean;
    keyId?: string;
    keyVersionId?: string;
    plaintext?: string | Uint8Array;
  };
  AsymmetricSign: {
    algorithm?: string;
    digest?: string | Uint8Array;
    dryRun?: string | boolean;
    keyId?: string;
    keyVersionId?: string;
  };
  AsymmetricVerify: {
    algorithm?: string;
    digest?: string | Uint8Array;
    dryRun?: string | boolean;
    keyId?: string;
    keyVersionId?: string;
    value?: string | Uint8Array;
  };
  BatchGetSecretValue: {
    secretsList?: readonly ({ fetchExtendedConfig?: string; secretName?: string; versionId?: string; versionStage?: string })[];
  };
  CancelKeyDeletion: {
    keyId?: string;
  };
  ConnectKmsInstance: {
    KMProvider?: string;
    kmsInstanceId?: string;
    vSwitchIds?: string;
    vpcId?: string;
    zoneIds?: string;
  };
  CreateAlias: {
    aliasName?: string;
    keyId?: string;
  };
  CreateApplicationAccessPoint: {
    authenticationMethod?: string;
    description?: string;
    name?: string;
    policies?: string;
  };
  CreateClientKey: {
    aapName?: string;
    notAfter?: string;
    notBefore?: string;
    password?: string;
  };
  CreateKey: {
    DKMSInstanceId?: string;
    description?: string;
    enableAutomaticRotation?: boolean;
    keySpec?: string;
    keyStorageMechanism?: string;
    keyUsage?: string;
    origin?: string;
    policy?: string;
    protectionLevel?: string;
    rotationInterval?: string;
    tags?: string;
  };
  CreateKeyVersion: {
    keyId?: string;
  };
  CreateNetworkRule: {
    description?: string;
    name?: string;
    sourcePrivateIp?: string;
    type?: string;
  };
  CreatePolicy: {
    accessControlRules?: string;
    description?: string;
    kmsInstance?: string;
    name?: string;
    permissions?: string;
    resources?: string;
  };
  CreateSecret: {
    DKMSInstanceId?: string;
    description?: string;
    enableAutomaticRotation?: boolean;
    encryptionKeyId?: string;
    extendedConfig?: { readonly [name: string]: unknown } | string;
    policy?: string;
    rotationInterval?: string;
    secretData?: string;
    secretDataType?: string;
    secretName?: string;
    secretType?: string;
    tags?: string;
    versionId?: string;
  };
  Decrypt: {
    ciphertextBlob?: string | Uint8Array;
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    recipient?: string;
  };
  DeleteAlias: {
    aliasName?: string;
  };
  DeleteApplicationAccessPoint: {
    name?: string;
  };
  DeleteClientKey: {
    clientKeyId?: string;
  };
  DeleteKeyMaterial: {
    keyId?: string;
  };
  DeleteNetworkRule: {
    name?: string;
  };
  DeletePolicy: {
    name?: string;
  };
  DeleteSecret: {
    forceDeleteWithoutRecovery?: string | boolean;
    recoveryWindowInDays?: string | number;
    secretName?: string;
  };
  DescribeAccountKmsStatus: { readonly [name: string]: unknown };
  DescribeApplicationAccessPoint: {
    name?: string;
  };
  DescribeKey: {
    keyId?: string;
  };
  DescribeKeyVersion: {
    keyId?: string;
    keyVersionId?: string;
  };
  DescribeNetworkRule: {
    name?: string;
  };
  DescribePolicy: {
    name?: string;
  };
  DescribeRegions: { readonly [name: string]: unknown };
  DescribeSecret: {
    fetchTags?: string | boolean;
    secretName?: string;
  };
  DisableKey: {
    keyId?: string;
  };
  EnableKey: {
    keyId?: string;
  };
  Encrypt: {
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    keyId?: string;
    plaintext?: string | Uint8Array;
  };
  ExportDataKey: {
    ciphertextBlob?: string | Uint8Array;
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    publicKeyBlob?: string | Uint8Array;
    wrappingAlgorithm?: string;
    wrappingKeySpec?: string;
  };
  GenerateAndExportDataKey: {
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    keyId?: string;
    keySpec?: string;
    numberOfBytes?: number;
    publicKeyBlob?: string | Uint8Array;
    wrappingAlgorithm?: string;
    wrappingKeySpec?: string;
  };
  GenerateDataKey: {
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    keyId?: string;
    keySpec?: string;
    numberOfBytes?: number;
    recipient?: string;
  };
  GenerateDataKeyWithoutPlaintext: {
    dryRun?: string | boolean;
    encryptionContext?: { readonly [name: string]: unknown } | string;
    keyId?: string;
    keySpec?: string;
    numberOfBytes?: number;
  };
  GenerateMac: {
    algorithm?: string;
    dryRun?: string | boolean;
    keyId?: string;
    message?: string | Uint8Array;
  };
  GetClientKey: {
    clientKeyId?: string;
  };
  GetDefaultKmsInstance: { readonly [name: string]: unknown };
  GetKeyPolicy: {
    keyId?: string;
    policyName?: string;
  };
  GetKmsInstance: {
    kmsInstanceId?: string;
  };
  GetKmsInstanceQuotaInfos: {
    kmsInstanceId?: string;
    resourceType?: string;
  };
  GetManagedDataKey: {
    dataKeyName?: string;
    dataKeyVersionId?: string;
    useLatest?: boolean;
  };
  GetParametersForImport: {
    keyId?: string;
    wrappingAlgorithm?: string;
    wrappingKeySpec?: string;
  };
  GetPublicKey: {
    dryRun?: string | boolean;
    keyId?: string;
    keyVersionId?: string;
  };
  GetRandomPassword: {
    excludeCharacters?: string;
    excludeLowercase?: string | boolean;
    excludeNumbers?: string | boolean;
    excludePunctuation?: string | boolean;
    excludeUppercase?: string | boolean;
    passwordLength?: string | number;
    requireEachIncludedType?: string | boolean;
  };
  GetSecretPolicy: {
    policyName?: string;
    secretName?: string;
  };
  GetSecretValue: {
    dryRun?: string | boolean;
    fetchExtendedConfig?: boolean;
    recipient?: string;
    secretName?: string;
    versionId?: string;
    versionStage?: string;
  };
  ImportKeyMaterial: {
    encryptedKeyMaterial?: string | Uint8Array;
    importToken?: string;
    keyId?: string;
    keyMaterialExpireUnix?: number;
  };
  ListAliases: {
    pageNumber?: number;
    pageSize?: number;
  };
  ListAliasesByKeyId: {
    keyId?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListApplicationAccessPoints: {
    pageNumber?: number;
    pageSize?: number;
  };
  ListClientKeys: {
    aapName?: string;
  };
  ListKeyVersions: {
    keyId?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListKeys: {
    filters?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListKmsInstances: {
    filters?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListManagedDataKeyVersions: {
    dataKeyName?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListNetworkRules: {
    pageNumber?: number;
    pageSize?: number;
  };
  ListPolicies: {
    pageNumber?: number;
    pageSize?: number;
  };
  ListResourceTags: {
    keyId?: string;
  };
  ListSecretVersionIds: {
    includeDeprecated?: string | boolean;
    pageNumber?: number;
    pageSize?: number;
    secretName?: string;
  };
  ListSecrets: {
    fetchTags?: string | boolean;
    filters?: string;
    pageNumber?: number;
    pageSize?: number;
  };
  ListTagResources: {
    nextToken?: string;
    regionId?: string;
    resourceId?: readonly string[];
    resourceType?: string;
    tag?: readonly ({ key?: string; value?: string })[];
  };
  OpenKmsService: { readonly [name: string]: unknown };
  PutSecretValue: {
    secretData?: string;
    secretDataType?: string;
    secretName?: string;
    versionId?: string;
    versionStages?: string;
  };
  ReEncrypt: {
    ciphertextBlob?: string | Uint8Array;
    destinationEncryptionContext?: { readonly [name: string]: unknown } | string;
    destinationKeyId?: string;
    dryRun?: string | boolean;
    sourceEncryptionAlgorithm?: string;
    sourceEncryptionContext?: { readonly [name: string]: unknown } | string;
    sourceKeyId?: string;
    sourceKeyVersionId?: string;
  };
  ReleaseKmsInstance: {
    forceDeleteWithoutBackup?: string | boolean;
    kmsInstanceId?: string;
  };
  RestoreSecret: {
    secretName?: string;
  };
  RotateSecret: {
    secretName?: string;
    versionId?: string;
  };
  ScheduleKeyDeletion: {
    keyId?: string;
    pendingWindowInDays?: number;
  };
  SetDeletionProtection: {
    deletionProtectionDescription?: string;
    enableDeletionProtection?: boolean;
    keyId?: string;
    kmsInstanceId?: string;
    protectedResourceArn?: string;
  };
  SetKeyPolicy: {
    keyId?: string;
    policy?: string;
    policyName?: string;
  };
  SetSecretPolicy: {
    policy?: string;
    policyName?: string;
    secretName?: string;
  };
  TagResource: {
    certificateId?: string;
    keyId?: string;
    secretName?: string;
    tags?: string;
  };
  TagResources: {
    regionId?: string;
    resourceId?: readonly string[];
    resourceType?: string;
    tag?: readonly ({ key?: string; value?: string })[];
  };
  UntagResource: {
    certificateId?: string;
    keyId?: string;
    secretName?: string;
    tagKeys?: string;
  };
  UntagResources: {
    all?: boolean;
    regionId?: string;
    resourceId?: readonly string[];
    resourceType?: string;
    tagKey?: readonly string[];
  };
  UpdateAlias: {
    aliasName?: string;
    keyId?: string;
  };
  UpdateApplicationAccessPoint: {
    description?: string;
    name?: string;
    policies?: string;
  };
  UpdateKeyDescription: {
    description?: string;
    keyId?: string;
  };
  UpdateKmsInstanceBindVpc: {
    bindVpcs?: string;
    kmsInstanceId?: string;
  };
  UpdateNetworkRule: {
    description?: string;
    name?: string;
    sourcePrivateIp?: string;
  };
  UpdatePolicy: {
    accessControlRules?: string;
    description?: string;
    name?: string;
    permissions?: string;
    resources?: string;
  };
  UpdateRotationPolicy: {
    enableAutomaticRotation?: boolean;
    keyId?: string;
    rotationInterval?: string;
  };
  UpdateSecret: {
    extendedConfig?: { customData?: { readonly [name: string]: unknown } | string };
    description?: string;
    secretName?: string;
  };
  UpdateSecretRotationPolicy: {
    enableAutomaticRotation?: boolean;
    rotationInterval?: string;
    secretName?: string;
  };
  UpdateSecretVersionStage: {
    moveToVersion?: string;
    removeFromVersion?: string;
    secretName?: string;
    versionStage?: string;
  };
  VerifyMac: {
    algorithm?: string;
    dryRun?: string | boolean;
    keyId?: string;
    mac?: string | Uint8Array;
    message?: string | Uint8Array;
  };
}
