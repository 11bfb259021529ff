import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActionHarness, type Answer, base64, codeOf, dayMs, identity } from './harness.js';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
const describeKey = async (keyId: string) => (await kms.call('DescribeKey', { KeyId: keyId })).KeyMetadata;
const versionsOf = async (keyId: string) =>
  (await kms.call('ListKeyVersions', { KeyId: keyId })).KeyVersions.KeyVersion;

describe('CreateKey', () => {
  test('without parameters makes a symmetric key of the account, called by a UUID', async () => {
    const { KeyMetadata } = await kms.call('CreateKey');
    expect(KeyMetadata).toMatchObject({
      KeyId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      Arn: `acs:kms:cn-hangzhou:1190000000000001:key/${KeyMetadata.KeyId}`,
      KeySpec: 'Aliyun_AES_256',
      KeyUsage: 'ENCRYPT/DECRYPT',
      KeyState: 'Enabled',
      Origin: 'Aliyun_KMS',
      ProtectionLevel: 'SOFTWARE',
      Creator: '1190000000000001',
      CreationDate: '2026-01-01T00:00:00Z',
      AutomaticRotation: 'Disabled',
      PrimaryKeyVersion: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(KeyMetadata.DKMSInstanceId).toBeUndefined();
  });

  test('in an instance names the key after it, and refuses an instance that is not there', async () => {
    expect(await kms.newKey()).toMatch(/^key-[a-z]{3}[a-z0-9]{19}$/);
    expect(await kms.code('CreateKey', { DKMSInstanceId: 'kst-other' })).toBe('Forbidden.DKMSInstanceNotFound');
  });

  test.each([
    ['EC_P256', 'SIGN/VERIFY'],
    ['EC_P256K', 'SIGN/VERIFY'],
    ['EC_SM2', 'ENCRYPT/DECRYPT'],
    ['Aliyun_SM4', 'ENCRYPT/DECRYPT'],
    ['HMAC_SHA_512', 'GENERATE/VERIFY_MAC'],
  ])('of %s is for %s unless it says otherwise', async (KeySpec, usage) => {
    expect((await kms.call('CreateKey', { KeySpec })).KeyMetadata.KeyUsage).toBe(usage);
  });

  test.each([
    [{ KeySpec: 'AES_1024' }, 'InvalidParameter', 'KeySpec'],
    [{ KeySpec: 'EC_P256', KeyUsage: 'ENCRYPT/DECRYPT' }, 'InvalidParameter', 'KeyUsage'],
    [{ Description: 'x'.repeat(8193) }, 'InvalidParameter', 'Description'],
    [{ Tags: '[{"TagKey":"acs:x","TagValue":""}]' }, 'InvalidParameter', 'Tags'],
    [{ Tags: '{"TagKey":"x"}' }, 'InvalidParameter', 'Tags'],
    [{ EnableAutomaticRotation: 'true' }, 'MissingParameter', 'RotationInterval'],
    [{ EnableAutomaticRotation: 'true', RotationInterval: '6d' }, 'InvalidParameter', 'RotationInterval'],
    [{ EnableAutomaticRotation: 'true', RotationInterval: '731d' }, 'InvalidParameter', 'RotationInterval'],
    [{ EnableAutomaticRotation: 'true', RotationInterval: 'weekly' }, 'InvalidParameter', 'RotationInterval'],
    [{ EnableAutomaticRotation: 'true', RotationInterval: '7d', KeySpec: 'EC_P256' }, 'UnsupportedOperation', ''],
    [{ EnableAutomaticRotation: 'true', RotationInterval: '7d', Origin: 'EXTERNAL' }, 'UnsupportedOperation', ''],
    [{ Origin: 'EXTERNAL', KeySpec: 'RSA_2048' }, 'UnsupportedOperation', ''],
  ])('with %o is %s and names the parameter', async (parameters, code, name) => {
    await expect(kms.call('CreateKey', parameters)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(name),
    });
    expect((await kms.call('ListKeys')).TotalCount).toBe(0);
  });

  test('takes 20 tags and no more', async () => {
    const tags = (count: number) =>
      JSON.stringify(Array.from({ length: count }, (_, index) => ({ TagKey: `k${index}`, TagValue: 'v' })));
    expect(await kms.code('CreateKey', { Tags: tags(20) })).toBe('ok');
    expect(await kms.code('CreateKey', { Tags: tags(21) })).toBe('InvalidParameter');
    expect((await kms.call('ListKeys')).TotalCount).toBe(1);
  });
});

describe('a KeyId', () => {
  test.each(['key id', 'alias', 'ARN of the key', 'ARN of the alias'])('can be a %s', async (kind) => {
    const keyId = await kms.newKey();
    await kms.call('CreateAlias', { KeyId: keyId, AliasName: 'alias/orders/main' });
    const arn = `acs:kms:${identity.regionId}:${identity.accountId}`;
    const references: Record<string, string> = {
      'key id': keyId,
      alias: 'alias/orders/main',
      'ARN of the key': `${arn}:key/${keyId}`,
      'ARN of the alias': `${arn}:alias/orders/main`,
    };
    const { KeyMetadata } = await kms.call('DescribeKey', { KeyId: references[kind] });
    expect(KeyMetadata.KeyId).toBe(keyId);
  });

  test('of another region, account, or nothing at all is not found', async () => {
    const keyId = await kms.newKey();
    for (const wrong of [
      `acs:kms:cn-beijing:${identity.accountId}:key/${keyId}`,
      `acs:kms:cn-hangzhou:1:key/${keyId}`,
      'key-none',
      keyId.toUpperCase(),
    ]) {
      expect(await kms.code('DescribeKey', { KeyId: wrong })).toBe('Forbidden.KeyNotFound');
    }
    expect(await kms.code('DescribeKey', { KeyId: 'alias/none' })).toBe('Forbidden.AliasNotFound');
  });
});

describe('deletion', () => {
  test('takes 7 to 366 days', async () => {
    const keyId = await kms.newKey();
    for (const days of ['6', '367', 'x', '-7', '7.5']) {
      const parameters = { KeyId: keyId, PendingWindowInDays: days };
      expect(await kms.code('ScheduleKeyDeletion', parameters)).toBe('InvalidParameter');
    }
    await kms.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '366' });
    expect(await describeKey(keyId)).toMatchObject({
      KeyState: 'PendingDeletion',
      DeleteDate: iso(kms.now() + 366 * dayMs),
    });
  });

  test('comes with the end of the window, not before, and takes aliases, tags and versions along', async () => {
    const keyId = await kms.newKey({ Tags: '[{"TagKey":"a","TagValue":"b"}]' });
    await kms.call('CreateAlias', { KeyId: keyId, AliasName: 'alias/gone' });
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('x') });
    await kms.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '7' });
    kms.advanceMs(7 * dayMs - 1);
    expect(await kms.state(keyId)).toBe('PendingDeletion');
    kms.advanceMs(1);
    expect(await kms.code('DescribeKey', { KeyId: 'alias/gone' })).toBe('Forbidden.AliasNotFound');
    expect(await kms.code('CancelKeyDeletion', { KeyId: keyId })).toBe('Forbidden.KeyNotFound');
    expect(await kms.code('DescribeKey', { KeyId: keyId })).toBe('Forbidden.KeyNotFound');
    expect(await kms.code('Decrypt', { CiphertextBlob })).toBe('Forbidden.KeyNotFound');
    const { db } = kms.kms.store;
    for (const table of ['keys', 'key_versions', 'aliases', 'tags'] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  test('is seen by lists, and frees alias names, without anybody asking for the key', async () => {
    const keyId = await kms.newKey();
    await kms.call('CreateAlias', { KeyId: keyId, AliasName: 'alias/free' });
    await kms.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '7' });
    kms.advanceDays(7);
    expect((await kms.call('ListKeys')).TotalCount).toBe(0);
    expect((await kms.call('ListAliases')).TotalCount).toBe(0);
    const next = await kms.newKey();
    expect(await kms.code('CreateAlias', { KeyId: next, AliasName: 'alias/free' })).toBe('ok');
  });

  test('is refused while the key is protected', async () => {
    const keyId = await kms.newKey();
    await kms.call('SetDeletionProtection', {
      ProtectedResourceArn: `acs:kms:cn-hangzhou:1190000000000001:key/${keyId}`,
      EnableDeletionProtection: 'true',
      DeletionProtectionDescription: 'in use',
    });
    expect(await describeKey(keyId)).toMatchObject({
      DeletionProtection: 'Enabled',
      DeletionProtectionDescription: 'in use',
    });
    const schedule = { KeyId: keyId, PendingWindowInDays: '7' };
    expect(await kms.code('ScheduleKeyDeletion', schedule)).toBe('Rejected.DeletionProtection');
    await kms.call('SetDeletionProtection', { KeyId: keyId, EnableDeletionProtection: 'false' });
    expect(await kms.code('ScheduleKeyDeletion', schedule)).toBe('ok');
  });
});

