import { createPrivateKey, createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActionHarness, type Answer, dayMs, identity } from './harness.js';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

const hourMs = 3_600_000;
const SecretName = 'managed';
const rds = { Accounts: [{ AccountName: 'app', AccountPassword: 'before' }] };
const ramUser = { AccessKeys: [{ AccessKeyId: 'LTAIbefore', AccessKeySecret: 'before' }] };

const create = (SecretType: string, value: unknown, parameters: object = {}) =>
  kms.call('CreateSecret', {
    SecretName,
    SecretType,
    SecretData: typeof value === 'string' ? value : JSON.stringify(value),
    VersionId: 'v1',
    ...parameters,
  });
const rotate = (VersionId: string) => kms.call('RotateSecret', { SecretName, VersionId });
const get = (parameters: object = {}) => kms.call('GetSecretValue', { SecretName, ...parameters });
const value = async (parameters: object = {}) => JSON.parse((await get(parameters)).SecretData);
const describeSecret = () => kms.call('DescribeSecret', { SecretName });

describe('a managed secret', () => {
  test.each([
    ['Rds', rds],
    ['Redis', { Accounts: [...rds.Accounts, { AccountName: 'app2', AccountPassword: 'x' }] }],
    ['PolarDB', rds],
    ['RAMCredentials', ramUser],
    ['ECS', { UserName: 'root', Password: 'before' }],
    ['ECS', { UserName: 'root', PublicKey: 'ssh-rsa AAAA', PrivateKey: '-----BEGIN' }],
  ])('of type %s is read as it was stored', async (type, first) => {
    await create(type, first);
    expect(await value()).toEqual(first);
    expect(await describeSecret()).toMatchObject({ SecretType: type, AutomaticRotation: 'Disabled' });
  });

  test.each([
    ['Rds', 'no JSON'],
    ['Rds', ramUser],
    ['Rds', { Accounts: [] }],
    ['Rds', { Accounts: [{ AccountName: 'app' }] }],
    ['Rds', { Accounts: [1, 2, 3].map((n) => ({ AccountName: `a${n}`, AccountPassword: 'classified' })) }],
    ['Rds', '$Auto'],
    ['Redis', { AccountName: 'app', AccountPassword: 'classified' }],
    ['PolarDB', null],
    ['RAMCredentials', { AccessKeys: [...ramUser.AccessKeys, ...ramUser.AccessKeys] }],
    ['RAMCredentials', rds],
    ['ECS', { UserName: 'root' }],
    ['ECS', { UserName: 'root', Password: '' }],
  ])('of type %s does not take %o, and the message does not quote it', async (type, wrong) => {
    await expect(create(type, wrong)).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringMatching(/^(?!.*classified).*SecretData/),
    });
  });

  test.each([
    ['Rds', { SecretSubType: 'RamUserAccessKey' }, 'SecretSubType'],
    ['ECS', { SecretSubType: 'SingleUser' }, 'SecretSubType'],
    ['Rds', { DBInstanceId: 7 }, 'DBInstanceId'],
    ['Rds', { CustomData: 'text' }, 'CustomData'],
    ['Generic', { CustomData: [1] }, 'CustomData'],
  ])('of type %s does not take ExtendedConfig %o', async (type, ExtendedConfig, name) => {
    const data = type === 'ECS' ? { UserName: 'root', Password: 'p' } : rds;
    await expect(create(type, data, { ExtendedConfig })).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining(`ExtendedConfig.${name}`),
    });
  });

  test('keeps its settings when its custom data change', async () => {
    const settings = { SecretSubType: 'SingleUser', DBInstanceId: 'rm-1' };
    await create('Rds', rds, { ExtendedConfig: { ...settings, CustomData: { a: 1 } } });
    await kms.call('UpdateSecret', { SecretName, ExtendedConfig: { CustomData: { b: 2 } } });
    const { ExtendedConfig } = await get({ FetchExtendedConfig: 'true' });
    expect(JSON.parse(ExtendedConfig)).toEqual({ ...settings, CustomData: { b: 2 } });
  });

  test('gets its values by rotation only', async () => {
    await create('Rds', rds);
    const put = { SecretName, SecretData: JSON.stringify(rds), VersionId: 'v2' };
    expect(await kms.code('PutSecretValue', put)).toBe('UnsupportedOperation');
    expect(await kms.code('CreateSecret', { ...put, SecretType: 'Rds', SecretDataType: 'binary' })).toBe(
      'InvalidParameter',
    );
  });

  test('of RAM and ECS may be called acs/…, of Rds and Redis not', async () => {
    const name = { SecretName: 'acs/mine' };
    await create('ECS', { UserName: 'root', Password: 'p' }, name);
    await expect(create('Rds', rds, name)).rejects.toMatchObject({ message: expect.stringContaining('SecretName') });
    await expect(create('Redis', rds, name)).rejects.toMatchObject({ message: expect.stringContaining('SecretName') });
  });

  test('of a RAM user takes the name of the user', async () => {
    const $auto = { SecretName: '$Auto' };
    const made = await create('RAMCredentials', ramUser, { ...$auto, ExtendedConfig: { UserName: 'ci' } });
    expect(made.SecretName).toBe('acs/ram/user/ci');
    await expect(create('RAMCredentials', ramUser, $auto)).rejects.toMatchObject({
      message: expect.stringContaining('UserName'),
    });
    await expect(create('Rds', rds, $auto)).rejects.toMatchObject({ message: expect.stringContaining('SecretName') });
  });

  test('of Redis gets two accounts when KMS is to make them', async () => {
    await create('Redis', '$Auto');
    const { Accounts } = await value();
    expect(Accounts).toHaveLength(2);
    expect(Accounts[0].AccountPassword).not.toBe(Accounts[1].AccountPassword);
  });
});

