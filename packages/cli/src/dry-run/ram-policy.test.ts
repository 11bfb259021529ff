import type { CallDescription } from 'alibabacloud-kms-sdk';
import { expect, test } from 'vitest';
import { accessPolicy, ramPolicy } from './ram-policy.js';

const call = (api: string, parameters: Record<string, string>): CallDescription => ({
  api,
  gateway: 'public',
  endpoint: 'kms.test',
  credential: 'accessKey',
  parameters,
  secrets: [],
});

const arn = (resource: string): string => `acs:kms:cn-hangzhou:*:${resource}`;

test.each<[string, string, Record<string, string>, string[]]>([
  ['a key by its id', 'DescribeKey', { KeyId: 'key-1' }, [arn('key/key-1')]],
  ['a key by its ARN', 'DescribeKey', { KeyId: 'acs:kms:cn-x:1:key/key-1' }, ['acs:kms:cn-x:1:key/key-1']],
  ['a key by an alias, which may be any', 'DescribeKey', { KeyId: 'alias/a' }, [arn('key/*')]],
  ['a key by the ARN of an alias', 'DescribeKey', { KeyId: 'acs:kms:cn-x:1:alias/a' }, [arn('key/*')]],
  ['the key of a ciphertext', 'Decrypt', { CiphertextBlob: 'x' }, [arn('key/*')]],
  ['an alias and its key', 'CreateAlias', { AliasName: 'alias/a', KeyId: 'key-1' }, [arn('alias/a'), arn('key/key-1')]],
  ['an alias, and the key that it names', 'DeleteAlias', { AliasName: 'alias/a' }, [arn('alias/a'), arn('key/*')]],
  ['all keys', 'ListKeys', {}, [arn('key')]],
  ['a new secret', 'CreateSecret', { SecretName: 's' }, [arn('secret')]],
  [
    'tagged resources',
    'TagResources',
    { ResourceType: 'secret', 'ResourceId.1': 'a', 'ResourceId.2': 'b' },
    [arn('secret/a'), arn('secret/b')],
  ],
  ['what has no resource', 'ListPolicies', {}, ['*']],
])('%s', (_title, api, parameters, Resource) => {
  expect(ramPolicy([call(api, parameters)], 'cn-hangzhou')).toEqual({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: [`kms:${api}`], Resource }],
  });
});

test.each<[string, string, Record<string, string>, [action: string, resource: string][]]>([
  [
    'the key of a ciphertext, and the one that it gets',
    'ReEncrypt',
    { CiphertextBlob: 'x', DestinationKeyId: 'key-1' },
    [
      ['kms:ReEncryptFrom', 'key/*'],
      ['kms:ReEncryptTo', 'key/key-1'],
    ],
  ],
  [
    'the key of a ciphertext that the request names, and the one that it gets',
    'ReEncrypt',
    { CiphertextBlob: 'x', SourceKeyId: 'key-0', DestinationKeyId: 'key-1' },
    [
      ['kms:ReEncryptFrom', 'key/key-0'],
      ['kms:ReEncryptTo', 'key/key-1'],
    ],
  ],
  [
    'a new secret, and the key that encrypts it',
    'CreateSecret',
    { SecretName: 's', EncryptionKeyId: 'k' },
    [
      ['kms:CreateSecret', 'secret'],
      ['kms:GenerateDataKey', 'key/k'],
    ],
  ],
  [
    'a secret, and the key that it is encrypted with',
    'GetSecretValue',
    { SecretName: 's' },
    [
      ['kms:GetSecretValue', 'secret/s'],
      ['kms:Decrypt', 'key/*'],
    ],
  ],
])('%s, each with an action of its own', (_title, api, parameters, statements) => {
  const Statement = statements.map(([action, resource]) => ({
    Effect: 'Allow',
    Action: [action],
    Resource: [arn(resource)],
  }));
  expect(ramPolicy([call(api, parameters)], 'cn-hangzhou')).toEqual({ Version: '1', Statement });
});

test.each([
  ['AdvanceDecrypt', { CiphertextBlob: 'x' }, 'CryptoServiceKeyUser', 'key/*'],
  ['GenerateRandom', { Length: '32' }, 'CryptoServiceKeyUser', 'key/*'],
  ['Sign', { KeyId: 'key-1' }, 'CryptoServiceKeyUser', 'key/key-1'],
  ['GetSecretValue', { SecretName: 'a' }, 'CryptoServiceSecretUser', 'secret/a'],
])(
  'with a client key %s needs the permission and the resource of its access point',
  (api, parameters, name, resource) => {
    expect(accessPolicy([call(api, parameters as Record<string, string>)])).toEqual({
      permissions: [`RbacPermission/Template/${name}`],
      resources: [resource],
    });
  },
);

test('several secrets are named one by one', () => {
  const SecretsList = '[{"SecretName":"a"},{"SecretName":"b"}]';
  expect(ramPolicy([call('BatchGetSecretValue', { SecretsList })]).Statement[0]).toMatchObject({
    Action: ['kms:GetSecretValue'],
    Resource: ['acs:kms:*:*:secret/a', 'acs:kms:*:*:secret/b'],
  });
});

test('what RAM does not ask about needs no statement', () => {
  expect(ramPolicy([call('DescribeRegions', {})]).Statement).toEqual([]);
});

test('calls on the same resources share a statement, and a region that is not known is any', () => {
  const key = { KeyId: 'key-1' };
  expect(ramPolicy([call('EnableKey', key), call('DisableKey', key), call('EnableKey', key)]).Statement).toEqual([
    { Effect: 'Allow', Action: ['kms:EnableKey', 'kms:DisableKey'], Resource: ['acs:kms:*:*:key/key-1'] },
  ]);
});