describe('automatic rotation', () => {
  const rotating = { EnableAutomaticRotation: 'true', RotationInterval: '7d' };

  test('makes a version when it is due; what older versions encrypted still decrypts', async () => {
    const keyId = await kms.newKey(rotating);
    const before = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('old') });
    const advanced = await kms.instance('AdvanceEncrypt', { KeyId: keyId, Plaintext: Buffer.from('old') });
    expect(await describeKey(keyId)).toMatchObject({
      AutomaticRotation: 'Enabled',
      RotationInterval: '604800s',
      NextRotationDate: iso(kms.now() + 7 * dayMs),
    });
    kms.advanceDays(7);
    const after = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('new') });
    expect(after.KeyVersionId).not.toBe(before.KeyVersionId);
    expect(await kms.call('Decrypt', { CiphertextBlob: before.CiphertextBlob })).toMatchObject({
      Plaintext: base64('old'),
      KeyVersionId: before.KeyVersionId,
    });
    const opened = await kms.instance('AdvanceDecrypt', { CiphertextBlob: advanced.message.CiphertextBlob });
    expect(Buffer.from(opened.message.Plaintext).toString()).toBe('old');
    expect(opened.keyVersionId).toBe(before.KeyVersionId);
    expect(await versionsOf(keyId)).toHaveLength(2);
  });

  test('makes a version for each time that it was due: 40 days at 7d are five', async () => {
    const keyId = await kms.newKey(rotating);
    const start = kms.now();
    kms.advanceDays(40);
    expect(await describeKey(keyId)).toMatchObject({
      LastRotationDate: iso(start + 35 * dayMs),
      NextRotationDate: iso(start + 42 * dayMs),
    });
    const made = (await versionsOf(keyId)).map(({ CreationDate }: Answer) => CreationDate).toSorted();
    expect(made).toEqual([0, 7, 14, 21, 28, 35].map((days) => iso(start + days * dayMs)));
  });

  test('of a century makes versions for the last 1,000 times, and the oldest still decrypts', async () => {
    const keyId = await kms.newKey(rotating);
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('old') });
    kms.advanceDays(36_500);
    const { TotalCount } = await kms.call('ListKeyVersions', { KeyId: keyId });
    expect(TotalCount).toBe(1001);
    expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe(base64('old'));
  });

  test('makes one version when many calls find it due', async () => {
    const keyId = await kms.newKey(rotating);
    kms.advanceDays(7);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('x') })),
    );
    expect(new Set(answers.map((answer) => answer.KeyVersionId)).size).toBe(1);
    expect(await versionsOf(keyId)).toHaveLength(2);
  });

  test('is suspended while the key is disabled', async () => {
    const keyId = await kms.newKey(rotating);
    await kms.call('DisableKey', { KeyId: keyId });
    kms.advanceDays(40);
    expect((await describeKey(keyId)).AutomaticRotation).toBe('Suspended');
    expect(await versionsOf(keyId)).toHaveLength(1);
    await kms.call('EnableKey', { KeyId: keyId });
    expect(await versionsOf(keyId)).toHaveLength(2);
    await kms.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '30' });
    kms.advanceDays(29);
    await kms.call('CancelKeyDeletion', { KeyId: keyId });
    expect(await versionsOf(keyId)).toHaveLength(3);
  });

  test('is switched by UpdateRotationPolicy', async () => {
    const keyId = await kms.newKey();
    const policy = { KeyId: keyId, EnableAutomaticRotation: 'true' };
    expect(await kms.code('UpdateRotationPolicy', policy)).toBe('MissingParameter');
    await kms.call('UpdateRotationPolicy', { ...policy, RotationInterval: '168h' });
    expect((await describeKey(keyId)).RotationInterval).toBe('604800s');
    await kms.call('UpdateRotationPolicy', { ...policy, EnableAutomaticRotation: 'false' });
    kms.advanceDays(30);
    expect(await describeKey(keyId)).toMatchObject({ AutomaticRotation: 'Disabled' });
    expect(await versionsOf(keyId)).toHaveLength(1);
    const asymmetric = await kms.newKey({ KeySpec: 'EC_P256' });
    expect(await kms.code('UpdateRotationPolicy', { ...policy, KeyId: asymmetric, RotationInterval: '7d' })).toBe(
      'UnsupportedOperation',
    );
  });
});

