// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

/** Method of every object in a response, as in the models of KMS 1.0. */
export interface Kms10Model {
  /** The same object with wire names. */
  toMap(): Record<string, unknown>;
}

/**
 * Responses of KMS 1.0 by action, such as `Kms10Responses['Encrypt']`: bytes are base64, dates are text. Typed as in
 * its models, although a field that does not apply is undefined.
 */
export interface Kms10Responses {
  AsymmetricDecrypt: Kms10Model & {
    ciphertextForRecipient: string;
    keyId: string;
    keyVersionId: string;
    plaintext: string;
    requestId: string;
  };
  AsymmetricEncrypt: Kms10Model & {
    ciphertextBlob: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  AsymmetricSign: Kms10Model & {
    keyId: string;
    keyVersionId: string;
    requestId: string;
    value: string;
  };
  AsymmetricVerify: Kms10Model & {
    keyId: string;
    keyVersionId: string;
    requestId: string;
    value: boolean;
  };
  BatchGetSecretValue: Kms10Model & {
    errors: (Kms10Model & { code: string; httpStatus: number; message: string; secretName: string })[];
    requestId: string;
    secretValues: (Kms10Model & { automaticRotation: string; createTime: string; extendedConfig: string; lastRotationDate: string; nextRotationDate: string; requestId: string; rotationInterval: string; secretData: string; secretDataType: string; secretName: string; secretType: string; versionId: string; versionStages: Kms10Model & { versionStage: string[] } })[];
  };
  CancelKeyDeletion: Kms10Model & {
    requestId: string;
  };
  ConnectKmsInstance: Kms10Model & {
    requestId: string;
  };
  CreateAlias: Kms10Model & {
    requestId: string;
  };
  CreateApplicationAccessPoint: Kms10Model & {
    arn: string;
    authenticationMethod: string;
    description: string;
    name: string;
    policies: string;
    requestId: string;
  };
  CreateClientKey: Kms10Model & {
    clientKeyId: string;
    keyAlgorithm: string;
    notAfter: string;
    notBefore: string;
    privateKeyData: string;
    requestId: string;
  };
  CreateKey: Kms10Model & {
    keyMetadata: Kms10Model & { arn: string; automaticRotation: string; creationDate: string; creator: string; DKMSInstanceId: string; deleteDate: string; description: string; keyId: string; keySpec: string; keyState: string; keyUsage: string; lastRotationDate: string; materialExpireTime: string; nextRotationDate: string; origin: string; primaryKeyVersion: string; protectionLevel: string; rotationInterval: string };
    requestId: string;
  };
  CreateKeyVersion: Kms10Model & {
    keyVersion: Kms10Model & { creationDate: string; keyId: string; keyVersionId: string };
    requestId: string;
  };
  CreateNetworkRule: Kms10Model & {
    arn: string;
    description: string;
    name: string;
    requestId: string;
    sourcePrivateIp: string;
    type: string;
  };
  CreatePolicy: Kms10Model & {
    accessControlRules: string;
    arn: string;
    description: string;
    kmsInstance: string;
    name: string;
    permissions: string;
    requestId: string;
    resources: string;
  };
  CreateSecret: Kms10Model & {
    arn: string;
    automaticRotation: string;
    DKMSInstanceId: string;
    extendedConfig: string;
    nextRotationDate: string;
    requestId: string;
    rotationInterval: string;
    secretName: string;
    secretType: string;
    versionId: string;
  };
  Decrypt: Kms10Model & {
    ciphertextForRecipient: string;
    keyId: string;
    keyVersionId: string;
    plaintext: string;
    requestId: string;
  };
  DeleteAlias: Kms10Model & {
    requestId: string;
  };
  DeleteApplicationAccessPoint: Kms10Model & {
    requestId: string;
  };
  DeleteClientKey: Kms10Model & {
    requestId: string;
  };
  DeleteKeyMaterial: Kms10Model & {
    requestId: string;
  };
  DeleteNetworkRule: Kms10Model & {
    requestId: string;
  };
  DeletePolicy: Kms10Model & {
    requestId: string;
  };
  DeleteSecret: Kms10Model & {
    plannedDeleteTime: string;
    requestId: string;
    secretName: string;
  };
  DescribeAccountKmsStatus: Kms10Model & {
    accountStatus: string;
    requestId: string;
  };
  DescribeApplicationAccessPoint: Kms10Model & {
    arn: string;
    authenticationMethod: string;
    description: string;
    name: string;
    policies: string;
    requestId: string;
  };
  DescribeKey: Kms10Model & {
    keyMetadata: Kms10Model & { arn: string; automaticRotation: string; creationDate: string; creator: string; DKMSInstanceId: string; deleteDate: string; deletionProtection: string; deletionProtectionDescription: string; description: string; keyId: string; keySpec: string; keyState: string; keyUsage: string; lastRotationDate: string; materialExpireTime: string; nextRotationDate: string; origin: string; primaryKeyVersion: string; protectionLevel: string; rotationInterval: string };
    requestId: string;
  };
  DescribeKeyVersion: Kms10Model & {
    keyVersion: Kms10Model & { creationDate: string; keyId: string; keyVersionId: string };
    requestId: string;
  };
  DescribeNetworkRule: Kms10Model & {
    arn: string;
    description: string;
    requestId: string;
    sourcePrivateIp: string;
    type: string;
  };
  DescribePolicy: Kms10Model & {
    accessControlRules: string;
    arn: string;
    description: string;
    kmsInstance: string;
    name: string;
    permissions: string[];
    requestId: string;
    resources: string[];
  };
  DescribeRegions: Kms10Model & {
    regions: Kms10Model & { region: (Kms10Model & { regionId: string })[] };
    requestId: string;
  };
  DescribeSecret: Kms10Model & {
    arn: string;
    automaticRotation: string;
    createTime: string;
    DKMSInstanceId: string;
    description: string;
    encryptionKeyId: string;
    extendedConfig: string;
    lastRotationDate: string;
    nextRotationDate: string;
    owingService: string;
    plannedDeleteTime: string;
    requestId: string;
    rotationInterval: string;
    secretName: string;
    secretType: string;
    tags: Kms10Model & { tag: (Kms10Model & { tagKey: string; tagValue: string })[] };
    updateTime: string;
  };
  DisableKey: Kms10Model & {
    requestId: string;
  };
  EnableKey: Kms10Model & {
    requestId: string;
  };
  Encrypt: Kms10Model & {
    ciphertextBlob: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  ExportDataKey: Kms10Model & {
    exportedDataKey: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  GenerateAndExportDataKey: Kms10Model & {
    ciphertextBlob: string;
    exportedDataKey: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  GenerateDataKey: Kms10Model & {
    ciphertextBlob: string;
    ciphertextForRecipient: string;
    keyId: string;
    keyVersionId: string;
    plaintext: string;
    requestId: string;
  };
  GenerateDataKeyWithoutPlaintext: Kms10Model & {
    ciphertextBlob: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  GenerateMac: Kms10Model & {
    algorithm: string;
    keyId: string;
    mac: string;
    requestId: string;
  };
  GetClientKey: Kms10Model & {
    aapName: string;
    clientKeyId: string;
    createTime: string;
    keyAlgorithm: string;
    keyOrigin: string;
    notAfter: string;
    notBefore: string;
    publicKeyData: string;
    requestId: string;
  };
  GetDefaultKmsInstance: Kms10Model & {
    defaultKmsInstanceId: string;
    requestId: string;
  };
  GetKeyPolicy: Kms10Model & {
    policy: string;
    requestId: string;
  };
  GetKmsInstance: Kms10Model & {
    kmsInstance: Kms10Model & { bindVpcs: Kms10Model & { bindVpc: (Kms10Model & { regionId: string; vSwitchId: string; vpcId: string; vpcOwnerId: string })[] }; caCertificateChainPem: string; chargeType: string; createTime: string; deletionProtection: boolean; deletionProtectionDescription: string; endDate: string; instanceId: string; instanceName: string; keyNum: number; log: number; logStorage: number; productType: string; productVersion: string; saleStatus: string; secretNum: string; spec: number; startDate: string; status: string; vpcId: string; vpcNum: number; vswitchIds: string[]; zoneIds: string[] };
    requestId: string;
  };
  GetKmsInstanceQuotaInfos: Kms10Model & {
    kmsInstanceId: string;
    kmsInstanceQuotaInfos: (Kms10Model & { resourceQuota: number; resourceType: string; usedQuantity: number })[];
    requestId: string;
  };
  GetManagedDataKey: Kms10Model & {
    dataKeyName: string;
    dataKeyVersionId: string;
    dataKeyVersionName: string;
    plaintext: string;
    requestId: string;
  };
  GetParametersForImport: Kms10Model & {
    importToken: string;
    keyId: string;
    publicKey: string;
    requestId: string;
    tokenExpireTime: string;
  };
  GetPublicKey: Kms10Model & {
    keyId: string;
    keyVersionId: string;
    publicKey: string;
    requestId: string;
  };
  GetRandomPassword: Kms10Model & {
    randomPassword: string;
    requestId: string;
  };
  GetSecretPolicy: Kms10Model & {
    policy: string;
    requestId: string;
  };
  GetSecretValue: Kms10Model & {
    automaticRotation: string;
    ciphertextForRecipient: string;
    createTime: string;
    extendedConfig: string;
    lastRotationDate: string;
    nextRotationDate: string;
    requestId: string;
    rotationInterval: string;
    secretData: string;
    secretDataType: string;
    secretName: string;
    secretType: string;
    versionId: string;
    versionStages: Kms10Model & { versionStage: string[] };
  };
  ImportKeyMaterial: Kms10Model & {
    requestId: string;
  };
  ListAliases: Kms10Model & {
    aliases: Kms10Model & { alias: (Kms10Model & { aliasArn: string; aliasName: string; keyId: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListAliasesByKeyId: Kms10Model & {
    aliases: Kms10Model & { alias: (Kms10Model & { aliasArn: string; aliasName: string; keyId: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListApplicationAccessPoints: Kms10Model & {
    applicationAccessPoints: Kms10Model & { applicationAccessPoint: (Kms10Model & { authenticationMethod: string; name: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListClientKeys: Kms10Model & {
    clientKeys: (Kms10Model & { aapName: string; clientKeyId: string; createTime: string; keyAlgorithm: string; keyOrigin: string; notAfter: string; notBefore: string; publicKeyData: string })[];
    requestId: string;
  };
  ListKeyVersions: Kms10Model & {
    keyVersions: Kms10Model & { keyVersion: (Kms10Model & { creationDate: string; keyId: string; keyVersionId: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListKeys: Kms10Model & {
    keys: Kms10Model & { key: (Kms10Model & { keyArn: string; keyId: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListKmsInstances: Kms10Model & {
    kmsInstances: Kms10Model & { kmsInstance: (Kms10Model & { kmsInstanceArn: string; kmsInstanceId: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListManagedDataKeyVersions: Kms10Model & {
    dataKeyName: string;
    managedDataKeyVersions: Kms10Model & { managedDataKeyVersion: (Kms10Model & { dataKeyVersionId: string; dataKeyVersionName: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListNetworkRules: Kms10Model & {
    networkRules: Kms10Model & { networkRule: (Kms10Model & { name: string; type: string })[] };
    pageNumber: number;
    pageSize: number;
    requestId: string;
    totalCount: number;
  };
  ListPolicies: Kms10Model & {
    pageNumber: number;
    pageSize: number;
    policies: Kms10Model & { policy: (Kms10Model & { name: string })[] };
    requestId: string;
    totalCount: number;
  };
  ListResourceTags: Kms10Model & {
    requestId: string;
    tags: Kms10Model & { tag: (Kms10Model & { keyId: string; tagKey: string; tagValue: string })[] };
  };
  ListSecretVersionIds: Kms10Model & {
    pageNumber: number;
    pageSize: number;
    requestId: string;
    secretName: string;
    totalCount: number;
    versionIds: Kms10Model & { versionId: (Kms10Model & { createTime: string; versionId: string; versionStages: Kms10Model & { versionStage: string[] } })[] };
  };
  ListSecrets: Kms10Model & {
    pageNumber: number;
    pageSize: number;
    requestId: string;
    secretList: Kms10Model & { secret: (Kms10Model & { createTime: string; owingService: string; plannedDeleteTime: string; secretName: string; secretType: string; tags: Kms10Model & { tag: (Kms10Model & { tagKey: string; tagValue: string })[] }; updateTime: string })[] };
    totalCount: number;
  };
  ListTagResources: Kms10Model & {
    nextToken: string;
    requestId: string;
    tagResources: Kms10Model & { tagResource: (Kms10Model & { resourceId: string; resourceType: string; tagKey: string; tagValue: string })[] };
  };
  OpenKmsService: Kms10Model & {
    requestId: string;
  };
  PutSecretValue: Kms10Model & {
    requestId: string;
    secretName: string;
    versionId: string;
    versionStages: Kms10Model & { versionStage: string[] };
  };
  ReEncrypt: Kms10Model & {
    ciphertextBlob: string;
    keyId: string;
    keyVersionId: string;
    requestId: string;
  };
  ReleaseKmsInstance: Kms10Model & {
    requestId: string;
  };
  RestoreSecret: Kms10Model & {
    requestId: string;
    secretName: string;
  };
  RotateSecret: Kms10Model & {
    arn: string;
    requestId: string;
    secretName: string;
    versionId: string;
  };
  ScheduleKeyDeletion: Kms10Model & {
    requestId: string;
  };
  SetDeletionProtection: Kms10Model & {
    requestId: string;
  };
  SetKeyPolicy: Kms10Model & {
    requestId: string;
  };
  SetSecretPolicy: Kms10Model & {
    requestId: string;
  };
  TagResource: Kms10Model & {
    requestId: string;
  };
  TagResources: Kms10Model & {
    requestId: string;
  };
  UntagResource: Kms10Model & {
    requestId: string;
  };
  UntagResources: Kms10Model & {
    requestId: string;
  };
  UpdateAlias: Kms10Model & {
    requestId: string;
  };
  UpdateApplicationAccessPoint: Kms10Model & {
    requestId: string;
  };
  UpdateKeyDescription: Kms10Model & {
    requestId: string;
  };
  UpdateKmsInstanceBindVpc: Kms10Model & {
    requestId: string;
  };
  UpdateNetworkRule: Kms10Model & {
    requestId: string;
  };
  UpdatePolicy: Kms10Model & {
    requestId: string;
  };
  UpdateRotationPolicy: Kms10Model & {
    requestId: string;
  };
  UpdateSecret: Kms10Model & {
    requestId: string;
    secretName: string;
  };
  UpdateSecretRotationPolicy: Kms10Model & {
    requestId: string;
    secretName: string;
  };
  UpdateSecretVersionStage: Kms10Model & {
    requestId: string;
    secretName: string;
  };
  VerifyMac: Kms10Model & {
    algorithm: string;
    keyId: string;
    requestId: string;
    value: boolean;
  };
}
