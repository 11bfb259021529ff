import { expect, test } from 'vitest';
import { adviceFor } from './advice.js';

const call = { api: 'Encrypt', credential: 'accessKey', peer: 'public', parameters: { KeyId: 'key-1' } } as const;

test.each([
  [{ NoPermissionType: 'ExplicitDeny', PolicyType: 'ControlPolicy' }, 'A Deny in ControlPolicy forbids kms:Encrypt,'],
  [{ NoPermissionType: 'ExplicitDeny' }, 'A Deny in a policy forbids kms:Encrypt,'],
  [{ AuthAction: 'kms:CreateKey' }, 'No Allow covers kms:CreateKey.'],
  [{ EncodedDiagnosticMessage: 'AQ' }, 'DecodeDiagnosticMessage'],
  [{ AuthAction: 'kms:\u001b[2J', PolicyType: 'x y', AuthPrincipalType: 7 }, 'No Allow covers kms:Encrypt.'],
])('the advice tells what a refusal with %j says of itself', (denial, words) => {
  const advice = adviceFor('Forbidden.NoPermission', 403, call, denial);
  expect(advice).toContain(words);
  expect(advice).toContain('Grant the RAM identity kms:Encrypt');
});
