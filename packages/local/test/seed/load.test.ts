import { describe, expect, test } from 'vitest';
import { exportSeed } from '../../src/seed/export-seed.js';
import { loadSeed } from '../../src/seed/load-seed.js';
import { parseSeed } from '../../src/seed/read-seed.js';
import { dayMs, identity } from '../actions/harness.js';
import { ActionHarness, exported, otherIdentity, seeded } from './seeded.js';

/** Where the clock of the tests' KMS stands. */
const start = Date.UTC(2026, 0, 1);
const date = (days: number): string => `${new Date(start + days * dayMs).toISOString().slice(0, 19)}Z`;
const aes = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const uuid = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

describe('a key', () => {
  test('is what its fields say', async () => {
    const kms = await seeded(`
      instances: [{ id: kst-second }]
      keys:
        - id: key-app
          spec: Aliyun_AES_256
          usage: ENCRYPT/DECRYPT
          origin: Aliyun_KMS
          instance: kst-second
          protectionLevel: HSM
          description: of the app
          state: Disabled
          deletionProtection: true
          deletionProtectionDescription: ask first
          rotation: { interval: 30d, nextAt: +3d }
          policy: { Version: '1', Statement: [{ Effect: Allow, Principal: { RAM: ['acs:ram::{{accountId}}:*'] }, Action: 'kms:*', Resource: 'acs:kms:{{regionId}}:{{accountId}}:*' }] }
          aliases: [alias/app, alias/old/app]
          tags: { env: test, team: a }
          createdAt: 2025-03-01T08:00:00+08:00
          versions:
            - { id: ${uuid(1)}, material: ${aes(1)}, createdAt: 2025-03-01T00:00:00Z }
            - { id: ${uuid(2)}, material: ${aes(2)}, createdAt: -2d }`);
    const { KeyMetadata } = await kms.call('DescribeKey', { KeyId: 'alias/old/app' });
    expect(KeyMetadata).toEqual({
      KeyId: 'key-app',
      Arn: `acs:kms:cn-hangzhou:${identity.accountId}:key/key-app`,
      KeyState: 'Disabled',
      KeySpec: 'Aliyun_AES_256',
      KeyUsage: 'ENCRYPT/DECRYPT',
      Origin: 'Aliyun_KMS',
      ProtectionLevel: 'HSM',
      Description: 'of the app',
      Creator: identity.accountId,
      CreationDate: '2025-03-01T00:00:00Z',
      DKMSInstanceId: 'kst-second',
      PrimaryKeyVersion: uuid(2),
      AutomaticRotation: 'Suspended',
      RotationInterval: '2592000s',
      LastRotationDate: date(-2),
      DeletionProtection: 'Enabled',
      DeletionProtectionDescription: 'ask first',
    });
    const { KeyVersions } = await kms.call('ListKeyVersions', { KeyId: 'key-app' });
    expect(KeyVersions.KeyVersion).toEqual([
      { KeyId: 'key-app', KeyVersionId: uuid(1), CreationDate: '2025-03-01T00:00:00Z' },
      { KeyId: 'key-app', KeyVersionId: uuid(2), CreationDate: date(-2) },
    ]);
    const { Tags } = await kms.call('ListResourceTags', { KeyId: 'key-app' });
    expect(Tags.Tag.map((tag: { TagKey: string; TagValue: string }) => [tag.TagKey, tag.TagValue])).toEqual([
      ['env', 'test'],
      ['team', 'a'],
    ]);
    const { Policy } = await kms.call('GetKeyPolicy', { KeyId: 'key-app' });
    expect(JSON.parse(Policy).Statement[0]).toMatchObject({
      Principal: { RAM: [`acs:ram::${identity.accountId}:*`] },
      Resource: `acs:kms:cn-hangzhou:${identity.accountId}:*`,
    });
    await kms.call('EnableKey', { KeyId: 'key-app' });
    expect((await kms.call('DescribeKey', { KeyId: 'key-app' })).KeyMetadata.NextRotationDate).toBe(date(3));
    expect(await kms.code('ScheduleKeyDeletion', { KeyId: 'key-app', PendingWindowInDays: '7' })).toBe(
      'Rejected.DeletionProtection',
    );
    await kms.close();
  });

  test('of which only the id is said is an enabled AES-256 key with new material, in the instance of this KMS', async () => {
    const kms = await seeded('keys: [{ id: key-app }, { id: key-own, instance: null }]');
    const { KeyMetadata } = await kms.call('DescribeKey', { KeyId: 'key-app' });
    expect(KeyMetadata).toMatchObject({
      KeyState: 'Enabled',
      KeySpec: 'Aliyun_AES_256',
      DKMSInstanceId: identity.instanceId,
      CreationDate: date(0),
      AutomaticRotation: 'Disabled',
    });
    const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: 'key-app', Plaintext: 'x' });
    expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe('x');
    const own = await kms.call('DescribeKey', { KeyId: 'key-own' });
    expect(own.KeyMetadata.DKMSInstanceId).toBeUndefined();
    await kms.close();
  });

  test('that waits for its deletion is gone when the clock gets there', async () => {
    const kms = await seeded('keys: [{ id: a, deleteAt: +8d }, { id: b, state: PendingDeletion, deleteAt: +7d }]');
    expect((await kms.call('DescribeKey', { KeyId: 'a' })).KeyMetadata).toMatchObject({
      KeyState: 'PendingDeletion',
      DeleteDate: date(8),
    });
    await kms.call('CancelKeyDeletion', { KeyId: 'b' });
    kms.advanceDays(8);
    expect(await kms.code('DescribeKey', { KeyId: 'a' })).toBe('Forbidden.KeyNotFound');
    expect(await kms.state('b')).toBe('Enabled');
    await kms.close();
  });

  test('whose rotation is overdue is rotated before anybody sees it; one without a date after an interval', async () => {
    const kms = await seeded(`
      keys:
        - { id: overdue, rotation: { interval: 7d, nextAt: -1d } }
        - { id: usual, createdAt: -400d, rotation: { interval: 7d } }
        - { id: off, rotation: { interval: 7d, enabled: false } }`);
    const versionsOf = async (KeyId: string) => (await kms.call('ListKeyVersions', { KeyId })).KeyVersions.KeyVersion;
    expect(await versionsOf('overdue')).toHaveLength(2);
    expect(await versionsOf('usual')).toHaveLength(1);
    kms.advanceDays(7);
    expect(await versionsOf('usual')).toHaveLength(2);
    expect(await versionsOf('off')).toHaveLength(1);
    await kms.call('UpdateRotationPolicy', { KeyId: 'off', EnableAutomaticRotation: 'true' });
    expect((await kms.call('DescribeKey', { KeyId: 'off' })).KeyMetadata.RotationInterval).toBe('604800s');
    await kms.close();
  });

  test('of origin EXTERNAL waits for its material, or has it until it expires', async () => {
    const kms = await seeded(`
      keys:
        - { id: waits, origin: EXTERNAL }
        - { id: has, origin: EXTERNAL, materialExpiresAt: +1d, versions: [{ material: ${aes(3)} }] }`);
    expect(await kms.state('waits')).toBe('PendingImport');
    expect(await kms.state('has')).toBe('Enabled');
    kms.advanceDays(2);
    expect(await kms.state('has')).toBe('PendingImport');
    // Only the same material can be imported again, and an export does not forget which that was.
    const [waits, has] = (await exportSeed(kms.kms)).keys ?? [];
    expect(waits?.versions?.[0]).toEqual({ id: expect.any(String) });
    expect(has?.versions?.[0]?.materialSha256).toMatch(/^[0-9a-f]{64}$/);
    await kms.close();
  });
});

