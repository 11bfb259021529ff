import { createHmac } from 'node:crypto';
import { encodeForm } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongTokenOption } from '../../src/identity/token-options.js';
import { send } from '../support/send.js';
import { claims, type Issuer, issuer, jwt, unsignedJwt } from './jwt.js';
import { callKms, callSts, jsonOf } from './sts-calls.js';
import { accountId, roleArn, type TokenServer, tokenServer } from './token-server.js';

const OIDCProviderArn = `acs:ram::${accountId}:oidc-provider/cluster`;
const issuers = (['RS256', 'RS512', 'ES256', 'ES384'] as const).map((alg, index) => issuer(alg, `key-${index}`));
const [rsa, , ec] = issuers as [Issuer, Issuer, Issuer];
const stranger = issuer('ES256', 'key-2');

let trusting: TokenServer;
let checking: TokenServer;
beforeAll(async () => {
  trusting = await tokenServer({ oidc: 'any' });
  checking = await tokenServer({ oidc: { keys: issuers.map(({ jwk }) => jwk) } });
});
afterAll(() => Promise.all([trusting.close(), checking.close()]));

type Parameters = Record<string, string | undefined>;

/** As credential chains send it: no signature, parameters in query or form. */
async function assume(
  server: TokenServer,
  OIDCToken: string,
  changes: Parameters = {},
  by: 'form' | 'query' = 'form',
  more: Record<string, string> = {},
) {
  const common = { Action: 'AssumeRoleWithOIDC', Version: '2015-04-01', Format: 'JSON', Timestamp: 'now' };
  const own: Parameters = { OIDCProviderArn, OIDCToken, RoleArn: roleArn, RoleSessionName: 'pod', ...changes };
  const sent = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = encodeForm(by === 'form' ? Object.entries(common) : [...Object.entries(common), ...sent]);
  const body = Buffer.from(by === 'form' ? encodeForm(sent) : '');
  const headers = { host: 'kms.local', 'content-type': 'application/x-www-form-urlencoded', ...more };
  return jsonOf(await send(server, { method: by === 'form' ? 'POST' : 'GET', path: `/?${query}`, headers, body }));
}

