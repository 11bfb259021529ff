import { actions } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instanceRules } from '../../src/gateways/generated/request-rules.js';
import { ActionHarness, type Answer, base64, codeOf, identity } from './harness.js';

// The numbers are those of the service's documentation, written down once more: the code has them from model/limits.ts.

let kms: ActionHarness;
beforeAll(async () => {
  kms = await ActionHarness.open();
});
afterAll(() => kms.close());

/** Parameters as they travel. */
const call = async (api: string, flat: Record<string, string>): Promise<Answer> => kms.send(api, flat);

type Flat = Record<string, string>;

/** One limit: what keeps it passes; what does not is InvalidParameter and names the parameter. */
interface Limit {
  parameter: string;
  passes: readonly string[];
  refused: readonly string[];
  /** The other parameters of the call, made anew for each. */
  others?: () => Flat | Promise<Flat>;
}

const text = (length: number, character = 'x') => character.repeat(length);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const from = (min: number, max: number) => ({
  passes: [String(min), String(max)],
  refused: [String(min - 1), String(max + 1), 'x', '7.5'],
});
const upTo = (max: number) => ({ passes: [text(max)], refused: [text(max + 1)] });

let count = 0;
const unique = (prefix: string) => `${prefix}${++count}`;
const key = async (parameters: object = {}): Promise<Flat> => ({ KeyId: await kms.newKey({ ...parameters }) });
async function secret(parameters: Flat = {}): Promise<Flat> {
  const SecretName = unique('secret');
  await call('CreateSecret', { SecretName, SecretData: 'value', VersionId: 'v1', ...parameters });
  return { SecretName };
}
const newSecret = () => ({ SecretName: unique('new'), SecretData: 'value', VersionId: 'v1' });
const rds = { SecretType: 'Rds', SecretData: '{"Accounts":[{"AccountName":"a","AccountPassword":"b"}]}' };

const tag = (TagKey: string, TagValue = 'v') => JSON.stringify([{ TagKey, TagValue }]);
const newTags = (first: number, many: number) =>
  JSON.stringify(numbers(many).map((index) => ({ TagKey: `k${first + index}`, TagValue: 'v' })));
const tags = {
  passes: [tag(text(128)), tag('k', text(128)), tag('aZ0/\\_-.+=:@'), tag('k', ''), newTags(0, 20)],
  refused: [
    tag(text(129)),
    tag('k', text(129)),
    tag('with space'),
    tag('k', '密钥'),
    tag('aliyun'),
    tag('acs:a'),
    tag(''),
    newTags(0, 21),
  ],
};
const filter = (keys: number, values: number, name: string) =>
  JSON.stringify(numbers(keys).map(() => ({ Key: name, Values: numbers(values).map(String) })));
const filters = (name: string) => ({
  parameter: 'Filters',
  passes: [filter(1, 10, name), filter(10, 1, name)],
  refused: [filter(1, 11, name), filter(11, 1, name), filter(1, 0, name), filter(1, 1, 'Unknown'), '{}', 'x'],
});
const interval = (passes: string[], refused: string[]) => ({
  parameter: 'RotationInterval',
  passes,
  refused: [...refused, '7', '7w', 'd'],
});
const keyInterval = interval(['7d', '730d', '168h'], ['604799s', '731d']);
const secretInterval = interval(['6h', '365d', '21600s'], ['21599s', '366d']);
const description = { parameter: 'Description', ...upTo(8192) };
const pages = (others?: Limit['others']): Limit[] => [
  { parameter: 'PageSize', ...from(1, 100), others },
  { parameter: 'PageNumber', passes: ['1', '99999'], refused: ['0', '-1', 'x'], others },
];
const versionId = { parameter: 'VersionId', ...upTo(64) };
const names = {
  parameter: 'SecretName',
  passes: ['a', text(192), 'Az0_/+=.-@'],
  refused: [text(193), 'with space', 'name$', '密钥', 'acs/mine'],
};
const accessName = () => ({ Name: unique('name') });
const permissions = { Permissions: '["RbacPermission/Template/CryptoServiceKeyUser"]', Resources: '["key/*"]' };
async function accessPolicy(): Promise<string> {
  const { Name } = accessName();
  await call('CreatePolicy', { Name, ...permissions, AccessControlRules: '{"NetworkRules":[]}' });
  return Name;
}
async function accessPoint(): Promise<string> {
  const { Name } = accessName();
  await call('CreateApplicationAccessPoint', { Name, Policies: JSON.stringify([await accessPolicy()]) });
  return Name;
}

