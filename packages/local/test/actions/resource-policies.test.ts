import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountGuard, guarded } from '../../src/gateways/guards.js';
import { ActionHarness, base64, identity } from './harness.js';

type Policy = Record<string, unknown>;

/** What conditions find in every request here. */
const request: Record<string, string[]> = {
  'acs:SourceIp': ['10.0.0.1'],
  'acs:CurrentTime': ['2026-01-01T00:00:00Z'],
  'kms:EncryptionContext:tenant': ['Apollo 11'],
};

let open: ActionHarness;
let kms: ActionHarness;
beforeAll(async () => {
  open = await ActionHarness.open();
  // As the public gateway calls actions.
  kms = new ActionHarness(() => guarded(open.kms, accountGuard(identity, { valuesOf: (key) => request[key] ?? [] })));
});
afterAll(() => open.close());

const statement = (changes: Policy = {}): Policy => ({
  Effect: 'Allow',
  Principal: { RAM: [`acs:ram::${identity.accountId}:*`] },
  Action: ['kms:*'],
  Resource: ['*'],
  ...changes,
});
const document = (...statements: Policy[]): string => JSON.stringify({ Version: '1', Statement: statements });

const secret = { SecretData: 's', VersionId: 'v1' };

describe.each(['Key', 'Secret'] as const)('the policy of a %s', (kind) => {
  let which: Record<string, string>;
  const isKey = kind === 'Key';
  const refused = isKey ? 'Forbidden.ProhibitedByKeyPolicy' : 'Forbidden.NoPermission';
  const use = () =>
    isKey ? kms.code('Encrypt', { ...which, Plaintext: base64('x') }) : kms.code('GetSecretValue', which);
  const usingAction = isKey ? 'kms:Encrypt' : 'kms:GetSecretValue';
  const set = (Policy: string, further = {}) => kms.code(`Set${kind}Policy`, { ...which, Policy, ...further });
  const get = async () => (await kms.call(`Get${kind}Policy`, which)).Policy;
  beforeAll(async () => {
    const Tags = JSON.stringify([{ TagKey: 'Project', TagValue: 'Apollo' }]);
    which = isKey ? { KeyId: await kms.newKey({ Tags }) } : { SecretName: 'policies' };
    if (!isKey) await kms.call('CreateSecret', { ...which, ...secret, Tags });
  });

  test('is the default one until another is set', async () => {
    expect(JSON.parse(await get())).toEqual({
      Version: '1',
      Statement: [statement({ Sid: `kms default ${kind.toLowerCase()} policy` })],
    });
    const changed = document(statement({ Sid: 'mine' }));
    expect(await set(changed, { PolicyName: 'default' })).toBe('ok');
    expect(await get()).toBe(changed);
  });

  test('can be given when it is created', async () => {
    const Policy = document(statement({ Sid: 'from the start' }));
    const made = isKey
      ? { KeyId: await kms.newKey({ Policy }) }
      : { SecretName: (await kms.call('CreateSecret', { SecretName: 'with-policy', ...secret, Policy })).SecretName };
    expect((await kms.call(`Get${kind}Policy`, made)).Policy).toBe(Policy);
  });

  test.each([
    ['an Allow for the account', [{}], true],
    ['an Allow for the root user', [{ Principal: { RAM: `acs:ram::${identity.accountId}:root` } }], true],
    ['an Allow for somebody else', [{ Principal: { RAM: ['acs:ram::9999:*'] } }], false],
    ['an Allow for a service', [{ Principal: { Service: ['rds.aliyuncs.com'] } }], false],
    ['an Allow for the action', [{ Action: usingAction }], true],
    ['an Allow for the action in other letters', [{ Action: usingAction.toUpperCase() }], true],
    ['an Allow for other actions', [{ Action: ['kms:Describe*', 'kms:List*'] }], false],
    ['an Allow for some actions by pattern', [{ Action: ['kms:?ncr*', 'kms:Get*Value'] }], true],
    ['an Allow for another resource', [{ Resource: ['acs:kms:cn-hangzhou:1:key/other'] }], false],
    ['a Deny for the action', [{}, { Effect: 'Deny', Action: [usingAction] }], false],
    ['a Deny before the Allow', [{ Effect: 'Deny', Action: [usingAction] }, {}], false],
    ['a Deny for other actions', [{}, { Effect: 'Deny', Action: ['kms:Delete*'] }], true],
  ])('with %s', async (_what, statements: Policy[], allowed) => {
    expect(await set(document(...statements.map(statement)))).toBe('ok');
    expect(await use()).toBe(allowed ? 'ok' : refused);
  });

  const inNetwork = { IpAddress: { 'acs:SourceIp': ['192.168.0.0/16', '10.0.0.0/8'] } };
  const elsewhere = { IpAddress: { 'acs:SourceIp': '192.168.0.0/16' } };
  const ofApollo = { StringEqualsIgnoreCase: { 'kms:tag/Project': ['apollo'] } };
  test.each<[what: string, statements: Policy[], allowed: boolean]>([
    ['an Allow for this address', [{ Condition: inNetwork }], true],
    ['an Allow for other addresses', [{ Condition: elsewhere }], false],
    ['a Deny for this address', [{}, { Effect: 'Deny', Condition: inNetwork }], false],
    ['a Deny for other addresses', [{}, { Effect: 'Deny', Condition: elsewhere }], true],
    [
      'a Deny for all but these addresses',
      [{}, { Effect: 'Deny', Condition: { NotIpAddress: elsewhere.IpAddress } }],
      false,
    ],
    ['an Allow for this tag', [{ Condition: ofApollo }], true],
    ['an Allow for another tag', [{ Condition: { StringEquals: { 'kms:tag/Project': 'Gemini' } } }], false],
    ['an Allow for a tag that is not there', [{ Condition: { StringLike: { 'kms:tag/Team': '*' } } }], false],
    [
      'a Deny for all without a tag',
      [{}, { Effect: 'Deny', Condition: { StringNotLike: { 'kms:tag/Team': '*' } } }],
      false,
    ],
    ['an Allow for this context', [{ Condition: { StringLike: { 'kms:EncryptionContext:tenant': 'Apollo*' } } }], true],
    ['an Allow for no context', [{ Condition: { StringEquals: { 'kms:EncryptionContext:user': 'a' } } }], false],
    ['an Allow until later', [{ Condition: { DateLessThan: { 'acs:CurrentTime': '2026-01-02T00:00:00Z' } } }], true],
    [
      'an Allow from later on',
      [{ Condition: { DateGreaterThan: { 'acs:CurrentTime': '2026-01-02T00:00:00Z' } } }],
      false,
    ],
    ['an Allow from a VPC', [{ Condition: { StringEquals: { 'acs:SourceVpc': 'vpc-1' } } }], false],
    ['an Allow on two conditions that hold', [{ Condition: { ...inNetwork, ...ofApollo } }], true],
    ['an Allow on two conditions of which one holds', [{ Condition: { ...elsewhere, ...ofApollo } }], false],
  ])('with %s', async (_what, statements, allowed) => {
    expect(await set(document(...statements.map(statement)))).toBe('ok');
    expect(await use()).toBe(allowed ? 'ok' : refused);
  });

  test.each<[what: string, condition: unknown, why: string]>([
    ['a key that nobody here knows of', { Bool: { 'acs:MFAPresent': ['false'] } }, 'condition operator Bool'],
    ['an unknown key', { StringEquals: { 'acs:SourceIP': '10.0.0.1' } }, 'did you mean acs:SourceIp?'],
    ['an unknown operator', { StringEqual: { 'acs:SourceIp': '10.0.0.1' } }, 'did you mean StringEquals?'],
    ['a tag without a name', { StringEquals: { 'kms:tag/': 'a' } }, 'condition key kms:tag/'],
    ['an operator for something else', { IpAddress: { 'kms:tag/a': '10.0.0.1' } }, 'cannot be asked about kms:tag/a'],
    ['what is no address', { IpAddress: { 'acs:SourceIp': ['10.0.0.1', 'office'] } }, 'addresses or CIDR blocks'],
    ['what is no time', { DateLessThan: { 'acs:CurrentTime': 'tomorrow' } }, 'times such as'],
    ['values that are no texts', { StringEquals: { 'kms:tag/a': [1] } }, 'the values of kms:tag/a must be text'],
    ['no values', { StringEquals: { 'kms:tag/a': [] } }, 'the values of kms:tag/a must be text'],
    ['an operator without keys', { StringEquals: 'kms:tag/a' }, 'object of keys and values'],
    ['no object', [], 'Condition must be an object'],
  ])('with a Condition of %s is refused, not ignored', async (_what, Condition, why) => {
    for (const Effect of ['Allow', 'Deny']) {
      const Policy = document(statement({ Effect, Condition }));
      await expect(kms.call(`Set${kind}Policy`, { ...which, Policy })).rejects.toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining(why),
      });
    }
  });

  test('says what it refused, and whether by a Deny', async () => {
    const denial = async () => {
      const call = isKey
        ? kms.call('Encrypt', { ...which, Plaintext: base64('x') })
        : kms.call('GetSecretValue', which);
      return (await call.catch((error: unknown) => error)) as { denial?: unknown };
    };
    await set(document(statement({ Action: 'kms:Describe*' })));
    expect(await denial()).toMatchObject({
      denial: { action: usingAction, noPermissionType: 'ImplicitDeny' },
    });
    await set(document(statement(), statement({ Effect: 'Deny', Action: usingAction })));
    expect(await denial()).toMatchObject({
      denial: { action: usingAction, noPermissionType: 'ExplicitDeny' },
    });
    await set(document(statement()));
  });

  test('fits by the resource’s ARN', async () => {
    const name = Object.values(which)[0];
    const Resource = [`acs:kms:*:${identity.accountId}:${kind.toLowerCase()}/${name}`];
    expect(await set(document(statement({ Resource })))).toBe('ok');
    expect(await use()).toBe('ok');
  });

  test('never shuts out who could set another', async () => {
    expect(await set(document(statement({ Effect: 'Deny' })))).toBe('ok');
    expect(await use()).toBe(refused);
    expect(await get()).toContain('Deny');
    expect(await set(document(statement()))).toBe('ok');
    expect(await use()).toBe('ok');
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', JSON.stringify({ Version: '2', Statement: [statement()] })],
    ['no statement', document()],
    ['a statement that is none', JSON.stringify({ Version: '1', Statement: ['x'] })],
    ['an unknown effect', document(statement({ Effect: 'allow' }))],
    ['no principal', document(statement({ Principal: undefined }))],
    ['a principal of an unknown form', document(statement({ Principal: '*' }))],
    ['actions of another service', document(statement({ Action: ['oss:GetObject'] }))],
    ['no action', document(statement({ Action: [] }))],
    ['no resource', document(statement({ Resource: undefined }))],
    ['a member that policies do not have', document(statement({ NotAction: ['kms:*'] }))],
    ['too many bytes', document(statement({ Sid: 'x'.repeat(32_768) }))],
  ])('is refused with %s', async (_why, policy) => {
    const before = await get();
    expect(await set(policy)).toBe('InvalidParameter');
    expect(await get()).toBe(before);
    const create = isKey
      ? kms.code('CreateKey', { Policy: policy })
      : kms.code('CreateSecret', { SecretName: 'new', ...secret, Policy: policy });
    expect(await create).toBe('InvalidParameter');
  });

  test('has one name', async () => {
    expect(await set(document(statement()), { PolicyName: 'mine' })).toBe('InvalidParameter');
    expect(await kms.code(`Get${kind}Policy`, { ...which, PolicyName: 'mine' })).toBe('InvalidParameter');
  });
});

test('patterns of a policy are matched in no time, whatever they are', async () => {
  const Action = `kms:${'*a'.repeat(2000)}`;
  const KeyId = await kms.newKey({ Policy: document(statement({ Action: `${Action}b` }), statement({ Action })) });
  expect(await kms.code('DescribeKey', { KeyId })).toBe('Forbidden.ProhibitedByKeyPolicy');
});
