import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type AcsAlgorithm, acsAlgorithms } from '../../src/model/signature-algorithms.js';
import { PublicGateway, type PublicGatewayConfig } from '../../src/public/public-gateway.js';
import { Transport } from '../../src/transport/transport.js';
import {
  acsCanonicalRequest,
  acsContentHeader,
  acsDigest,
  acsSignature,
  acsStringToSign,
  parseAcsAuthorization,
} from '../../src/wire/acs-signature.js';
import { encodeOpenApiError } from '../../src/wire/error-body.js';
import { decodeForm } from '../../src/wire/form.js';
import { failureOf } from '../support/calls.js';
import { startServer, type TestServer, testCa } from '../support/hostile-server.js';

const requestId = '4bd560a1-729e-45f1-a3d9-b2a33d61046b';
const accessKey = { accessKeyId: 'LTAI.test', accessKeySecret: 'top-secret' };
const repeatable = { repeatable: true };

const transport = new Transport();
const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});
afterAll(() => transport.close());

interface KmsResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A gateway to a server that gives these answers in turn, the last one again and again. */
async function gatewayTo(answers: [KmsResponse, ...KmsResponse[]], config: PublicGatewayConfig = accessKey) {
  const server = await startServer((_request, response, index) => {
    const { status = 200, headers = {}, body = '' } = answers[Math.min(index, answers.length - 1)] as KmsResponse;
    response.writeHead(status, headers).end(body);
  });
  servers.push(server);
  const options = { endpoint: server.origin, ca: testCa, backoff: { baseMs: 0, maxMs: 0 }, ...config };
  return { server, gateway: new PublicGateway(options, transport, 'publicConfig') };
}

const fine: KmsResponse = { body: JSON.stringify({ KeyId: 'key-1', RequestId: requestId }) };
const encrypted = { KeyId: 'key-1', CiphertextBlob: 'AQID', RequestId: requestId };

async function expectSigned(
  { requests }: TestServer,
  secret: string,
  { index = 0, by = 'ACS3-HMAC-SHA256' }: { index?: number; by?: AcsAlgorithm } = {},
) {
  const { headers, body } = requests[index] as { headers: Record<string, string>; body: string };
  const { algorithm, scope, signedHeaders, signature } = parseAcsAuthorization(headers.authorization ?? '');
  expect(algorithm).toBe(by);
  const digest = await acsDigest(by);
  const canonical = acsCanonicalRequest({ method: 'POST', path: '/', query: [], headers, signedHeaders }, by);
  expect(acsSignature(secret, acsStringToSign(by, canonical, digest), digest, scope)).toBe(signature);
  expect(headers[acsContentHeader(by)]).toBe(digest.hash(Buffer.from(body)));
  expect(signedHeaders).toEqual(
    Object.keys(headers)
      .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
      .sort(),
  );
}

test('a call has its parameters in the body, and a signature over body and headers', async () => {
  const { server, gateway } = await gatewayTo([{ body: JSON.stringify(encrypted) }]);
  const parameters = { KeyId: 'alias/app', Plaintext: 'a b+c/d=é' };
  expect(await gateway.call('Encrypt', parameters, repeatable)).toEqual({
    answer: encrypted,
    metadata: {
      status: 200,
      attempts: 1,
      headers: {},
      accessKey: { accessKeyId: 'LTAI.test', source: 'publicConfig' },
    },
  });
  const [seen] = server.requests;
  expect(seen?.path).toBe('/');
  expect(Object.fromEntries(decodeForm(seen?.body ?? ''))).toEqual(parameters);
  expect(seen?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': 'Encrypt',
    'x-acs-version': '2016-01-20',
    'x-acs-date': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    'x-acs-signature-nonce': expect.stringMatching(/^[0-9a-f]{32}$/),
    'user-agent': expect.stringMatching(/^AlibabaCloud /),
  });
  expect(seen?.headers['x-acs-security-token']).toBeUndefined();
  await expectSigned(server, accessKey.accessKeySecret);
});

test('a call without parameters has neither body nor content type', async () => {
  const { server, gateway } = await gatewayTo([fine]);
  await gateway.call('DescribeRegions', {}, repeatable);
  expect(server.requests[0]).toMatchObject({ body: '', headers: { 'content-length': '0' } });
  expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  await expectSigned(server, accessKey.accessKeySecret);
});

