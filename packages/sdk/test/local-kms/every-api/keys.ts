import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { policyOf } from './access.js';
import { base64, type Cases, call, type World } from './cases.js';

const wrapping = { wrappingAlgorithm: 'RSAES_OAEP_SHA_256', wrappingKeySpec: 'RSA_2048' } as const;

/** Parameters of an import, and material that fits them. */
async function importOf({ client }: World, keyId: string) {
  const { publicKey, importToken } = await client.getParametersForImport({ keyId, ...wrapping });
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  return { importToken, encryptedKeyMaterial: publicEncrypt({ key, ...padding }, randomBytes(32)) };
}

export const keyCases: Cases = {
  CreateKey: (world) => {
    const { kms } = world;
    const policy = policyOf(world);
    return call(
      'createKey',
      {
        dkmsInstanceId: kms.instanceId,
        description: 'orders & 订单 *~',
        enableAutomaticRotation: true,
        rotationInterval: '30d',
        keySpec: 'Aliyun_AES_256',
        keyStorageMechanism: 'HsmInternal',
        keyUsage: 'ENCRYPT/DECRYPT',
        origin: 'Aliyun_KMS',
        policy,
        protectionLevel: 'SOFTWARE',
        tags: [{ tagKey: 'team', tagValue: 'orders' }],
      },
      {
        DKMSInstanceId: kms.instanceId,
        Description: 'orders & 订单 *~',
        EnableAutomaticRotation: 'true',
        RotationInterval: '30d',
        KeySpec: 'Aliyun_AES_256',
        KeyStorageMechanism: 'HsmInternal',
        KeyUsage: 'ENCRYPT/DECRYPT',
        Origin: 'Aliyun_KMS',
        Policy: JSON.stringify(policy),
        ProtectionLevel: 'SOFTWARE',
        Tags: '[{"TagKey":"team","TagValue":"orders"}]',
      },
      {
        answers: {
          keyMetadata: {
            description: 'orders & 订单 *~',
            automaticRotation: 'Enabled',
            rotationInterval: '2592000s',
            nextRotationDate: expect.any(Date),
          },
        },
      },
    );
  },
  DescribeKey: async (world) => {
    const { keyId } = await world.key();
    return call('describeKey', { keyId }, { KeyId: keyId }, { answers: { keyMetadata: { keyId } } });
  },
  ListKeys: async (world) => {
    const { keyId } = await world.key({ keySpec: 'Aliyun_SM4' });
    return call(
      'listKeys',
      { filters: [{ key: 'KeySpec', values: ['Aliyun_SM4'] }], pageNumber: 1, pageSize: 5 },
      { Filters: '[{"Key":"KeySpec","Values":["Aliyun_SM4"]}]', PageNumber: '1', PageSize: '5' },
      { answers: { totalCount: 1, keys: [{ keyId }] } },
    );
  },
  UpdateKeyDescription: async (world) => {
    const { keyId } = await world.key();
    return call('updateKeyDescription', { keyId, description: 'new' }, { KeyId: keyId, Description: 'new' });
  },
  DisableKey: async (world) => {
    const { keyId } = await world.key();
    return call('disableKey', { keyId }, { KeyId: keyId });
  },
  EnableKey: async (world) => {
    const { keyId } = await world.key();
    await world.client.disableKey({ keyId });
    return call('enableKey', { keyId }, { KeyId: keyId });
  },
  ScheduleKeyDeletion: async (world) => {
    const { keyId } = await world.key();
    return call('scheduleKeyDeletion', { keyId, pendingWindowInDays: 7 }, { KeyId: keyId, PendingWindowInDays: '7' });
  },
  CancelKeyDeletion: async (world) => {
    const { keyId } = await world.key();
    await world.client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });
    return call('cancelKeyDeletion', { keyId }, { KeyId: keyId });
  },
  SetDeletionProtection: async (world) => {
    const { keyId } = await world.key();
    const { keyMetadata } = await world.client.describeKey({ keyId });
    const arn = keyMetadata.arn ?? '';
    return [
      call(
        'setDeletionProtection',
        { protectedResourceArn: arn, enableDeletionProtection: true, deletionProtectionDescription: 'in use' },
        {
          ProtectedResourceArn: arn,
          EnableDeletionProtection: 'true',
          DeletionProtectionDescription: 'in use',
        },
      ),
      call(
        'setDeletionProtection',
        { keyId, enableDeletionProtection: false },
        { KeyId: keyId, EnableDeletionProtection: 'false' },
      ),
      call(
        'setDeletionProtection',
        { kmsInstanceId: world.kms.instanceId, enableDeletionProtection: false },
        { KmsInstanceId: world.kms.instanceId, EnableDeletionProtection: 'false' },
      ),
    ];
  },
  CreateKeyVersion: async (world) => {
    const { keyId } = await world.key({ keySpec: 'EC_P256' });
    // Versions are made 7 days apart.
    return call('createKeyVersion', { keyId }, { KeyId: keyId }, { refused: 'Rejected.LimitExceeded' });
  },
  DescribeKeyVersion: async (world) => {
    const { keyId, keyVersionId } = await world.key();
    return call(
      'describeKeyVersion',
      { keyId, keyVersionId },
      { KeyId: keyId, KeyVersionId: keyVersionId },
      { answers: { keyVersion: { keyId, keyVersionId } } },
    );
  },
  ListKeyVersions: async (world) => {
    const { keyId, keyVersionId } = await world.key();
    return call(
      'listKeyVersions',
      { keyId, pageNumber: 1, pageSize: 2 },
      { KeyId: keyId, PageNumber: '1', PageSize: '2' },
      { answers: { keyVersions: [{ keyVersionId }] } },
    );
  },
  UpdateRotationPolicy: async (world) => {
    const { keyId } = await world.key();
    return call(
      'updateRotationPolicy',
      { keyId, enableAutomaticRotation: true, rotationInterval: '365d' },
      { KeyId: keyId, EnableAutomaticRotation: 'true', RotationInterval: '365d' },
    );
  },
  GetParametersForImport: async (world) => {
    const { keyId } = await world.key({ origin: 'EXTERNAL' });
    return call(
      'getParametersForImport',
      { keyId, ...wrapping },
      { KeyId: keyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
      { answers: { keyId, tokenExpireTime: expect.any(Date) } },
    );
  },
  ImportKeyMaterial: async (world) => {
    const { keyId } = await world.key({ origin: 'EXTERNAL' });
    const { importToken, encryptedKeyMaterial } = await importOf(world, keyId);
    return call(
      'importKeyMaterial',
      { keyId, importToken, encryptedKeyMaterial, keyMaterialExpireUnix: 0 },
      {
        KeyId: keyId,
        ImportToken: importToken,
        EncryptedKeyMaterial: base64(encryptedKeyMaterial),
        KeyMaterialExpireUnix: '0',
      },
    );
  },
  DeleteKeyMaterial: async (world) => {
    const { keyId } = await world.key({ origin: 'EXTERNAL' });
    await world.client.importKeyMaterial({ keyId, keyMaterialExpireUnix: 0, ...(await importOf(world, keyId)) });
    return call('deleteKeyMaterial', { keyId }, { KeyId: keyId });
  },

  CreateAlias: async (world) => {
    const { keyId } = await world.key();
    const aliasName = `alias/${world.name('new')}`;
    return call('createAlias', { aliasName, keyId }, { AliasName: aliasName, KeyId: keyId });
  },
  UpdateAlias: async (world) => {
    const aliasName = await world.alias((await world.key()).keyId);
    const { keyId } = await world.key();
    return call('updateAlias', { aliasName, keyId }, { AliasName: aliasName, KeyId: keyId });
  },
  DeleteAlias: async (world) => {
    const aliasName = await world.alias((await world.key()).keyId);
    return call('deleteAlias', { aliasName }, { AliasName: aliasName });
  },
  ListAliases: async (world) => {
    await world.alias((await world.key()).keyId);
    const aliases = [{ aliasArn: expect.stringContaining('alias/') }];
    return call(
      'listAliases',
      { pageNumber: 1, pageSize: 1 },
      { PageNumber: '1', PageSize: '1' },
      { answers: { aliases } },
    );
  },
  ListAliasesByKeyId: async (world) => {
    const { keyId } = await world.key();
    const aliasName = await world.alias(keyId);
    return call(
      'listAliasesByKeyId',
      { keyId, pageNumber: 1, pageSize: 10 },
      { KeyId: keyId, PageNumber: '1', PageSize: '10' },
      { answers: { totalCount: 1, aliases: [{ aliasName, keyId }] } },
    );
  },
};
