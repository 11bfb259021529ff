import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActionHarness, base64, dayMs, identity } from './harness.js';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

const SecretName = 'app/db';
const create = (parameters: object = {}) =>
  kms.call('CreateSecret', { SecretName, SecretData: 'one', VersionId: 'v1', ...parameters });
const put = (VersionId: string, parameters: object = {}) =>
  kms.call('PutSecretValue', { SecretName, SecretData: `data of ${VersionId}`, VersionId, ...parameters });
const get = (parameters: object = {}) => kms.call('GetSecretValue', { SecretName, ...parameters });
const list = (parameters: object = {}) => kms.call('ListSecretVersionIds', { SecretName, ...parameters });

/** Stages by version. */
async function stages(): Promise<Record<string, string[]>> {
  const { VersionIds } = await list({ IncludeDeprecated: 'true', PageSize: '100' });
  const versions = VersionIds.VersionId as { VersionId: string; VersionStages: { VersionStage: string[] } }[];
  return Object.fromEntries(versions.map((version) => [version.VersionId, version.VersionStages.VersionStage]));
}

describe('CreateSecret', () => {
  test('answers what it made, and DescribeSecret tells the rest', async () => {
    const EncryptionKeyId = await kms.newKey();
    const made = await create({
      EncryptionKeyId,
      DKMSInstanceId: identity.instanceId,
      Description: 'd',
      Tags: '[{"TagKey":"team","TagValue":"orders"}]',
      ExtendedConfig: { CustomData: { a: 1 } },
    });
    const Arn = 'acs:kms:cn-hangzhou:1190000000000001:secret/app/db';
    expect(made).toMatchObject({
      Arn,
      SecretName,
      SecretType: 'Generic',
      VersionId: 'v1',
      AutomaticRotation: 'Disabled',
    });
    expect(await kms.call('DescribeSecret', { SecretName, FetchTags: 'true' })).toMatchObject({
      Arn,
      Description: 'd',
      EncryptionKeyId,
      DKMSInstanceId: identity.instanceId,
      CreateTime: '2026-01-01T00:00:00Z',
      ExtendedConfig: '{"CustomData":{"a":1}}',
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'orders' }] },
    });
    expect((await kms.call('DescribeSecret', { SecretName })).Tags).toBeUndefined();
  });

  test.each([
    [{ SecretName: 'with space' }, 'InvalidParameter', 'SecretName'],
    [{ SecretName: 'x'.repeat(193) }, 'InvalidParameter', 'SecretName'],
    [{ SecretName: 'acs/mine' }, 'InvalidParameter', 'SecretName'],
    [{ SecretData: 'x'.repeat(30_721) }, 'InvalidParameter', 'SecretData'],
    [{ SecretData: '密'.repeat(10_241) }, 'InvalidParameter', 'SecretData'],
    [{ SecretData: 'no base64', SecretDataType: 'binary' }, 'InvalidParameter', 'SecretData'],
    [{ VersionId: 'v'.repeat(65) }, 'InvalidParameter', 'VersionId'],
    [{ Description: 'x'.repeat(8193) }, 'InvalidParameter', 'Description'],
    [{ SecretType: 'Rds' }, 'InvalidParameter', 'SecretData'],
    [{ EnableAutomaticRotation: 'true' }, 'InvalidParameter', 'EnableAutomaticRotation'],
    [{ DKMSInstanceId: identity.instanceId }, 'MissingParameter', 'EncryptionKeyId'],
    [{ DKMSInstanceId: 'kst-other' }, 'Forbidden.DKMSInstanceNotFound', ''],
    [{ EncryptionKeyId: 'key-none' }, 'Forbidden.KeyNotFound', ''],
  ])('with %o is %s that names the parameter', async (parameters, code, name) => {
    await expect(create(parameters)).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
    expect((await kms.call('ListSecrets')).TotalCount).toBe(0);
  });

  test('takes values and names up to their limits', async () => {
    const name = 'n'.repeat(192);
    const SecretData = 'x'.repeat(30_720);
    await create({ SecretName: name, SecretData, VersionId: 'v'.repeat(64) });
    expect((await get({ SecretName: name })).SecretData).toBe(SecretData);
  });

  test('needs a symmetric key in the same instance', async () => {
    const outside = (await kms.call('CreateKey')).KeyMetadata.KeyId;
    const asymmetric = await kms.newKey({ KeySpec: 'EC_P256' });
    for (const EncryptionKeyId of [outside, asymmetric]) {
      await expect(create({ EncryptionKeyId, DKMSInstanceId: identity.instanceId })).rejects.toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining('EncryptionKeyId'),
      });
    }
  });

  test('of one name by two callers makes one secret', async () => {
    const made = ['a', 'b'].map((SecretData) =>
      create({ SecretData })
        .then(() => SecretData)
        .catch((error) => error.code),
    );
    const results = await Promise.all(made);
    expect(results).toContain('Rejected.ResourceExist');
    expect(results).toContain((await get()).SecretData);
  });
});

