import { expect } from 'vitest';
import { policyOf } from './access.js';
import { type Cases, call, type World } from './cases.js';

const rds = '{"Accounts":[{"AccountName":"app","AccountPassword":"before"}]}';
const managed = (world: World) => world.secret({ secretType: 'Rds', secretData: rds });

export const secretCases: Cases = {
  CreateSecret: async (world) => {
    const { keyId } = await world.key();
    const { instanceId } = world.kms;
    const secretName = world.name('rds');
    const policy = policyOf(world);
    return call(
      'createSecret',
      {
        secretName,
        secretData: rds,
        secretDataType: 'text',
        secretType: 'Rds',
        versionId: 'v1',
        description: 'database',
        dkmsInstanceId: instanceId,
        encryptionKeyId: keyId,
        enableAutomaticRotation: true,
        rotationInterval: '30d',
        policy,
        extendedConfig: { SecretSubType: 'SingleUser', DBInstanceId: 'rm-1', CustomData: { a: '1' } },
        tags: [{ tagKey: 'team', tagValue: 'orders' }],
      },
      {
        SecretName: secretName,
        SecretData: rds,
        SecretDataType: 'text',
        SecretType: 'Rds',
        VersionId: 'v1',
        Description: 'database',
        DKMSInstanceId: instanceId,
        EncryptionKeyId: keyId,
        EnableAutomaticRotation: 'true',
        RotationInterval: '30d',
        Policy: JSON.stringify(policy),
        ExtendedConfig: '{"SecretSubType":"SingleUser","DBInstanceId":"rm-1","CustomData":{"a":"1"}}',
        Tags: '[{"TagKey":"team","TagValue":"orders"}]',
      },
      { answers: { secretName, secretType: 'Rds', automaticRotation: 'Enabled', nextRotationDate: expect.any(Date) } },
    );
  },
  PutSecretValue: async (world) => {
    const secretName = await world.secret();
    return call(
      'putSecretValue',
      { secretName, secretData: 'new', secretDataType: 'text', versionId: 'v2', versionStages: ['next'] },
      {
        SecretName: secretName,
        SecretData: 'new',
        SecretDataType: 'text',
        VersionId: 'v2',
        VersionStages: '["next"]',
      },
      { answers: { versionId: 'v2', versionStages: ['next'] } },
    );
  },
  GetSecretValue: async (world) => {
    const secretName = await world.secret({ extendedConfig: { CustomData: { a: '1' } } });
    return [
      call(
        'getSecretValue',
        { secretName, versionId: 'v1', versionStage: 'ACSCurrent', fetchExtendedConfig: true },
        { SecretName: secretName, VersionId: 'v1', VersionStage: 'ACSCurrent', FetchExtendedConfig: 'true' },
        { answers: { secretData: 'value', secretDataType: 'text', extendedConfig: expect.anything() } },
      ),
      call(
        'getSecretValue',
        { secretName, recipient: 'enclave' },
        { SecretName: secretName, Recipient: 'enclave' },
        { refused: 'UnsupportedOperation' },
      ),
    ];
  },
  BatchGetSecretValue: async (world) => {
    const secretName = await world.secret();
    return call(
      'batchGetSecretValue',
      { secretsList: [{ secretName, versionStage: 'ACSCurrent', fetchExtendedConfig: true }, { secretName: 'none' }] },
      {
        SecretsList: JSON.stringify([
          { FetchExtendedConfig: 'true', SecretName: secretName, VersionStage: 'ACSCurrent' },
          { SecretName: 'none' },
        ]),
      },
      {
        answers: {
          secretValues: [{ secretName, secretData: 'value', createTime: expect.any(Date) }],
          errors: [{ secretName: 'none', code: 'Forbidden.ResourceNotFound', httpStatus: 404 }],
        },
      },
    );
  },
  DescribeSecret: async (world) => {
    const secretName = await world.secret({ tags: [{ tagKey: 'a', tagValue: 'b' }] });
    return call(
      'describeSecret',
      { secretName, fetchTags: true },
      { SecretName: secretName, FetchTags: 'true' },
      { answers: { secretName, tags: [{ tagKey: 'a', tagValue: 'b' }] } },
    );
  },
  ListSecrets: async (world) => {
    const secretName = await world.secret();
    const filters = [{ key: 'SecretName', values: [secretName] }];
    return call(
      'listSecrets',
      { filters, fetchTags: false, pageNumber: 1, pageSize: 10 },
      {
        Filters: `[{"Key":"SecretName","Values":["${secretName}"]}]`,
        FetchTags: 'false',
        PageNumber: '1',
        PageSize: '10',
      },
      { answers: { totalCount: 1 } },
    );
  },
  ListSecretVersionIds: async (world) => {
    const secretName = await world.secret();
    return call(
      'listSecretVersionIds',
      { secretName, includeDeprecated: true, pageNumber: 1, pageSize: 10 },
      { SecretName: secretName, IncludeDeprecated: 'true', PageNumber: '1', PageSize: '10' },
      { answers: { totalCount: 1, versionIds: [{ versionId: 'v1', versionStages: ['ACSCurrent'] }] } },
    );
  },
  UpdateSecret: async (world) => {
    const secretName = await world.secret();
    return call(
      'updateSecret',
      { secretName, description: 'new', extendedConfig: { customData: { b: '2' } } },
      { SecretName: secretName, Description: 'new', 'ExtendedConfig.CustomData': '{"b":"2"}' },
      { answers: { secretName } },
    );
  },
  UpdateSecretVersionStage: async (world) => {
    const secretName = await world.secret();
    await world.client.putSecretValue({ secretName, secretData: 'x', versionId: 'v2', versionStages: ['next'] });
    return call(
      'updateSecretVersionStage',
      { secretName, versionStage: 'next', moveToVersion: 'v1', removeFromVersion: 'v2' },
      { SecretName: secretName, VersionStage: 'next', MoveToVersion: 'v1', RemoveFromVersion: 'v2' },
    );
  },
  UpdateSecretRotationPolicy: async (world) => {
    const secretName = await managed(world);
    return call(
      'updateSecretRotationPolicy',
      { secretName, enableAutomaticRotation: true, rotationInterval: '6h' },
      { SecretName: secretName, EnableAutomaticRotation: 'true', RotationInterval: '6h' },
    );
  },
  RotateSecret: async (world) => {
    const secretName = await managed(world);
    return call(
      'rotateSecret',
      { secretName, versionId: 'v2' },
      { SecretName: secretName, VersionId: 'v2' },
      { answers: { secretName, versionId: 'v2' } },
    );
  },
  DeleteSecret: async (world) => {
    const [one, two] = [await world.secret(), await world.secret()];
    return [
      call(
        'deleteSecret',
        { secretName: one, recoveryWindowInDays: 7 },
        { SecretName: one, RecoveryWindowInDays: '7' },
        { answers: { plannedDeleteTime: expect.any(Date) } },
      ),
      call(
        'deleteSecret',
        { secretName: two, forceDeleteWithoutRecovery: true },
        { SecretName: two, ForceDeleteWithoutRecovery: 'true' },
      ),
    ];
  },
  RestoreSecret: async (world) => {
    const secretName = await world.secret();
    await world.client.deleteSecret({ secretName });
    return call('restoreSecret', { secretName }, { SecretName: secretName });
  },
  GetRandomPassword: () =>
    call(
      'getRandomPassword',
      {
        passwordLength: 12,
        excludeCharacters: 'abc',
        excludeLowercase: false,
        excludeUppercase: true,
        excludeNumbers: false,
        excludePunctuation: true,
        requireEachIncludedType: true,
      },
      {
        PasswordLength: '12',
        ExcludeCharacters: 'abc',
        ExcludeLowercase: 'false',
        ExcludeUppercase: 'true',
        ExcludeNumbers: 'false',
        ExcludePunctuation: 'true',
        RequireEachIncludedType: 'true',
      },
      { answers: { randomPassword: expect.stringMatching(/^[d-z0-9]{12}$/) } },
    ),
};
