import type { ActionName } from 'alibabacloud-kms-sdk/internal';
import { createApplicationAccessPoint } from './access/create-application-access-point.js';
import { createClientKey } from './access/create-client-key.js';
import { createNetworkRule } from './access/create-network-rule.js';
import { createPolicy } from './access/create-policy.js';
import { deleteApplicationAccessPoint } from './access/delete-application-access-point.js';
import { deleteClientKey } from './access/delete-client-key.js';
import { deleteNetworkRule } from './access/delete-network-rule.js';
import { deletePolicy } from './access/delete-policy.js';
import { describeApplicationAccessPoint } from './access/describe-application-access-point.js';
import { describeNetworkRule } from './access/describe-network-rule.js';
import { describePolicy } from './access/describe-policy.js';
import { getClientKey } from './access/get-client-key.js';
import { getKeyPolicy } from './access/get-key-policy.js';
import { getSecretPolicy } from './access/get-secret-policy.js';
import { listApplicationAccessPoints } from './access/list-application-access-points.js';
import { listClientKeys } from './access/list-client-keys.js';
import { listNetworkRules } from './access/list-network-rules.js';
import { listPolicies } from './access/list-policies.js';
import { setKeyPolicy } from './access/set-key-policy.js';
import { setSecretPolicy } from './access/set-secret-policy.js';
import { updateApplicationAccessPoint } from './access/update-application-access-point.js';
import { updateNetworkRule } from './access/update-network-rule.js';
import { updatePolicy } from './access/update-policy.js';
import { describeAccountKmsStatus } from './account/describe-account-kms-status.js';
import { describeRegions } from './account/describe-regions.js';
import { openKmsService } from './account/open-kms-service.js';
import { createAlias } from './aliases/create-alias.js';
import { deleteAlias } from './aliases/delete-alias.js';
import { listAliases } from './aliases/list-aliases.js';
import { listAliasesByKeyId } from './aliases/list-aliases-by-key-id.js';
import { updateAlias } from './aliases/update-alias.js';
import { asymmetricDecrypt } from './crypto/asymmetric-decrypt.js';
import { asymmetricEncrypt } from './crypto/asymmetric-encrypt.js';
import { asymmetricSign } from './crypto/asymmetric-sign.js';
import { asymmetricVerify } from './crypto/asymmetric-verify.js';
import { decrypt } from './crypto/decrypt.js';
import { encrypt } from './crypto/encrypt.js';
import { exportDataKey } from './crypto/export-data-key.js';
import { generateAndExportDataKey } from './crypto/generate-and-export-data-key.js';
import { generateDataKey } from './crypto/generate-data-key.js';
import { generateDataKeyWithoutPlaintext } from './crypto/generate-data-key-without-plaintext.js';
import { generateMac } from './crypto/generate-mac.js';
import { getPublicKey } from './crypto/get-public-key.js';
import { reEncrypt } from './crypto/re-encrypt.js';
import { verifyMac } from './crypto/verify-mac.js';
import { getManagedDataKey } from './data-keys/get-managed-data-key.js';
import { listManagedDataKeyVersions } from './data-keys/list-managed-data-key-versions.js';
import { connectKmsInstance } from './instances/connect-kms-instance.js';
import { getDefaultKmsInstance } from './instances/get-default-kms-instance.js';
import { getKmsInstance } from './instances/get-kms-instance.js';
import { getKmsInstanceQuotaInfos } from './instances/get-kms-instance-quota-infos.js';
import { listKmsInstances } from './instances/list-kms-instances.js';
import { releaseKmsInstance } from './instances/release-kms-instance.js';
import { updateKmsInstanceBindVpc } from './instances/update-kms-instance-bind-vpc.js';
import { cancelKeyDeletion } from './keys/cancel-key-deletion.js';
import { createKey } from './keys/create-key.js';
import { createKeyVersion } from './keys/create-key-version.js';
import { deleteKeyMaterial } from './keys/delete-key-material.js';
import { describeKey } from './keys/describe-key.js';
import { describeKeyVersion } from './keys/describe-key-version.js';
import { disableKey } from './keys/disable-key.js';
import { enableKey } from './keys/enable-key.js';
import { getParametersForImport } from './keys/get-parameters-for-import.js';
import { importKeyMaterial } from './keys/import-key-material.js';
import { listKeyVersions } from './keys/list-key-versions.js';
import { listKeys } from './keys/list-keys.js';
import { scheduleKeyDeletion } from './keys/schedule-key-deletion.js';
import { setDeletionProtection } from './keys/set-deletion-protection.js';
import { updateKeyDescription } from './keys/update-key-description.js';
import { updateRotationPolicy } from './keys/update-rotation-policy.js';
import { batchGetSecretValue } from './secrets/batch-get-secret-value.js';
import { createSecret } from './secrets/create-secret.js';
import { deleteSecret } from './secrets/delete-secret.js';
import { describeSecret } from './secrets/describe-secret.js';
import { getRandomPassword } from './secrets/get-random-password.js';
import { getSecretValue } from './secrets/get-secret-value.js';
import { listSecretVersionIds } from './secrets/list-secret-version-ids.js';
import { listSecrets } from './secrets/list-secrets.js';
import { putSecretValue } from './secrets/put-secret-value.js';
import { restoreSecret } from './secrets/restore-secret.js';
import { rotateSecret } from './secrets/rotate-secret.js';
import { updateSecret } from './secrets/update-secret.js';
import { updateSecretRotationPolicy } from './secrets/update-secret-rotation-policy.js';
import { updateSecretVersionStage } from './secrets/update-secret-version-stage.js';
import { listResourceTags } from './tags/list-resource-tags.js';
import { listTagResources } from './tags/list-tag-resources.js';
import { tagResource } from './tags/tag-resource.js';
import { tagResources } from './tags/tag-resources.js';
import { untagResource } from './tags/untag-resource.js';
import { untagResources } from './tags/untag-resources.js';
import type { OpenApiAction } from './types.js';