describe('RotateSecret', () => {
  test('makes a version with new credentials: it is current, the former one previous', async () => {
    await create('Rds', rds);
    kms.advanceDays(1);
    const Arn = `acs:kms:${identity.regionId}:${identity.accountId}:secret/${SecretName}`;
    expect(await rotate('v2')).toEqual({ Arn, SecretName, VersionId: 'v2' });
    const { Accounts } = await value();
    expect(Accounts).toEqual([{ AccountName: 'app', AccountPassword: expect.stringMatching(/^.{32}$/) }]);
    expect(await value({ VersionStage: 'ACSPrevious' })).toEqual(rds);
    expect(await get({ VersionId: 'v2' })).toMatchObject({ VersionStages: { VersionStage: ['ACSCurrent'] } });
    expect((await describeSecret()).LastRotationDate).toBe('2026-01-02T00:00:00Z');
    await rotate('v3');
    expect((await value()).Accounts[0].AccountPassword).not.toBe(Accounts[0].AccountPassword);
  });

  test('of two accounts changes the one that is not in use', async () => {
    const [one, two] = ['one', 'two'].map((AccountName) => ({ AccountName, AccountPassword: 'old' }));
    await create('Rds', { Accounts: [one, two] });
    await rotate('v2');
    const second = await value();
    expect(second.Accounts).toEqual([{ AccountName: 'two', AccountPassword: expect.any(String) }, one]);
    expect(second.Accounts[0].AccountPassword).not.toBe('old');
    await rotate('v3');
    const third = await value();
    expect(third.Accounts[0].AccountName).toBe('one');
    expect(third.Accounts[1]).toEqual(second.Accounts[0]);
  });

  test('of a RAM user makes another AccessKey', async () => {
    await create('RAMCredentials', ramUser);
    await rotate('v2');
    const { AccessKeys } = await value();
    expect(AccessKeys).toEqual([
      { AccessKeyId: expect.stringMatching(/^LTAI\w{20}$/), AccessKeySecret: expect.stringMatching(/^\w{30}$/) },
    ]);
  });

  test('of an ECS user makes another password', async () => {
    await create('ECS', { UserName: 'root', Password: 'before' });
    await rotate('v2');
    expect(await value()).toEqual({ UserName: 'root', Password: expect.stringMatching(/^.{32}$/) });
  });

  test('of an SSH key makes another key pair whose halves belong together', async () => {
    await create('ECS', { UserName: 'root', PublicKey: 'ssh-rsa AAAA', PrivateKey: 'x' });
    await rotate('v2');
    const { UserName, PublicKey, PrivateKey } = await value();
    expect(UserName).toBe('root');
    const { n, e } = createPublicKey(createPrivateKey(PrivateKey)).export({ format: 'jwk' });
    const blob = Buffer.from(PublicKey.replace(/^ssh-rsa /, ''), 'base64');
    const parts: Buffer[] = [];
    for (let at = 0; at < blob.length; at += 4 + blob.readUInt32BE(at)) {
      parts.push(blob.subarray(at + 4, at + 4 + blob.readUInt32BE(at)));
    }
    expect(parts[0]?.toString()).toBe('ssh-rsa');
    expect(parts[1]).toEqual(Buffer.from(e ?? '', 'base64url'));
    expect(parts[2]).toEqual(Buffer.concat([Buffer.alloc(1), Buffer.from(n ?? '', 'base64url')]));
  });

  test('refuses Generic secrets, used version ids and secrets that are being deleted', async () => {
    await create('Generic', 'x');
    await expect(rotate('v2')).rejects.toMatchObject({ code: 'UnsupportedOperation' });
    await create('Rds', rds, { SecretName: 'other' });
    const call = (VersionId: string) => kms.code('RotateSecret', { SecretName: 'other', VersionId });
    expect(await call('v1')).toBe('Rejected.ResourceExist');
    expect(await call('v'.repeat(65))).toBe('InvalidParameter');
    await kms.call('DeleteSecret', { SecretName: 'other' });
    expect(await call('v2')).toBe('Rejected.PendingDeletion');
  });

  test('keeps 10 versions', async () => {
    await create('Rds', rds);
    for (let count = 2; count <= 12; count += 1) await rotate(`v${count}`);
    const { VersionIds } = await kms.call('ListSecretVersionIds', { SecretName, IncludeDeprecated: 'true' });
    expect(VersionIds.VersionId.map((version: { VersionId: string }) => version.VersionId)).toEqual(
      Array.from({ length: 10 }, (_, index) => `v${index + 3}`),
    );
  });
});