describe('versions', () => {
  test('put later are current, the former one is previous', async () => {
    await create();
    await put('v2');
    expect(await get()).toMatchObject({ SecretData: 'data of v2', VersionId: 'v2', SecretDataType: 'text' });
    expect((await get({ VersionStage: 'ACSPrevious' })).VersionId).toBe('v1');
    await put('v3');
    expect(await stages()).toEqual({ v1: [], v2: ['ACSPrevious'], v3: ['ACSCurrent'] });
    expect((await get({ VersionId: 'v1' })).SecretData).toBe('one');
  });

  test('are read by id or stage, and not found by what they are not', async () => {
    await create();
    await put('v2', { SecretDataType: 'binary', SecretData: base64('bytes'), VersionStages: '["ACSPending"]' });
    expect(await get({ VersionStage: 'ACSPending' })).toMatchObject({
      SecretData: base64('bytes'),
      SecretDataType: 'binary',
      VersionStages: { VersionStage: ['ACSPending'] },
    });
    for (const which of [{ VersionId: 'v9' }, { VersionStage: 'x' }, { VersionId: 'v1', VersionStage: 'ACSPending' }]) {
      expect(await kms.code('GetSecretValue', { SecretName, ...which })).toBe('Forbidden.ResourceNotFound');
    }
    expect(await kms.code('GetSecretValue', { SecretName: 'none' })).toBe('Forbidden.ResourceNotFound');
  });

  test('put again with the same value change nothing, with another are refused', async () => {
    await create();
    await put('v2');
    await put('v3');
    expect((await put('v2')).VersionStages.VersionStage).toEqual(['ACSPrevious']);
    await expect(put('v2', { SecretData: 'other' })).rejects.toMatchObject({ code: 'Rejected.ResourceExist' });
    await expect(put('v2', { SecretDataType: 'binary', SecretData: 'AAAA' })).rejects.toMatchObject({
      code: 'Rejected.ResourceExist',
    });
    expect(await stages()).toEqual({ v1: [], v2: ['ACSPrevious'], v3: ['ACSCurrent'] });
  });

  test('are 10 at most: the oldest without a stage goes first', async () => {
    await create();
    await put('v2', { VersionStages: '["kept"]' });
    for (let count = 3; count <= 10; count += 1) await put(`v${count}`);
    expect(Object.keys(await stages())).toHaveLength(10);
    await put('v11');
    await put('v12');
    const left = await stages();
    expect(Object.keys(left)).toEqual(['v2', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12']);
    expect(left.v2).toEqual(['kept']);
  });

  test('put at the same time are all there, one of them current and one previous', async () => {
    await create();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((versionId) => put(versionId)));
    const all = await stages();
    expect(Object.keys(all).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'v1']);
    expect(Object.values(all).flat().toSorted()).toEqual(['ACSCurrent', 'ACSPrevious']);
  });

  test('without a stage are listed when deprecated ones are asked for', async () => {
    await create();
    for (const versionId of ['v2', 'v3']) await put(versionId);
    const ids = ({ VersionIds }: Awaited<ReturnType<typeof list>>) =>
      VersionIds.VersionId.map((version: { VersionId: string }) => version.VersionId);
    expect(ids(await list())).toEqual(['v2', 'v3']);
    const page = await list({ IncludeDeprecated: 'true', PageSize: '2', PageNumber: '2' });
    expect(page).toMatchObject({ SecretName, TotalCount: 3, PageNumber: 2 });
    expect(ids(page)).toEqual(['v3']);
  });
});