const limits: Readonly<Record<string, readonly Limit[]>> = {
  // keys
  CreateKey: [
    description,
    { parameter: 'Tags', ...tags },
    { ...keyInterval, others: () => ({ EnableAutomaticRotation: 'true' }) },
  ],
  UpdateKeyDescription: [{ ...description, others: key }],
  SetDeletionProtection: [
    {
      parameter: 'DeletionProtectionDescription',
      ...upTo(8192),
      others: async () => ({ ...(await key()), EnableDeletionProtection: 'true' }),
    },
  ],
  ScheduleKeyDeletion: [{ parameter: 'PendingWindowInDays', ...from(7, 366), others: key }],
  UpdateRotationPolicy: [
    { ...keyInterval, others: async () => ({ ...(await key()), EnableAutomaticRotation: 'true' }) },
  ],
  CreateAlias: [
    {
      parameter: 'AliasName',
      passes: ['alias/x', `alias/${text(249)}`],
      refused: [`alias/${text(250)}`, 'alias/', 'name', 'alias/acs', 'alias/acs/mine'],
      others: key,
    },
  ],
  TagResource: [{ parameter: 'Tags', ...tags, others: key }],
  UntagResource: [
    {
      parameter: 'TagKeys',
      passes: [JSON.stringify(numbers(20).map(String))],
      refused: [JSON.stringify(numbers(21).map(String)), '{}', 'x'],
      others: key,
    },
  ],
  ListKeys: [...pages(), filters('KeyState')],
  ListKeyVersions: pages(key),
  ListAliases: pages(),
  ListAliasesByKeyId: pages(key),

  // cryptography
  Encrypt: [
    {
      parameter: 'Plaintext',
      passes: [base64(text(6144))],
      refused: [base64(text(6145))],
      others: key,
    },
  ],
  GenerateDataKey: [{ parameter: 'NumberOfBytes', ...from(1, 1024), others: key }],
  GenerateDataKeyWithoutPlaintext: [{ parameter: 'NumberOfBytes', ...from(1, 1024), others: key }],
  ListManagedDataKeyVersions: pages(async () => {
    const { DataKeyName } = await call('GetManagedDataKey', { DataKeyName: 'listed' });
    return { DataKeyName };
  }),

  // secrets
  CreateSecret: [
    { ...names, others: () => ({ SecretData: 'value', VersionId: 'v1' }) },
    { ...description, others: newSecret },
    { ...versionId, others: newSecret },
    {
      parameter: 'SecretData',
      passes: [text(30_720), text(10_240, '密')],
      refused: [text(30_721), text(10_241, '密')],
      others: newSecret,
    },
    { parameter: 'Tags', ...tags, others: newSecret },
    { ...secretInterval, others: () => ({ ...newSecret(), ...rds, EnableAutomaticRotation: 'true' }) },
  ],
  PutSecretValue: [
    { ...versionId, others: async () => ({ ...(await secret()), SecretData: 'x' }) },
    { parameter: 'SecretData', ...upTo(30_720), others: async () => ({ ...(await secret()), VersionId: 'v2' }) },
    {
      parameter: 'VersionStages',
      // With the ACSCurrent that is on the first version, 8 in all.
      passes: [JSON.stringify(numbers(7).map((stage) => `stage${stage}`))],
      refused: [JSON.stringify(numbers(9).map((stage) => `stage${stage}`)), '{}'],
      others: async () => ({ ...(await secret()), SecretData: 'x', VersionId: 'v2' }),
    },
  ],
  UpdateSecret: [{ ...description, others: secret }],
  RotateSecret: [{ ...versionId, others: () => secret(rds) }],
  UpdateSecretRotationPolicy: [
    { ...secretInterval, others: async () => ({ ...(await secret(rds)), EnableAutomaticRotation: 'true' }) },
  ],
  DeleteSecret: [{ parameter: 'RecoveryWindowInDays', ...from(7, 30), others: secret }],
  BatchGetSecretValue: [
    {
      parameter: 'SecretsList',
      passes: [JSON.stringify(numbers(20).map(() => ({ SecretName: 'any' })))],
      refused: [JSON.stringify(numbers(21).map(() => ({ SecretName: 'any' }))), '[]', '[{}]', 'x'],
    },
  ],
  ListSecrets: [...pages(), filters('SecretName')],
  ListSecretVersionIds: pages(secret),
  GetRandomPassword: [{ parameter: 'PasswordLength', ...from(8, 128) }],

  // access
  CreateNetworkRule: [
    { ...description, others: () => ({ ...accessName(), Type: 'Private', SourcePrivateIp: '["127.0.0.1"]' }) },
  ],
  CreatePolicy: [
    { ...description, others: () => ({ ...accessName(), ...permissions }) },
    {
      parameter: 'Permissions',
      passes: ['["RbacPermission/Template/CryptoServiceKeyUser","RbacPermission/Template/CryptoServiceSecretUser"]'],
      refused: ['["RbacPermission/Template/Other"]', '[]', 'x'],
      others: () => ({ ...accessName(), Resources: '["key/*"]' }),
    },
    {
      parameter: 'Resources',
      passes: ['["key/key-1","secret/a/b","key/*","secret/*"]'],
      refused: ['["key-1"]', '["secret/"]', '["key/a*"]', '[]'],
      others: () => ({ ...accessName(), Permissions: permissions.Permissions }),
    },
  ],
  CreateClientKey: [
    {
      parameter: 'Password',
      passes: ['abcdefg1', `${text(63)}1`, '1234567!'],
      refused: ['abcdef1', `${text(64)}1`, text(8), '12345678'],
      others: async () => ({ AapName: await accessPoint() }),
    },
  ],
  ListNetworkRules: pages(),
  ListPolicies: pages(),
  ListApplicationAccessPoints: pages(),
  ListKmsInstances: [...pages(), filters('KmsInstanceId')],
};

