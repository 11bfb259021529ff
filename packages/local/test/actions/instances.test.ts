import { X509Certificate } from 'node:crypto';
import { endpoints } from 'alibabacloud-kms-sdk/internal';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActionHarness, identity } from './harness.js';

const KmsInstanceId = identity.instanceId;
const keystore = `acs:kms:cn-hangzhou:1190000000000001:keystore/${KmsInstanceId}`;
const missing = { KmsInstanceId: 'kst-missing' };

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

const instance = async () => (await kms.call('GetKmsInstance', { KmsInstanceId })).KmsInstance;
const used = async (parameters = {}) => {
  const { KmsInstanceQuotaInfos } = await kms.call('GetKmsInstanceQuotaInfos', parameters);
  return Object.fromEntries(
    KmsInstanceQuotaInfos.map((info: { ResourceType: string; UsedQuantity: number }) => [
      info.ResourceType,
      info.UsedQuantity,
    ]),
  );
};
const newSecret = (SecretName: string, EncryptionKeyId: string) =>
  kms.call('CreateSecret', { SecretName, SecretData: 's', VersionId: 'v1', EncryptionKeyId });

test('the instance is listed, and is the default one', async () => {
  const listed = { KmsInstances: { KmsInstance: [{ KmsInstanceId, KmsInstanceArn: keystore }] }, TotalCount: 1 };
  expect(await kms.call('ListKmsInstances')).toMatchObject(listed);
  const filtered = (id: string) =>
    kms.call('ListKmsInstances', { Filters: JSON.stringify([{ Key: 'KmsInstanceId', Values: [id] }]) });
  expect(await filtered(KmsInstanceId)).toMatchObject(listed);
  expect((await filtered('kst-missing')).TotalCount).toBe(0);
  expect(await kms.call('GetDefaultKmsInstance')).toEqual({ DefaultKmsInstanceId: KmsInstanceId });
});

test('the instance tells what it is and which CA signs for it', async () => {
  const told = await instance();
  expect(told).toMatchObject({
    InstanceId: KmsInstanceId,
    Status: 'Connected',
    CreateTime: '2026-01-01T00:00:00Z',
    DeletionProtection: false,
    BindVpcs: { BindVpc: [] },
  });
  expect(new X509Certificate(told.CaCertificateChainPem).ca).toBe(true);
  expect((await instance()).CaCertificateChainPem).toBe(told.CaCertificateChainPem);
});

test('an instance without switches says nothing of them, since clients in Go fail on an empty list', async () => {
  const told = JSON.parse(JSON.stringify(await instance()));
  expect(told).not.toHaveProperty('VswitchIds');
  expect(told).not.toHaveProperty('ZoneIds');
});

test.each([
  ['a number, as Terraform sends it', 1190000000000002, '1190000000000002'],
  ['a text', '42', '42'],
])('the owner of a VPC may be %s', async (_what, VpcOwnerId, told) => {
  const vpc = { VpcId: 'vpc-2', VSwitchId: 'vsw-3', RegionId: 'cn-hangzhou' };
  await kms.call('UpdateKmsInstanceBindVpc', { KmsInstanceId, BindVpcs: JSON.stringify([{ ...vpc, VpcOwnerId }]) });
  expect((await instance()).BindVpcs).toEqual({ BindVpc: [{ ...vpc, VpcOwnerId: told }] });
  await kms.call('UpdateKmsInstanceBindVpc', { KmsInstanceId, BindVpcs: '[]' });
});

test('the VPC that it was connected to and the VPCs that were bound are remembered', async () => {
  const where = { VpcId: 'vpc-1', VSwitchIds: 'vsw-1,vsw-2', ZoneIds: 'cn-hangzhou-k,cn-hangzhou-j' };
  await kms.call('ConnectKmsInstance', { KmsInstanceId, KMProvider: 'Aliyun', ...where });
  const vpc = { VpcId: 'vpc-2', VSwitchId: 'vsw-3', RegionId: 'cn-hangzhou', VpcOwnerId: '42' };
  await kms.call('UpdateKmsInstanceBindVpc', {
    KmsInstanceId,
    BindVpcs: JSON.stringify([vpc, { ...vpc, VpcId: 'vpc-3' }]),
  });
  expect(await instance()).toMatchObject({
    VpcId: 'vpc-1',
    VswitchIds: ['vsw-1', 'vsw-2'],
    ZoneIds: ['cn-hangzhou-k', 'cn-hangzhou-j'],
    BindVpcs: { BindVpc: [vpc, { ...vpc, VpcId: 'vpc-3' }] },
  });
  expect(await used({ KmsInstanceId })).toMatchObject({ vpc: 3 });
  await kms.call('UpdateKmsInstanceBindVpc', { KmsInstanceId, BindVpcs: '[]' });
  expect((await instance()).BindVpcs).toEqual({ BindVpc: [] });
  const incomplete = JSON.stringify([{ VpcId: 'vpc-2' }]);
  expect(await kms.code('UpdateKmsInstanceBindVpc', { KmsInstanceId, BindVpcs: incomplete })).toBe('InvalidParameter');
  expect(await kms.code('ConnectKmsInstance', { KmsInstanceId, KMProvider: 'Other', ...where })).toBe(
    'InvalidParameter',
  );
});

