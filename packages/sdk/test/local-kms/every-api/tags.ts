import { type Cases, call } from './cases.js';

const tags = [{ tagKey: 'team', tagValue: 'orders' }];
const tagged = { TagKey: 'team', TagValue: 'orders' };

export const tagCases: Cases = {
  TagResource: async (world) => {
    const [{ keyId }, secretName] = [await world.key(), await world.secret()];
    const Tags = JSON.stringify([tagged]);
    return [
      call('tagResource', { keyId, tags }, { KeyId: keyId, Tags }),
      call('tagResource', { secretName, tags }, { SecretName: secretName, Tags }),
      call(
        'tagResource',
        { certificateId: 'cert-1', tags },
        { CertificateId: 'cert-1', Tags },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  UntagResource: async (world) => {
    const [{ keyId }, secretName] = [await world.key({ tags }), await world.secret({ tags })];
    const [tagKeys, TagKeys] = [['team'], '["team"]'];
    return [
      call('untagResource', { keyId, tagKeys }, { KeyId: keyId, TagKeys }),
      call('untagResource', { secretName, tagKeys }, { SecretName: secretName, TagKeys }),
      call(
        'untagResource',
        { certificateId: 'cert-1', tagKeys },
        { CertificateId: 'cert-1', TagKeys },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  ListResourceTags: async (world) => {
    const { keyId } = await world.key({ tags });
    return call('listResourceTags', { keyId }, { KeyId: keyId }, { answers: { tags } });
  },
  TagResources: async (world) => {
    const resourceId = [await world.secret(), await world.secret()];
    return call(
      'tagResources',
      { regionId: world.kms.regionId, resourceType: 'secret', resourceId, tag: [{ key: 'team', value: 'orders' }] },
      {
        RegionId: world.kms.regionId,
        ResourceType: 'secret',
        'ResourceId.1': resourceId[0] as string,
        'ResourceId.2': resourceId[1] as string,
        'Tag.1.Key': 'team',
        'Tag.1.Value': 'orders',
      },
    );
  },
  UntagResources: async (world) => {
    const [{ keyId }, secretName] = [await world.key({ tags }), await world.secret({ tags })];
    return [
      call(
        'untagResources',
        { resourceType: 'key', resourceId: [keyId], tagKey: ['team'] },
        // The client fills in its own region.
        {
          RegionId: world.kms.regionId,
          ResourceType: 'key',
          'ResourceId.1': keyId,
          'TagKey.1': 'team',
        },
      ),
      call(
        'untagResources',
        { resourceType: 'secret', resourceId: [secretName], all: true },
        { RegionId: world.kms.regionId, ResourceType: 'secret', 'ResourceId.1': secretName, All: 'true' },
      ),
    ];
  },
  ListTagResources: async (world) => {
    const [first, second] = [await world.key({ tags }), await world.key({ tags })].map(({ keyId }) => keyId).toSorted();
    const nextToken = Buffer.from(JSON.stringify([first, 'team'])).toString('base64url');
    const resourceId = [first as string, second as string];
    return call(
      'listTagResources',
      { resourceType: 'key', resourceId, tag: [{ key: 'team', value: 'orders' }], nextToken },
      {
        RegionId: world.kms.regionId,
        ResourceType: 'key',
        'ResourceId.1': first as string,
        'ResourceId.2': second as string,
        'Tag.1.Key': 'team',
        'Tag.1.Value': 'orders',
        NextToken: nextToken,
      },
      { answers: { tagResources: [{ resourceId: second, tagKey: 'team', tagValue: 'orders' }] } },
    );
  },
};