const shown = (value: string) => (value.length > 60 ? `${value.slice(0, 20)}… (${value.length} characters)` : value);
const rows = Object.entries(limits).flatMap(([api, ofApi]) =>
  ofApi.flatMap((limit) => [
    ...limit.passes.map((value) => ({ api, limit, value, shown: shown(value), outcome: 'passes' })),
    ...limit.refused.map((value) => ({ api, limit, value, shown: shown(value), outcome: 'refused' })),
  ]),
);

test.each(rows)('$api: $limit.parameter = $shown is $outcome', async ({ api, limit, value, outcome }) => {
  const parameters = { ...(await limit.others?.()), [limit.parameter]: value };
  if (outcome === 'passes') await call(api, parameters);
  else {
    await expect(call(api, parameters)).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining(limit.parameter),
    });
  }
});

const numbered = (name: string, count: number, suffix = ''): Flat =>
  Object.fromEntries(numbers(count).map((index) => [`${name}.${index}${suffix}`, `t${index}`]));

test.each([
  ['TagResources', 'Tag', '.Key', 20],
  ['UntagResources', 'TagKey', '', 20],
  ['ListTagResources', 'Tag', '.Key', 20],
  ['ListTagResources', 'ResourceId', '', 50],
])('%s takes as many %s%s as %d', async (api, parameter, suffix, max) => {
  const { KeyId = '' } = await key();
  const send = (count: number) =>
    call(api, {
      RegionId: identity.regionId,
      ResourceType: 'key',
      'ResourceId.1': KeyId,
      ...numbered(parameter, count, suffix),
    });
  await send(max);
  await expect(send(max + 1)).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining(parameter),
  });
});

test.each(['TagResources', 'UntagResources'])('%s takes 50 resources', async (api) => {
  const send = (count: number) =>
    call(api, {
      RegionId: identity.regionId,
      ResourceType: 'key',
      ...numbered('ResourceId', count),
      ...(api === 'TagResources' ? { 'Tag.1.Key': 't' } : { 'TagKey.1': 't' }),
    });
  expect(await codeOf(send(50))).toBe('Forbidden.KeyNotFound');
  expect(await codeOf(send(51))).toBe('InvalidParameter');
});

