import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountGuard, guarded } from '../../src/actions/index.js';
import { ActionHarness, base64, identity } from './harness.js';

type Policy = Record<string, unknown>;

let open: ActionHarness;
let kms: ActionHarness;
beforeAll(async () => {
  open = await ActionHarness.open();
  // As the public gateway calls actions.
  kms = new ActionHarness(() => guarded(open.kms, accountGuard(identity)));
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
    which = isKey ? { KeyId: await kms.newKey() } : { SecretName: 'policies' };
    if (!isKey) await kms.call('CreateSecret', { ...which, ...secret });
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
    ['an Allow with a Condition', [{ Condition: { IpAddress: { 'acs:SourceIp': ['0.0.0.0/0'] } } }], false],
    ['a Deny for the action', [{}, { Effect: 'Deny', Action: [usingAction] }], false],
    ['a Deny before the Allow', [{ Effect: 'Deny', Action: [usingAction] }, {}], false],
    ['a Deny for other actions', [{}, { Effect: 'Deny', Action: ['kms:Delete*'] }], true],
    ['a Deny with a Condition', [{}, { Effect: 'Deny', Condition: { Bool: { 'acs:MFAPresent': ['false'] } } }], true],
  ])('with %s', async (_what, statements: Policy[], allowed) => {
    expect(await set(document(...statements.map(statement)))).toBe('ok');
    expect(await use()).toBe(allowed ? 'ok' : refused);
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