describe('a secret', () => {
  test('is what its fields say', async () => {
    const kms = await seeded(`
      keys: [{ id: key-app, aliases: [alias/app] }]
      secrets:
        - name: app/db
          description: of the database
          encryptionKey: alias/app
          instance: '{{instanceId}}'
          extendedConfig: { CustomData: { port: 5432 } }
          policy: { Version: '1', Statement: [{ Effect: Deny, Principal: { RAM: '*' }, Action: 'kms:DeleteSecret', Resource: '*' }] }
          tags: { env: test }
          createdAt: -30d
          updatedAt: -10d
          versions:
            - { id: v1, data: one, createdAt: -30d, stages: [ACSPrevious, blue] }
            - { id: v2, dataBase64: ${Buffer.from([0, 255]).toString('base64')}, createdAt: -10d, stages: [ACSCurrent] }`);
    const described = await kms.call('DescribeSecret', { SecretName: 'app/db', FetchTags: 'true' });
    expect(described).toMatchObject({
      SecretType: 'Generic',
      Description: 'of the database',
      EncryptionKeyId: 'key-app',
      DKMSInstanceId: identity.instanceId,
      CreateTime: date(-30),
      UpdateTime: date(-10),
      ExtendedConfig: '{"CustomData":{"port":5432}}',
    });
    expect(described.Tags.Tag).toEqual([{ TagKey: 'env', TagValue: 'test' }]);
    expect(await kms.call('GetSecretValue', { SecretName: 'app/db' })).toMatchObject({
      SecretData: 'AP8=',
      SecretDataType: 'binary',
      VersionId: 'v2',
    });
    const blue = await kms.call('GetSecretValue', { SecretName: 'app/db', VersionStage: 'blue' });
    expect(blue).toMatchObject({ SecretData: 'one', SecretDataType: 'text', VersionId: 'v1' });
    expect(JSON.parse((await kms.call('GetSecretPolicy', { SecretName: 'app/db' })).Policy).Statement).toHaveLength(1);
    await kms.close();
  });

  test('whose versions have no stages has its last one in use, and the one before as the previous one', async () => {
    const kms = await seeded(
      'secrets: [{ name: s, versions: [{ id: a, data: A }, { id: b, data: B }, { id: c, data: C }] }]',
    );
    const read = async (VersionStage: string) =>
      (await kms.call('GetSecretValue', { SecretName: 's', VersionStage })).SecretData;
    expect([await read('ACSCurrent'), await read('ACSPrevious')]).toEqual(['C', 'B']);
    await kms.close();
  });

  test('of a database is rotated when it is due', async () => {
    const kms = await seeded(`
      secrets:
        - name: rds
          type: Rds
          rotation: { interval: 7d, nextAt: +1d, lastAt: -6d }
          versions: [{ id: v1, data: '{"Accounts":[{"AccountName":"app","AccountPassword":"first"}]}' }]`);
    expect(await kms.call('DescribeSecret', { SecretName: 'rds' })).toMatchObject({
      AutomaticRotation: 'Enabled',
      RotationInterval: '604800s',
      NextRotationDate: date(1),
      LastRotationDate: date(-6),
    });
    kms.advanceDays(1);
    const { SecretData } = await kms.call('GetSecretValue', { SecretName: 'rds' });
    expect(JSON.parse(SecretData).Accounts[0]).toMatchObject({ AccountName: 'app' });
    expect(SecretData).not.toContain('first');
    await kms.close();
  });

  test('that was deleted can be restored until its time has come', async () => {
    const kms = await seeded('secrets: [{ name: s, deleteAt: +7d, versions: [{ id: v1, data: x }] }]');
    expect(await kms.code('GetSecretValue', { SecretName: 's' })).toBe('Rejected.PendingDeletion');
    await kms.call('RestoreSecret', { SecretName: 's' });
    expect((await kms.call('GetSecretValue', { SecretName: 's' })).SecretData).toBe('x');
    await kms.close();
  });
});

