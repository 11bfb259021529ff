import { createPrivateKey, X509Certificate } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openssl } from '../openssl.js';
import { ActionHarness, dayMs } from './harness.js';

const keyUser = 'RbacPermission/Template/CryptoServiceKeyUser';
const secretUser = 'RbacPermission/Template/CryptoServiceSecretUser';
const arn = (resource: string) => `acs:kms:cn-hangzhou:1190000000000001:${resource}`;
const policy = { Permissions: JSON.stringify([keyUser]), Resources: '["key/*"]' };
const notFound = 'Forbidden.ResourceNotFound';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

/** Makes `p` and `a`, a policy and an access point that has it. */
async function accessPoint(): Promise<void> {
  await kms.call('CreatePolicy', { Name: 'p', ...policy });
  await kms.call('CreateApplicationAccessPoint', { Name: 'a', Policies: '["p"]' });
}

describe('network rules', () => {
  test('are created, described, changed and listed', async () => {
    const SourcePrivateIp = '["10.0.0.1","192.168.0.0/16","fd00::/8"]';
    const created = { Name: 'rule', Type: 'Private', Description: 'office', SourcePrivateIp };
    expect(await kms.call('CreateNetworkRule', created)).toEqual({ ...created, Arn: arn('network/rule') });
    const { Name: _, ...described } = created;
    expect(await kms.call('DescribeNetworkRule', { Name: 'rule' })).toEqual({ ...described, Arn: arn('network/rule') });
    await kms.call('UpdateNetworkRule', { Name: 'rule', SourcePrivateIp: '[]' });
    expect(await kms.call('DescribeNetworkRule', { Name: 'rule' })).toMatchObject({
      Description: 'office',
      SourcePrivateIp: '[]',
    });
    await kms.call('UpdateNetworkRule', { Name: 'rule', Description: '' });
    expect((await kms.call('DescribeNetworkRule', { Name: 'rule' })).Description).toBe('');
    expect(await kms.call('ListNetworkRules')).toEqual({
      NetworkRules: { NetworkRule: [{ Name: 'rule', Type: 'Private' }] },
      PageNumber: 1,
      PageSize: 10,
      TotalCount: 1,
    });
  });

  test.each([
    ['a name that is taken', { Name: 'taken' }, 'Rejected.ResourceExist'],
    ['a name with a space', { Name: 'a b' }, 'InvalidParameter'],
    ['a name that is too long', { Name: 'n'.repeat(limits.accessNameMaxChars + 1) }, 'InvalidParameter'],
    ['another type', { Type: 'Public' }, 'InvalidParameter'],
    ['something that is no address', { SourcePrivateIp: '["localhost"]' }, 'InvalidParameter'],
    ['a block that is too long', { SourcePrivateIp: '["10.0.0.0/33"]' }, 'InvalidParameter'],
    ['a text in place of a list', { SourcePrivateIp: '"10.0.0.1"' }, 'InvalidParameter'],
    ['no JSON', { SourcePrivateIp: '10.0.0.1' }, 'InvalidParameter'],
  ])('are not created with %s', async (_why, parameters, code) => {
    await kms.call('CreateNetworkRule', { Name: 'taken', Type: 'Private' });
    expect(await kms.code('CreateNetworkRule', { Name: 'new', Type: 'Private', ...parameters })).toBe(code);
    expect((await kms.call('ListNetworkRules')).TotalCount).toBe(1);
  });

  test('that do not exist are not found', async () => {
    for (const api of ['DescribeNetworkRule', 'UpdateNetworkRule', 'DeleteNetworkRule']) {
      expect([api, await kms.code(api, { Name: 'missing' })]).toEqual([api, notFound]);
    }
  });
});

