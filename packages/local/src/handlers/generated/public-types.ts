// Generated from model/: do not edit; run npm run generate.

/** Requests of the public gateway, checked and decoded. */
export interface PublicRequests {
  AsymmetricDecrypt: {
    Algorithm: string;
    CiphertextBlob: Uint8Array;
    DryRun?: boolean | undefined;
    KeyId: string;
    KeyVersionId: string;
    Recipient?: string | undefined;
  };
  AsymmetricEncrypt: {
    Algorithm: string;
    DryRun?: boolean | undefined;
    KeyId: string;
    KeyVersionId: string;
    Plaintext: Uint8Array;
  };
  AsymmetricSign: {
    Algorithm: string;
    Digest: Uint8Array;
    DryRun?: boolean | undefined;
    KeyId: string;
    KeyVersionId: string;
  };
  AsymmetricVerify: {
    Algorithm: string;
    Digest: Uint8Array;
    DryRun?: boolean | undefined;
    KeyId: string;
    KeyVersionId: string;
    Value: Uint8Array;
  };
  BatchGetSecretValue: {
    SecretsList?: readonly {
      FetchExtendedConfig?: boolean | undefined;
      SecretName: string;
      VersionId?: string | undefined;
      VersionStage?: string | undefined;
    }[] | undefined;
  };
  CancelKeyDeletion: {
    KeyId: string;
  };
  ConnectKmsInstance: {
    KMProvider: string;
    KmsInstanceId: string;
    VSwitchIds: readonly string[];
    VpcId: string;
    ZoneIds: readonly string[];
  };
  CreateAlias: {
    AliasName: string;
    KeyId: string;
  };
  CreateApplicationAccessPoint: {
    AuthenticationMethod?: string | undefined;
    Description?: string | undefined;
    Name: string;
    Policies: readonly string[];
  };
  CreateClientKey: {
    AapName: string;
    NotAfter?: Date | undefined;
    NotBefore?: Date | undefined;
    Password: string;
  };
  CreateKey: {
    DKMSInstanceId?: string | undefined;
    Description?: string | undefined;
    EnableAutomaticRotation?: boolean | undefined;
    KeySpec?: string | undefined;
    KeyStorageMechanism?: 'HsmInternal' | 'HsmEncryptedDatabase' | undefined;
    KeyUsage?: 'ENCRYPT/DECRYPT' | 'SIGN/VERIFY' | 'GENERATE/VERIFY_MAC' | undefined;
    Origin?: 'Aliyun_KMS' | 'EXTERNAL' | undefined;
    Policy?: string | undefined;
    ProtectionLevel?: 'SOFTWARE' | 'HSM' | undefined;
    RotationInterval?: string | undefined;
    Tags?: readonly {
      TagKey: string;
      TagValue: string;
    }[] | undefined;
  };
  CreateKeyVersion: {
    KeyId: string;
  };
  CreateNetworkRule: {
    Description?: string | undefined;
    Name: string;
    SourcePrivateIp?: readonly string[] | undefined;
    Type: string;
  };
  CreatePolicy: {
    AccessControlRules?: {
      NetworkRules?: readonly string[] | undefined;
    } | undefined;
    Description?: string | undefined;
    KmsInstance?: string | undefined;
    Name: string;
    Permissions: readonly ('RbacPermission/Template/CryptoServiceKeyUser' | 'RbacPermission/Template/CryptoServiceSecretUser')[];
    Resources: readonly string[];
  };
  CreateSecret: {
    DKMSInstanceId?: string | undefined;
    Description?: string | undefined;
    EnableAutomaticRotation?: boolean | undefined;
    EncryptionKeyId?: string | undefined;
    ExtendedConfig?: Readonly<Record<string, unknown>> | undefined;
    Policy?: string | undefined;
    RotationInterval?: string | undefined;
    SecretData: string;
    SecretDataType?: 'text' | 'binary' | undefined;
    SecretName: string;
    SecretType?: 'Generic' | 'Rds' | 'Redis' | 'RAMCredentials' | 'ECS' | 'PolarDB' | undefined;
    Tags?: readonly {
      TagKey: string;
      TagValue: string;
    }[] | undefined;
    VersionId: string;
  };
  Decrypt: {
    CiphertextBlob: Uint8Array;
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    Recipient?: string | undefined;
  };
  DeleteAlias: {
    AliasName: string;
  };
  DeleteApplicationAccessPoint: {
    Name: string;
  };
  DeleteClientKey: {
    ClientKeyId: string;
  };
  DeleteKeyMaterial: {
    KeyId: string;
  };
  DeleteNetworkRule: {
    Name: string;
  };
  DeletePolicy: {
    Name: string;
  };
  DeleteSecret: {
    ForceDeleteWithoutRecovery?: boolean | undefined;
    RecoveryWindowInDays?: number | undefined;
    SecretName: string;
  };
  DescribeAccountKmsStatus: Record<string, never>;
  DescribeApplicationAccessPoint: {
    Name: string;
  };
  DescribeKey: {
    KeyId: string;
  };
  DescribeKeyVersion: {
    KeyId: string;
    KeyVersionId: string;
  };
  DescribeNetworkRule: {
    Name: string;
  };
  DescribePolicy: {
    Name: string;
  };
  DescribeRegions: Record<string, never>;
  DescribeSecret: {
    FetchTags?: boolean | undefined;
    SecretName: string;
  };
  DisableKey: {
    KeyId: string;
  };
  EnableKey: {
    KeyId: string;
  };
  Encrypt: {
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    KeyId: string;
    Plaintext: string;
  };
  ExportDataKey: {
    CiphertextBlob: Uint8Array;
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    PublicKeyBlob: Uint8Array;
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'SM2PKE';
    WrappingKeySpec: 'RSA_2048' | 'EC_SM2';
  };
  GenerateAndExportDataKey: {
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    KeyId: string;
    KeySpec?: 'AES_256' | 'AES_128' | undefined;
    NumberOfBytes?: number | undefined;
    PublicKeyBlob: Uint8Array;
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'SM2PKE';
    WrappingKeySpec: 'RSA_2048' | 'EC_SM2';
  };
  GenerateDataKey: {
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    KeyId: string;
    KeySpec?: 'AES_256' | 'AES_128' | undefined;
    NumberOfBytes?: number | undefined;
    Recipient?: string | undefined;
  };
  GenerateDataKeyWithoutPlaintext: {
    DryRun?: boolean | undefined;
    EncryptionContext?: Readonly<Record<string, string>> | undefined;
    KeyId: string;
    KeySpec?: 'AES_256' | 'AES_128' | undefined;
    NumberOfBytes?: number | undefined;
  };
  GenerateMac: {
    Algorithm: 'HMAC_SM3' | 'HMAC_SHA_224' | 'HMAC_SHA_256' | 'HMAC_SHA_384' | 'HMAC_SHA_512';
    DryRun?: boolean | undefined;
    KeyId: string;
    Message: Uint8Array;
  };
  GetClientKey: {
    ClientKeyId: string;
  };
  GetDefaultKmsInstance: Record<string, never>;
  GetKeyPolicy: {
    KeyId: string;
    PolicyName?: string | undefined;
  };
  GetKmsInstance: {
    KmsInstanceId: string;
  };
  GetKmsInstanceQuotaInfos: {
    KmsInstanceId?: string | undefined;
    ResourceType?: 'key' | 'secret' | 'qps' | 'vpc' | undefined;
  };
  GetManagedDataKey: {
    DataKeyName: string;
    DataKeyVersionId?: string | undefined;
    UseLatest?: boolean | undefined;
  };
  GetParametersForImport: {
    KeyId: string;
    WrappingAlgorithm: string;
    WrappingKeySpec: string;
  };
  GetPublicKey: {
    DryRun?: boolean | undefined;
    KeyId: string;
    KeyVersionId: string;
  };
  GetRandomPassword: {
    ExcludeCharacters?: string | undefined;
    ExcludeLowercase?: boolean | undefined;
    ExcludeNumbers?: boolean | undefined;
    ExcludePunctuation?: boolean | undefined;
    ExcludeUppercase?: boolean | undefined;
    PasswordLength?: number | undefined;
    RequireEachIncludedType?: boolean | undefined;
  };
  GetSecretPolicy: {
    PolicyName?: string | undefined;
    SecretName: string;
  };
  GetSecretValue: {
    DryRun?: boolean | undefined;
    FetchExtendedConfig?: boolean | undefined;
    Recipient?: string | undefined;
    SecretName: string;
    VersionId?: string | undefined;
    VersionStage?: string | undefined;
  };
  ImportKeyMaterial: {
    EncryptedKeyMaterial: Uint8Array;
    ImportToken: string;
    KeyId: string;
    KeyMaterialExpireUnix: number;
  };
  ListAliases: {
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListAliasesByKeyId: {
    KeyId: string;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListApplicationAccessPoints: {
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListClientKeys: {
    AapName?: string | undefined;
  };
  ListKeyVersions: {
    KeyId: string;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListKeys: {
    Filters?: readonly {
      Key: string;
      Values: readonly string[];
    }[] | undefined;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListKmsInstances: {
    Filters?: readonly {
      Key: string;
      Values: readonly string[];
    }[] | undefined;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListManagedDataKeyVersions: {
    DataKeyName: string;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListNetworkRules: {
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListPolicies: {
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListResourceTags: {
    KeyId: string;
  };
  ListSecretVersionIds: {
    IncludeDeprecated?: boolean | undefined;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
    SecretName: string;
  };
  ListSecrets: {
    FetchTags?: boolean | undefined;
    Filters?: readonly {
      Key: string;
      Values: readonly string[];
    }[] | undefined;
    PageNumber?: number | undefined;
    PageSize?: number | undefined;
  };
  ListTagResources: {
    NextToken?: string | undefined;
    RegionId: string;
    ResourceId?: readonly string[] | undefined;
    ResourceType: string;
    Tag?: readonly {
      Key: string;
      Value?: string | undefined;
    }[] | undefined;
  };
  OpenKmsService: Record<string, never>;
  PutSecretValue: {
    SecretData: string;
    SecretDataType?: 'text' | 'binary' | undefined;
    SecretName: string;
    VersionId: string;
    VersionStages?: readonly string[] | undefined;
  };
  ReEncrypt: {
    CiphertextBlob: Uint8Array;
    DestinationEncryptionContext?: Readonly<Record<string, string>> | undefined;
    DestinationKeyId: string;
    DryRun?: boolean | undefined;
    SourceEncryptionAlgorithm?: 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'SM2PKE' | undefined;
    SourceEncryptionContext?: Readonly<Record<string, string>> | undefined;
    SourceKeyId?: string | undefined;
    SourceKeyVersionId?: string | undefined;
  };
  ReleaseKmsInstance: {
    ForceDeleteWithoutBackup?: boolean | undefined;
    KmsInstanceId: string;
  };
  RestoreSecret: {
    SecretName: string;
  };
  RotateSecret: {
    SecretName: string;
    VersionId: string;
  };
  ScheduleKeyDeletion: {
    KeyId: string;
    PendingWindowInDays: number;
  };
  SetDeletionProtection: {
    DeletionProtectionDescription?: string | undefined;
    EnableDeletionProtection: boolean;
    KeyId?: string | undefined;
    KmsInstanceId?: string | undefined;
    ProtectedResourceArn?: string | undefined;
  };
  SetKeyPolicy: {
    KeyId: string;
    Policy: string;
    PolicyName?: string | undefined;
  };
  SetSecretPolicy: {
    Policy: string;
    PolicyName?: string | undefined;
    SecretName: string;
  };
  TagResource: {
    CertificateId?: string | undefined;
    KeyId?: string | undefined;
    SecretName?: string | undefined;
    Tags: readonly {
      TagKey: string;
      TagValue: string;
    }[];
  };
  TagResources: {
    RegionId: string;
    ResourceId: readonly string[];
    ResourceType: 'key' | 'secret';
    Tag: readonly {
      Key: string;
      Value?: string | undefined;
    }[];
  };
  UntagResource: {
    CertificateId?: string | undefined;
    KeyId?: string | undefined;
    SecretName?: string | undefined;
    TagKeys: readonly string[];
  };
  UntagResources: {
    All?: boolean | undefined;
    RegionId: string;
    ResourceId: readonly string[];
    ResourceType: 'key' | 'secret';
    TagKey?: readonly string[] | undefined;
  };
  UpdateAlias: {
    AliasName: string;
    KeyId: string;
  };
  UpdateApplicationAccessPoint: {
    Description?: string | undefined;
    Name: string;
    Policies?: readonly string[] | undefined;
  };
  UpdateKeyDescription: {
    Description: string;
    KeyId: string;
  };
  UpdateKmsInstanceBindVpc: {
    BindVpcs: readonly {
      VpcId: string;
      VSwitchId: string;
      RegionId: string;
      VpcOwnerId: string;
    }[];
    KmsInstanceId: string;
  };
  UpdateNetworkRule: {
    Description?: string | undefined;
    Name: string;
    SourcePrivateIp?: readonly string[] | undefined;
  };
  UpdatePolicy: {
    AccessControlRules?: {
      NetworkRules?: readonly string[] | undefined;
    } | undefined;
    Description?: string | undefined;
    Name: string;
    Permissions?: readonly ('RbacPermission/Template/CryptoServiceKeyUser' | 'RbacPermission/Template/CryptoServiceSecretUser')[] | undefined;
    Resources?: readonly string[] | undefined;
  };
  UpdateRotationPolicy: {
    EnableAutomaticRotation: boolean;
    KeyId: string;
    RotationInterval?: string | undefined;
  };
  UpdateSecret: {
    ExtendedConfig?: {
      CustomData: Readonly<Record<string, unknown>>;
    } | undefined;
    Description?: string | undefined;
    SecretName: string;
  };
  UpdateSecretRotationPolicy: {
    EnableAutomaticRotation: boolean;
    RotationInterval?: string | undefined;
    SecretName: string;
  };
  UpdateSecretVersionStage: {
    MoveToVersion?: string | undefined;
    RemoveFromVersion?: string | undefined;
    SecretName: string;
    VersionStage: string;
  };
  VerifyMac: {
    Algorithm: 'HMAC_SM3' | 'HMAC_SHA_224' | 'HMAC_SHA_256' | 'HMAC_SHA_384' | 'HMAC_SHA_512';
    DryRun?: boolean | undefined;
    KeyId: string;
    Mac: Uint8Array;
    Message: Uint8Array;
  };
}

/** Responses of the public gateway, spelled as in their JSON, without RequestId. */
export interface PublicResponses {
  AsymmetricDecrypt: {
    CiphertextForRecipient?: string | undefined;
    KeyId: string;
    KeyVersionId: string;
    Plaintext: string;
  };
  AsymmetricEncrypt: {
    CiphertextBlob: string;
    KeyId: string;
    KeyVersionId: string;
  };
  AsymmetricSign: {
    KeyId: string;
    KeyVersionId: string;
    Value: string;
  };
  AsymmetricVerify: {
    KeyId: string;
    KeyVersionId: string;
    Value: boolean;
  };
  BatchGetSecretValue: {
    Errors: readonly {
      Code: string;
      HttpStatus: number;
      Message: string;
      SecretName: string;
    }[] | undefined;
    SecretValues: readonly {
      AutomaticRotation?: string | undefined;
      CreateTime: string;
      ExtendedConfig?: string | undefined;
      LastRotationDate?: string | undefined;
      NextRotationDate?: string | undefined;
      RequestId: string;
      RotationInterval?: string | undefined;
      SecretData: string;
      SecretDataType: string;
      SecretName: string;
      SecretType: string;
      VersionId: string;
      VersionStages: { VersionStage: readonly string[] } | undefined;
    }[] | undefined;
  };
  CancelKeyDeletion: Record<string, never>;
  ConnectKmsInstance: Record<string, never>;
  CreateAlias: Record<string, never>;
  CreateApplicationAccessPoint: {
    Arn: string;
    AuthenticationMethod: string;
    Description?: string | undefined;
    Name: string;
    Policies: string;
  };
  CreateClientKey: {
    ClientKeyId: string;
    KeyAlgorithm: string;
    NotAfter: string;
    NotBefore: string;
    PrivateKeyData: string;
  };
  CreateKey: {
    KeyMetadata: {
      Arn: string;
      AutomaticRotation?: string | undefined;
      CreationDate: string;
      Creator: string;
      DKMSInstanceId?: string | undefined;
      DeleteDate?: string | undefined;
      Description?: string | undefined;
      KeyId: string;
      KeySpec: string;
      KeyState: string;
      KeyUsage: string;
      LastRotationDate?: string | undefined;
      MaterialExpireTime?: string | undefined;
      NextRotationDate?: string | undefined;
      Origin: string;
      PrimaryKeyVersion?: string | undefined;
      ProtectionLevel: string;
      RotationInterval?: string | undefined;
    };
  };
  CreateKeyVersion: {
    KeyVersion: {
      CreationDate: string;
      KeyId: string;
      KeyVersionId: string;
    };
  };
  CreateNetworkRule: {
    Arn: string;
    Description?: string | undefined;
    Name: string;
    SourcePrivateIp: string;
    Type: string;
  };
  CreatePolicy: {
    AccessControlRules?: string | undefined;
    Arn: string;
    Description?: string | undefined;
    KmsInstance?: string | undefined;
    Name: string;
    Permissions: string;
    Resources: string;
  };
  CreateSecret: {
    Arn: string;
    AutomaticRotation?: string | undefined;
    DKMSInstanceId?: string | undefined;
    ExtendedConfig?: string | undefined;
    NextRotationDate?: string | undefined;
    RotationInterval?: string | undefined;
    SecretName: string;
    SecretType: string;
    VersionId: string;
  };
  Decrypt: {
    CiphertextForRecipient?: string | undefined;
    KeyId: string;
    KeyVersionId: string;
    Plaintext: string;
  };
  DeleteAlias: Record<string, never>;
  DeleteApplicationAccessPoint: Record<string, never>;
  DeleteClientKey: Record<string, never>;
  DeleteKeyMaterial: Record<string, never>;
  DeleteNetworkRule: Record<string, never>;
  DeletePolicy: Record<string, never>;
  DeleteSecret: {
    PlannedDeleteTime?: string | undefined;
    SecretName: string;
  };
  DescribeAccountKmsStatus: {
    AccountStatus: string;
  };
  DescribeApplicationAccessPoint: {
    Arn: string;
    AuthenticationMethod: string;
    Description?: string | undefined;
    Name: string;
    Policies: string;
  };
  DescribeKey: {
    KeyMetadata: {
      Arn: string;
      AutomaticRotation?: string | undefined;
      CreationDate: string;
      Creator: string;
      DKMSInstanceId?: string | undefined;
      DeleteDate?: string | undefined;
      DeletionProtection?: string | undefined;
      DeletionProtectionDescription?: string | undefined;
      Description?: string | undefined;
      KeyId: string;
      KeySpec: string;
      KeyState: string;
      KeyUsage: string;
      LastRotationDate?: string | undefined;
      MaterialExpireTime?: string | undefined;
      NextRotationDate?: string | undefined;
      Origin: string;
      PrimaryKeyVersion?: string | undefined;
      ProtectionLevel: string;
      RotationInterval?: string | undefined;
    };
  };
  DescribeKeyVersion: {
    KeyVersion: {
      CreationDate: string;
      KeyId: string;
      KeyVersionId: string;
    };
  };
  DescribeNetworkRule: {
    Arn: string;
    Description?: string | undefined;
    SourcePrivateIp: string;
    Type: string;
  };
  DescribePolicy: {
    AccessControlRules?: string | undefined;
    Arn: string;
    Description?: string | undefined;
    KmsInstance?: string | undefined;
    Name: string;
    Permissions: readonly string[] | undefined;
    Resources: readonly string[] | undefined;
  };
  DescribeRegions: {
    Regions: { Region: readonly {
      RegionId: string;
    }[] } | undefined;
  };
  DescribeSecret: {
    Arn: string;
    AutomaticRotation?: string | undefined;
    CreateTime: string;
    DKMSInstanceId?: string | undefined;
    Description?: string | undefined;
    EncryptionKeyId?: string | undefined;
    ExtendedConfig?: string | undefined;
    LastRotationDate?: string | undefined;
    NextRotationDate?: string | undefined;
    OwingService?: string | undefined;
    PlannedDeleteTime?: string | undefined;
    RotationInterval?: string | undefined;
    SecretName: string;
    SecretType: string;
    Tags: { Tag: readonly {
      TagKey: string;
      TagValue: string;
    }[] } | undefined;
    UpdateTime?: string | undefined;
  };
  DisableKey: Record<string, never>;
  EnableKey: Record<string, never>;
  Encrypt: {
    CiphertextBlob: string;
    KeyId: string;
    KeyVersionId: string;
  };
  ExportDataKey: {
    ExportedDataKey: string;
    KeyId: string;
    KeyVersionId: string;
  };
  GenerateAndExportDataKey: {
    CiphertextBlob: string;
    ExportedDataKey: string;
    KeyId: string;
    KeyVersionId: string;
  };
  GenerateDataKey: {
    CiphertextBlob: string;
    CiphertextForRecipient?: string | undefined;
    KeyId: string;
    KeyVersionId: string;
    Plaintext: string;
  };
  GenerateDataKeyWithoutPlaintext: {
    CiphertextBlob: string;
    KeyId: string;
    KeyVersionId: string;
  };
  GenerateMac: {
    Algorithm: string;
    KeyId: string;
    Mac: string;
  };
  GetClientKey: {
    AapName?: string | undefined;
    ClientKeyId: string;
    CreateTime: string;
    KeyAlgorithm: string;
    KeyOrigin?: string | undefined;
    NotAfter: string;
    NotBefore: string;
    PublicKeyData?: string | undefined;
  };
  GetDefaultKmsInstance: {
    DefaultKmsInstanceId?: string | undefined;
  };
  GetKeyPolicy: {
    Policy: string;
  };
  GetKmsInstance: {
    KmsInstance?: {
      BindVpcs: { BindVpc: readonly {
        RegionId: string;
        VSwitchId?: string | undefined;
        VpcId?: string | undefined;
        VpcOwnerId?: string | undefined;
      }[] } | undefined;
      CaCertificateChainPem?: string | undefined;
      ChargeType?: string | undefined;
      CreateTime: string;
      DeletionProtection?: boolean | undefined;
      DeletionProtectionDescription?: string | undefined;
      EndDate?: string | undefined;
      InstanceId: string;
      InstanceName?: string | undefined;
      KeyNum?: number | undefined;
      Log?: number | undefined;
      LogStorage?: number | undefined;
      ProductType?: string | undefined;
      ProductVersion?: string | undefined;
      SaleStatus?: string | undefined;
      SecretNum?: string | undefined;
      Spec?: number | undefined;
      StartDate?: string | undefined;
      Status: string;
      VpcId?: string | undefined;
      VpcNum?: number | undefined;
      VswitchIds: readonly string[] | undefined;
      ZoneIds: readonly string[] | undefined;
    } | undefined;
  };
  GetKmsInstanceQuotaInfos: {
    KmsInstanceId: string;
    KmsInstanceQuotaInfos: readonly {
      ResourceQuota: number;
      ResourceType: string;
      UsedQuantity: number;
    }[] | undefined;
  };
  GetManagedDataKey: {
    DataKeyName: string;
    DataKeyVersionId: string;
    DataKeyVersionName: string;
    Plaintext: string;
  };
  GetParametersForImport: {
    ImportToken: string;
    KeyId: string;
    PublicKey: string;
    TokenExpireTime: string;
  };
  GetPublicKey: {
    KeyId: string;
    KeyVersionId: string;
    PublicKey: string;
  };
  GetRandomPassword: {
    RandomPassword: string;
  };
  GetSecretPolicy: {
    Policy: string;
  };
  GetSecretValue: {
    AutomaticRotation?: string | undefined;
    CiphertextForRecipient?: string | undefined;
    CreateTime: string;
    ExtendedConfig?: string | undefined;
    LastRotationDate?: string | undefined;
    NextRotationDate?: string | undefined;
    RotationInterval?: string | undefined;
    SecretData: string;
    SecretDataType: string;
    SecretName: string;
    SecretType: string;
    VersionId: string;
    VersionStages: { VersionStage: readonly string[] } | undefined;
  };
  ImportKeyMaterial: Record<string, never>;
  ListAliases: {
    Aliases: { Alias: readonly {
      AliasArn: string;
      AliasName: string;
      KeyId: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListAliasesByKeyId: {
    Aliases: { Alias: readonly {
      AliasArn: string;
      AliasName: string;
      KeyId: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListApplicationAccessPoints: {
    ApplicationAccessPoints: { ApplicationAccessPoint: readonly {
      AuthenticationMethod: string;
      Name: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListClientKeys: {
    ClientKeys: readonly {
      AapName?: string | undefined;
      ClientKeyId: string;
      CreateTime: string;
      KeyAlgorithm: string;
      KeyOrigin?: string | undefined;
      NotAfter: string;
      NotBefore: string;
      PublicKeyData?: string | undefined;
    }[] | undefined;
  };
  ListKeyVersions: {
    KeyVersions: { KeyVersion: readonly {
      CreationDate: string;
      KeyId: string;
      KeyVersionId: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListKeys: {
    Keys: { Key: readonly {
      KeyArn: string;
      KeyId: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListKmsInstances: {
    KmsInstances: { KmsInstance: readonly {
      KmsInstanceArn: string;
      KmsInstanceId: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListManagedDataKeyVersions: {
    DataKeyName: string;
    ManagedDataKeyVersions: { ManagedDataKeyVersion: readonly {
      DataKeyVersionId: string;
      DataKeyVersionName: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListNetworkRules: {
    NetworkRules: { NetworkRule: readonly {
      Name: string;
      Type: string;
    }[] } | undefined;
    PageNumber: number;
    PageSize: number;
    TotalCount: number;
  };
  ListPolicies: {
    PageNumber: number;
    PageSize: number;
    Policies: { Policy: readonly {
      Name: string;
    }[] } | undefined;
    TotalCount: number;
  };
  ListResourceTags: {
    Tags: { Tag: readonly {
      KeyId: string;
      TagKey: string;
      TagValue: string;
    }[] } | undefined;
  };
  ListSecretVersionIds: {
    PageNumber: number;
    PageSize: number;
    SecretName: string;
    TotalCount: number;
    VersionIds: { VersionId: readonly {
      CreateTime: string;
      VersionId: string;
      VersionStages: { VersionStage: readonly string[] } | undefined;
    }[] } | undefined;
  };
  ListSecrets: {
    PageNumber: number;
    PageSize: number;
    SecretList: { Secret: readonly {
      CreateTime: string;
      OwingService?: string | undefined;
      PlannedDeleteTime?: string | undefined;
      SecretName: string;
      SecretType: string;
      Tags: { Tag: readonly {
        TagKey: string;
        TagValue: string;
      }[] } | undefined;
      UpdateTime?: string | undefined;
    }[] } | undefined;
    TotalCount: number;
  };
  ListTagResources: {
    NextToken?: string | undefined;
    TagResources: { TagResource: readonly {
      ResourceId: string;
      ResourceType: string;
      TagKey: string;
      TagValue: string;
    }[] } | undefined;
  };
  OpenKmsService: Record<string, never>;
  PutSecretValue: {
    SecretName: string;
    VersionId: string;
    VersionStages: { VersionStage: readonly string[] } | undefined;
  };
  ReEncrypt: {
    CiphertextBlob: string;
    KeyId: string;
    KeyVersionId: string;
  };
  ReleaseKmsInstance: Record<string, never>;
  RestoreSecret: {
    SecretName: string;
  };
  RotateSecret: {
    Arn: string;
    SecretName: string;
    VersionId: string;
  };
  ScheduleKeyDeletion: Record<string, never>;
  SetDeletionProtection: Record<string, never>;
  SetKeyPolicy: Record<string, never>;
  SetSecretPolicy: Record<string, never>;
  TagResource: Record<string, never>;
  TagResources: Record<string, never>;
  UntagResource: Record<string, never>;
  UntagResources: Record<string, never>;
  UpdateAlias: Record<string, never>;
  UpdateApplicationAccessPoint: Record<string, never>;
  UpdateKeyDescription: Record<string, never>;
  UpdateKmsInstanceBindVpc: Record<string, never>;
  UpdateNetworkRule: Record<string, never>;
  UpdatePolicy: Record<string, never>;
  UpdateRotationPolicy: Record<string, never>;
  UpdateSecret: {
    SecretName: string;
  };
  UpdateSecretRotationPolicy: {
    SecretName: string;
  };
  UpdateSecretVersionStage: {
    SecretName: string;
  };
  VerifyMac: {
    Algorithm: string;
    KeyId: string;
    Value: boolean;
  };
}
