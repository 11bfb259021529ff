import type { ActionName } from 'alibabacloud-kms-sdk/internal';
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
import { dryRunnable } from './dry-run.js';
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
import { createSecret } from './secrets/create-secret.js';
import { deleteSecret } from './secrets/delete-secret.js';
import { describeSecret } from './secrets/describe-secret.js';
import { getRandomPassword } from './secrets/get-random-password.js';
import { getSecretValue } from './secrets/get-secret-value.js';
import { listSecretVersionIds } from './secrets/list-secret-version-ids.js';
import { listSecrets } from './secrets/list-secrets.js';
import { putSecretValue } from './secrets/put-secret-value.js';
import { restoreSecret } from './secrets/restore-secret.js';
import { updateSecret } from './secrets/update-secret.js';
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
  AsymmetricDecrypt: dryRunnable(asymmetricDecrypt),
  AsymmetricEncrypt: dryRunnable(asymmetricEncrypt),
  AsymmetricSign: dryRunnable(asymmetricSign),
  AsymmetricVerify: dryRunnable(asymmetricVerify),
  CancelKeyDeletion: cancelKeyDeletion,
  CreateAlias: createAlias,
  CreateKey: createKey,
  CreateKeyVersion: createKeyVersion,
  CreateSecret: createSecret,
  Decrypt: dryRunnable(decrypt),
  DeleteAlias: deleteAlias,
  DeleteKeyMaterial: deleteKeyMaterial,
  DeleteSecret: deleteSecret,
  DescribeKey: describeKey,
  DescribeKeyVersion: describeKeyVersion,
  DescribeSecret: describeSecret,
  DisableKey: disableKey,
  EnableKey: enableKey,
  Encrypt: dryRunnable(encrypt),
  ExportDataKey: dryRunnable(exportDataKey),
  GenerateAndExportDataKey: dryRunnable(generateAndExportDataKey),
  GenerateDataKey: dryRunnable(generateDataKey),
  GenerateDataKeyWithoutPlaintext: dryRunnable(generateDataKeyWithoutPlaintext),
  GenerateMac: dryRunnable(generateMac),
  GetParametersForImport: getParametersForImport,
  GetPublicKey: dryRunnable(getPublicKey),
  GetRandomPassword: getRandomPassword,
  GetSecretValue: dryRunnable(getSecretValue),
  ImportKeyMaterial: importKeyMaterial,
  ListAliases: listAliases,
  ListAliasesByKeyId: listAliasesByKeyId,
  ListKeyVersions: listKeyVersions,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  ListSecretVersionIds: listSecretVersionIds,
  ListSecrets: listSecrets,
  ListTagResources: listTagResources,
  PutSecretValue: putSecretValue,
  ReEncrypt: dryRunnable(reEncrypt),
  RestoreSecret: restoreSecret,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  SetDeletionProtection: setDeletionProtection,
  TagResource: tagResource,
  TagResources: tagResources,
  UntagResource: untagResource,
  UntagResources: untagResources,
  UpdateAlias: updateAlias,
  UpdateKeyDescription: updateKeyDescription,
  UpdateRotationPolicy: updateRotationPolicy,
  UpdateSecret: updateSecret,
  UpdateSecretVersionStage: updateSecretVersionStage,
  VerifyMac: dryRunnable(verifyMac),
} satisfies Partial<Record<ActionName, OpenApiAction>>;