describe('policies', () => {
  test('are created, described, changed and listed', async () => {
    await kms.call('CreateNetworkRule', { Name: 'rule', Type: 'Private' });
    const request = {
      Name: 'p',
      Description: 'app',
      KmsInstance: 'kst-hzz65f176a1test00001',
      Permissions: JSON.stringify([keyUser, secretUser]),
      Resources: '["key/key-1","secret/app/db"]',
      AccessControlRules: '{"NetworkRules":["rule"]}',
    };
    expect(await kms.call('CreatePolicy', request)).toEqual({ ...request, Arn: arn('policy/p') });
    const lists = { Permissions: [keyUser, secretUser], Resources: ['key/key-1', 'secret/app/db'] };
    const described = { ...request, ...lists, Arn: arn('policy/p') };
    expect(await kms.call('DescribePolicy', { Name: 'p' })).toEqual(described);
    await kms.call('UpdatePolicy', { Name: 'p', Resources: '["secret/*"]' });
    expect(await kms.call('DescribePolicy', { Name: 'p' })).toEqual({ ...described, Resources: ['secret/*'] });
    await kms.call('UpdatePolicy', {
      Name: 'p',
      AccessControlRules: '{"NetworkRules":[]}',
      Permissions: `["${keyUser}"]`,
    });
    expect(await kms.call('DescribePolicy', { Name: 'p' })).toMatchObject({
      Permissions: [keyUser],
      AccessControlRules: '{"NetworkRules":[]}',
    });
    await kms.call('DeleteNetworkRule', { Name: 'rule' });
    expect((await kms.call('ListPolicies')).Policies).toEqual({ Policy: [{ Name: 'p' }] });
  });

  test.each([
    ['a name that is taken', { Name: 'taken' }, 'Rejected.ResourceExist'],
    ['another instance', { KmsInstance: 'kst-other' }, 'Forbidden.DKMSInstanceNotFound'],
    ['a network rule that is not there', { AccessControlRules: '{"NetworkRules":["missing"]}' }, 'InvalidParameter'],
    ['network rules that are no list', { AccessControlRules: '{"NetworkRules":"rule"}' }, 'InvalidParameter'],
    ['an unknown permission', { Permissions: '["RbacPermission/Template/Admin"]' }, 'InvalidParameter'],
    ['no permission', { Permissions: '[]' }, 'InvalidParameter'],
    ['permissions left out', { Permissions: undefined }, 'MissingParameter'],
    ['resources left out', { Resources: undefined }, 'MissingParameter'],
    ['no resource', { Resources: '[]' }, 'InvalidParameter'],
    ['a resource of another kind', { Resources: '["alias/x"]' }, 'InvalidParameter'],
    ['an alias as a key', { Resources: '["key/alias/x"]' }, 'InvalidParameter'],
    ['a pattern that is not understood', { Resources: '["secret/app/*"]' }, 'InvalidParameter'],
  ])('are not created with %s', async (_why, parameters, code) => {
    await kms.call('CreatePolicy', { Name: 'taken', ...policy });
    expect(await kms.code('CreatePolicy', { Name: 'new', ...policy, ...parameters })).toBe(code);
    expect((await kms.call('ListPolicies')).TotalCount).toBe(1);
  });

  test('that do not exist are not found', async () => {
    for (const api of ['DescribePolicy', 'UpdatePolicy', 'DeletePolicy']) {
      expect([api, await kms.code(api, { Name: 'missing' })]).toEqual([api, notFound]);
    }
  });
});

describe('application access points', () => {
  test('are created, described, changed and listed', async () => {
    for (const Name of ['p', 'q']) await kms.call('CreatePolicy', { Name, ...policy });
    const answer = {
      Arn: arn('applicationaccesspoint/a'),
      Name: 'a',
      AuthenticationMethod: 'ClientKey',
      Description: 'app',
      Policies: '["q","p"]',
    };
    const request = { Name: 'a', Description: 'app', Policies: '["q","p","q"]' };
    expect(await kms.call('CreateApplicationAccessPoint', request)).toEqual(answer);
    expect(await kms.call('DescribeApplicationAccessPoint', { Name: 'a' })).toEqual(answer);
    await kms.call('UpdateApplicationAccessPoint', { Name: 'a', Policies: '["p"]' });
    const described = await kms.call('DescribeApplicationAccessPoint', { Name: 'a' });
    expect(described).toEqual({ ...answer, Policies: '["p"]' });
    expect((await kms.call('ListApplicationAccessPoints')).ApplicationAccessPoints).toEqual({
      ApplicationAccessPoint: [{ Name: 'a', AuthenticationMethod: 'ClientKey' }],
    });
  });

  test.each([
    ['a name that is taken', { Name: 'a' }, 'Rejected.ResourceExist'],
    ['a policy that is not there', { Policies: '["missing"]' }, notFound],
    ['policies left out', { Policies: undefined }, 'MissingParameter'],
    ['another way to authenticate', { AuthenticationMethod: 'Password' }, 'InvalidParameter'],
  ])('are not created with %s', async (_why, parameters, code) => {
    await accessPoint();
    const request = { Name: 'b', Policies: '["p"]', ...parameters };
    expect(await kms.code('CreateApplicationAccessPoint', request)).toBe(code);
    expect((await kms.call('ListApplicationAccessPoints')).TotalCount).toBe(1);
  });

  test('that do not exist are not found', async () => {
    const apis = ['DescribeApplicationAccessPoint', 'UpdateApplicationAccessPoint', 'DeleteApplicationAccessPoint'];
    for (const api of apis) expect([api, await kms.code(api, { Name: 'missing' })]).toEqual([api, notFound]);
  });
});