describe('CreateKeyVersion', () => {
  test('makes versions of asymmetric keys, 7 days apart, at most 50', async () => {
    const keyId = await kms.newKey({ KeySpec: 'EC_P256' });
    kms.advanceMs(7 * dayMs - 1);
    expect(await kms.code('CreateKeyVersion', { KeyId: keyId })).toBe('Rejected.LimitExceeded');
    kms.advanceMs(1);
    const { KeyVersion } = await kms.call('CreateKeyVersion', { KeyId: keyId });
    expect(KeyVersion).toEqual({ KeyId: keyId, KeyVersionId: expect.any(String), CreationDate: iso(kms.now()) });
    expect((await describeKey(keyId)).PrimaryKeyVersion).toBe(KeyVersion.KeyVersionId);
    for (let count = 2; count < 50; count += 1) {
      kms.advanceDays(7);
      await kms.call('CreateKeyVersion', { KeyId: keyId });
    }
    kms.advanceDays(7);
    expect(await kms.code('CreateKeyVersion', { KeyId: keyId })).toBe('Rejected.LimitExceeded');
    expect((await kms.call('ListKeyVersions', { KeyId: keyId })).TotalCount).toBe(50);
  });

  test('is made once when two calls meet', async () => {
    const keyId = await kms.newKey({ KeySpec: 'EC_P256' });
    kms.advanceDays(7);
    const codes = await Promise.all([1, 2].map(() => kms.code('CreateKeyVersion', { KeyId: keyId })));
    expect(codes.toSorted()).toEqual(['Rejected.LimitExceeded', 'ok']);
  });

  test.each(['Aliyun_AES_256', 'HMAC_SHA_256'])('is not for %s', async (KeySpec) => {
    const keyId = await kms.newKey({ KeySpec });
    kms.advanceDays(7);
    expect(await kms.code('CreateKeyVersion', { KeyId: keyId })).toBe('UnsupportedOperation');
  });

  test('of another key is not found', async () => {
    const [one, other] = [await kms.newKey(), await kms.newKey()];
    const [{ KeyVersionId }] = await versionsOf(other);
    expect(await kms.code('DescribeKeyVersion', { KeyId: one, KeyVersionId })).toBe('Forbidden.ResourceNotFound');
    expect(await kms.code('DescribeKeyVersion', { KeyId: other, KeyVersionId })).toBe('ok');
  });
});