describe('stages', () => {
  const move = (parameters: object) => kms.call('UpdateSecretVersionStage', { SecretName, ...parameters });

  test('move: ACSCurrent leaves ACSPrevious where it was', async () => {
    await create();
    await put('v2', { VersionStages: '["next"]' });
    await move({ VersionStage: 'ACSCurrent', MoveToVersion: 'v2' });
    expect(await stages()).toEqual({ v1: ['ACSPrevious'], v2: ['ACSCurrent', 'next'] });
    await move({ VersionStage: 'ACSCurrent', MoveToVersion: 'v1', RemoveFromVersion: 'v2' });
    expect(await stages()).toEqual({ v1: ['ACSCurrent'], v2: ['ACSPrevious', 'next'] });
    await move({ VersionStage: 'ACSCurrent', MoveToVersion: 'v1' });
    expect(await stages()).toEqual({ v1: ['ACSCurrent'], v2: ['ACSPrevious', 'next'] });
    await move({ VersionStage: 'next', RemoveFromVersion: 'v2' });
    expect(await stages()).toEqual({ v1: ['ACSCurrent'], v2: ['ACSPrevious'] });
  });

  test.each([
    [{ VersionStage: 'ACSCurrent', RemoveFromVersion: 'v1' }, 'InvalidParameter'],
    [{ VersionStage: 'ACSPrevious', RemoveFromVersion: 'v1' }, 'InvalidParameter'],
    [{ VersionStage: 'ACSCurrent' }, 'MissingParameter'],
    [{ VersionStage: 'ACSCurrent', MoveToVersion: 'v9' }, 'Forbidden.ResourceNotFound'],
    [{ VersionStage: 'ACSCurrent', MoveToVersion: 'v1', RemoveFromVersion: 'v2' }, 'InvalidParameter'],
    [{ VersionStage: 'other', RemoveFromVersion: 'v2' }, 'InvalidParameter'],
    [{ VersionStage: 'x'.repeat(65), MoveToVersion: 'v1' }, 'InvalidParameter'],
  ])('%o is %s and changes nothing', async (parameters, code) => {
    await create();
    await put('v2', { VersionStages: '["next"]' });
    await expect(move(parameters)).rejects.toMatchObject({ code });
    expect(await stages()).toEqual({ v1: ['ACSCurrent'], v2: ['next'] });
  });

  test('are 8 at most', async () => {
    await create();
    const VersionStages = JSON.stringify(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await put('v2', { VersionStages });
    await expect(put('v3', { VersionStages: '["h"]' })).rejects.toMatchObject({ code: 'Rejected.LimitExceeded' });
    await expect(move({ VersionStage: 'h', MoveToVersion: 'v1' })).rejects.toMatchObject({
      code: 'Rejected.LimitExceeded',
    });
    expect(Object.keys(await stages())).toEqual(['v1', 'v2']);
  });
});

describe('a deleted secret', () => {
  test('can be restored until its window ends; until then it is not read and its name stays taken', async () => {
    await create();
    const { PlannedDeleteTime } = await kms.call('DeleteSecret', { SecretName });
    expect(PlannedDeleteTime).toBe('2026-01-31T00:00:00Z');
    expect(await kms.code('GetSecretValue', { SecretName })).toBe('Rejected.PendingDeletion');
    expect(await kms.code('PutSecretValue', { SecretName, SecretData: 'x', VersionId: 'v2' })).toBe(
      'Rejected.PendingDeletion',
    );
    await expect(create()).rejects.toMatchObject({ code: 'Rejected.ResourceExist' });
    expect(await kms.call('DescribeSecret', { SecretName })).toMatchObject({ PlannedDeleteTime });
    await kms.call('RestoreSecret', { SecretName });
    expect((await get()).SecretData).toBe('one');
    expect(await kms.code('RestoreSecret', { SecretName })).toBe('Rejected.StateModifiedFailed');
  });

  test('is gone when its window has passed, with tags and versions, and its name is free', async () => {
    await create({ Tags: '[{"TagKey":"a","TagValue":"b"}]' });
    await kms.call('DeleteSecret', { SecretName, RecoveryWindowInDays: '7' });
    kms.advanceMs(7 * dayMs - 1);
    expect(await kms.code('DescribeSecret', { SecretName })).toBe('ok');
    kms.advanceMs(1);
    expect(await kms.code('DescribeSecret', { SecretName })).toBe('Forbidden.ResourceNotFound');
    expect(await kms.code('RestoreSecret', { SecretName })).toBe('Forbidden.ResourceNotFound');
    expect((await kms.call('ListSecrets')).TotalCount).toBe(0);
    await create({ SecretData: 'new' });
    expect((await kms.call('DescribeSecret', { SecretName, FetchTags: 'true' })).Tags).toEqual({ Tag: [] });
    expect(Object.keys(await stages())).toEqual(['v1']);
  });

  test('by force is gone at once', async () => {
    await create();
    await kms.call('DeleteSecret', { SecretName, ForceDeleteWithoutRecovery: 'true' });
    expect(await kms.code('DescribeSecret', { SecretName })).toBe('Forbidden.ResourceNotFound');
    await create();
  });

  test.each(['6', '31', 'x'])('has no recovery window of %s days', async (RecoveryWindowInDays) => {
    await create();
    expect(await kms.code('DeleteSecret', { SecretName, RecoveryWindowInDays })).toBe('InvalidParameter');
  });
});

test('UpdateSecret changes the description and custom data, and keeps what it is not given', async () => {
  await create({ Description: 'before', ExtendedConfig: { CustomData: { a: 1 } } });
  kms.advanceDays(1);
  await kms.call('UpdateSecret', { SecretName, ExtendedConfig: { CustomData: { b: 2 } } });
  const described = await kms.call('DescribeSecret', { SecretName });
  expect(described).toMatchObject({
    Description: 'before',
    ExtendedConfig: '{"CustomData":{"b":2}}',
    CreateTime: '2026-01-01T00:00:00Z',
    UpdateTime: '2026-01-02T00:00:00Z',
  });
  await kms.call('UpdateSecret', { SecretName, Description: '' });
  expect((await kms.call('DescribeSecret', { SecretName })).Description).toBe('');
  expect((await get({ FetchExtendedConfig: 'true' })).ExtendedConfig).toBe('{"CustomData":{"b":2}}');
  expect((await get()).ExtendedConfig).toBeUndefined();
});

test('ListSecrets filters by name, type and tags, and counts what fits', async () => {
  const value = { SecretData: 's', VersionId: 'v1' };
  await kms.call('CreateSecret', { SecretName: 'a', ...value, Tags: '[{"TagKey":"team","TagValue":"x"}]' });
  await kms.call('CreateSecret', { SecretName: 'b', ...value });
  await kms.call('CreateSecret', { SecretName: 'c', ...value });
  const names = async (filter: [string, string[]], parameters: object = {}) => {
    const Filters = JSON.stringify([{ Key: filter[0], Values: filter[1] }]);
    const page = await kms.call('ListSecrets', { Filters, ...parameters });
    return [page.TotalCount, ...page.SecretList.Secret.map((secret: { SecretName: string }) => secret.SecretName)];
  };
  expect(await names(['SecretName', ['a', 'c']])).toEqual([2, 'a', 'c']);
  expect(await names(['SecretType', ['Generic']], { PageSize: '1', PageNumber: '2' })).toEqual([3, 'b']);
  expect(await names(['TagKey', ['team']])).toEqual([1, 'a']);
  expect(await names(['TagValue', ['y']])).toEqual([0]);
  const page = await kms.call('ListSecrets', { FetchTags: 'true', PageSize: '1' });
  expect(page.SecretList.Secret[0].Tags).toEqual({ Tag: [{ TagKey: 'team', TagValue: 'x' }] });
});

test('TagResource tags a secret by its name', async () => {
  await create();
  await kms.call('TagResource', { SecretName, Tags: '[{"TagKey":"a","TagValue":"b"}]' });
  const tags = async () => (await kms.call('DescribeSecret', { SecretName, FetchTags: 'true' })).Tags.Tag;
  expect(await tags()).toEqual([{ TagKey: 'a', TagValue: 'b' }]);
  await kms.call('UntagResource', { SecretName, TagKeys: '["a"]' });
  expect(await tags()).toEqual([]);
});

describe('GetRandomPassword', () => {
  const password = async (parameters: object = {}): Promise<string> =>
    (await kms.call('GetRandomPassword', { ...parameters })).RandomPassword;

  test('has 32 characters of every type, others each time', async () => {
    const made = await password();
    expect(made).toHaveLength(32);
    for (const type of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(made).toMatch(type);
    expect(await password()).not.toBe(made);
  });

  test('leaves out what is excluded', async () => {
    const PasswordLength = '128';
    expect(await password({ PasswordLength, ExcludePunctuation: 'true', ExcludeNumbers: 'true' })).toMatch(
      /^[A-Za-z]{128}$/,
    );
    expect(await password({ PasswordLength, ExcludeCharacters: 'abcXYZ0!' })).not.toMatch(/[abcXYZ0!]/);
    const none = {
      ExcludePunctuation: 'true',
      ExcludeNumbers: 'true',
      ExcludeLowercase: 'true',
      ExcludeUppercase: 'true',
    };
    expect(await kms.code('GetRandomPassword', none)).toBe('InvalidParameter');
  });

  test.each(['7', '129', 'x'])('of %s characters is refused', async (PasswordLength) => {
    expect(await kms.code('GetRandomPassword', { PasswordLength })).toBe('InvalidParameter');
  });
});