test('a managed data key has its versions, the last of them in use', async () => {
  const kms = await seeded(`
    dataKeys:
      - name: data
        versions: [{ id: old1, material: ${aes(4)}, createdAt: -2d }, { id: new1, material: ${aes(5)} }]`);
  const newest = await kms.call('GetManagedDataKey', { DataKeyName: 'data' });
  expect(newest).toMatchObject({ DataKeyVersionId: 'new1', Plaintext: aes(5) });
  await kms.close();
});

test('AccessKeys, policies, networks, access points and instances are there', async () => {
  const kms = await seeded(`
    accessKeys: [{ id: LTAItest, secret: s3cret }]
    access:
      networkRules: [{ name: office, description: ours, addresses: [10.0.0.0/8] }]
      policies:
        - name: readers
          description: of secrets
          instance: '{{instanceId}}'
          permissions: [RbacPermission/Template/CryptoServiceSecretUser]
          resources: [secret/*]
          networkRules: [office]
        - { name: everything, resources: [key/*, secret/*] }
      accessPoints: [{ name: app, description: of the app, policies: [everything, readers] }]
    instances:
      - { id: '{{instanceId}}', deletionProtection: true, deletionProtectionDescription: ours }
      - id: kst-second
        createdAt: -1d
        connection: { vpcId: vpc-1, vSwitchIds: [a, b], zoneIds: [c] }
        bindVpcs: [{ vpcId: vpc-2, vSwitchId: d, regionId: cn-beijing, vpcOwnerId: '7' }]`);
  expect(await kms.kms.access.accessKeys.secretOf('LTAItest')).toBe('s3cret');
  expect(await kms.call('DescribeNetworkRule', { Name: 'office' })).toMatchObject({
    SourcePrivateIp: '["10.0.0.0/8"]',
    Description: 'ours',
  });
  expect(await kms.call('DescribePolicy', { Name: 'readers' })).toMatchObject({
    KmsInstance: identity.instanceId,
    AccessControlRules: '{"NetworkRules":["office"]}',
    Description: 'of secrets',
  });
  const everything = await kms.call('DescribePolicy', { Name: 'everything' });
  expect(everything.KmsInstance ?? '').toBe('');
  expect(JSON.stringify(everything)).toContain('CryptoServiceKeyUser');
  const point = await kms.call('DescribeApplicationAccessPoint', { Name: 'app' });
  expect(JSON.parse(point.Policies)).toEqual(['everything', 'readers']);
  const own = await kms.call('GetKmsInstance', { KmsInstanceId: identity.instanceId });
  expect(own.KmsInstance).toMatchObject({ DeletionProtection: true, DeletionProtectionDescription: 'ours' });
  const second = await kms.call('GetKmsInstance', { KmsInstanceId: 'kst-second' });
  expect(second.KmsInstance).toMatchObject({ VpcId: 'vpc-1', CreateTime: date(-1), VswitchIds: ['a', 'b'] });
  expect(second.KmsInstance.BindVpcs.BindVpc[0]).toMatchObject({ VpcId: 'vpc-2', VpcOwnerId: '7' });
  await kms.close();
});