describe('ListKeys', () => {
  test('gives every key once, in the order of creation, by pages', async () => {
    const made = [];
    for (let index = 0; index < 7; index += 1) made.push(await kms.newKey());
    const seen = [];
    for (const PageNumber of ['1', '2', '3', '4']) {
      const page = await kms.call('ListKeys', { PageNumber, PageSize: '3' });
      expect(page).toMatchObject({ PageNumber: Number(PageNumber), PageSize: 3, TotalCount: 7 });
      seen.push(...page.Keys.Key.map((key: { KeyId: string }) => key.KeyId));
    }
    expect(seen).toEqual(made);
  });

  test('has 10 keys on a page unless asked otherwise', async () => {
    for (let index = 0; index < 21; index += 1) await kms.newKey();
    const page = await kms.call('ListKeys');
    expect([page.Keys.Key.length, page.PageNumber, page.PageSize]).toEqual([10, 1, 10]);
  });

  test.each([
    { PageNumber: '0' },
    { PageNumber: 'x' },
    { PageSize: '0' },
    { PageSize: '101' },
    { Filters: 'x' },
    { Filters: '{}' },
    { Filters: '[{"Key":"Colour","Values":["red"]}]' },
    { Filters: '[{"Key":"KeyState","Values":[]}]' },
    { Filters: JSON.stringify([{ Key: 'KeyState', Values: Array(11).fill('Enabled') }]) },
    { Filters: JSON.stringify(Array(11).fill({ Key: 'KeyState', Values: ['Enabled'] })) },
  ])('with %o is InvalidParameter that names the parameter', async (parameters) => {
    const [name] = Object.keys(parameters);
    await expect(kms.call('ListKeys', parameters)).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining(name as string),
    });
  });

  test('filters: each key must fit, by one of its values', async () => {
    const aes = await kms.newKey();
    const disabled = await kms.newKey();
    await kms.call('DisableKey', { KeyId: disabled });
    const ec = await kms.newKey({ KeySpec: 'EC_P256' });
    const list = async (...filters: [string, string[]][]) => {
      const Filters = JSON.stringify(filters.map(([Key, Values]) => ({ Key, Values })));
      const page = await kms.call('ListKeys', { Filters });
      const ids = page.Keys.Key.map((key: { KeyId: string }) => key.KeyId);
      expect(page.TotalCount).toBe(ids.length);
      return ids;
    };
    expect(await list(['KeyState', ['Enabled']])).toEqual([aes, ec]);
    expect(await list(['KeyState', ['Enabled', 'Disabled']])).toEqual([aes, disabled, ec]);
    expect(await list(['KeyState', ['Enabled']], ['KeySpec', ['EC_P256']])).toEqual([ec]);
    expect(await list(['KeyUsage', ['SIGN/VERIFY']])).toEqual([ec]);
    expect(await list(['CreatorType', ['Service']])).toEqual([]);
    expect(await list(['CreatorType', ['User']])).toHaveLength(3);
  });
});