describe('automatic rotation', () => {
  const daily = { EnableAutomaticRotation: 'true', RotationInterval: '1d' };
  const policy = (parameters: object) => kms.call('UpdateSecretRotationPolicy', { SecretName, ...parameters });

  test('happens each time that it is due, and ACSPrevious is the version before', async () => {
    const made = await create('Rds', rds, daily);
    const rotation = { AutomaticRotation: 'Enabled', RotationInterval: '86400s' };
    expect(made).toMatchObject({ ...rotation, NextRotationDate: '2026-01-02T00:00:00Z' });
    kms.advanceMs(dayMs - 1);
    expect((await get()).VersionId).toBe('v1');
    kms.advanceMs(1);
    const second = await get();
    expect(second.VersionId).not.toBe('v1');
    expect(await value({ VersionStage: 'ACSPrevious' })).toEqual(rds);
    kms.advanceDays(3.5);
    await kms.call('ListSecrets');
    expect(await describeSecret()).toMatchObject({
      ...rotation,
      LastRotationDate: '2026-01-05T00:00:00Z',
      NextRotationDate: '2026-01-06T00:00:00Z',
    });
    const { VersionIds } = await kms.call('ListSecretVersionIds', { SecretName, IncludeDeprecated: 'true' });
    const versions = VersionIds.VersionId.toSorted((a: Answer, b: Answer) => a.CreateTime.localeCompare(b.CreateTime));
    expect(versions.map(({ CreateTime }: Answer) => CreateTime.slice(0, 10))).toEqual(
      [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}`),
    );
    expect((await get({ VersionStage: 'ACSPrevious' })).VersionId).toBe(versions.at(-2).VersionId);
    expect((await get()).VersionId).toBe(versions.at(-1).VersionId);
  });

  test.each([39, 40])(
    'of %i missed times keeps ten versions, and the accounts take turns as if none were missed',
    async (times) => {
      const two = { Accounts: ['a', 'b'].map((AccountName) => ({ AccountName, AccountPassword: 'first' })) };
      await create('Rds', two, daily);
      kms.advanceDays(times);
      const { Accounts } = await value();
      expect(Accounts.map(({ AccountName }: Answer) => AccountName)).toEqual(times % 2 === 0 ? ['a', 'b'] : ['b', 'a']);
      const previous = await value({ VersionStage: 'ACSPrevious' });
      expect(previous.Accounts[0]).toEqual(Accounts[1]);
      const { TotalCount } = await kms.call('ListSecretVersionIds', { SecretName, IncludeDeprecated: 'true' });
      expect(TotalCount).toBe(10);
      expect((await describeSecret()).LastRotationDate).toBe(`2026-02-${times === 39 ? '09' : '10'}T00:00:00Z`);
    },
  );

  test('is switched on and off, and keeps its interval', async () => {
    await create('Rds', rds);
    await expect(policy({ EnableAutomaticRotation: 'true' })).rejects.toMatchObject({
      code: 'MissingParameter',
      message: expect.stringContaining('RotationInterval'),
    });
    await policy({ EnableAutomaticRotation: 'true', RotationInterval: '6h' });
    expect((await describeSecret()).NextRotationDate).toBe('2026-01-01T06:00:00Z');
    await policy({ EnableAutomaticRotation: 'false' });
    const off = await describeSecret();
    expect(off).toMatchObject({ AutomaticRotation: 'Disabled', RotationInterval: '21600s' });
    expect(off.NextRotationDate).toBeUndefined();
    kms.advanceDays(1);
    expect((await get()).VersionId).toBe('v1');
    await policy({ EnableAutomaticRotation: 'true' });
    expect((await describeSecret()).NextRotationDate).toBe('2026-01-02T06:00:00Z');
    await rotate('v2');
    kms.advanceMs(hourMs);
    await rotate('v3');
    expect((await describeSecret()).NextRotationDate).toBe('2026-01-02T07:00:00Z');
  });

  test('is suspended while the secret waits for its deletion', async () => {
    await create('Rds', rds, daily);
    await kms.call('DeleteSecret', { SecretName });
    kms.advanceDays(4);
    const deleted = await describeSecret();
    expect(deleted.AutomaticRotation).toBe('Suspended');
    expect(deleted.NextRotationDate).toBeUndefined();
    await kms.call('RestoreSecret', { SecretName });
    expect((await describeSecret()).LastRotationDate).toBe('2026-01-05T00:00:00Z');
    expect((await get({ VersionStage: 'ACSPrevious' })).VersionId).toBe('v1');
  });

  test('waits while the encryption key cannot be used', async () => {
    const EncryptionKeyId = await kms.newKey();
    await create('Rds', rds, { ...daily, EncryptionKeyId });
    await kms.call('DisableKey', { KeyId: EncryptionKeyId });
    kms.advanceDays(4);
    expect((await describeSecret()).LastRotationDate).toBeUndefined();
    expect(await kms.code('RotateSecret', { SecretName, VersionId: 'v2' })).toBe('Rejected.Disabled');
    await kms.call('EnableKey', { KeyId: EncryptionKeyId });
    expect((await describeSecret()).LastRotationDate).toBe('2026-01-05T00:00:00Z');
    expect((await get({ VersionStage: 'ACSPrevious' })).VersionId).toBe('v1');
  });

  test('waits while all stages are taken, and the secret is read meanwhile', async () => {
    await create('Rds', rds, daily);
    const own = Array.from({ length: 7 }, (_, index) => `own${index}`);
    for (const VersionStage of own) {
      await kms.call('UpdateSecretVersionStage', { SecretName, VersionStage, MoveToVersion: 'v1' });
    }
    kms.advanceDays(1);
    expect((await get()).VersionId).toBe('v1');
    await kms.call('UpdateSecretVersionStage', { SecretName, VersionStage: 'own0', RemoveFromVersion: 'v1' });
    expect((await get()).VersionId).not.toBe('v1');
    expect((await get({ VersionStage: 'ACSPrevious' })).VersionId).toBe('v1');
  });

  test('is not for Generic secrets', async () => {
    await create('Generic', 'x');
    await expect(policy(daily)).rejects.toMatchObject({ code: 'UnsupportedOperation' });
  });
});