describe('what is there already', () => {
  const first = `
    keys: [{ id: key-app, description: first, aliases: [alias/app], versions: [{ material: ${aes(1)} }] }]
    secrets: [{ name: s, encryptionKey: key-app, versions: [{ id: v1, data: first }] }]
    dataKeys: [{ name: d, versions: [{ id: v1, material: ${aes(1)} }] }]
    accessKeys: [{ id: LTAI, secret: first }]
    instances: [{ id: '{{instanceId}}', deletionProtection: true }, { id: kst-second }]
    access:
      networkRules: [{ name: n, addresses: [10.0.0.1] }]
      policies: [{ name: p, resources: [key/*], networkRules: [n] }]
      accessPoints: [{ name: a, policies: [p] }]`;
  const second = `
    keys:
      - { id: key-app, description: second, aliases: [alias/more], tags: { a: b }, versions: [{ material: ${aes(1)} }, { material: ${aes(2)} }] }
      - { id: key-new, aliases: [alias/app, alias/new] }
    secrets: [{ name: s, versions: [{ id: v1, data: second }, { id: v2, data: more }] }]
    dataKeys: [{ name: d, versions: [{ id: v2, material: ${aes(2)} }] }]
    accessKeys: [{ id: LTAI, secret: second }, { id: LTAI2, secret: second }]
    instances: [{ id: '{{instanceId}}', deletionProtection: true, deletionProtectionDescription: second }, { id: kst-second, deletionProtection: true }]
    access:
      networkRules: [{ name: n }]
      policies: [{ name: p, resources: [secret/*] }]
      accessPoints: [{ name: a }]`;

  test('stays as it is, and the report tells what was added and what was left', async () => {
    const kms = await seeded(first);
    const before = await exportSeed(kms.kms);
    const report = await loadSeed(kms.kms, await parseSeed(second, 'second.yaml'));
    const none = {
      networkRules: [],
      policies: [],
      accessPoints: [],
      clientKeys: [],
      instances: [],
      secrets: [],
      dataKeys: [],
    };
    expect(report.added).toEqual({ ...none, keys: ['key-new'], aliases: ['alias/new'], accessKeys: ['LTAI2'] });
    expect(report.left).toEqual({
      keys: ['key-app'],
      aliases: ['alias/app'],
      secrets: ['s'],
      dataKeys: ['d'],
      accessKeys: ['LTAI'],
      networkRules: ['n'],
      policies: ['p'],
      accessPoints: ['a'],
      clientKeys: [],
      instances: [identity.instanceId, 'kst-second'],
    });
    const after = await exportSeed(kms.kms);
    expect(after.keys?.[0]).toEqual(before.keys?.[0]);
    expect(after.keys?.[1]?.aliases).toEqual(['alias/new']);
    expect({ ...after, keys: [], accessKeys: [] }).toEqual({ ...before, keys: [], accessKeys: [] });
    expect(await kms.kms.access.accessKeys.secretOf('LTAI')).toBe('first');
    await kms.close();
  });

  test('is everything when the same seed is loaded again', async () => {
    const kms = await seeded(first);
    const before = await exportSeed(kms.kms);
    kms.advanceDays(1);
    const { added } = await loadSeed(kms.kms, await parseSeed(first, 'first.yaml'));
    expect(Object.values(added).flat()).toEqual([]);
    expect(await exportSeed(kms.kms)).toEqual(before);
    await kms.close();
  });

  test('does not count when its time is over: a key that is gone by now is made again', async () => {
    const kms = await seeded(
      'keys: [{ id: k, deleteAt: +7d }]\nsecrets: [{ name: s, deleteAt: +7d, versions: [{ id: v1, data: a }] }]',
    );
    kms.advanceDays(8);
    const { added } = await loadSeed(
      kms.kms,
      await parseSeed('keys: [{ id: k }]\nsecrets: [{ name: s, versions: [{ id: v1, data: b }] }]', 'k.yaml'),
    );
    expect([added.keys, added.secrets]).toEqual([['k'], ['s']]);
    expect(await kms.state('k')).toBe('Enabled');
    await kms.close();
  });

  test('is what calls see at once, also where copies of it are held in memory', async () => {
    const kms = await seeded('access: { policies: [{ name: p, resources: [key/*] }], accessPoints: [{ name: a }] }');
    const clientKey = {
      id: 'KAAP.1',
      accessPoint: 'late',
      publicKey: undefined as never,
      notBefore: 0,
      notAfter: 1e15,
    };
    const allowed = () =>
      kms.kms.access.guardOf(clientKey, 'Encrypt', '127.0.0.1').then(
        () => true,
        () => false,
      );
    expect(await allowed()).toBe(false);
    await loadSeed(kms.kms, { access: { accessPoints: [{ name: 'late', policies: ['p'] }] } });
    expect(await allowed()).toBe(true);
    await kms.close();
  });
});

