import { createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { InstanceGateway, type InstanceGatewayConfig } from '../../src/instance/instance-gateway.js';
import { Transport } from '../../src/transport/transport.js';
import { encodeInstanceError } from '../../src/wire/error-body.js';
import { instanceContentSha256, instanceStringToSign, parseBearer } from '../../src/wire/instance-signature.js';
import { encodeMessage } from '../../src/wire/protobuf.js';
import { failureOf } from '../support/calls.js';
import { startServer, type TestServer, testCa } from '../support/hostile-server.js';

const vector = (name: string) => fileURLToPath(new URL(`../../../../vectors/client-key/${name}`, import.meta.url));
const publicKey = readFileSync(vector('rsa-2048.pkcs8.pem'), 'utf8');
const requestId = '4bd560a1-729e-45f1-a3d9-b2a33d61046b';
const keyVersionId = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

const transport = new Transport();
const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});
afterAll(() => transport.close());

interface KmsResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
}

/** A gateway to a server that gives these answers in turn, the last one again and again. */
async function gatewayTo(answers: [KmsResponse, ...KmsResponse[]], config: Partial<InstanceGatewayConfig> = {}) {
  const server = await startServer((_request, response, index) => {
    const { status = 200, headers = {}, body = '' } = answers[Math.min(index, answers.length - 1)] as KmsResponse;
    response.writeHead(status, headers).end(body);
  });
  servers.push(server);
  const credential = { clientKeyFile: vector('pbes2-aes-256.json'), password: 'client-key-test' };
  const options = { endpoint: server.origin, ...credential, ca: testCa, backoff: { baseMs: 0, maxMs: 0 }, ...config };
  return { server, gateway: new InstanceGateway(options, transport, 'instanceConfig') };
}

const encrypted: KmsResponse = {
  headers: { 'x-kms-migrationkeyversionid': keyVersionId, 'x-other': 'y' },
  body: encodeMessage('EncryptResponse', { KeyId: 'key-1', CiphertextBlob: Uint8Array.of(1), RequestId: requestId }),
};
const request = { KeyId: 'alias/app', Plaintext: new TextEncoder().encode('hello') };

test('a call has the headers of the protocol, and a signature of the client key over them', async () => {
  const { server, gateway } = await gatewayTo([encrypted], { userAgent: 'my-app/1' });
  await gateway.call('Encrypt', request);
  const [seen] = server.requests;
  const body = encodeMessage('EncryptRequest', request);
  expect(seen?.path).toBe('/');
  expect(seen?.body).toBe(new TextDecoder().decode(body));
  expect(seen?.headers).toMatchObject({
    accept: 'application/x-protobuf',
    'content-type': 'application/x-protobuf',
    'content-length': String(body.length),
    'content-sha256': instanceContentSha256(body),
    host: new URL(server.origin).host,
    date: expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/),
    'user-agent': expect.stringMatching(/^AlibabaCloud \(\w+; \w+\) Node\.js\/[\d.]+ .*my-app\/1/),
    'x-kms-apiversion': 'dkms-gcs-0.2',
    'x-kms-apiname': 'Encrypt',
    'x-kms-signaturemethod': 'RSA_PKCS1_SHA_256',
    'x-kms-acccesskeyid': 'KAAP.test-pbes2-aes-256',
  });
  const headers = seen?.headers as Record<string, string>;
  const verify = createVerify('RSA-SHA256').update(instanceStringToSign(headers));
  expect(verify.verify(publicKey, parseBearer(headers.authorization ?? ''))).toBe(true);
});

test('an answer has its fields, its key version and the headers that were asked for', async () => {
  const { gateway } = await gatewayTo([encrypted]);
  expect(await gateway.call('Encrypt', request, { responseHeaders: ['X-Other'] })).toEqual({
    answer: { KeyId: 'key-1', CiphertextBlob: Uint8Array.of(1), RequestId: requestId },
    keyVersionId,
    metadata: { status: 200, attempts: 1, headers: { 'x-other': 'y' } },
  });
});