test('a temporary AccessKey comes with its token, signed', async () => {
  const { server, gateway } = await gatewayTo([fine], { ...accessKey, securityToken: 'token+/==' });
  await gateway.call('ListKeys', {}, repeatable);
  expect(server.requests[0]?.headers).toMatchObject({
    'x-acs-accesskey-id': 'LTAI.test',
    'x-acs-security-token': 'token+/==',
  });
  await expectSigned(server, accessKey.accessKeySecret);
});

test.each(acsAlgorithms)('a call is signed by %s where the configuration says so', async (signatureAlgorithm) => {
  const { server, gateway } = await gatewayTo([{ body: JSON.stringify(encrypted) }], {
    ...accessKey,
    signatureAlgorithm,
  });
  await gateway.call('Encrypt', { KeyId: 'alias/app', Plaintext: 'eA==' }, repeatable);
  await expectSigned(server, accessKey.accessKeySecret, { by: signatureAlgorithm });
});

test('an algorithm that there is not is refused, and those that there are are named', () => {
  const options = { ...accessKey, endpoint: 'localhost', signatureAlgorithm: 'HMAC-SHA1' as AcsAlgorithm };
  expect(() => new PublicGateway(options, transport, 'publicConfig')).toThrow(
    /^publicConfig\.signatureAlgorithm must be one of ACS3-HMAC-SHA256, .*ACS4-HMAC-SM3, not "HMAC-SHA1"$/,
  );
});

test.each(['InvalidSecurityToken.Expired', 'InvalidAccessKeyId.NotFound'])(
  'an AccessKey that KMS refuses with %s is not used again',
  async (code) => {
    let asked = 0;
    const expiration = new Date(Date.now() + 3_600_000);
    const credential = () => ({ accessKeyId: `STS.${++asked}`, accessKeySecret: 's', expiration });
    const refused = { status: 403, body: encodeOpenApiError({ code, message: 'no longer' }) };
    const { gateway } = await gatewayTo([fine, refused, fine], { credential });
    const call = () => gateway.call('ListKeys', {}, repeatable);
    expect((await call()).metadata.accessKey).toMatchObject({ accessKeyId: 'STS.1' });
    expect(await failureOf(call())).toMatchObject({ code });
    expect((await call()).metadata.accessKey).toMatchObject({ accessKeyId: 'STS.2' });
  },
);

test('the AccessKey of a call, and what gave it, is in its metadata and its events', async () => {
  const expiration = new Date(Date.now() + 3_600_000);
  const credential = async () => ({ ...accessKey, securityToken: 'top-secret-token', expiration });
  const { gateway } = await gatewayTo([fine], { credential });
  const signing = { accessKeyId: 'LTAI.test', source: 'publicConfig.credential', expiration };
  const events: unknown[] = [];
  const listener = (event: unknown) => events.push(event);
  subscribe('alibabacloud-kms:request', listener);
  const { metadata } = await gateway.call('ListKeys', {}, repeatable);
  unsubscribe('alibabacloud-kms:request', listener);
  expect(metadata.accessKey).toEqual(signing);
  expect(events).toEqual([expect.objectContaining({ accessKey: signing })]);
  expect(await gateway.accessKey()).toEqual(signing);
  expect(inspect([metadata, events], { depth: 9 })).not.toContain('top-secret');
});

test('every attempt is signed anew, with the AccessKey of that moment', async () => {
  let asked = 0;
  const credential = () => ({ accessKeyId: 'LTAI.test', accessKeySecret: `secret-${++asked}` });
  const throttled = { status: 429, body: encodeOpenApiError({ code: 'Rejected.Throttling', message: 'QPS' }) };
  const { server, gateway } = await gatewayTo([throttled, fine], { credential });
  await gateway.call('CreateAlias', {}, { repeatable: false });
  await expectSigned(server, 'secret-1');
  await expectSigned(server, 'secret-2', { index: 1 });
  const nonces = server.requests.map(({ headers }) => headers['x-acs-signature-nonce']);
  expect(new Set(nonces).size).toBe(2);
});

