import { type ActionName, actions, type FieldFacts } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assumeRole, type Credentials, callKms, callSts, roleParameters } from './sts-calls.js';
import { accountId, roleArn, type TokenServer, tokenServer } from './token-server.js';

let server: TokenServer;
let keyId: string;
let otherKeyId: string;
let blob: string;
beforeAll(async () => {
  server = await tokenServer();
  for (const SecretName of ['mine', 'yours']) {
    await callKms(server, server, 'CreateSecret', { SecretName, VersionId: '1', SecretData: SecretName });
  }
  keyId = (await callKms(server, server, 'CreateKey')).KeyMetadata.KeyId;
  otherKeyId = (await callKms(server, server, 'CreateKey')).KeyMetadata.KeyId;
  blob = (await callKms(server, server, 'Encrypt', { KeyId: keyId, Plaintext: 'aGk=' })).CiphertextBlob;
});
afterAll(() => server.close());

interface Statement {
  Effect?: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: string | string[];
}

const policy = (...statements: Statement[]): string =>
  JSON.stringify({ Version: '1', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) });

/** The policy of a key or a secret. */
const allow = (principal: string): string =>
  JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Principal: { RAM: [principal] }, Action: ['kms:*'], Resource: ['*'] }],
  });

const session = (...statements: Statement[]): Promise<Credentials> =>
  assumeRole(server, { Policy: policy(...statements) });

const code = async (who: Credentials, api: string, parameters: Record<string, string> = {}): Promise<string> =>
  (await callKms(server, who, api, parameters)).Code ?? 'ok';

const key = (id: string) => `acs:kms:*:${accountId}:key/${id}`;