describe('AssumeRoleWithOIDC', () => {
  test.each(['form', 'query'] as const)('gives a temporary AccessKey for an OIDC token in the %s', async (by) => {
    const answer = await assume(trusting, jwt(stranger), {}, by);
    expect(answer).toEqual({
      RequestId: expect.any(String),
      AssumedRoleUser: { Arn: `${roleArn}/pod`, AssumedRoleId: expect.stringMatching(/:pod$/) },
      Credentials: expect.objectContaining({ AccessKeyId: expect.stringMatching(/^STS\./) }),
      OIDCTokenInfo: {
        Issuer: 'https://oidc.example',
        Subject: 'system:serviceaccount:default:app',
        ClientIds: 'sts.aliyuncs.com',
        ExpirationTime: expect.stringMatching(/Z$/),
        IssuanceTime: expect.stringMatching(/Z$/),
        VerificationInfo: 'NotVerified',
      },
    });
    const {
      AccessKeyId: accessKeyId,
      AccessKeySecret: accessKeySecret,
      SecurityToken: securityToken,
    } = answer.Credentials;
    const who = { accessKeyId, accessKeySecret, securityToken };
    expect(await callKms(trusting, who, 'ListKeys')).toMatchObject({ TotalCount: 0 });
    expect(await callSts(trusting, who, 'GetCallerIdentity')).toMatchObject({ IdentityType: 'AssumedRoleUser' });
  });

  test('is found by the headers of ACS3 too', async () => {
    const body = Buffer.from(
      encodeForm(Object.entries({ OIDCProviderArn, OIDCToken: jwt(rsa), RoleArn: roleArn, RoleSessionName: 'pod' })),
    );
    const headers = {
      host: 'kms.local',
      'x-acs-action': 'AssumeRoleWithOIDC',
      'x-acs-version': '2015-04-01',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const answer = await send(checking, { method: 'POST', path: '/', headers, body });
    expect(jsonOf(answer)).toHaveProperty('Credentials.SecurityToken');
  });

  test.each(issuers.map((by) => [by.alg, by] as const))(
    'believes a token that a known key signed with %s',
    async (_alg, by) => {
      expect(await assume(checking, jwt(by))).toMatchObject({ OIDCTokenInfo: { VerificationInfo: 'Success' } });
      expect(await assume(checking, jwt(by, claims(), { alg: by.alg }))).toHaveProperty('Credentials');
    },
  );

  const [head, payload, signature] = jwt(ec).split('.') as [string, string, string];
  const altered = Buffer.from(JSON.stringify(claims({ sub: 'system:serviceaccount:default:admin' }))).toString(
    'base64url',
  );
  const symmetric = () => {
    const signed = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${payload}`;
    return `${signed}.${createHmac('sha256', JSON.stringify(rsa.jwk)).update(signed).digest('base64url')}`;
  };
  test.each([
    ['another key of the same name', jwt(stranger)],
    ['nobody', unsignedJwt()],
    ['a known key, and was altered then', `${head}.${altered}.${signature}`],
    ['a known key, and says it was another', jwt(ec, claims(), { alg: 'ES256', kid: 'key-0' })],
    ['a known key with another algorithm', jwt(ec, claims(), { alg: 'RS256', kid: 'key-2' })],
    ['a known public key as if it were a secret', symmetric()],
    ['an algorithm of the prototype', jwt(ec, claims(), { alg: 'constructor' })],
    ['an algorithm that is no text', jwt(ec, claims(), { alg: { toString: 1 } })],
  ])('does not believe a token that was signed by %s', async (_who, token) => {
    const answer = await assume(checking, token);
    expect(answer).toMatchObject({ HttpStatus: 400, Code: 'AuthenticationFail.OIDCToken.Invalid' });
    expect(JSON.stringify(answer)).not.toContain(token);
  });

  test.each([
    [
      'that has expired by the clock of this machine',
      jwt(ec, claims({ exp: 1 })),
      'Expired',
      'This JsonWebToken is expired',
    ],
    ['that never expires', jwt(ec, claims({ exp: undefined })), 'Invalid', '(exp)'],
    ['that expires tomorrow, in words', jwt(ec, claims({ exp: 'tomorrow' })), 'Invalid', '(exp)'],
    ['without an issuer', jwt(ec, claims({ iss: undefined })), 'Invalid', '(iss)'],
    ['without a subject', jwt(ec, claims({ sub: '' })), 'Invalid', '(sub)'],
    ['for nobody', jwt(ec, claims({ aud: [] })), 'Invalid', '(aud)'],
    ['that is none', 'not-a-token', 'Invalid', 'it is not a JWT'],
    ['of three words', 'a.b.c', 'Invalid', 'it is not a JWT'],
    ['that is too long', jwt(ec, claims({ more: 'x'.repeat(20_000) })), 'Invalid', 'it is not a JWT'],
  ])('refuses a token %s, whoever made it', async (_what, token, code, message) => {
    for (const server of [trusting, checking]) {
      const answer = await assume(server, token);
      expect(answer).toMatchObject({
        Code: `AuthenticationFail.OIDCToken.${code}`,
        Message: expect.stringContaining(message),
      });
    }
  });

  test('takes a token that never ends, in a number that no date holds', async () => {
    expect(await assume(trusting, jwt(ec, claims({ exp: 1e300 })))).toHaveProperty('Credentials');
  });

  test.each([
    ['without a token', { OIDCToken: undefined }, 'MissingParameter'],
    ['without a provider', { OIDCProviderArn: undefined }, 'MissingParameter'],
    [
      'with a provider of another account',
      { OIDCProviderArn: 'acs:ram::77:oidc-provider/x' },
      'EntityNotExist.OIDCProvider',
    ],
    ['with a role of another account', { RoleArn: 'acs:ram::77:role/x' }, 'EntityNotExist.Role'],
    ['without a session name', { RoleSessionName: undefined }, 'MissingParameter'],
  ])('%s is refused', async (_what, changes, code) => {
    expect(await assume(trusting, jwt(rsa), changes)).toMatchObject({ Code: code });
  });

  test('is refused by a KMS that was not told to take OIDC tokens, which says how', async () => {
    const server = await tokenServer();
    expect(await assume(server, jwt(rsa))).toMatchObject({
      HttpStatus: 403,
      Code: 'NoPermission',
      Message: expect.stringContaining('--oidc'),
    });
    await server.close();
  });

  test('with tokens that nobody vouches for is for the machines that the options name', async () => {
    const elsewhere = await tokenServer({ oidc: 'any', tokenClients: ['10.0.0.0/8'] });
    expect(await assume(elsewhere, jwt(rsa))).toMatchObject({ HttpStatus: 403, Code: 'NoPermission' });
    await elsewhere.close();
    const proven = await tokenServer({ oidc: { keys: [rsa.jwk] }, tokenClients: ['10.0.0.0/8'] });
    expect(await assume(proven, jwt(rsa))).toHaveProperty('Credentials');
    await proven.close();
  });

  test.each<Record<string, string>>([
    { forwarded: 'for=10.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-forwarded-for': '10.0.0.1' },
    { origin: 'https://shop.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('with tokens that nobody vouches for is not for who comes with %o', async (headers) => {
    const refused = await assume(trusting, jwt(rsa), {}, 'form', headers);
    expect(refused).toMatchObject({ HttpStatus: 403, Code: 'NoPermission' });
    expect(await assume(checking, jwt(rsa), {}, 'form', headers)).toHaveProperty('Credentials');
  });
});

describe('options of the token endpoints', () => {
  test.each([
    [{ instanceRole: 'a/b' }, 'instanceRole must be the name of a role'],
    [{ instanceRole: '' }, 'instanceRole'],
    [{ tokenClients: ['10.0.0.0/33'] }, 'tokenClients must be IP addresses or CIDR blocks, not ["10.0.0.0/33"]'],
    [{ tokenClients: '127.0.0.1' as never }, 'tokenClients'],
    [{ names: [''] }, 'names'],
    [{ oidc: 'all' as never }, 'oidc must be any or a JSON Web Key Set'],
    [{ oidc: null as never }, 'oidc'],
    [{ oidc: { keys: [] } }, 'has keys'],
    [{ oidc: { keys: [{ kty: 'RSA' }] } }, 'key 1 of the JSON Web Key Set is not a public key'],
    [{ oidc: { keys: [{ kty: 'oct', k: 'AAAA' }] } }, 'key 1'],
  ])('%j are refused', (options, message) => {
    expect(wrongTokenOption(options)).toContain(message);
  });

  test('that are right are not', () => {
    const oidc = { keys: [rsa.jwk, ec.jwk] };
    expect(wrongTokenOption({})).toBeUndefined();
    expect(wrongTokenOption({ instanceRole: 'App-1.x_y', tokenClients: ['::1', '10.0.0.0/8'], oidc })).toBeUndefined();
    expect(wrongTokenOption({ oidc: 'any', names: ['kms.test'] })).toBeUndefined();
  });
});
