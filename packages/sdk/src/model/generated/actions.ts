// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { ActionFacts } from '../action-facts.js';
import { limits } from '../limits.js';

/** An API of the public gateway. */
export type ActionName =
  | 'AsymmetricDecrypt'
  | 'AsymmetricEncrypt'
  | 'AsymmetricSign'
  | 'AsymmetricVerify'
  | 'BatchGetSecretValue'
  | 'CancelKeyDeletion'
  | 'ConnectKmsInstance'
  | 'CreateAlias'
  | 'CreateApplicationAccessPoint'
  | 'CreateClientKey'
  | 'CreateKey'
  | 'CreateKeyVersion'
  | 'CreateNetworkRule'
  | 'CreatePolicy'
  | 'CreateSecret'
  | 'Decrypt'
  | 'DeleteAlias'
  | 'DeleteApplicationAccessPoint'
  | 'DeleteClientKey'
  | 'DeleteKeyMaterial'
  | 'DeleteNetworkRule'
  | 'DeletePolicy'
  | 'DeleteSecret'
  | 'DescribeAccountKmsStatus'
  | 'DescribeApplicationAccessPoint'
  | 'DescribeKey'
  | 'DescribeKeyVersion'
  | 'DescribeNetworkRule'
  | 'DescribePolicy'
  | 'DescribeRegions'
  | 'DescribeSecret'
  | 'DisableKey'
  | 'EnableKey'
  | 'Encrypt'
  | 'ExportDataKey'
  | 'GenerateAndExportDataKey'
  | 'GenerateDataKey'
  | 'GenerateDataKeyWithoutPlaintext'
  | 'GenerateMac'
  | 'GetClientKey'
  | 'GetDefaultKmsInstance'
  | 'GetKeyPolicy'
  | 'GetKmsInstance'
  | 'GetKmsInstanceQuotaInfos'
  | 'GetManagedDataKey'
  | 'GetParametersForImport'
  | 'GetPublicKey'
  | 'GetRandomPassword'
  | 'GetSecretPolicy'
  | 'GetSecretValue'
  | 'ImportKeyMaterial'
  | 'ListAliases'
  | 'ListAliasesByKeyId'
  | 'ListApplicationAccessPoints'
  | 'ListClientKeys'
  | 'ListKeyVersions'
  | 'ListKeys'
  | 'ListKmsInstances'
  | 'ListManagedDataKeyVersions'
  | 'ListNetworkRules'
  | 'ListPolicies'
  | 'ListResourceTags'
  | 'ListSecretVersionIds'
  | 'ListSecrets'
  | 'ListTagResources'
  | 'OpenKmsService'
  | 'PutSecretValue'
  | 'ReEncrypt'
  | 'ReleaseKmsInstance'
  | 'RestoreSecret'
  | 'RotateSecret'
  | 'ScheduleKeyDeletion'
  | 'SetDeletionProtection'
  | 'SetKeyPolicy'
  | 'SetSecretPolicy'
  | 'TagResource'
  | 'TagResources'
  | 'UntagResource'
  | 'UntagResources'
  | 'UpdateAlias'
  | 'UpdateApplicationAccessPoint'
  | 'UpdateKeyDescription'
  | 'UpdateKmsInstanceBindVpc'
  | 'UpdateNetworkRule'
  | 'UpdatePolicy'
  | 'UpdateRotationPolicy'
  | 'UpdateSecret'
  | 'UpdateSecretRotationPolicy'
  | 'UpdateSecretVersionStage'
  | 'VerifyMac';