describe('aliases', () => {
  test.each(['noprefix', 'alias/', 'alias/acs/mine', 'alias/acsx', 'alias/with space', `alias/${'x'.repeat(250)}`])(
    '%s is not a name',
    async (AliasName) => {
      const keyId = await kms.newKey();
      expect(await kms.code('CreateAlias', { KeyId: keyId, AliasName })).toBe('InvalidParameter');
    },
  );

  test('of 255 characters in all are possible', async () => {
    const keyId = await kms.newKey();
    const AliasName = `alias/${'x'.repeat(249)}`;
    await kms.call('CreateAlias', { KeyId: keyId, AliasName });
    expect((await kms.call('ListAliases')).Aliases.Alias).toEqual([
      { AliasName, AliasArn: `acs:kms:cn-hangzhou:1190000000000001:${AliasName}`, KeyId: keyId },
    ]);
  });

  test('have one key each, and of two that create one at once, one wins', async () => {
    const keys = [await kms.newKey(), await kms.newKey()];
    const codes = await Promise.all(keys.map((KeyId) => kms.code('CreateAlias', { KeyId, AliasName: 'alias/wanted' })));
    expect(codes.toSorted()).toEqual(['Rejected.ResourceExist', 'ok']);
    const winner = keys[codes.indexOf('ok')];
    expect((await kms.call('DescribeKey', { KeyId: 'alias/wanted' })).KeyMetadata.KeyId).toBe(winner);
  });

  test('move to another key and go', async () => {
    const [first, second] = [await kms.newKey(), await kms.newKey()];
    await kms.call('CreateAlias', { KeyId: first, AliasName: 'alias/moving' });
    await kms.call('CreateAlias', { KeyId: first, AliasName: 'alias/staying' });
    await kms.call('UpdateAlias', { KeyId: second, AliasName: 'alias/moving' });
    const namesOf = async (KeyId: string) =>
      (await kms.call('ListAliasesByKeyId', { KeyId })).Aliases.Alias.map(
        (alias: { AliasName: string }) => alias.AliasName,
      );
    expect([await namesOf(first), await namesOf(second)]).toEqual([['alias/staying'], ['alias/moving']]);
    await kms.call('DeleteAlias', { AliasName: 'alias/moving' });
    expect(await kms.code('DeleteAlias', { AliasName: 'alias/moving' })).toBe('Forbidden.AliasNotFound');
    expect(await kms.code('UpdateAlias', { KeyId: first, AliasName: 'alias/moving' })).toBe('Forbidden.AliasNotFound');
  });
});