test('quotas count the keys and secrets that are there, of the instance and of the shared service', async () => {
  const keyId = await kms.newKey();
  const deleted = await kms.newKey();
  await kms.call('CreateKey');
  await newSecret('in-instance', keyId);
  await kms.call('CreateSecret', { SecretName: 'shared', SecretData: 's', VersionId: 'v1' });
  expect(await used({ KmsInstanceId })).toEqual({ key: 2, secret: 1, qps: 0, vpc: 0 });
  expect(await used()).toEqual({ key: 1, secret: 1, qps: 0 });
  expect(await used({ KmsInstanceId, ResourceType: 'key' })).toEqual({ key: 2 });
  await kms.call('ScheduleKeyDeletion', { KeyId: deleted, PendingWindowInDays: '7' });
  await kms.call('DeleteSecret', { SecretName: 'in-instance', RecoveryWindowInDays: '7' });
  kms.advanceDays(8);
  expect(await used({ KmsInstanceId })).toMatchObject({ key: 1, secret: 0 });
});

describe('deletion protection of an instance', () => {
  const release = () => kms.code('ReleaseKmsInstance', { KmsInstanceId });

  test.each([
    ['by its id', { KmsInstanceId }],
    ['by its ARN', { ProtectedResourceArn: keystore }],
  ])('is switched %s and keeps it from being released', async (_how, which) => {
    const protection = { EnableDeletionProtection: 'true', DeletionProtectionDescription: 'in use' };
    await kms.call('SetDeletionProtection', { ...which, ...protection });
    expect(await instance()).toMatchObject({ DeletionProtection: true, DeletionProtectionDescription: 'in use' });
    expect(await release()).toBe('Rejected.DeletionProtection');
    await kms.call('SetDeletionProtection', { ...which, EnableDeletionProtection: 'false' });
    expect(await instance()).toMatchObject({ DeletionProtection: false });
    expect(await release()).toBe('ok');
  });
});

describe('a release', () => {
  test('is refused while there is something in the instance, unless it is forced: then all goes', async () => {
    const keyId = await kms.newKey();
    await newSecret('app', keyId);
    const shared = (await kms.call('CreateKey')).KeyMetadata.KeyId;
    expect(await kms.code('ReleaseKmsInstance', { KmsInstanceId })).toBe('Rejected.ResourceInUse');
    await kms.call('ReleaseKmsInstance', { KmsInstanceId, ForceDeleteWithoutBackup: 'true' });
    expect(await kms.code('DescribeKey', { KeyId: keyId })).toBe('Forbidden.KeyNotFound');
    expect(await kms.code('DescribeSecret', { SecretName: 'app' })).toBe('Forbidden.ResourceNotFound');
    expect((await kms.call('ListKeys')).Keys.Key.map(({ KeyId }: { KeyId: string }) => KeyId)).toEqual([shared]);
    expect((await kms.call('ListSecrets')).TotalCount).toBe(0);
  });

  test('of an empty instance leaves none behind, for ever', async () => {
    await kms.call('ReleaseKmsInstance', { KmsInstanceId });
    await kms.kms.instances.makeFirst(KmsInstanceId);
    expect((await kms.call('ListKmsInstances')).TotalCount).toBe(0);
    expect((await kms.call('GetDefaultKmsInstance')).DefaultKmsInstanceId).toBeUndefined();
    expect(await kms.code('CreateKey', { DKMSInstanceId: KmsInstanceId })).toBe('Forbidden.DKMSInstanceNotFound');
  });
});

test.each([
  ['GetKmsInstance', missing],
  ['GetKmsInstanceQuotaInfos', missing],
  ['ReleaseKmsInstance', missing],
  ['UpdateKmsInstanceBindVpc', { ...missing, BindVpcs: '[]' }],
  ['ConnectKmsInstance', { ...missing, KMProvider: 'Aliyun', VpcId: 'v', VSwitchIds: 's', ZoneIds: 'z' }],
  ['SetDeletionProtection', { ...missing, EnableDeletionProtection: 'true' }],
  ['CreateSecret', { DKMSInstanceId: 'kst-missing', SecretName: 's', SecretData: 's', VersionId: 'v' }],
])('%s does not find an instance that is not there', async (api, parameters) => {
  expect(await kms.code(api, parameters)).toBe('Forbidden.DKMSInstanceNotFound');
});

test('all regions are told, and the account is open', async () => {
  const { Regions } = await kms.call('DescribeRegions');
  expect(Regions.Region).toEqual(Object.keys(endpoints).map((RegionId) => ({ RegionId })));
  expect(await kms.call('OpenKmsService')).toEqual({});
  expect(await kms.call('DescribeAccountKmsStatus')).toEqual({ AccountStatus: 'Enabled' });
});