test('every list that is paged has its page size in this table', () => {
  const paged = Object.entries(actions).flatMap(([api, { parameters }]) => (parameters.PageSize ? [api] : []));
  const covered = Object.entries(limits).flatMap(([api, ofApi]) =>
    ofApi.some(({ parameter }) => parameter === 'PageSize') ? [api] : [],
  );
  expect(covered.toSorted()).toEqual(paged.toSorted());
});

describe('what a resource can have', () => {
  beforeEach(async () => {
    await kms.close();
    kms = await ActionHarness.open();
  });

  test('20 tags', async () => {
    const resource = await key();
    await call('TagResource', { ...resource, Tags: newTags(0, 20) });
    await call('TagResource', { ...resource, Tags: newTags(0, 20) });
    expect(await codeOf(call('TagResource', { ...resource, Tags: newTags(20, 1) }))).toBe('Rejected.LimitExceeded');
  });

  test('50 versions of a key, made 7 days apart', async () => {
    const asymmetric = await key({ KeySpec: 'EC_P256' });
    const rejected = 'Rejected.LimitExceeded';
    expect(await codeOf(call('CreateKeyVersion', asymmetric))).toBe(rejected);
    kms.advanceMs(7 * 86_400_000 - 1);
    expect(await codeOf(call('CreateKeyVersion', asymmetric))).toBe(rejected);
    kms.advanceMs(1);
    for (let versions = 1; versions < 50; versions += 1) {
      await call('CreateKeyVersion', asymmetric);
      kms.advanceDays(7);
    }
    expect(await codeOf(call('CreateKeyVersion', asymmetric))).toBe(rejected);
    expect((await call('ListKeyVersions', asymmetric)).TotalCount).toBe(50);
  });

  test('one alias of a name', async () => {
    await call('CreateAlias', { ...(await key()), AliasName: 'alias/one' });
    const again = { ...(await key()), AliasName: 'alias/one' };
    expect(await codeOf(call('CreateAlias', again))).toBe('Rejected.ResourceExist');
  });

  test('8 stages of a secret in all', async () => {
    const one = await secret();
    const stages = JSON.stringify(numbers(7).map((stage) => `stage${stage}`));
    await call('PutSecretValue', { ...one, SecretData: 'x', VersionId: 'v2', VersionStages: stages });
    const eighth = { ...one, SecretData: 'x', VersionId: 'v3', VersionStages: '["another"]' };
    expect(await codeOf(call('PutSecretValue', eighth))).toBe('Rejected.LimitExceeded');
  });

  test('10 versions of a secret: the oldest without a stage goes first', async () => {
    const one = await secret();
    for (let version = 2; version <= 11; version += 1) {
      await call('PutSecretValue', { ...one, SecretData: 'x', VersionId: `v${version}` });
    }
    const { VersionIds, TotalCount } = await call('ListSecretVersionIds', { ...one, IncludeDeprecated: 'true' });
    expect([TotalCount, VersionIds.VersionId[0].VersionId]).toEqual([10, 'v2']);
  });

  test('3 policies of an access point', async () => {
    const policies = await Promise.all(numbers(4).map(accessPolicy));
    await call('CreateApplicationAccessPoint', { Name: 'three', Policies: JSON.stringify(policies.slice(0, 3)) });
    await expect(
      call('CreateApplicationAccessPoint', { Name: 'four', Policies: JSON.stringify(policies) }),
    ).rejects.toMatchObject({ code: 'InvalidParameter', message: expect.stringContaining('Policies') });
  });

  test('the secrets of an instance: those whose key is in it', async () => {
    const outside = (await call('CreateKey', {})).KeyMetadata.KeyId;
    const inInstance = { ...newSecret(), DKMSInstanceId: identity.instanceId };
    await expect(call('CreateSecret', { ...inInstance, EncryptionKeyId: outside })).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining('EncryptionKeyId'),
    });
    await call('CreateSecret', { ...inInstance, EncryptionKeyId: await kms.newKey() });
  });
});

describe('the instance gateway names', () => {
  test.each(Object.entries(instanceRules))(
    'what %s misses before what is out of its range',
    async (api, { required }) => {
      const found = await kms.instance(api, {}).catch((error: unknown) => error);
      const isNumber = required[0] === 'Length';
      expect(found).toMatchObject({ code: isNumber ? 'InvalidParameter' : 'MissingParameter' });
      expect(String(found)).toContain(required[0]);
    },
  );
});