describe('client keys', () => {
  const Password = 'pass-word-1';
  beforeEach(accessPoint);

  test('are made once, told about without the private key, and deleted', async () => {
    const created = await kms.call('CreateClientKey', { AapName: 'a', Password });
    expect(created).toEqual({
      ClientKeyId: expect.stringMatching(/^KAAP\.[0-9a-f-]{36}$/),
      KeyAlgorithm: 'RSA_2048',
      NotBefore: '2026-01-01T00:00:00Z',
      NotAfter: '2030-12-31T00:00:00Z',
      PrivateKeyData: expect.any(String),
    });
    const { PrivateKeyData, ...shared } = created;
    const told = await kms.call('GetClientKey', { ClientKeyId: created.ClientKeyId });
    expect(told).toEqual({
      ...shared,
      AapName: 'a',
      CreateTime: '2026-01-01T00:00:00Z',
      KeyOrigin: 'KMS_PROVIDED',
      PublicKeyData: expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
    });
    expect((await kms.call('ListClientKeys', { AapName: 'a' })).ClientKeys).toEqual([told]);
    expect((await kms.call('ListClientKeys')).ClientKeys).toEqual([told]);
    expect((await kms.call('ListClientKeys', { AapName: 'b' })).ClientKeys).toEqual([]);
    await kms.call('DeleteClientKey', { ClientKeyId: created.ClientKeyId });
    for (const api of ['GetClientKey', 'DeleteClientKey']) {
      expect(await kms.code(api, { ClientKeyId: created.ClientKeyId })).toBe(notFound);
    }
  });

  test('come as PKCS#12 that openssl opens with the password, slow to guess', async () => {
    const validity = { NotBefore: '2027-01-01T00:00:00Z', NotAfter: '2028-02-03T04:05:06Z' };
    const created = await kms.call('CreateClientKey', { AapName: 'a', Password, ...validity });
    expect(created).toMatchObject(validity);
    const files = { 'key.p12': Buffer.from(created.PrivateKeyData, 'base64') };
    const pem = openssl(['pkcs12', '-in', '@key.p12', '-passin', `pass:${Password}`, '-nodes'], files).toString();
    const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')));
    expect(certificate.checkPrivateKey(createPrivateKey(pem.slice(pem.indexOf('-----BEGIN PRIVATE KEY'))))).toBe(true);
    const { PublicKeyData } = await kms.call('GetClientKey', { ClientKeyId: created.ClientKeyId });
    expect(certificate.toString()).toBe(PublicKeyData);
    expect([Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]).toEqual(
      [validity.NotBefore, validity.NotAfter].map((time) => Date.parse(time)),
    );
    // 10,000 as DER writes an INTEGER: in the MAC and in the encryption of the key and of the certificate.
    expect(files['key.p12'].toString('hex').match(/02022710/g)).toHaveLength(3);
  });

  test('are valid for five years from NotBefore on when NotAfter is left out', async () => {
    const request = { AapName: 'a', Password, NotBefore: '2027-01-01T00:00:00Z' };
    const { NotAfter } = await kms.call('CreateClientKey', request);
    expect(Date.parse(NotAfter)).toBe(Date.UTC(2027, 0, 1) + limits.clientKeyValidityDays * dayMs);
  });

  test.each([
    ['no access point', { AapName: 'missing' }, notFound],
    ['seven characters', { Password: 'abc-123' }, 'InvalidParameter'],
    ['65 characters', { Password: `a1${'x'.repeat(63)}` }, 'InvalidParameter'],
    ['letters only', { Password: 'abcdefgh' }, 'InvalidParameter'],
    ['digits only', { Password: '12345678' }, 'InvalidParameter'],
    ['special characters only', { Password: '!!!!----' }, 'InvalidParameter'],
    ['characters that are not ASCII', { Password: 'пароль123' }, 'InvalidParameter'],
    ['a NotAfter before NotBefore', { NotAfter: '2025-12-31T00:00:00Z' }, 'InvalidParameter'],
    ['a NotAfter that is no time', { NotAfter: 'tomorrow' }, 'InvalidParameter'],
  ])('are not made with %s', async (_why, parameters, code) => {
    expect(await kms.code('CreateClientKey', { AapName: 'a', Password, ...parameters })).toBe(code);
    expect((await kms.call('ListClientKeys')).ClientKeys).toEqual([]);
  });

  test.each(['abcdefg1', 'abcdefg!', '1234567!', `a1${'x'.repeat(62)}`])('take the password %s', async (password) => {
    expect(await kms.code('CreateClientKey', { AapName: 'a', Password: password })).toBe('ok');
  });
});

test('what was read before a change is not remembered after it', async () => {
  await accessPoint();
  const { ClientKeyId } = await kms.call('CreateClientKey', { AapName: 'a', Password: 'pass-word-1' });
  const { access } = kms.kms;
  const early = access.clientKeys.find(ClientKeyId);
  await access.change((db) => db.deleteFrom('client_keys').execute());
  expect((await early)?.id).toBe(ClientKeyId);
  expect(await access.clientKeys.find(ClientKeyId)).toBeUndefined();
});

test('what is in use is not deleted', async () => {
  await kms.call('CreateNetworkRule', { Name: 'rule', Type: 'Private' });
  await accessPoint();
  await kms.call('UpdatePolicy', { Name: 'p', AccessControlRules: '{"NetworkRules":["rule"]}' });
  await kms.call('CreateClientKey', { AapName: 'a', Password: 'pass-word-1' });
  for (const [api, Name] of [
    ['DeleteNetworkRule', 'rule'],
    ['DeletePolicy', 'p'],
    ['DeleteApplicationAccessPoint', 'a'],
  ] as const) {
    expect([api, await kms.code(api, { Name })]).toEqual([api, 'Rejected.ResourceInUse']);
  }
});
