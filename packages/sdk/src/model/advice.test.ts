import { describe, expect, test } from 'vitest';
import { adviceFor, type RefusedCall } from './advice.js';
import { type Subject, subjectOf } from './api-subjects.js';
import { type ActionName, actionFacts, actions } from './generated/actions.js';
import { instanceApis } from './generated/instance-messages.js';
import { serviceErrors } from './service-errors.js';

const apis = [...new Set<string>([...Object.keys(actions), ...instanceApis])];
const codes = Object.entries(serviceErrors);

/** All ways to call an API. */
function ways(api: string): Omit<RefusedCall, 'parameters'>[] {
  const gateways = actionFacts(api)?.gateways ?? [];
  return [
    ...(gateways.includes('public') ? [{ api, credential: 'accessKey', peer: 'public' } as const] : []),
    ...(gateways.includes('instance') ? [{ api, credential: 'accessKey', peer: 'instance' } as const] : []),
    ...((instanceApis as readonly string[]).includes(api)
      ? [{ api, credential: 'clientKey', peer: 'instance' } as const]
      : []),
  ];
}

const parameters = { KeyId: 'key-1', SecretName: 'app', AliasName: 'alias/app', Name: 'name', KmsInstanceId: 'kst-1' };
const keyStates = /\b(CancelKeyDeletion|EnableKey|KeySpec|KeyUsage)\b/;
const secretStates = /\b(RestoreSecret|SecretType|PutSecretValue|RotateSecret)\b/;
const ofAccess: Subject[] = ['clientKey', 'accessPoint', 'networkRule', 'policy', 'instance', 'other'];

/** What advice must not mention, because the call is not about it. */
const foreign: readonly [of: (api: string, way: Omit<RefusedCall, 'parameters'>) => boolean, words: RegExp][] = [
  [(api) => subjectOf(api) === 'secret', /\b(KeySpec|KeyUsage)\b/],
  [(api) => subjectOf(api) === 'secret' && api !== 'CreateSecret', /\bCancelKeyDeletion\b/],
  [(api) => ['key', 'alias', 'dataKey'].includes(subjectOf(api)), secretStates],
  [(api) => ofAccess.includes(subjectOf(api)), secretStates],
  [(api) => ofAccess.includes(subjectOf(api)), /\b(CancelKeyDeletion|KeySpec|KeyUsage|GetKeyPolicy|GetSecretPolicy)\b/],
  [(_, { peer }) => peer === 'public', /\bThis instance has\b/],
  [(_, { credential }) => credential === 'accessKey', /client key’s access point/],
  [(_, { credential }) => credential === 'clientKey', /\bRAM identity kms:/],
];

/** Names of APIs in a text; DeleteDate is a field, not an API. */
const apiNames = (text: string) =>
  text.match(
    /\b(?:Get|List|Describe|Create|Update|Delete(?!Date)|Set|Enable|Disable|Cancel|Schedule|Restore|Rotate|Put|Import|Tag|Untag)[A-Z]\w+/g,
  ) ?? [];