test('a header of the caller is sent, one of the protocol is not the caller’s', async () => {
  const { server, gateway } = await gatewayTo([fine]);
  await gateway.call('ListKeys', {}, repeatable, { requestHeaders: { 'X-ACS-Trace': '1' } });
  expect(server.requests[0]?.headers['x-acs-trace']).toBe('1');
  await expectSigned(server, accessKey.accessKeySecret);
  const call = gateway.call('ListKeys', {}, repeatable, { requestHeaders: { 'X-ACS-Action': 'DeleteKey' } });
  expect(await failureOf(call)).toMatchObject({ code: 'Config.Invalid' });
  expect(server.requests).toHaveLength(1);
});

test('an error of the service is told with everything that it says', async () => {
  const error = {
    code: 'Forbidden.KeyNotFound',
    message: 'No.',
    requestId,
    hostId: 'h',
    recommend: 'https://x.example',
  };
  const { gateway } = await gatewayTo([{ status: 404, body: encodeOpenApiError(error) }]);
  expect(await failureOf(gateway.call('DescribeKey', {}, repeatable))).toMatchObject({
    name: 'KmsServiceError',
    code: 'Forbidden.KeyNotFound',
    status: 404,
    requestId,
    serviceMessage: 'No.',
    recommend: 'https://x.example',
    advice: expect.stringContaining('region'),
    api: 'DescribeKey',
    attempts: 1,
  });
});

test('a refusal by a policy says which action of whom, and which kind of policy', async () => {
  const accessDeniedDetail = {
    PolicyType: 'AccountLevelIdentityBasedPolicy',
    AuthPrincipalOwnerId: '1190000000000001',
    AuthPrincipalType: 'SubUser',
    AuthPrincipalDisplayName: '2088',
    NoPermissionType: 'ImplicitDeny',
    AuthAction: 'kms:ListKeys',
    EncodedDiagnosticMessage: 'AQIBIAAA',
  };
  const said = { code: 'Forbidden.NoPermission', message: 'No.', requestId, description: 'more', accessDeniedDetail };
  const { gateway } = await gatewayTo([{ status: 403, body: encodeOpenApiError(said) }]);
  const error = await failureOf(gateway.call('ListKeys', {}, repeatable));
  expect(error).toMatchObject({ code: 'Forbidden.NoPermission', description: 'more', accessDeniedDetail });
  expect((error as Error).message).toContain(
    'No Allow in AccountLevelIdentityBasedPolicy covers kms:ListKeys to SubUser 2088.',
  );
});

test.each([
  ['an error page of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' }],
  ['an error without body', { status: 500 }],
  ['JSON of something else', { status: 400, body: '{"error":"no"}' }],
  ['a page in place of an answer', { status: 200, body: '<html></html>' }],
  ['an answer without body', { status: 200 }],
  ['an answer that is no object', { status: 200, body: '[]' }],
])('%s is a clear error', async (_what, answer) => {
  const { gateway } = await gatewayTo([answer]);
  const error = await failureOf(gateway.call('ListKeys', {}, { repeatable: false }));
  expect(error).toMatchObject({ code: 'Connection.InvalidResponse', api: 'ListKeys', attempts: 1 });
});

test('a credential that never comes ends with the deadline, or when the caller gives up', async () => {
  const { server, gateway } = await gatewayTo([fine], { credential: () => new Promise(() => {}) });
  const late = gateway.call('ListKeys', {}, repeatable, { timeoutMs: 20 });
  expect(await failureOf(late)).toMatchObject({ code: 'Timeout.Deadline', attempts: 0 });
  const controller = new AbortController();
  const given = gateway.call('ListKeys', {}, repeatable, { signal: controller.signal });
  const reason = new Error('no longer needed');
  controller.abort(reason);
  expect(await failureOf(given)).toBe(reason);
  expect(server.requests).toHaveLength(0);
});

test('a credential that fails says so, and nothing is sent', async () => {
  const credential = () => Promise.reject(new Error('vault is sealed'));
  const { server, gateway } = await gatewayTo([fine], { credential });
  expect(await failureOf(gateway.call('ListKeys', {}, repeatable))).toMatchObject({
    code: 'Credentials.Unavailable',
    cause: { message: 'vault is sealed' },
    attempts: 0,
  });
  expect(server.requests).toHaveLength(0);
});

test('a gateway keeps its secrets in inspect', async () => {
  const { gateway } = await gatewayTo([fine], { ...accessKey, securityToken: 'top-secret-token' });
  await gateway.call('ListKeys', {}, repeatable);
  expect(inspect(gateway, { depth: 9, showHidden: true })).not.toContain('top-secret');
});