describe('a seed that cannot be loaded as a whole', () => {
  const refused: [string, string, string][] = [
    [
      'a secret whose key there is not',
      'secrets: [{ name: s, encryptionKey: alias/none, versions: [{ id: v1, data: x }] }]',
      'secrets[0].encryptionKey: there is no key alias/none',
    ],
    [
      'a secret whose key is not symmetric',
      'keys: [{ id: r, spec: EC_P256 }]\nsecrets: [{ name: s, encryptionKey: r, versions: [{ id: v1, data: x }] }]',
      'secrets[0].encryptionKey: the key must be symmetric, r is of EC_P256',
    ],
    [
      'a secret in another instance than its key',
      'keys: [{ id: k }]\nsecrets: [{ name: s, instance: kst-x, encryptionKey: k, versions: [{ id: v1, data: x }] }]',
      'secrets[0].instance: the encryption key is in kst-hzz65f176a1test00001',
    ],
    [
      'a key in no instance',
      'keys: [{ id: k, instance: kst-none }]',
      'keys[0].instance: there is no instance kst-none',
    ],
    [
      'a key in an instance that was released',
      'instances: [{ id: kst-x, releasedAt: -1d }]\nkeys: [{ id: k, instance: kst-x }]',
      'keys[0].instance: there is no instance kst-x, or it was released',
    ],
    [
      'an access point without its policy',
      'access: { accessPoints: [{ name: a, policies: [none] }] }',
      'access.accessPoints[0].policies: there is no "none"',
    ],
    [
      'a policy without its network rule',
      'access: { policies: [{ name: p, resources: [key/*], networkRules: [none] }] }',
      'access.policies[0].networkRules: there is no "none"',
    ],
    [
      'a policy for no instance',
      'access: { policies: [{ name: p, resources: [key/*], instance: kst-none }] }',
      'access.policies[0].instance: there is no "kst-none"',
    ],
    ['a time that no clock shows', 'keys: [{ id: k, deleteAt: +99999999d }]', 'the time is too far away'],
  ];

  test.each(refused)('%s: an error that names the place, and nothing of it is there', async (_what, text, message) => {
    const kms = await seeded('keys: [{ id: before }]');
    const state = await exportSeed(kms.kms);
    const seed = await parseSeed(text, 'kms.yaml');
    const whole = { accessKeys: [{ id: 'LTAI', secret: 's' }], dataKeys: [{ name: 'd', versions: [{}] }], ...seed };
    await expect(loadSeed(kms.kms, whole)).rejects.toMatchObject({
      name: 'SeedError',
      code: 'Seed.Invalid',
      message: expect.stringContaining(message),
    });
    expect(await exportSeed(kms.kms)).toEqual(state);
    await kms.close();
  });

  test('a version that another key has', async () => {
    const kms = await seeded(`keys: [{ id: a, versions: [{ id: ${uuid(1)} }] }]`);
    const loading = loadSeed(kms.kms, { keys: [{ id: 'b', versions: [{}, { id: uuid(1) }] }] });
    await expect(loading).rejects.toThrow(`keys[0].versions[1].id: ${uuid(1)} is a version of another key`);
    await kms.close();
  });

  test('that was never checked is checked', async () => {
    const kms = await ActionHarness.open();
    await expect(loadSeed(kms.kms, { keys: [{ id: '' }] })).rejects.toMatchObject({ code: 'Seed.Invalid' });
    await kms.close();
  });
});