test.each(codes)('advice on %s fits every API, however it is called', (code, { status }) => {
  for (const way of apis.flatMap(ways)) {
    const advice = adviceFor(code, status, { ...way, parameters }) as string;
    const call = `${way.api}, ${way.peer}, ${way.credential}`;
    expect(advice, call).toMatch(/^["A-Z].{10,}[.)]$/);
    expect(advice, call).not.toMatch(/[{}]|undefined/);
    for (const name of apiNames(advice)) expect(Object.keys(actions), call).toContain(name);
    for (const [concerns, words] of foreign) if (concerns(way.api, way)) expect(advice, call).not.toMatch(words);
    // Advice never recommends the call that was refused.
    const isCure = new RegExp(`\\b${way.api} (brings|makes|gives|takes|lets|switches)`);
    if (status !== 404) expect(advice, call).not.toMatch(isCure);
  }
});

test('every API is called in some way', () => {
  for (const api of apis) expect(ways(api), api).not.toEqual([]);
});

const onPublic = (api: ActionName | string, code: keyof typeof serviceErrors, given: object = parameters) =>
  adviceFor(code, serviceErrors[code].status, {
    api,
    credential: 'accessKey',
    peer: 'public',
    parameters: given as Record<string, unknown>,
  });
const onInstance = (api: string, code: keyof typeof serviceErrors, given: object = parameters) =>
  adviceFor(code, serviceErrors[code].status, {
    api,
    credential: 'clientKey',
    peer: 'instance',
    parameters: given as Record<string, unknown>,
  });

describe('what users are told', () => {
  test('an alias that is not there is named, and how to see and make one', () => {
    const advice = onPublic('DescribeKey', 'Forbidden.AliasNotFound', { KeyId: 'alias/app' });
    expect(advice).toMatch(/^There is no alias "alias\/app" .*ListAliases.*CreateAlias/);
    expect(onPublic('DeleteAlias', 'Forbidden.AliasNotFound', { AliasName: 'alias/b' })).toContain('"alias/b"');
    expect(onInstance('AdvanceEncrypt', 'Forbidden.AliasNotFound', { KeyId: 'alias/app' })).toContain('"alias/app"');
  });

  test.each(['app', 'prod/db', 'my-key'])('a key id like %s is most likely an alias', (keyId) => {
    const hint = `"${keyId}" is not a key id: an alias is written alias/${keyId}.`;
    expect(onPublic('Encrypt', 'Forbidden.KeyNotFound', { KeyId: keyId })).toContain(hint);
    expect(onInstance('AdvanceEncrypt', 'Forbidden.KeyNotFound', { KeyId: keyId })).toContain(hint);
  });

  test.each([
    'key-hzz6304',
    '08ec3bb9-034f-485b-b1cd-3459baa889c7',
    'acs:kms:cn-hangzhou:1:key/key-1',
    'alias/app',
    'x y',
  ])('%s is taken for what it is', (keyId) => {
    expect(onPublic('Encrypt', 'Forbidden.KeyNotFound', { KeyId: keyId })).not.toContain('an alias is written');
  });

  test('a key outside of the instance that is used through its gateway does not read like a missing key', () => {
    const advice = onInstance('AdvanceEncrypt', 'Forbidden.KeyNotFound');
    expect(advice).toMatch(/^This instance has no key "key-1"\. .*not created in it.*only through the public gateway/);
  });

  test('a deleted secret is restored, not its key', () => {
    const advice = onPublic('GetSecretValue', 'Rejected.PendingDeletion');
    expect(advice).toBe('RestoreSecret restores secret "app" until its recovery window ends.');
    expect(onInstance('GetSecretValue', 'Rejected.PendingDeletion')).toBe(advice);
    expect(onPublic('Encrypt', 'Rejected.PendingDeletion')).toContain('CancelKeyDeletion');
  });

  test('rotating a Generic secret is about its type', () => {
    const advice = onPublic('RotateSecret', 'UnsupportedOperation');
    expect(advice).toMatch(/only managed secrets.*PutSecretValue/);
    expect(advice).not.toMatch(keyStates);
    expect(onPublic('CreateKeyVersion', 'UnsupportedOperation')).toContain('UpdateRotationPolicy');
  });

  test.each([
    ['Forbidden.NoPermission', 403],
    ['Forbidden.ProhibitedByKeyPolicy', 403],
    ['AccessDeniedError', 403],
    ['NoPermission', 403],
  ])('%s says which permission is missing', (code, status) => {
    const call = { api: 'CreateKey', credential: 'accessKey', peer: 'public', parameters: {} } as const;
    expect(adviceFor(code, status, call)).toContain('kms:CreateKey');
  });

  test('a permission that a client key lacks is one of its policies, networks or dates', () => {
    const advice = onInstance('Encrypt', 'Forbidden.NoPermission');
    expect(advice).not.toContain('RAM');
    for (const place of ['policies', 'network rules', 'dates']) expect(advice).toContain(place);
  });

  test('nothing is said about codes that nobody knows', () => {
    const call = { api: 'CreateKey', credential: 'accessKey', peer: 'public', parameters: {} } as const;
    expect(adviceFor('Whatever.New', 400, call)).toBeUndefined();
    expect(adviceFor('toString', 400, call)).toBeUndefined();
  });
});

const deniedCall = { api: 'Encrypt', credential: 'accessKey', peer: 'public', parameters: { KeyId: 'key-1' } } as const;

test.each([
  [{ NoPermissionType: 'ExplicitDeny', PolicyType: 'ControlPolicy' }, 'A Deny in ControlPolicy forbids kms:Encrypt,'],
  [{ NoPermissionType: 'ExplicitDeny' }, 'A Deny in a policy forbids kms:Encrypt,'],
  [{ AuthAction: 'kms:CreateKey' }, 'No Allow covers kms:CreateKey.'],
  [{ EncodedDiagnosticMessage: 'AQ' }, 'DecodeDiagnosticMessage'],
  [{ AuthAction: 'kms:\u001b[2J', PolicyType: 'x y', AuthPrincipalType: 7 }, 'No Allow covers kms:Encrypt.'],
])('the advice tells what a refusal with %j says of itself', (denial, words) => {
  const advice = adviceFor('Forbidden.NoPermission', 403, deniedCall, denial);
  expect(advice).toContain(words);
  expect(advice).toContain('Grant the RAM identity kms:Encrypt');
});
