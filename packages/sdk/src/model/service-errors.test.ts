import { expect, test } from 'vitest';
import { adviceFor, serviceErrorFacts } from './service-errors.js';

test.each([
  ['Forbidden.NoPermission', 403],
  ['Forbidden.ProhibitedByKeyPolicy', 403],
  ['AccessDeniedError', 403],
  ['NoPermission', 403],
])('%s says which permission is missing', (code, status) => {
  expect(adviceFor(code, status, 'CreateKey', 'accessKey')).toContain('kms:CreateKey');
});

test.each([
  [{ NoPermissionType: 'ExplicitDeny', PolicyType: 'ControlPolicy' }, 'A Deny in ControlPolicy forbids kms:Encrypt,'],
  [{ NoPermissionType: 'ExplicitDeny' }, 'A Deny in a policy forbids kms:Encrypt,'],
  [{ AuthAction: 'kms:CreateKey' }, 'No Allow covers kms:CreateKey.'],
  [{ EncodedDiagnosticMessage: 'AQ' }, 'DecodeDiagnosticMessage'],
  [{ AuthAction: 'kms:\u001b[2J', PolicyType: 'x y', AuthPrincipalType: 7 }, 'No Allow covers kms:Encrypt.'],
])('the advice tells what a refusal with %j says of itself', (denial, words) => {
  const advice = adviceFor('Forbidden.NoPermission', 403, 'Encrypt', 'accessKey', denial);
  expect(advice).toContain(words);
  expect(advice).toContain('Grant the RAM identity kms:Encrypt');
});

test('a permission that a client key lacks is one of its policies, networks or dates', () => {
  const advice = adviceFor('Forbidden.NoPermission', 403, 'Encrypt', 'clientKey');
  expect(advice).not.toContain('RAM');
  for (const place of ['policies', 'network rules', 'dates']) expect(advice).toContain(place);
});

test('nothing is said about codes that need no advice, or that nobody knows', () => {
  expect(adviceFor('Rejected.ResourceExist', 409, 'CreateKey', 'clientKey')).toBeUndefined();
  expect(adviceFor('Whatever.New', 400, 'CreateKey', 'accessKey')).toBeUndefined();
  expect(adviceFor('toString', 400, 'CreateKey', 'accessKey')).toBeUndefined();
});

test('no place in an advice stays open', () => {
  for (const code of ['Forbidden.KeyNotFound', 'Forbidden.NoPermission'] as const) {
    expect(serviceErrorFacts(code)?.advice).toBeDefined();
    expect(adviceFor(code, 403, 'Encrypt', 'accessKey')).not.toMatch(/[{}]/);
  }
});