test('what a seed calls by a placeholder belongs to the KMS that it is loaded into', async () => {
  const seed = `
    keys:
      - id: key-app
        policy: { Version: '1', Statement: [{ Effect: Allow, Principal: { RAM: ['acs:ram::{{accountId}}:*'] }, Action: 'kms:*', Resource: '*' }] }
    access: { policies: [{ name: p, instance: '{{instanceId}}', resources: [key/*] }] }`;
  const kms = await seeded(seed, otherIdentity);
  const { Policy } = await kms.call('GetKeyPolicy', { KeyId: 'key-app' });
  expect(Policy).toContain(`acs:ram::${otherIdentity.accountId}:*`);
  expect((await kms.call('DescribePolicy', { Name: 'p' })).KmsInstance).toBe(otherIdentity.instanceId);
  expect((await exportSeed(kms.kms)).keys).toEqual((await exported(await exportSeed(kms.kms))).keys);
  await kms.close();
});

test('two thousand keys and as many secrets in one seed are all there, and usable', async () => {
  const count = 2000;
  const keys = Array.from({ length: count }, (_, at) => ({
    id: `key-${at}`,
    aliases: [`alias/${at}`],
    tags: { at: `${at}` },
  }));
  const secrets = keys.map(({ id }, at) => ({
    name: `s${at}`,
    encryptionKey: id,
    versions: [{ id: 'v1', data: `${at}` }],
  }));
  const kms = await seeded({ keys, secrets });
  expect((await kms.call('ListKeys', {})).TotalCount).toBe(count);
  const last = count - 1;
  expect((await kms.call('GetSecretValue', { SecretName: `s${last}` })).SecretData).toBe(`${last}`);
  expect((await kms.call('DescribeKey', { KeyId: `alias/${last}` })).KeyMetadata.KeyId).toBe(`key-${last}`);
  await kms.close();
});
