import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testPrivateKey } from '../../../sdk/test/support/crypto-vectors.js';
import { firstClientKey } from '../../src/access/first-client-key.js';
import { exportSeed, formatSeed } from '../../src/seed/export-seed.js';
import { parseSeed } from '../../src/seed/read-seed.js';
import { base64 } from '../actions/harness.js';
import { engineName } from '../support/storage.js';
import { randomSeed } from './random-seeds.js';
import { ActionHarness, exported, otherIdentity, seeded } from './seeded.js';

test('an export, loaded into an empty KMS of whatever name, is exported the same, and so is its file', async () => {
  await fc.assert(
    fc.asyncProperty(randomSeed, async (seed) => {
      const first = await exported(seed);
      expect(await exported(first)).toEqual(first);
      expect(await exported(first, otherIdentity)).toEqual(first);
      for (const format of ['yaml', 'json'] as const) {
        const text = await formatSeed(first, format);
        const read = await parseSeed(text, `kms.${format}`);
        expect(read).toEqual(first);
        expect(await formatSeed(read, format)).toBe(text);
      }
    }),
    { numRuns: engineName === 'SQLite' ? 40 : 10 },
  );
});

test('everything that was made by calls comes back from an export', async () => {
  const kms = await ActionHarness.open();
  const { call } = { call: kms.call.bind(kms) };
  const policy = (principal: string) =>
    JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Principal: { RAM: [principal] }, Action: ['kms:*'], Resource: ['*'] }],
    });
  const rotated = await kms.newKey({ EnableAutomaticRotation: 'true', RotationInterval: '7d', Description: 'rotated' });
  const KeyId = await kms.newKey({
    Tags: '[{"TagKey":"a","TagValue":"b"}]',
    Policy: policy('acs:ram::1190000000000001:*'),
  });
  await call('CreateAlias', { KeyId, AliasName: 'alias/app' });
  await call('SetDeletionProtection', {
    KeyId,
    EnableDeletionProtection: 'true',
    DeletionProtectionDescription: 'mine',
  });
  await call('ScheduleKeyDeletion', { KeyId: await kms.newKey(), PendingWindowInDays: '30' });
  await call('DisableKey', { KeyId: await kms.newKey({ KeySpec: 'EC_SM2', KeyUsage: 'SIGN/VERIFY' }) });
  await call('CreateKey', { KeySpec: 'HMAC_SHA_256' });
  await call('CreateKey', { Origin: 'EXTERNAL', ProtectionLevel: 'HSM' });
  const gone = await kms.newKey();
  await call('CreateSecret', { SecretName: 'orphan', SecretData: 'x', VersionId: 'v1', EncryptionKeyId: gone });
  await call('ScheduleKeyDeletion', { KeyId: gone, PendingWindowInDays: '7' });
  await call('CreateSecret', { SecretName: 'app/db', SecretData: 'one', VersionId: 'v1', EncryptionKeyId: KeyId });
  await call('PutSecretValue', {
    SecretName: 'app/db',
    SecretData: base64('two'),
    SecretDataType: 'binary',
    VersionId: 'v2',
  });
  await call('CreateSecret', {
    SecretName: 'rds',
    SecretType: 'Rds',
    VersionId: 'v1',
    SecretData: '{"Accounts":[{"AccountName":"a","AccountPassword":"b"}]}',
    EnableAutomaticRotation: 'true',
    RotationInterval: '7d',
  });
  await call('DeleteSecret', {
    SecretName: (await call('CreateSecret', { SecretName: 'old', SecretData: 'x', VersionId: 'v1' })).SecretName,
  });
  await call('CreateNetworkRule', { Name: 'office', Type: 'Private', SourcePrivateIp: '["10.0.0.0/8"]' });
  await call('CreatePolicy', {
    Name: 'users',
    KmsInstance: kms.kms.identity.instanceId,
    Permissions: '["RbacPermission/Template/CryptoServiceKeyUser"]',
    Resources: `["key/${KeyId}"]`,
    AccessControlRules: '{"NetworkRules":["office"]}',
  });
  await call('CreateApplicationAccessPoint', { Name: 'app', Policies: '["users"]', Description: 'of the app' });
  await call('ConnectKmsInstance', {
    KmsInstanceId: kms.kms.identity.instanceId,
    KMProvider: 'Aliyun',
    VpcId: 'vpc',
    VSwitchIds: 'a,b',
    ZoneIds: 'c',
  });
  const privateKey = testPrivateKey('RSA_2048');
  await kms.kms.store.transaction(async (db) => {
    await kms.kms.access.accessKeys.first(db);
    await firstClientKey(kms.kms.access, db, async () => ({ privateKey, publicKey: createPublicKey(privateKey) }));
  });
  kms.advanceDays(20);
  await call('GetManagedDataKey', { DataKeyName: 'data' });

  const seed = await exportSeed(kms.kms);
  expect(seed.keys?.find(({ id }) => id === rotated)?.versions).toHaveLength(3);
  expect(seed.keys?.map(({ id }) => id)).not.toContain(gone);
  expect(seed.secrets?.find(({ name }) => name === 'orphan')).toMatchObject({ encryptionKeyDeleted: true });
  expect(seed.access?.clientKeys).toHaveLength(1);
  const text = await formatSeed(seed, 'yaml');
  const copy = await seeded(text);
  copy.advanceDays(20);
  expect(await exportSeed(copy.kms)).toEqual(seed);

  // What calls tell is the same too.
  for (const [api, parameters] of [
    ['DescribeKey', { KeyId: 'alias/app' }],
    ['DescribeKey', { KeyId: rotated }],
    ['ListKeyVersions', { KeyId: rotated }],
    ['GetKeyPolicy', { KeyId }],
    ['ListKeys', {}],
    ['ListSecrets', { FetchTags: 'true' }],
    ['GetSecretValue', { SecretName: 'app/db' }],
    ['DescribeSecret', { SecretName: 'orphan' }],
    ['ListSecretVersionIds', { SecretName: 'rds', IncludeDeprecated: 'true' }],
    ['GetManagedDataKey', { DataKeyName: 'data' }],
    ['ListPolicies', {}],
    ['DescribePolicy', { Name: 'users' }],
    ['DescribeApplicationAccessPoint', { Name: 'app' }],
    ['ListClientKeys', { AapName: 'local' }],
    ['ListKmsInstances', {}],
  ] as const) {
    expect(await copy.call(api, parameters)).toEqual(await kms.call(api, parameters));
  }
  await kms.close();
  await copy.close();
});

test('an export of a KMS whose own instance was released can be loaded', async () => {
  const kms = await ActionHarness.open();
  await kms.newKey();
  await kms.call('ReleaseKmsInstance', {
    KmsInstanceId: kms.kms.identity.instanceId,
    ForceDeleteWithoutBackup: 'true',
  });
  const seed = await exportSeed(kms.kms);
  expect(seed.keys).toBeUndefined();
  expect(await exported(seed)).toEqual(seed);
  await kms.close();
});