/** The APIs of the public gateway. */
export const actions: Readonly<Record<ActionName, ActionFacts>> = {
  AsymmetricDecrypt: {
    method: 'asymmetricDecrypt',
    gateways: ['public', 'instance'],
    publicQps: 200,
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Recipient: { field: 'recipient', shape: 'string' },
    },
    answer: {
      CiphertextForRecipient: { field: 'ciphertextForRecipient', shape: 'bytes' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'given', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  AsymmetricEncrypt: {
    method: 'asymmetricEncrypt',
    gateways: ['public', 'instance'],
    publicQps: 200,
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'utf8', required: true, secret: true },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  AsymmetricSign: {
    method: 'asymmetricSign',
    gateways: ['public', 'instance'],
    publicQps: 200,
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      Digest: { field: 'digest', shape: 'bytes', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Value: { field: 'value', shape: 'bytes', required: true, essential: 'filled' },
    },
  },
  AsymmetricVerify: {
    method: 'asymmetricVerify',
    gateways: ['public', 'instance'],
    publicQps: 200,
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      Digest: { field: 'digest', shape: 'bytes', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Value: { field: 'value', shape: 'bytes', required: true },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Value: { field: 'value', shape: 'boolean', required: true, essential: 'given' },
    },
  },
  BatchGetSecretValue: {
    method: 'batchGetSecretValue',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      SecretsList: { field: 'secretsList', shape: { list: { fields: {
        FetchExtendedConfig: { field: 'fetchExtendedConfig', shape: 'booleanText' },
        SecretName: { field: 'secretName', shape: 'string', required: true },
        VersionId: { field: 'versionId', shape: 'string' },
        VersionStage: { field: 'versionStage', shape: 'string' },
      } } }, encoding: 'json', maxItems: limits.secretsBatchMax },
    },
    answer: {
      Errors: { field: 'errors', shape: { list: { fields: {
        Code: { field: 'code', shape: 'string', required: true },
        HttpStatus: { field: 'httpStatus', shape: 'number', required: true },
        Message: { field: 'message', shape: 'string', required: true },
        SecretName: { field: 'secretName', shape: 'string', required: true },
      } } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretValues: { field: 'secretValues', shape: { list: { fields: {
        AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
        CreateTime: { field: 'createTime', shape: 'date', required: true },
        ExtendedConfig: { field: 'extendedConfig', shape: { json: 'map' } },
        LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
        NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
        RequestId: { field: 'requestId', shape: 'string', required: true },
        RotationInterval: { field: 'rotationInterval', shape: 'string' },
        SecretData: { field: 'secretData', shape: 'secretData', required: true, essential: 'given', secret: true },
        SecretDataType: { field: 'secretDataType', shape: 'string', required: true },
        SecretName: { field: 'secretName', shape: 'string', required: true },
        SecretType: { field: 'secretType', shape: 'string', required: true },
        VersionId: { field: 'versionId', shape: 'string', required: true },
        VersionStages: { field: 'versionStages', shape: { list: 'string', wrapper: 'VersionStage' }, required: true },
      } } }, required: true },
    },
  },
  CancelKeyDeletion: {
    method: 'cancelKeyDeletion',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  ConnectKmsInstance: {
    method: 'connectKmsInstance',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      KMProvider: { field: 'kmProvider', shape: 'string', required: true },
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
      VSwitchIds: { field: 'vSwitchIds', shape: { commas: 'string' }, required: true },
      VpcId: { field: 'vpcId', shape: 'string', required: true },
      ZoneIds: { field: 'zoneIds', shape: { commas: 'string' }, required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateAlias: {
    method: 'createAlias',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      AliasName: { field: 'aliasName', shape: 'string', required: true, maxChars: limits.aliasMaxChars },
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateApplicationAccessPoint: {
    method: 'createApplicationAccessPoint',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      AuthenticationMethod: { field: 'authenticationMethod', shape: 'string' },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      Name: { field: 'name', shape: 'string', required: true },
      Policies: { field: 'policies', shape: { json: { list: 'string' } }, required: true, maxItems: limits.accessPointPoliciesMax },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      AuthenticationMethod: { field: 'authenticationMethod', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true },
      Policies: { field: 'policies', shape: { json: { list: 'string' } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateClientKey: {
    method: 'createClientKey',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      AapName: { field: 'aapName', shape: 'string', required: true },
      NotAfter: { field: 'notAfter', shape: 'date' },
      NotBefore: { field: 'notBefore', shape: 'date' },
      Password: { field: 'password', shape: 'string', required: true, secret: true, maxChars: limits.clientKeyPasswordChars.max },
    },
    answer: {
      ClientKeyId: { field: 'clientKeyId', shape: 'string', required: true, essential: 'filled' },
      KeyAlgorithm: { field: 'keyAlgorithm', shape: 'string', required: true },
      NotAfter: { field: 'notAfter', shape: 'date', required: true },
      NotBefore: { field: 'notBefore', shape: 'date', required: true },
      PrivateKeyData: { field: 'privateKeyData', shape: 'string', required: true, essential: 'filled', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateKey: {
    method: 'createKey',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      EnableAutomaticRotation: { field: 'enableAutomaticRotation', shape: 'boolean' },
      KeySpec: { field: 'keySpec', shape: 'string' },
      KeyStorageMechanism: { field: 'keyStorageMechanism', shape: 'string', values: ['HsmInternal', 'HsmEncryptedDatabase'] },
      KeyUsage: { field: 'keyUsage', shape: 'string', values: ['ENCRYPT/DECRYPT', 'SIGN/VERIFY', 'GENERATE/VERIFY_MAC'] },
      Origin: { field: 'origin', shape: 'string', values: ['Aliyun_KMS', 'EXTERNAL'] },
      Policy: { field: 'policy', shape: { json: 'map' } },
      ProtectionLevel: { field: 'protectionLevel', shape: 'string', values: ['SOFTWARE', 'HSM'] },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      Tags: { field: 'tags', shape: { json: { list: { fields: {
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } } } }, maxItems: limits.tagsMax },
    },
    answer: {
      KeyMetadata: { field: 'keyMetadata', shape: { fields: {
        Arn: { field: 'arn', shape: 'string', required: true },
        AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
        CreationDate: { field: 'creationDate', shape: 'date', required: true },
        Creator: { field: 'creator', shape: 'string', required: true },
        DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
        DeleteDate: { field: 'deleteDate', shape: 'date' },
        Description: { field: 'description', shape: 'string' },
        KeyId: { field: 'keyId', shape: 'string', required: true, essential: 'filled' },
        KeySpec: { field: 'keySpec', shape: 'string', required: true },
        KeyState: { field: 'keyState', shape: 'string', required: true },
        KeyUsage: { field: 'keyUsage', shape: 'string', required: true },
        LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
        MaterialExpireTime: { field: 'materialExpireTime', shape: 'date' },
        NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
        Origin: { field: 'origin', shape: 'string', required: true },
        PrimaryKeyVersion: { field: 'primaryKeyVersion', shape: 'string' },
        ProtectionLevel: { field: 'protectionLevel', shape: 'string', required: true },
        RotationInterval: { field: 'rotationInterval', shape: 'string' },
      } }, required: true, essential: 'given' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateKeyVersion: {
    method: 'createKeyVersion',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      KeyVersion: { field: 'keyVersion', shape: { fields: {
        CreationDate: { field: 'creationDate', shape: 'date', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
        KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true, essential: 'filled' },
      } }, required: true, essential: 'given' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  CreateNetworkRule: {
    method: 'createNetworkRule',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      Name: { field: 'name', shape: 'string', required: true },
      SourcePrivateIp: { field: 'sourcePrivateIp', shape: { json: { list: 'string' } } },
      Type: { field: 'type', shape: 'string', required: true },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SourcePrivateIp: { field: 'sourcePrivateIp', shape: { json: { list: 'string' } }, required: true },
      Type: { field: 'type', shape: 'string', required: true },
    },
  },
  CreatePolicy: {
    method: 'createPolicy',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      AccessControlRules: { field: 'accessControlRules', shape: { json: { fields: {
        NetworkRules: { field: 'networkRules', shape: { list: 'string' }, required: true },
      } } } },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      KmsInstance: { field: 'kmsInstance', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true },
      Permissions: { field: 'permissions', shape: { json: { list: 'string' } }, required: true, values: ['RbacPermission/Template/CryptoServiceKeyUser', 'RbacPermission/Template/CryptoServiceSecretUser'] },
      Resources: { field: 'resources', shape: { json: { list: 'string' } }, required: true },
    },
    answer: {
      AccessControlRules: { field: 'accessControlRules', shape: { json: { fields: {
        NetworkRules: { field: 'networkRules', shape: { list: 'string' }, required: true },
      } } } },
      Arn: { field: 'arn', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      KmsInstance: { field: 'kmsInstance', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true },
      Permissions: { field: 'permissions', shape: { json: { list: 'string' } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Resources: { field: 'resources', shape: { json: { list: 'string' } }, required: true },
    },
  },
  CreateSecret: {
    method: 'createSecret',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      EnableAutomaticRotation: { field: 'enableAutomaticRotation', shape: 'boolean' },
      EncryptionKeyId: { field: 'encryptionKeyId', shape: 'string' },
      ExtendedConfig: { field: 'extendedConfig', shape: 'map', encoding: 'json' },
      Policy: { field: 'policy', shape: { json: 'map' } },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      SecretData: { field: 'secretData', shape: 'secretData', required: true, secret: true, maxBytes: limits.secretDataMaxBytes },
      SecretDataType: { field: 'secretDataType', shape: 'string', values: ['text', 'binary'] },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      SecretType: { field: 'secretType', shape: 'string', values: ['Generic', 'Rds', 'Redis', 'RAMCredentials', 'ECS', 'PolarDB'] },
      Tags: { field: 'tags', shape: { json: { list: { fields: {
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } } } }, maxItems: limits.tagsMax },
      VersionId: { field: 'versionId', shape: 'string', required: true, maxChars: limits.secretVersionIdMaxChars },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
      DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
      ExtendedConfig: { field: 'extendedConfig', shape: { json: 'map' } },
      NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true },
      SecretType: { field: 'secretType', shape: 'string', required: true },
      VersionId: { field: 'versionId', shape: 'string', required: true },
    },
  },
  Decrypt: {
    method: 'decrypt',
    gateways: ['public', 'instance'],
    publicQps: 1000,
    repeatable: true,
    parameters: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      Recipient: { field: 'recipient', shape: 'string' },
    },
    answer: {
      CiphertextForRecipient: { field: 'ciphertextForRecipient', shape: 'bytes' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'given', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteAlias: {
    method: 'deleteAlias',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      AliasName: { field: 'aliasName', shape: 'string', required: true, maxChars: limits.aliasMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteApplicationAccessPoint: {
    method: 'deleteApplicationAccessPoint',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteClientKey: {
    method: 'deleteClientKey',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      ClientKeyId: { field: 'clientKeyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteKeyMaterial: {
    method: 'deleteKeyMaterial',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteNetworkRule: {
    method: 'deleteNetworkRule',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeletePolicy: {
    method: 'deletePolicy',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DeleteSecret: {
    method: 'deleteSecret',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      ForceDeleteWithoutRecovery: { field: 'forceDeleteWithoutRecovery', shape: 'booleanText' },
      RecoveryWindowInDays: { field: 'recoveryWindowInDays', shape: 'numberText', range: limits.secretRecoveryDays },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      PlannedDeleteTime: { field: 'plannedDeleteTime', shape: 'date' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
    },
  },
  DescribeAccountKmsStatus: {
    method: 'describeAccountKmsStatus',
    gateways: ['public'],
    repeatable: true,
    parameters: {},
    answer: {
      AccountStatus: { field: 'accountStatus', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DescribeApplicationAccessPoint: {
    method: 'describeApplicationAccessPoint',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      AuthenticationMethod: { field: 'authenticationMethod', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true, essential: 'filled' },
      Policies: { field: 'policies', shape: { json: { list: 'string' } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DescribeKey: {
    method: 'describeKey',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      KeyMetadata: { field: 'keyMetadata', shape: { fields: {
        Arn: { field: 'arn', shape: 'string', required: true },
        AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
        CreationDate: { field: 'creationDate', shape: 'date', required: true },
        Creator: { field: 'creator', shape: 'string', required: true },
        DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
        DeleteDate: { field: 'deleteDate', shape: 'date' },
        DeletionProtection: { field: 'deletionProtection', shape: 'string' },
        DeletionProtectionDescription: { field: 'deletionProtectionDescription', shape: 'string' },
        Description: { field: 'description', shape: 'string' },
        KeyId: { field: 'keyId', shape: 'string', required: true, essential: 'filled' },
        KeySpec: { field: 'keySpec', shape: 'string', required: true },
        KeyState: { field: 'keyState', shape: 'string', required: true },
        KeyUsage: { field: 'keyUsage', shape: 'string', required: true },
        LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
        MaterialExpireTime: { field: 'materialExpireTime', shape: 'date' },
        NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
        Origin: { field: 'origin', shape: 'string', required: true },
        PrimaryKeyVersion: { field: 'primaryKeyVersion', shape: 'string' },
        ProtectionLevel: { field: 'protectionLevel', shape: 'string', required: true },
        RotationInterval: { field: 'rotationInterval', shape: 'string' },
      } }, required: true, essential: 'given' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DescribeKeyVersion: {
    method: 'describeKeyVersion',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    answer: {
      KeyVersion: { field: 'keyVersion', shape: { fields: {
        CreationDate: { field: 'creationDate', shape: 'date', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
        KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      } }, required: true, essential: 'given' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DescribeNetworkRule: {
    method: 'describeNetworkRule',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SourcePrivateIp: { field: 'sourcePrivateIp', shape: { json: { list: 'string' } }, required: true },
      Type: { field: 'type', shape: 'string', required: true },
    },
  },
  DescribePolicy: {
    method: 'describePolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Name: { field: 'name', shape: 'string', required: true },
    },
    answer: {
      AccessControlRules: { field: 'accessControlRules', shape: { json: { fields: {
        NetworkRules: { field: 'networkRules', shape: { list: 'string' }, required: true },
      } } } },
      Arn: { field: 'arn', shape: 'string', required: true },
      Description: { field: 'description', shape: 'string' },
      KmsInstance: { field: 'kmsInstance', shape: 'string' },
      Name: { field: 'name', shape: 'string', required: true, essential: 'filled' },
      Permissions: { field: 'permissions', shape: { list: 'string' }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Resources: { field: 'resources', shape: { list: 'string' }, required: true },
    },
  },
  DescribeRegions: {
    method: 'describeRegions',
    gateways: ['public'],
    repeatable: true,
    parameters: {},
    answer: {
      Regions: { field: 'regions', shape: { list: { fields: {
        RegionId: { field: 'regionId', shape: 'string', required: true },
      } }, wrapper: 'Region' }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  DescribeSecret: {
    method: 'describeSecret',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      FetchTags: { field: 'fetchTags', shape: 'booleanText' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
      CreateTime: { field: 'createTime', shape: 'date', required: true },
      DKMSInstanceId: { field: 'dkmsInstanceId', shape: 'string' },
      Description: { field: 'description', shape: 'string' },
      EncryptionKeyId: { field: 'encryptionKeyId', shape: 'string' },
      ExtendedConfig: { field: 'extendedConfig', shape: { json: 'map' } },
      LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
      NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
      OwingService: { field: 'owingService', shape: 'string' },
      PlannedDeleteTime: { field: 'plannedDeleteTime', shape: 'date' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, essential: 'filled' },
      SecretType: { field: 'secretType', shape: 'string', required: true },
      Tags: { field: 'tags', shape: { list: { fields: {
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } }, wrapper: 'Tag' }, required: true },
      UpdateTime: { field: 'updateTime', shape: 'date' },
    },
  },
  DisableKey: {
    method: 'disableKey',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  EnableKey: {
    method: 'enableKey',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  Encrypt: {
    method: 'encrypt',
    gateways: ['public', 'instance'],
    publicQps: 1000,
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'utf8', required: true, secret: true, maxBytes: limits.plaintextMaxBytes },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  ExportDataKey: {
    method: 'exportDataKey',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      PublicKeyBlob: { field: 'publicKeyBlob', shape: 'bytes', required: true },
      WrappingAlgorithm: { field: 'wrappingAlgorithm', shape: 'string', required: true, values: ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'SM2PKE'] },
      WrappingKeySpec: { field: 'wrappingKeySpec', shape: 'string', required: true, values: ['RSA_2048', 'EC_SM2'] },
    },
    answer: {
      ExportedDataKey: { field: 'exportedDataKey', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GenerateAndExportDataKey: {
    method: 'generateAndExportDataKey',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeySpec: { field: 'keySpec', shape: 'string', values: ['AES_256', 'AES_128'], ignoredBeside: 'NumberOfBytes' },
      NumberOfBytes: { field: 'numberOfBytes', shape: 'number', range: { min: 1, max: limits.dataKeyMaxBytes } },
      PublicKeyBlob: { field: 'publicKeyBlob', shape: 'bytes', required: true },
      WrappingAlgorithm: { field: 'wrappingAlgorithm', shape: 'string', required: true, values: ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'SM2PKE'] },
      WrappingKeySpec: { field: 'wrappingKeySpec', shape: 'string', required: true, values: ['RSA_2048', 'EC_SM2'] },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      ExportedDataKey: { field: 'exportedDataKey', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GenerateDataKey: {
    method: 'generateDataKey',
    gateways: ['public', 'instance'],
    publicQps: 1000,
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeySpec: { field: 'keySpec', shape: 'string', values: ['AES_256', 'AES_128'], ignoredBeside: 'NumberOfBytes' },
      NumberOfBytes: { field: 'numberOfBytes', shape: 'number', range: { min: 1, max: limits.dataKeyMaxBytes } },
      Recipient: { field: 'recipient', shape: 'string' },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      CiphertextForRecipient: { field: 'ciphertextForRecipient', shape: 'bytes' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'filled', lengthAsked: 'NumberOfBytes', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GenerateDataKeyWithoutPlaintext: {
    method: 'generateDataKeyWithoutPlaintext',
    gateways: ['public', 'instance'],
    publicQps: 1000,
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      EncryptionContext: { field: 'encryptionContext', shape: 'map', encoding: 'json' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeySpec: { field: 'keySpec', shape: 'string', values: ['AES_256', 'AES_128'], ignoredBeside: 'NumberOfBytes' },
      NumberOfBytes: { field: 'numberOfBytes', shape: 'number', range: { min: 1, max: limits.dataKeyMaxBytes } },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GenerateMac: {
    method: 'generateMac',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true, values: ['HMAC_SM3', 'HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'] },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Message: { field: 'message', shape: 'utf8', required: true },
    },
    answer: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Mac: { field: 'mac', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetClientKey: {
    method: 'getClientKey',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      ClientKeyId: { field: 'clientKeyId', shape: 'string', required: true },
    },
    answer: {
      AapName: { field: 'aapName', shape: 'string' },
      ClientKeyId: { field: 'clientKeyId', shape: 'string', required: true },
      CreateTime: { field: 'createTime', shape: 'date', required: true },
      KeyAlgorithm: { field: 'keyAlgorithm', shape: 'string', required: true },
      KeyOrigin: { field: 'keyOrigin', shape: 'string' },
      NotAfter: { field: 'notAfter', shape: 'date', required: true },
      NotBefore: { field: 'notBefore', shape: 'date', required: true },
      PublicKeyData: { field: 'publicKeyData', shape: 'string' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetDefaultKmsInstance: {
    method: 'getDefaultKmsInstance',
    gateways: ['public'],
    repeatable: true,
    parameters: {},
    answer: {
      DefaultKmsInstanceId: { field: 'defaultKmsInstanceId', shape: 'string' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetKeyPolicy: {
    method: 'getKeyPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PolicyName: { field: 'policyName', shape: 'string' },
    },
    answer: {
      Policy: { field: 'policy', shape: { json: 'map' }, required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetKmsInstance: {
    method: 'getKmsInstance',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
    },
    answer: {
      KmsInstance: { field: 'kmsInstance', shape: { fields: {
        BindVpcs: { field: 'bindVpcs', shape: { list: { fields: {
          RegionId: { field: 'regionId', shape: 'string', required: true },
          VSwitchId: { field: 'vSwitchId', shape: 'string' },
          VpcId: { field: 'vpcId', shape: 'string' },
          VpcOwnerId: { field: 'vpcOwnerId', shape: 'string' },
        } }, wrapper: 'BindVpc' }, required: true },
        CaCertificateChainPem: { field: 'caCertificateChainPem', shape: 'string' },
        ChargeType: { field: 'chargeType', shape: 'string' },
        CreateTime: { field: 'createTime', shape: 'date', required: true },
        DeletionProtection: { field: 'deletionProtection', shape: 'boolean' },
        DeletionProtectionDescription: { field: 'deletionProtectionDescription', shape: 'string' },
        EndDate: { field: 'endDate', shape: 'date' },
        InstanceId: { field: 'instanceId', shape: 'string', required: true },
        InstanceName: { field: 'instanceName', shape: 'string' },
        KeyNum: { field: 'keyNum', shape: 'number' },
        Log: { field: 'log', shape: 'number' },
        LogStorage: { field: 'logStorage', shape: 'number' },
        ProductType: { field: 'productType', shape: 'string' },
        ProductVersion: { field: 'productVersion', shape: 'string' },
        SaleStatus: { field: 'saleStatus', shape: 'string' },
        SecretNum: { field: 'secretNum', shape: 'numberText' },
        Spec: { field: 'spec', shape: 'number' },
        StartDate: { field: 'startDate', shape: 'date' },
        Status: { field: 'status', shape: 'string', required: true },
        VpcId: { field: 'vpcId', shape: 'string' },
        VpcNum: { field: 'vpcNum', shape: 'number' },
        VswitchIds: { field: 'vswitchIds', shape: { list: 'string' }, required: true },
        ZoneIds: { field: 'zoneIds', shape: { list: 'string' }, required: true },
      } }, essential: 'given' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetKmsInstanceQuotaInfos: {
    method: 'getKmsInstanceQuotaInfos',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string' },
      ResourceType: { field: 'resourceType', shape: 'string', values: ['key', 'secret', 'qps', 'vpc'] },
    },
    answer: {
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
      KmsInstanceQuotaInfos: { field: 'kmsInstanceQuotaInfos', shape: { list: { fields: {
        ResourceQuota: { field: 'resourceQuota', shape: 'number', required: true },
        ResourceType: { field: 'resourceType', shape: 'string', required: true },
        UsedQuantity: { field: 'usedQuantity', shape: 'number', required: true },
      } } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetManagedDataKey: {
    method: 'getManagedDataKey',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      DataKeyName: { field: 'dataKeyName', shape: 'string', required: true },
      DataKeyVersionId: { field: 'dataKeyVersionId', shape: 'string' },
      UseLatest: { field: 'useLatest', shape: 'boolean' },
    },
    answer: {
      DataKeyName: { field: 'dataKeyName', shape: 'string', required: true },
      DataKeyVersionId: { field: 'dataKeyVersionId', shape: 'string', required: true },
      DataKeyVersionName: { field: 'dataKeyVersionName', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'filled', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetParametersForImport: {
    method: 'getParametersForImport',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      WrappingAlgorithm: { field: 'wrappingAlgorithm', shape: 'string', required: true },
      WrappingKeySpec: { field: 'wrappingKeySpec', shape: 'string', required: true },
    },
    answer: {
      ImportToken: { field: 'importToken', shape: 'string', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PublicKey: { field: 'publicKey', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TokenExpireTime: { field: 'tokenExpireTime', shape: 'date', required: true },
    },
  },
  GetPublicKey: {
    method: 'getPublicKey',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      PublicKey: { field: 'publicKey', shape: 'string', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetRandomPassword: {
    method: 'getRandomPassword',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      ExcludeCharacters: { field: 'excludeCharacters', shape: 'string' },
      ExcludeLowercase: { field: 'excludeLowercase', shape: 'booleanText' },
      ExcludeNumbers: { field: 'excludeNumbers', shape: 'booleanText' },
      ExcludePunctuation: { field: 'excludePunctuation', shape: 'booleanText' },
      ExcludeUppercase: { field: 'excludeUppercase', shape: 'booleanText' },
      PasswordLength: { field: 'passwordLength', shape: 'numberText', range: limits.randomPasswordChars },
      RequireEachIncludedType: { field: 'requireEachIncludedType', shape: 'booleanText' },
    },
    answer: {
      RandomPassword: { field: 'randomPassword', shape: 'string', required: true, essential: 'filled', lengthAsked: 'PasswordLength', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetSecretPolicy: {
    method: 'getSecretPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      PolicyName: { field: 'policyName', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      Policy: { field: 'policy', shape: { json: 'map' }, required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  GetSecretValue: {
    method: 'getSecretValue',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      FetchExtendedConfig: { field: 'fetchExtendedConfig', shape: 'boolean' },
      Recipient: { field: 'recipient', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      VersionId: { field: 'versionId', shape: 'string', maxChars: limits.secretVersionIdMaxChars },
      VersionStage: { field: 'versionStage', shape: 'string', maxChars: limits.secretStageMaxChars },
    },
    answer: {
      AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
      CiphertextForRecipient: { field: 'ciphertextForRecipient', shape: 'bytes' },
      CreateTime: { field: 'createTime', shape: 'date', required: true },
      ExtendedConfig: { field: 'extendedConfig', shape: { json: 'map' } },
      LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
      NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      SecretData: { field: 'secretData', shape: 'secretData', required: true, essential: 'given', secret: true },
      SecretDataType: { field: 'secretDataType', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
      SecretType: { field: 'secretType', shape: 'string', required: true },
      VersionId: { field: 'versionId', shape: 'string', required: true },
      VersionStages: { field: 'versionStages', shape: { list: 'string', wrapper: 'VersionStage' }, required: true },
    },
  },
  ImportKeyMaterial: {
    method: 'importKeyMaterial',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      EncryptedKeyMaterial: { field: 'encryptedKeyMaterial', shape: 'bytes', required: true },
      ImportToken: { field: 'importToken', shape: 'string', required: true },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyMaterialExpireUnix: { field: 'keyMaterialExpireUnix', shape: 'number', required: true, range: { min: 0 } },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  ListAliases: {
    method: 'listAliases',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      Aliases: { field: 'aliases', shape: { list: { fields: {
        AliasArn: { field: 'aliasArn', shape: 'string', required: true },
        AliasName: { field: 'aliasName', shape: 'string', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
      } }, wrapper: 'Alias' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListAliasesByKeyId: {
    method: 'listAliasesByKeyId',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      Aliases: { field: 'aliases', shape: { list: { fields: {
        AliasArn: { field: 'aliasArn', shape: 'string', required: true },
        AliasName: { field: 'aliasName', shape: 'string', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
      } }, wrapper: 'Alias' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListApplicationAccessPoints: {
    method: 'listApplicationAccessPoints',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      ApplicationAccessPoints: { field: 'applicationAccessPoints', shape: { list: { fields: {
        AuthenticationMethod: { field: 'authenticationMethod', shape: 'string', required: true },
        Name: { field: 'name', shape: 'string', required: true },
      } }, wrapper: 'ApplicationAccessPoint' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListClientKeys: {
    method: 'listClientKeys',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      AapName: { field: 'aapName', shape: 'string' },
    },
    answer: {
      ClientKeys: { field: 'clientKeys', shape: { list: { fields: {
        AapName: { field: 'aapName', shape: 'string' },
        ClientKeyId: { field: 'clientKeyId', shape: 'string', required: true },
        CreateTime: { field: 'createTime', shape: 'date', required: true },
        KeyAlgorithm: { field: 'keyAlgorithm', shape: 'string', required: true },
        KeyOrigin: { field: 'keyOrigin', shape: 'string' },
        NotAfter: { field: 'notAfter', shape: 'date', required: true },
        NotBefore: { field: 'notBefore', shape: 'date', required: true },
        PublicKeyData: { field: 'publicKeyData', shape: 'string' },
      } } }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  ListKeyVersions: {
    method: 'listKeyVersions',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      KeyVersions: { field: 'keyVersions', shape: { list: { fields: {
        CreationDate: { field: 'creationDate', shape: 'date', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
        KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      } }, wrapper: 'KeyVersion' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListKeys: {
    method: 'listKeys',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Filters: { field: 'filters', shape: { json: { list: { fields: {
        Key: { field: 'key', shape: 'string', required: true },
        Values: { field: 'values', shape: { list: 'string' }, required: true },
      } } } }, maxItems: limits.filterKeysMax },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      Keys: { field: 'keys', shape: { list: { fields: {
        KeyArn: { field: 'keyArn', shape: 'string', required: true },
        KeyId: { field: 'keyId', shape: 'string', required: true },
      } }, wrapper: 'Key' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListKmsInstances: {
    method: 'listKmsInstances',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Filters: { field: 'filters', shape: { json: { list: { fields: {
        Key: { field: 'key', shape: 'string', required: true },
        Values: { field: 'values', shape: { list: 'string' }, required: true },
      } } } }, maxItems: limits.filterKeysMax },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      KmsInstances: { field: 'kmsInstances', shape: { list: { fields: {
        KmsInstanceArn: { field: 'kmsInstanceArn', shape: 'string', required: true },
        KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
      } }, wrapper: 'KmsInstance' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListManagedDataKeyVersions: {
    method: 'listManagedDataKeyVersions',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      DataKeyName: { field: 'dataKeyName', shape: 'string', required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      DataKeyName: { field: 'dataKeyName', shape: 'string', required: true },
      ManagedDataKeyVersions: { field: 'managedDataKeyVersions', shape: { list: { fields: {
        DataKeyVersionId: { field: 'dataKeyVersionId', shape: 'string', required: true },
        DataKeyVersionName: { field: 'dataKeyVersionName', shape: 'string', required: true },
      } }, wrapper: 'ManagedDataKeyVersion' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListNetworkRules: {
    method: 'listNetworkRules',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      NetworkRules: { field: 'networkRules', shape: { list: { fields: {
        Name: { field: 'name', shape: 'string', required: true },
        Type: { field: 'type', shape: 'string', required: true },
      } }, wrapper: 'NetworkRule' }, required: true },
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListPolicies: {
    method: 'listPolicies',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      Policies: { field: 'policies', shape: { list: { fields: {
        Name: { field: 'name', shape: 'string', required: true },
      } }, wrapper: 'Policy' }, required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListResourceTags: {
    method: 'listResourceTags',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Tags: { field: 'tags', shape: { list: { fields: {
        KeyId: { field: 'keyId', shape: 'string', required: true },
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } }, wrapper: 'Tag' }, required: true },
    },
  },
  ListSecretVersionIds: {
    method: 'listSecretVersionIds',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      IncludeDeprecated: { field: 'includeDeprecated', shape: 'booleanText' },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
      VersionIds: { field: 'versionIds', shape: { list: { fields: {
        CreateTime: { field: 'createTime', shape: 'date', required: true },
        VersionId: { field: 'versionId', shape: 'string', required: true },
        VersionStages: { field: 'versionStages', shape: { list: 'string', wrapper: 'VersionStage' }, required: true },
      } }, wrapper: 'VersionId' }, required: true },
    },
  },
  ListSecrets: {
    method: 'listSecrets',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      FetchTags: { field: 'fetchTags', shape: 'booleanText' },
      Filters: { field: 'filters', shape: { json: { list: { fields: {
        Key: { field: 'key', shape: 'string', required: true },
        Values: { field: 'values', shape: { list: 'string' }, required: true },
      } } } }, maxItems: limits.filterKeysMax },
      PageNumber: { field: 'pageNumber', shape: 'number', range: { min: 1 } },
      PageSize: { field: 'pageSize', shape: 'number', range: limits.pageSize },
    },
    answer: {
      PageNumber: { field: 'pageNumber', shape: 'number', required: true },
      PageSize: { field: 'pageSize', shape: 'number', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretList: { field: 'secretList', shape: { list: { fields: {
        CreateTime: { field: 'createTime', shape: 'date', required: true },
        OwingService: { field: 'owingService', shape: 'string' },
        PlannedDeleteTime: { field: 'plannedDeleteTime', shape: 'date' },
        SecretName: { field: 'secretName', shape: 'string', required: true },
        SecretType: { field: 'secretType', shape: 'string', required: true },
        Tags: { field: 'tags', shape: { list: { fields: {
          TagKey: { field: 'tagKey', shape: 'string', required: true },
          TagValue: { field: 'tagValue', shape: 'string', required: true },
        } }, wrapper: 'Tag' }, required: true },
        UpdateTime: { field: 'updateTime', shape: 'date' },
      } }, wrapper: 'Secret' }, required: true },
      TotalCount: { field: 'totalCount', shape: 'number', required: true },
    },
  },
  ListTagResources: {
    method: 'listTagResources',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      NextToken: { field: 'nextToken', shape: 'string' },
      RegionId: { field: 'regionId', shape: 'string', required: true },
      ResourceId: { field: 'resourceId', shape: { list: 'string' }, encoding: 'numbered', maxItems: limits.taggedResourcesMax },
      ResourceType: { field: 'resourceType', shape: 'string', required: true },
      Tag: { field: 'tag', shape: { list: { fields: {
        Key: { field: 'key', shape: 'string', required: true },
        Value: { field: 'value', shape: 'string' },
      } } }, encoding: 'numbered', maxItems: limits.tagsMax },
    },
    answer: {
      NextToken: { field: 'nextToken', shape: 'string' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      TagResources: { field: 'tagResources', shape: { list: { fields: {
        ResourceId: { field: 'resourceId', shape: 'string', required: true },
        ResourceType: { field: 'resourceType', shape: 'string', required: true },
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } }, wrapper: 'TagResource' }, required: true },
    },
  },
  OpenKmsService: {
    method: 'openKmsService',
    gateways: ['public'],
    repeatable: false,
    parameters: {},
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  PutSecretValue: {
    method: 'putSecretValue',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      SecretData: { field: 'secretData', shape: 'secretData', required: true, secret: true, maxBytes: limits.secretDataMaxBytes },
      SecretDataType: { field: 'secretDataType', shape: 'string', values: ['text', 'binary'] },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      VersionId: { field: 'versionId', shape: 'string', required: true, maxChars: limits.secretVersionIdMaxChars },
      VersionStages: { field: 'versionStages', shape: { json: { list: 'string' } }, maxItems: limits.secretStagesMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
      VersionId: { field: 'versionId', shape: 'string', required: true },
      VersionStages: { field: 'versionStages', shape: { list: 'string', wrapper: 'VersionStage' }, required: true },
    },
  },
  ReEncrypt: {
    method: 'reEncrypt',
    gateways: ['public'],
    publicQps: 750,
    repeatable: true,
    parameters: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      DestinationEncryptionContext: { field: 'destinationEncryptionContext', shape: 'map', encoding: 'json' },
      DestinationKeyId: { field: 'destinationKeyId', shape: 'string', required: true },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      SourceEncryptionAlgorithm: { field: 'sourceEncryptionAlgorithm', shape: 'string', values: ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'SM2PKE'] },
      SourceEncryptionContext: { field: 'sourceEncryptionContext', shape: 'map', encoding: 'json' },
      SourceKeyId: { field: 'sourceKeyId', shape: 'string' },
      SourceKeyVersionId: { field: 'sourceKeyVersionId', shape: 'string' },
    },
    answer: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  ReleaseKmsInstance: {
    method: 'releaseKmsInstance',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      ForceDeleteWithoutBackup: { field: 'forceDeleteWithoutBackup', shape: 'booleanText' },
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  RestoreSecret: {
    method: 'restoreSecret',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
    },
  },
  RotateSecret: {
    method: 'rotateSecret',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      VersionId: { field: 'versionId', shape: 'string', required: true, maxChars: limits.secretVersionIdMaxChars },
    },
    answer: {
      Arn: { field: 'arn', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
      VersionId: { field: 'versionId', shape: 'string', required: true, essential: 'filled' },
    },
  },
  ScheduleKeyDeletion: {
    method: 'scheduleKeyDeletion',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PendingWindowInDays: { field: 'pendingWindowInDays', shape: 'number', required: true, range: limits.pendingWindowDays },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  SetDeletionProtection: {
    method: 'setDeletionProtection',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      DeletionProtectionDescription: { field: 'deletionProtectionDescription', shape: 'string' },
      EnableDeletionProtection: { field: 'enableDeletionProtection', shape: 'boolean', required: true },
      KeyId: { field: 'keyId', shape: 'string' },
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string' },
      ProtectedResourceArn: { field: 'protectedResourceArn', shape: 'string' },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  SetKeyPolicy: {
    method: 'setKeyPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Policy: { field: 'policy', shape: { json: 'map' }, required: true },
      PolicyName: { field: 'policyName', shape: 'string' },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  SetSecretPolicy: {
    method: 'setSecretPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Policy: { field: 'policy', shape: { json: 'map' }, required: true },
      PolicyName: { field: 'policyName', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  TagResource: {
    method: 'tagResource',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      CertificateId: { field: 'certificateId', shape: 'string' },
      KeyId: { field: 'keyId', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', maxChars: limits.secretNameMaxChars },
      Tags: { field: 'tags', shape: { json: { list: { fields: {
        TagKey: { field: 'tagKey', shape: 'string', required: true },
        TagValue: { field: 'tagValue', shape: 'string', required: true },
      } } } }, required: true, maxItems: limits.tagsMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  TagResources: {
    method: 'tagResources',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      RegionId: { field: 'regionId', shape: 'string', required: true },
      ResourceId: { field: 'resourceId', shape: { list: 'string' }, required: true, encoding: 'numbered', maxItems: limits.taggedResourcesMax },
      ResourceType: { field: 'resourceType', shape: 'string', required: true, values: ['key', 'secret'] },
      Tag: { field: 'tag', shape: { list: { fields: {
        Key: { field: 'key', shape: 'string', required: true },
        Value: { field: 'value', shape: 'string' },
      } } }, required: true, encoding: 'numbered', maxItems: limits.tagsMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UntagResource: {
    method: 'untagResource',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      CertificateId: { field: 'certificateId', shape: 'string' },
      KeyId: { field: 'keyId', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', maxChars: limits.secretNameMaxChars },
      TagKeys: { field: 'tagKeys', shape: { json: { list: 'string' } }, required: true, maxItems: limits.tagsMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UntagResources: {
    method: 'untagResources',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      All: { field: 'all', shape: 'boolean' },
      RegionId: { field: 'regionId', shape: 'string', required: true },
      ResourceId: { field: 'resourceId', shape: { list: 'string' }, required: true, encoding: 'numbered', maxItems: limits.taggedResourcesMax },
      ResourceType: { field: 'resourceType', shape: 'string', required: true, values: ['key', 'secret'] },
      TagKey: { field: 'tagKey', shape: { list: 'string' }, encoding: 'numbered', maxItems: limits.tagsMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateAlias: {
    method: 'updateAlias',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      AliasName: { field: 'aliasName', shape: 'string', required: true, maxChars: limits.aliasMaxChars },
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateApplicationAccessPoint: {
    method: 'updateApplicationAccessPoint',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      Name: { field: 'name', shape: 'string', required: true },
      Policies: { field: 'policies', shape: { json: { list: 'string' } }, maxItems: limits.accessPointPoliciesMax },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateKeyDescription: {
    method: 'updateKeyDescription',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Description: { field: 'description', shape: 'string', required: true, maxChars: limits.descriptionMaxChars },
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateKmsInstanceBindVpc: {
    method: 'updateKmsInstanceBindVpc',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      BindVpcs: { field: 'bindVpcs', shape: { json: { list: { fields: {
        VpcId: { field: 'vpcId', shape: 'string', required: true },
        VSwitchId: { field: 'vSwitchId', shape: 'string', required: true },
        RegionId: { field: 'regionId', shape: 'string', required: true },
        VpcOwnerId: { field: 'vpcOwnerId', shape: 'string', required: true },
      } } } }, required: true },
      KmsInstanceId: { field: 'kmsInstanceId', shape: 'string', required: true },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateNetworkRule: {
    method: 'updateNetworkRule',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      Name: { field: 'name', shape: 'string', required: true },
      SourcePrivateIp: { field: 'sourcePrivateIp', shape: { json: { list: 'string' } } },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdatePolicy: {
    method: 'updatePolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      AccessControlRules: { field: 'accessControlRules', shape: { json: { fields: {
        NetworkRules: { field: 'networkRules', shape: { list: 'string' }, required: true },
      } } } },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      Name: { field: 'name', shape: 'string', required: true },
      Permissions: { field: 'permissions', shape: { json: { list: 'string' } }, values: ['RbacPermission/Template/CryptoServiceKeyUser', 'RbacPermission/Template/CryptoServiceSecretUser'] },
      Resources: { field: 'resources', shape: { json: { list: 'string' } } },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateRotationPolicy: {
    method: 'updateRotationPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      EnableAutomaticRotation: { field: 'enableAutomaticRotation', shape: 'boolean', required: true },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
  },
  UpdateSecret: {
    method: 'updateSecret',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      ExtendedConfig: { field: 'extendedConfig', shape: { fields: {
        CustomData: { field: 'customData', shape: 'map', required: true },
      } }, encoding: 'dotted' },
      Description: { field: 'description', shape: 'string', maxChars: limits.descriptionMaxChars },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
    },
  },
  UpdateSecretRotationPolicy: {
    method: 'updateSecretRotationPolicy',
    gateways: ['public'],
    repeatable: true,
    parameters: {
      EnableAutomaticRotation: { field: 'enableAutomaticRotation', shape: 'boolean', required: true },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
    },
  },
  UpdateSecretVersionStage: {
    method: 'updateSecretVersionStage',
    gateways: ['public'],
    repeatable: false,
    parameters: {
      MoveToVersion: { field: 'moveToVersion', shape: 'string' },
      RemoveFromVersion: { field: 'removeFromVersion', shape: 'string' },
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      VersionStage: { field: 'versionStage', shape: 'string', required: true, maxChars: limits.secretStageMaxChars },
    },
    answer: {
      RequestId: { field: 'requestId', shape: 'string', required: true },
      SecretName: { field: 'secretName', shape: 'string', required: true },
    },
  },
  VerifyMac: {
    method: 'verifyMac',
    gateways: ['public', 'instance'],
    repeatable: true,
    parameters: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true, values: ['HMAC_SM3', 'HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'] },
      DryRun: { field: 'dryRun', shape: 'booleanText' },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Mac: { field: 'mac', shape: 'bytes', required: true },
      Message: { field: 'message', shape: 'utf8', required: true },
    },
    answer: {
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Value: { field: 'value', shape: 'boolean', required: true, essential: 'given' },
    },
  },
};

/** The facts of an API; undefined if it is not in the table. */
export function actionFacts(name: string): ActionFacts | undefined {
  return Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
}