describe('a session with a policy', () => {
  test('uses the keys and actions that it allows, and no others', async () => {
    const who = await session({ Action: ['kms:Encrypt', 'kms:describe*'], Resource: key(keyId) });
    expect(await code(who, 'Encrypt', { KeyId: keyId, Plaintext: 'aGk=' })).toBe('ok');
    expect(await code(who, 'DescribeKey', { KeyId: keyId })).toBe('ok');
    expect(await code(who, 'Decrypt', { CiphertextBlob: blob })).toBe('Forbidden.NoPermission');
    expect(await code(who, 'Encrypt', { KeyId: otherKeyId, Plaintext: 'aGk=' })).toBe('Forbidden.NoPermission');
    expect(await code(who, 'DescribeKey', { KeyId: 'nowhere' })).toBe('Forbidden.NoPermission');
    expect(await code(who, 'ListKeys')).toBe('Forbidden.NoPermission');
    expect(await code(who, 'CreateKey')).toBe('Forbidden.NoPermission');
  });

  test('reads the secrets that it allows: of several it gets some', async () => {
    const who = await session({ Action: 'kms:GetSecretValue', Resource: `acs:kms:*:*:secret/mine` });
    const SecretsList = JSON.stringify([{ SecretName: 'mine' }, { SecretName: 'yours' }]);
    const { SecretValues, Errors } = await callKms(server, who, 'BatchGetSecretValue', { SecretsList });
    expect(SecretValues).toMatchObject([{ SecretName: 'mine', SecretData: 'mine' }]);
    expect(Errors).toMatchObject([{ SecretName: 'yours', Code: 'Forbidden.NoPermission' }]);
  });

  test('may not do what a Deny in it forbids', async () => {
    const who = await session(
      { Action: 'kms:*', Resource: '*' },
      { Effect: 'Deny', Action: 'kms:ScheduleKeyDeletion', Resource: key('*') },
    );
    expect(await code(who, 'DescribeKey', { KeyId: keyId })).toBe('ok');
    expect(await code(who, 'ListKeys')).toBe('ok');
    expect(await code(who, 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '7' })).toBe(
      'Forbidden.NoPermission',
    );
  });

  test.each([
    ['ListKeys', 'key', {}],
    ['CreateKey', 'key', {}],
    ['ListSecrets', 'secret', {}],
    ['CreateSecret', 'secret', { SecretName: 'new', VersionId: '1', SecretData: 'x' }],
    ['ListAliases', 'alias', {}],
  ])('may %s when it allows that on acs:kms:…:%s', async (api, container, parameters) => {
    const on = (resource: string) => session({ Action: `kms:${api}`, Resource: `acs:kms:*:*:${resource}` });
    expect(await code(await on(`${container}/*`), api, parameters)).toBe('Forbidden.NoPermission');
    expect(await code(await on(container), api, parameters)).toBe('ok');
  });

  test('gives a key an alias when it may use both', async () => {
    const Action = ['kms:CreateAlias', 'kms:DeleteAlias'];
    const [both, keyOnly, aliasOnly] = await Promise.all([
      session({ Action, Resource: [key(keyId), 'acs:kms:*:*:alias/app'] }),
      session({ Action, Resource: key(keyId) }),
      session({ Action, Resource: 'acs:kms:*:*:alias/app' }),
    ]);
    const parameters = { AliasName: 'alias/app', KeyId: keyId };
    expect(await code(keyOnly, 'CreateAlias', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(aliasOnly, 'CreateAlias', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(both, 'CreateAlias', { ...parameters, AliasName: 'alias/b' })).toBe('Forbidden.NoPermission');
    expect(await code(both, 'CreateAlias', parameters)).toBe('ok');
    expect(await code(keyOnly, 'DeleteAlias', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(aliasOnly, 'DeleteAlias', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(both, 'DeleteAlias', parameters)).toBe('ok');
  });

  test('encrypts and reads a generic secret with a key when it may use both', async () => {
    const secretArn = 'acs:kms:*:*:secret';
    const Action = ['kms:CreateSecret', 'kms:PutSecretValue', 'kms:GetSecretValue'];
    const secrets: Statement = { Action, Resource: [secretArn, `${secretArn}/own`] };
    const encrypting: Statement = { Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: key(keyId) };
    const [both, secretOnly] = await Promise.all([session(secrets, encrypting), session(secrets)]);
    const version = { SecretName: 'own', VersionId: '1', SecretData: 'x' };
    const create = { ...version, EncryptionKeyId: keyId };
    expect(await code(secretOnly, 'CreateSecret', create)).toBe('Forbidden.NoPermission');
    expect(await code(both, 'CreateSecret', { ...create, EncryptionKeyId: otherKeyId })).toBe('Forbidden.NoPermission');
    expect(await code(both, 'CreateSecret', create)).toBe('ok');
    const { AccessDeniedDetail } = await callKms(server, secretOnly, 'GetSecretValue', { SecretName: 'own' });
    expect(AccessDeniedDetail).toMatchObject({ AuthAction: 'kms:Decrypt' });
    expect(await code(secretOnly, 'PutSecretValue', { ...version, VersionId: '2' })).toBe('Forbidden.NoPermission');
    expect(await code(both, 'PutSecretValue', { ...version, VersionId: '2' })).toBe('ok');
    expect(await code(both, 'GetSecretValue', { SecretName: 'own' })).toBe('ok');
  });

  test('encrypts again from one key to another by actions of their own', async () => {
    const parameters = { CiphertextBlob: blob, DestinationKeyId: otherKeyId };
    const from: Statement = { Action: 'kms:ReEncryptFrom', Resource: key(keyId) };
    const to: Statement = { Action: 'kms:ReEncryptTo', Resource: key(otherKeyId) };
    expect(await code(await session(from), 'ReEncrypt', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(await session(to), 'ReEncrypt', parameters)).toBe('Forbidden.NoPermission');
    expect(await code(await session(from, to), 'ReEncrypt', parameters)).toBe('ok');
    const pattern = await session({ Action: 'kms:ReEncrypt*', Resource: key('*') });
    expect(await code(pattern, 'ReEncrypt', parameters)).toBe('ok');
  });

  test('protects an instance against deletion only when it allows that on everything', async () => {
    const parameters = { KmsInstanceId: 'kst-test', KeyId: keyId, EnableDeletionProtection: 'true' };
    const narrow = await session({ Action: 'kms:*', Resource: key(keyId) });
    expect(await code(narrow, 'SetDeletionProtection', parameters)).toBe('Forbidden.NoPermission');
    const { KmsInstanceId: _, ...ofKey } = parameters;
    expect(await code(narrow, 'SetDeletionProtection', { ...ofKey, EnableDeletionProtection: 'false' })).toBe('ok');
  });

  test('assumes another role only when it allows that', async () => {
    const kmsOnly = await session({ Action: 'kms:*', Resource: '*' });
    expect(await callSts(server, kmsOnly, 'AssumeRole', roleParameters)).toMatchObject({
      HttpStatus: 403,
      Code: 'NoPermission',
    });
    const other = await session({ Action: 'sts:AssumeRole', Resource: roleArn });
    expect(await callSts(server, other, 'AssumeRole', roleParameters)).toHaveProperty('Credentials');
    expect(await callSts(server, kmsOnly, 'GetCallerIdentity')).toMatchObject({ IdentityType: 'AssumedRoleUser' });
  });

  test('is told by DryRun what it may not do', async () => {
    const who = await session({ Action: 'kms:DescribeKey', Resource: '*' });
    const parameters = { KeyId: keyId, Plaintext: 'aGk=', DryRun: 'true' };
    expect(await code(who, 'Encrypt', parameters)).toBe('AccessDeniedError');
    expect(await code(await assumeRole(server), 'Encrypt', parameters)).toBe('DryRunOperationError');
  });
});

describe('a session whose policy allows nothing of KMS', () => {
  const known: Record<string, () => string> = {
    KeyId: () => keyId,
    DestinationKeyId: () => keyId,
    CiphertextBlob: () => blob,
    SecretName: () => 'mine',
    AliasName: () => 'alias/none',
    PendingWindowInDays: () => '7',
    SecretsList: () => '[{"SecretName":"mine"}]',
    Tags: () => '[{"TagKey":"a","TagValue":"b"}]',
    TagKeys: () => '["a"]',
    ResourceType: () => 'key',
    EnableDeletionProtection: () => 'true',
    EnableAutomaticRotation: () => 'false',
    PolicyName: () => 'default',
    Policy: () => allow('*'),
    VersionStage: () => 'ACSCurrent',
    MoveToVersion: () => '1',
  };
  const plausible = (name: string, { values, range }: FieldFacts): string =>
    known[name]?.() ?? values?.[0] ?? String(range?.min ?? 'eHh4');

  const parametersOf = (api: ActionName): Record<string, string> => {
    const fields = Object.entries(actions[api].parameters as Record<string, FieldFacts>);
    const needed = fields.filter(([name, { required }]) => required || name in known);
    const numbered = api.startsWith('TagResources') || api.startsWith('UntagResources');
    const ids: Record<string, string> = numbered
      ? { 'ResourceId.1': keyId, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b', 'TagKey.1': 'a' }
      : {};
    const single = needed.filter(([name]) => !numbered || !['ResourceId', 'Tag', 'TagKey'].includes(name));
    // One of KeyId and SecretName is what most of them take.
    const both = single.filter(([name, { required }]) => required || name !== 'SecretName');
    return { ...Object.fromEntries(both.map(([name, field]) => [name, plausible(name, field)])), ...ids };
  };

  test.each(Object.keys(actions) as ActionName[])('is refused by %s', async (api) => {
    const nothing = await session({ Action: 'oss:*', Resource: '*' });
    const answer = await callKms(server, nothing, api, parametersOf(api));
    if (api === 'DescribeRegions') expect(answer).toHaveProperty('Regions');
    else if (api === 'BatchGetSecretValue') expect(answer.Errors).toMatchObject([{ Code: 'Forbidden.NoPermission' }]);
    else expect(answer).toMatchObject({ HttpStatus: 403, Code: 'Forbidden.NoPermission' });
  });
});

describe('the policy of a key', () => {
  test('lets the role in that it names, by any of its sessions, and no other', async () => {
    const { KeyId } = (await callKms(server, server, 'CreateKey')).KeyMetadata;
    const set = await callKms(server, server, 'SetKeyPolicy', { KeyId, PolicyName: 'default', Policy: allow(roleArn) });
    expect(set.Code).toBeUndefined();
    const other = await assumeRole(server, { RoleArn: `acs:ram::${accountId}:role/other` });
    expect(await code(await assumeRole(server), 'DescribeKey', { KeyId })).toBe('ok');
    expect(await code(await assumeRole(server, { RoleSessionName: 'second' }), 'DescribeKey', { KeyId })).toBe('ok');
    expect(await code(other, 'DescribeKey', { KeyId })).toBe('Forbidden.ProhibitedByKeyPolicy');
    expect(await code(server, 'DescribeKey', { KeyId })).toBe('Forbidden.ProhibitedByKeyPolicy');
  });
});
