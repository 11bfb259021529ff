import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { Client } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer, testCa } from '../support/hostile-server.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

let server: TestServer;
let client: Client;
let transfer: TransferClient;
beforeAll(async () => {
  server = await startServer((_, response) => response.end(JSON.stringify({ RequestId: 'r', Keys: { Key: [] } })));
  const shared = { endpoint: server.origin, ca: testCa };
  const openApi = { ...shared, accessKeyId: 'LTAI.test', accessKeySecret: 'secret', regionId: 'cn-hangzhou' };
  const kmsConfig = { ...shared, accessKeyId: 'KAAP.test', privateKey };
  client = new Client({ publicConfig: openApi, instanceConfig: kmsConfig });
  transfer = new TransferClient({ config: openApi, kmsConfig });
});
afterAll(async () => {
  await client.close();
  await transfer.close();
  await server[Symbol.asyncDispose]();
});

/** As tracing, dependency injection and mocking libraries wrap what they are given. */
const wrappings: [string, <T extends object>(object: T) => T][] = [
  ['behind a Proxy', (object) => new Proxy(object, {})],
  ['behind a Proxy whose methods are called with it', (object) => new Proxy(object, { get: Reflect.get })],
  ['in an object made by Object.create', (object) => Object.create(object)],
  ['behind two Proxies', (object) => new Proxy(new Proxy(object, {}), {})],
];

describe.each(wrappings)('a client %s', (_, wrap) => {
  test('makes calls, describes them, and is inspected without its secrets', async () => {
    const wrapped = wrap(client);
    expect((await wrapped.listKeys()).keys).toEqual([]);
    expect(await wrapped.doAction('ListKeys')).toMatchObject({ RequestId: 'r' });
    for await (const key of wrapped.keys()) throw new Error(`there is no ${key.keyId}`);
    expect((await wrapped.describeCall('encrypt', { keyId: 'k', plaintext: 'x' })).api).toBe('Encrypt');
    expect((await wrapped.describeAction('ListKeys')).gateway).toBe('public');
    expect((await wrapped.clientKey()).keyId).toBe('KAAP.test');
    expect(inspect(wrapped, { showProxy: false })).not.toContain('secret');
  });

  test('of KMS 1.0 makes calls and explains them', async () => {
    const wrapped = wrap(transfer);
    const { body } = await wrapped.listKeys({});
    expect(body.requestId).toBe('r');
    expect(wrapped.explainRoute('Encrypt')).toMatchObject({ gateway: 'instance' });
  });
});

test('a method taken out of its client is bound before it is called', async () => {
  const { listKeys } = client;
  expect(() => listKeys()).toThrow(TypeError);
  expect((await listKeys.call(client)).keys).toEqual([]);
  expect((await client.listKeys.bind(client)()).keys).toEqual([]);
});

test('nothing of it is in JSON or in a copy', () => {
  expect(JSON.stringify(client)).not.toContain('secret');
  expect(Object.getOwnPropertySymbols({ ...client })).toEqual([]);
});