test('a header of the caller is sent, and signed when it is one of KMS', async () => {
  const { server, gateway } = await gatewayTo([encrypted]);
  await gateway.call('Encrypt', request, {
    requestHeaders: { 'X-KMS-MigrationKeyVersionId': keyVersionId, 'x-trace': '1' },
  });
  const headers = server.requests[0]?.headers as Record<string, string>;
  expect(headers).toMatchObject({ 'x-kms-migrationkeyversionid': keyVersionId, 'x-trace': '1' });
  expect(instanceStringToSign(headers)).toContain(`x-kms-migrationkeyversionid:${keyVersionId}\n`);
  const verify = createVerify('RSA-SHA256').update(instanceStringToSign(headers));
  expect(verify.verify(publicKey, parseBearer(headers.authorization ?? ''))).toBe(true);
});

test.each(['X-KMS-ApiName', 'Authorization', 'host', 'content-length', 'Transfer-Encoding'])(
  'a caller does not set %s',
  async (name) => {
    const { server, gateway } = await gatewayTo([encrypted]);
    const error = await failureOf(gateway.call('Encrypt', request, { requestHeaders: { [name]: '1' } }));
    expect(error).toMatchObject({
      code: 'Config.Invalid',
      message: `options.requestHeaders: ${name} is set by the SDK itself`,
    });
    expect(server.requests).toHaveLength(0);
  },
);

test('an error of the service is told with code, status, request id, and what to do', async () => {
  const body = encodeInstanceError({ status: 404, code: 'Forbidden.KeyNotFound', message: 'No.', requestId });
  const { server, gateway } = await gatewayTo([{ status: 404, body }]);
  expect(await failureOf(gateway.call('Encrypt', request))).toMatchObject({
    name: 'KmsServiceError',
    code: 'Forbidden.KeyNotFound',
    status: 404,
    requestId,
    serviceMessage: 'No.',
    advice: expect.stringContaining('This instance has no '),
    api: 'Encrypt',
    endpoint: new URL(server.origin).host,
    attempts: 1,
  });
});

test('throttling is tried again with a new signature', async () => {
  const body = encodeInstanceError({ code: 'Rejected.Throttling', message: 'QPS Limit Exceeded', requestId });
  const { server, gateway } = await gatewayTo([{ status: 429, body }, encrypted]);
  expect((await gateway.call('Encrypt', request)).metadata.attempts).toBe(2);
  expect(server.requests).toHaveLength(2);
});

test.each([
  ['an error page of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' }],
  ['an error without body', { status: 500 }],
  ['a page in place of an answer', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }],
  ['an answer without request id', { status: 200 }],
  ['a redirect', { status: 302, headers: { location: '/login' } }],
])('%s is a clear error', async (_what, answer) => {
  const { server, gateway } = await gatewayTo([answer]);
  const error = await failureOf(gateway.call('Encrypt', request, { autoRetry: false }));
  expect(error).toMatchObject({ code: 'Connection.InvalidResponse', api: 'Encrypt', attempts: 1 });
  const { host } = new URL(server.origin);
  expect((error as Error).message).toContain(`Encrypt: what answered at ${host} is not KMS (HTTP ${answer.status}, `);
});

test('a client key that does not open fails the call before anything is sent', async () => {
  const { server, gateway } = await gatewayTo([encrypted], { password: 'wrong-password' });
  expect(await failureOf(gateway.call('Encrypt', request))).toMatchObject({
    code: 'ClientKey.WrongPassword',
    api: 'Encrypt',
    attempts: 0,
  });
  expect(server.requests).toHaveLength(0);
});

test('a gateway tells which client key it has, and until when', async () => {
  const { gateway, server } = await gatewayTo([encrypted]);
  const { keyId, validUntil } = await gateway.clientKey();
  expect(keyId).toBe('KAAP.test-pbes2-aes-256');
  expect(validUntil?.getUTCFullYear()).toBe(2096);
  expect(server.requests).toHaveLength(0);
});

test('options are checked when they are given', () => {
  const make = (config: object) => () =>
    new InstanceGateway(config as InstanceGatewayConfig, transport, 'instanceConfig');
  const key = { clientKeyFile: 'x', password: 'y' };
  expect(make(key)).toThrow('instanceConfig.endpoint is missing');
  expect(make({ endpoint: 'kms.example' })).toThrow('instanceConfig has no client key');
  expect(make({ endpoint: 'kms.example', ...key, readTimeoutMs: -1 })).toThrow('instanceConfig.readTimeoutMs');
});