describe('tags', () => {
  const tagsOf = async (KeyId: string) => (await kms.call('ListResourceTags', { KeyId })).Tags.Tag;

  test('are added, changed and removed', async () => {
    const keyId = await kms.newKey();
    await kms.call('TagResource', {
      KeyId: keyId,
      Tags: '[{"TagKey":"a","TagValue":"1"},{"TagKey":"b","TagValue":"2"}]',
    });
    await kms.call('TagResource', { KeyId: keyId, Tags: '[{"TagKey":"a","TagValue":"3"}]' });
    expect(await tagsOf(keyId)).toEqual([
      { KeyId: keyId, TagKey: 'a', TagValue: '3' },
      { KeyId: keyId, TagKey: 'b', TagValue: '2' },
    ]);
    await kms.call('UntagResource', { KeyId: keyId, TagKeys: '["a","unknown"]' });
    expect(await tagsOf(keyId)).toEqual([{ KeyId: keyId, TagKey: 'b', TagValue: '2' }]);
  });

  test.each([
    { TagKey: 'aliyun-x', TagValue: '' },
    { TagKey: '', TagValue: '' },
    { TagKey: 'x'.repeat(129), TagValue: '' },
    { TagKey: 'x', TagValue: 'v'.repeat(129) },
    { TagKey: 'x', TagValue: 'no spaces' },
  ])('%o is not a tag', async (tag) => {
    const keyId = await kms.newKey();
    expect(await kms.code('TagResource', { KeyId: keyId, Tags: JSON.stringify([tag]) })).toBe('InvalidParameter');
  });

  test('of several resources change together or not at all', async () => {
    const keyId = await kms.newKey();
    const Tag = [{ Key: 'team', Value: 'a' }];
    const request = { RegionId: 'cn-hangzhou', ResourceType: 'key', Tag };
    expect(await kms.code('TagResources', { ...request, ResourceId: [keyId, 'key-none'] })).toBe(
      'Forbidden.KeyNotFound',
    );
    expect(await tagsOf(keyId)).toEqual([]);
    await kms.call('TagResources', { ...request, ResourceId: [keyId] });
    await kms.call('UntagResources', {
      RegionId: 'cn-hangzhou',
      ResourceType: 'key',
      ResourceId: [keyId],
      All: 'true',
    });
    expect(await tagsOf(keyId)).toEqual([]);
  });

  test('are listed by pages with NextToken, each once', async () => {
    const keys = [];
    for (let index = 0; index < 21; index += 1) {
      const Tags = JSON.stringify(
        Array.from({ length: 10 }, (_, tag) => ({ TagKey: `t${tag}`, TagValue: `${index}` })),
      );
      keys.push(await kms.newKey({ Tags }));
    }
    const list = (parameters: object) =>
      kms.call('ListTagResources', { RegionId: 'x', ResourceType: 'key', ...parameters });
    const first = await list({});
    const second = await list({ NextToken: first.NextToken });
    const all = [...first.TagResources.TagResource, ...second.TagResources.TagResource];
    expect(first.TagResources.TagResource).toHaveLength(200);
    expect(second.NextToken).toBeUndefined();
    expect(new Set(all.map((tag) => `${tag.ResourceId} ${tag.TagKey}`)).size).toBe(210);
    const some = await list({
      ResourceId: [keys[3]],
      Tag: [{ Key: 't1', Value: '3' }, { Key: 't2' }, { Key: 't3', Value: '9' }],
    });
    expect(some.TagResources.TagResource.map((tag: { TagKey: string }) => tag.TagKey)).toEqual(['t1', 't2']);
    await expect(codeOf(list({ NextToken: 'made up' }))).resolves.toBe('InvalidParameter');
  });
});
