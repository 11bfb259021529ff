import { expect } from 'vitest';
import { type Cases, call } from './cases.js';

export const instanceCases: Cases = {
  GetKmsInstance: ({ kms: { instanceId, ca } }) =>
    call(
      'getKmsInstance',
      { kmsInstanceId: instanceId },
      { KmsInstanceId: instanceId },
      { answers: { kmsInstance: { instanceId, caCertificateChainPem: ca } } },
    ),
  ListKmsInstances: ({ kms: { instanceId } }) =>
    call(
      'listKmsInstances',
      { filters: [{ key: 'KmsInstanceId', values: [instanceId] }], pageNumber: 1, pageSize: 10 },
      {
        Filters: `[{"Key":"KmsInstanceId","Values":["${instanceId}"]}]`,
        PageNumber: '1',
        PageSize: '10',
      },
      { answers: { totalCount: 1, kmsInstances: [{ kmsInstanceId: instanceId }] } },
    ),
  GetDefaultKmsInstance: ({ kms }) =>
    call('getDefaultKmsInstance', {}, {}, { answers: { defaultKmsInstanceId: kms.instanceId } }),
  GetKmsInstanceQuotaInfos: ({ kms: { instanceId } }) =>
    call(
      'getKmsInstanceQuotaInfos',
      { kmsInstanceId: instanceId, resourceType: 'key' },
      { KmsInstanceId: instanceId, ResourceType: 'key' },
      { answers: { kmsInstanceId: instanceId, kmsInstanceQuotaInfos: [{ resourceType: 'key' }] } },
    ),
  ConnectKmsInstance: ({ kms: { instanceId } }) =>
    call(
      'connectKmsInstance',
      {
        kmsInstanceId: instanceId,
        kmProvider: 'Aliyun',
        vpcId: 'vpc-1',
        vSwitchIds: ['vsw-1', 'vsw-2'],
        zoneIds: ['cn-hangzhou-k', 'cn-hangzhou-j'],
      },
      {
        KmsInstanceId: instanceId,
        KMProvider: 'Aliyun',
        VpcId: 'vpc-1',
        VSwitchIds: 'vsw-1,vsw-2',
        ZoneIds: 'cn-hangzhou-k,cn-hangzhou-j',
      },
    ),
  UpdateKmsInstanceBindVpc: ({ kms: { instanceId, regionId } }) =>
    call(
      'updateKmsInstanceBindVpc',
      { kmsInstanceId: instanceId, bindVpcs: [{ vpcId: 'vpc-1', vSwitchId: 'vsw-1', regionId, vpcOwnerId: '1' }] },
      {
        KmsInstanceId: instanceId,
        BindVpcs: `[{"VpcId":"vpc-1","VSwitchId":"vsw-1","RegionId":"${regionId}","VpcOwnerId":"1"}]`,
      },
    ),
  ReleaseKmsInstance: async (world) => {
    await world.key();
    const { instanceId } = world.kms;
    // The other cases still need it.
    return call(
      'releaseKmsInstance',
      { kmsInstanceId: instanceId, forceDeleteWithoutBackup: false },
      { KmsInstanceId: instanceId, ForceDeleteWithoutBackup: 'false' },
      { refused: 'Rejected.ResourceInUse' },
    );
  },
  OpenKmsService: () => call('openKmsService', {}, {}),
  DescribeAccountKmsStatus: () =>
    call('describeAccountKmsStatus', {}, {}, { answers: { accountStatus: expect.any(String) } }),
  DescribeRegions: ({ kms: { regionId } }) =>
    call(
      'describeRegions',
      {},
      {},
      {
        answers: { regions: expect.arrayContaining([{ regionId }]) },
      },
    ),
};