/** The APIs of the public gateway, by name. */
export const openApiActions: Readonly<Record<string, OpenApiAction>> = {
  AsymmetricDecrypt: asymmetricDecrypt,
  AsymmetricEncrypt: asymmetricEncrypt,
  AsymmetricSign: asymmetricSign,
  AsymmetricVerify: asymmetricVerify,
  BatchGetSecretValue: batchGetSecretValue,
  CancelKeyDeletion: cancelKeyDeletion,
  ConnectKmsInstance: connectKmsInstance,
  CreateAlias: createAlias,
  CreateApplicationAccessPoint: createApplicationAccessPoint,
  CreateClientKey: createClientKey,
  CreateKey: createKey,
  CreateKeyVersion: createKeyVersion,
  CreateNetworkRule: createNetworkRule,
  CreatePolicy: createPolicy,
  CreateSecret: createSecret,
  Decrypt: decrypt,
  DeleteAlias: deleteAlias,
  DeleteApplicationAccessPoint: deleteApplicationAccessPoint,
  DeleteClientKey: deleteClientKey,
  DeleteKeyMaterial: deleteKeyMaterial,
  DeleteNetworkRule: deleteNetworkRule,
  DeletePolicy: deletePolicy,
  DeleteSecret: deleteSecret,
  DescribeAccountKmsStatus: describeAccountKmsStatus,
  DescribeApplicationAccessPoint: describeApplicationAccessPoint,
  DescribeKey: describeKey,
  DescribeKeyVersion: describeKeyVersion,
  DescribeNetworkRule: describeNetworkRule,
  DescribePolicy: describePolicy,
  DescribeRegions: describeRegions,
  DescribeSecret: describeSecret,
  DisableKey: disableKey,
  EnableKey: enableKey,
  Encrypt: encrypt,
  ExportDataKey: exportDataKey,
  GenerateAndExportDataKey: generateAndExportDataKey,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateMac: generateMac,
  GetClientKey: getClientKey,
  GetDefaultKmsInstance: getDefaultKmsInstance,
  GetKeyPolicy: getKeyPolicy,
  GetKmsInstance: getKmsInstance,
  GetKmsInstanceQuotaInfos: getKmsInstanceQuotaInfos,
  GetManagedDataKey: getManagedDataKey,
  GetParametersForImport: getParametersForImport,
  GetPublicKey: getPublicKey,
  GetRandomPassword: getRandomPassword,
  GetSecretPolicy: getSecretPolicy,
  GetSecretValue: getSecretValue,
  ImportKeyMaterial: importKeyMaterial,
  ListAliases: listAliases,
  ListAliasesByKeyId: listAliasesByKeyId,
  ListApplicationAccessPoints: listApplicationAccessPoints,
  ListClientKeys: listClientKeys,
  ListKeyVersions: listKeyVersions,
  ListKeys: listKeys,
  ListKmsInstances: listKmsInstances,
  ListManagedDataKeyVersions: listManagedDataKeyVersions,
  ListNetworkRules: listNetworkRules,
  ListPolicies: listPolicies,
  ListResourceTags: listResourceTags,
  ListSecretVersionIds: listSecretVersionIds,
  ListSecrets: listSecrets,
  ListTagResources: listTagResources,
  OpenKmsService: openKmsService,
  PutSecretValue: putSecretValue,
  ReEncrypt: reEncrypt,
  ReleaseKmsInstance: releaseKmsInstance,
  RestoreSecret: restoreSecret,
  RotateSecret: rotateSecret,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  SetDeletionProtection: setDeletionProtection,
  SetKeyPolicy: setKeyPolicy,
  SetSecretPolicy: setSecretPolicy,
  TagResource: tagResource,
  TagResources: tagResources,
  UntagResource: untagResource,
  UntagResources: untagResources,
  UpdateAlias: updateAlias,
  UpdateApplicationAccessPoint: updateApplicationAccessPoint,
  UpdateKeyDescription: updateKeyDescription,
  UpdateKmsInstanceBindVpc: updateKmsInstanceBindVpc,
  UpdateNetworkRule: updateNetworkRule,
  UpdatePolicy: updatePolicy,
  UpdateRotationPolicy: updateRotationPolicy,
  UpdateSecret: updateSecret,
  UpdateSecretRotationPolicy: updateSecretRotationPolicy,
  UpdateSecretVersionStage: updateSecretVersionStage,
  VerifyMac: verifyMac,
} satisfies Partial<Record<ActionName, OpenApiAction>>;
