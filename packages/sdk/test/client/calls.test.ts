import { createHash, generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { Client, type ClientOptions, KmsServiceError, type OperationOptions } from 'alibabacloud-kms-sdk';
import { afterEach, describe, expect, test } from 'vitest';
import { decodeForm } from '../../src/wire/form.js';
import { decodeMessage, encodeMessage } from '../../src/wire/protobuf.js';
import { failureOf } from '../support/calls.js';
import { startServer, type TestServer, testCa } from '../support/hostile-server.js';

const keyVersionId = '2ab1a983-7072-4bbc-a582-584b5bd81234';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const accessKey = { accessKeyId: 'LTAI.test', accessKeySecret: 'secret' };

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

type Parts = { instance?: 'clientKey' | 'accessKey'; public?: boolean };

/** A server that always answers the same, and a client whose gateways are all that server. */
async function clientOf({ instance, public: open }: Parts, answer: Record<string, unknown>, headers = {}) {
  const server = await startServer((request, response) => {
    const api = request.headers['x-kms-apiname'];
    const fields = { RequestId: 'request-1', ...answer };
    const body = api ? encodeMessage(`${api}Response` as 'EncryptResponse', fields) : JSON.stringify(fields);
    response.writeHead(200, headers).end(body);
  });
  const shared = { endpoint: server.origin, ca: testCa };
  const options: ClientOptions = {
    ...(instance === 'clientKey' && { instanceConfig: { ...shared, accessKeyId: 'KAAP.test', privateKey } }),
    ...(instance === 'accessKey' && { instanceConfig: { ...shared, ...accessKey } }),
    ...(open && { publicConfig: { ...shared, ...accessKey, regionId: 'cn-hangzhou' } }),
  };
  const client = new Client(options);
  opened.push(server, client);
  return { client, server };
}

/** The API and the parameters of an OpenAPI request. */
function sent({ requests }: TestServer, index = 0) {
  const { headers, body } = requests[index] as TestServer['requests'][number];
  return { action: headers['x-acs-action'], ...Object.fromEntries(decodeForm(body)) };
}

describe('a method of the public gateway', () => {
  test('sends wire names and answers in a program’s', async () => {
    const { client, server } = await clientOf(
      { public: true },
      { KeyMetadata: { KeyId: 'key-1', CreationDate: '2024-02-21T15:39:26Z', DKMSInstanceId: 'kst-1' } },
      { 'x-extra': 'yes' },
    );
    const answer = await client.createKey(
      { keySpec: 'EC_P256', dkmsInstanceId: 'kst-1', tags: [{ tagKey: 'team', tagValue: 'a&b' }] },
      { responseHeaders: ['X-Extra'] },
    );
    expect(sent(server)).toEqual({
      action: 'CreateKey',
      KeySpec: 'EC_P256',
      DKMSInstanceId: 'kst-1',
      Tags: '[{"TagKey":"team","TagValue":"a&b"}]',
    });
    expect(answer).toEqual({
      keyMetadata: { keyId: 'key-1', creationDate: new Date('2024-02-21T15:39:26Z'), dkmsInstanceId: 'kst-1' },
      requestId: 'request-1',
      $metadata: {
        status: 200,
        attempts: 1,
        headers: { 'x-extra': 'yes' },
        accessKey: { accessKeyId: 'LTAI.test', source: 'publicConfig' },
      },
    });
  });

  test('knows its region', async () => {
    const { client, server } = await clientOf({ public: true }, {});
    await client.listTagResources({ resourceType: 'key', tag: [{ key: 'team' }] });
    await client.listTagResources({ resourceType: 'key', regionId: 'cn-beijing' });
    expect(sent(server)).toEqual({
      action: 'ListTagResources',
      RegionId: 'cn-hangzhou',
      ResourceType: 'key',
      'Tag.1.Key': 'team',
    });
    expect(sent(server, 1)).toMatchObject({ RegionId: 'cn-beijing' });
  });

  test('that cannot be right sends nothing', async () => {
    const { client, server } = await clientOf({ public: true }, {});
    await expect(client.scheduleKeyDeletion({ keyId: 'k', pendingWindowInDays: 3 })).rejects.toMatchObject({
      code: 'Request.Invalid',
      api: 'ScheduleKeyDeletion',
      message: 'ScheduleKeyDeletion: pendingWindowInDays must be 7 to 366, not 3',
    });
    await expect(client.listKeys({}, { gateway: 'shared' as 'public' })).rejects.toThrow("'instance' or 'public'");
    await expect(client.listKeys({}, { timeout: 1 } as object)).rejects.toMatchObject({ code: 'Config.Invalid' });
    expect(server.requests).toEqual([]);
  });
});

describe('an operation with a client key', () => {
  test('sends a message and answers with the key version that did the work', async () => {
    const iv = new Uint8Array(12);
    const answer = { KeyId: 'key-1', CiphertextBlob: Buffer.from('sealed'), Iv: iv, Algorithm: 'AES_GCM' };
    const headers = { 'x-kms-migrationkeyversionid': keyVersionId };
    const { client, server } = await clientOf({ instance: 'clientKey', public: true }, answer, headers);
    const sealed = await client.encrypt({ keyId: 'key-1', plaintext: 'hello', aad: 'a', encryptionContext: undefined });
    const [request] = server.requests;
    expect(request?.headers['x-kms-apiname']).toBe('Encrypt');
    expect(decodeMessage('EncryptRequest', Buffer.from(request?.body ?? ''))).toEqual({
      KeyId: 'key-1',
      Plaintext: new Uint8Array(Buffer.from('hello')),
      Aad: new Uint8Array(Buffer.from('a')),
    });
    expect(sealed).toEqual({
      keyId: 'key-1',
      ciphertextBlob: new Uint8Array(Buffer.from('sealed')),
      iv,
      algorithm: 'AES_GCM',
      keyVersionId,
      requestId: 'request-1',
      $metadata: { status: 200, attempts: 1, headers: {} },
    });
  });

  test('Decrypt names the key version in a header', async () => {
    const { client, server } = await clientOf({ instance: 'clientKey' }, { Plaintext: Buffer.from('x') });
    await client.decrypt({ keyId: 'k', ciphertextBlob: Buffer.from('c'), keyVersionId });
    expect(server.requests[0]?.headers['x-kms-migrationkeyversionid']).toBe(keyVersionId);
  });

  test('a data key has 32 bytes when nothing else is said', async () => {
    const answer = { Plaintext: Buffer.alloc(32), CiphertextBlob: Buffer.alloc(60) };
    const { client, server } = await clientOf({ instance: 'clientKey' }, answer);
    await client.generateDataKey({ keyId: 'k', numberOfBytes: undefined });
    const message = decodeMessage('GenerateDataKeyRequest', Buffer.from(server.requests[0]?.body ?? ''));
    expect(message.NumberOfBytes).toBe(32);
  });

  test('what needs an AccessKey is refused with the remedy', async () => {
    const { client, server } = await clientOf({ instance: 'clientKey' }, {});
    await expect(client.encrypt({ keyId: 'k', plaintext: 'x', encryptionContext: { a: '1' } })).rejects.toThrow(
      'Encrypt: encryptionContext is for calls with an AccessKey, this one is made with a client key: bind data with aad',
    );
    expect(server.requests).toEqual([]);
  });

  test('a verification that fails is no error', async () => {
    const { client } = await clientOf({ instance: 'clientKey' }, { KeyId: 'k' });
    const { value } = await client.verify({ keyId: 'k', message: 'm', signature: new Uint8Array(8) });
    expect(value).toBe(false);
  });
});

describe('the same operation with an AccessKey', () => {
  test('bytes travel as base64 and come back as bytes', async () => {
    const plaintext = Buffer.from([0, 255, 128]).toString('base64');
    const { client, server } = await clientOf({ public: true }, { Plaintext: plaintext, CiphertextBlob: 'AQID' });
    const sealed = await client.encrypt({ keyId: 'k', plaintext: new Uint8Array([0, 255, 128]) });
    const opened = await client.decrypt({ ciphertextBlob: sealed.ciphertextBlob, encryptionContext: { a: '1' } });
    expect(sent(server)).toEqual({ action: 'Encrypt', KeyId: 'k', Plaintext: plaintext });
    expect(sent(server, 1)).toEqual({ action: 'Decrypt', CiphertextBlob: 'AQID', EncryptionContext: '{"a":"1"}' });
    expect(opened.plaintext).toEqual(new Uint8Array([0, 255, 128]));
  });

  test('sign is AsymmetricSign of the message’s digest, on an instance too', async () => {
    const { client, server } = await clientOf({ instance: 'accessKey' }, { Value: 'AQID' });
    const request = { keyId: 'k', keyVersionId, algorithm: 'ECDSA_SHA_256', message: 'pay 10' };
    const { signature } = await client.sign(request);
    expect(signature).toEqual(new Uint8Array([1, 2, 3]));
    expect(sent(server)).toEqual({
      action: 'AsymmetricSign',
      KeyId: 'k',
      KeyVersionId: keyVersionId,
      Algorithm: 'ECDSA_SHA_256',
      Digest: createHash('sha256').update('pay 10').digest('base64'),
    });
  });

  test('the call picks the gateway', async () => {
    const answer = { SecretName: 's', SecretData: 'value', PublicKey: 'PEM' };
    const { client, server } = await clientOf({ instance: 'clientKey', public: true }, answer);
    await client.getSecretValue({ secretName: 's' });
    await client.getSecretValue({ secretName: 's' }, { gateway: 'public' });
    await client.getSecretValueBySharedEndpoint({ secretName: 's' });
    await client.getPublicKeyBySharedEndpoint({ keyId: 'k', keyVersionId });
    expect(server.requests.map(({ headers }) => headers['x-acs-action'] ?? headers['x-kms-apiname'])).toEqual([
      'GetSecretValue',
      'GetSecretValue',
      'GetSecretValue',
      'GetPublicKey',
    ]);
    expect(server.requests.map(({ headers }) => 'x-kms-apiname' in headers)).toEqual([true, false, false, false]);
  });
});

describe('doAction', () => {
  test('takes and answers wire names, and says how the call went', async () => {
    const { client, server } = await clientOf({ public: true }, { Extra: { List: [1] } });
    const answer = await client.doAction('AnyFutureApi', { Param: 'x', Flags: ['a'] });
    expect(sent(server)).toEqual({ action: 'AnyFutureApi', Param: 'x', Flags: '["a"]' });
    expect(answer).toEqual({
      RequestId: 'request-1',
      Extra: { List: [1] },
      $metadata: {
        status: 200,
        attempts: 1,
        headers: {},
        accessKey: { accessKeyId: 'LTAI.test', source: 'publicConfig' },
      },
    });
  });

  test('an answer does not show its secrets when it is printed', async () => {
    const values = { SecretValues: [{ SecretName: 's', SecretData: 'open sesame' }] };
    const { client } = await clientOf({ public: true }, values);
    const answer = await client.doAction('BatchGetSecretValue', { SecretsList: [{ SecretName: 's' }] });
    expect(inspect(answer, { depth: 9, showHidden: true })).not.toContain('open sesame');
    expect(answer).toMatchObject(values);
  });

  test('sends an unknown API again only when it reads, or when the call says that it may', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(500).end('{"Code":"InternalFailure","Message":"try again","RequestId":"r"}');
    });
    const client = new Client({
      publicConfig: { ...accessKey, endpoint: server.origin, ca: testCa, backoff: { baseMs: 0 } },
    });
    opened.push(server, client);
    const attempts = async (call: Promise<unknown>) => {
      const error = await call.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(KmsServiceError);
      return (error as KmsServiceError).attempts;
    };
    expect(await attempts(client.doAction('ListFuture'))).toBe(3);
    expect(await attempts(client.doAction('MakeFuture'))).toBe(1);
    expect(await attempts(client.doAction('MakeFuture', {}, { repeatable: true }))).toBe(3);
    expect(await attempts(client.createKey())).toBe(1);
    expect(await attempts(client.describeKey({ keyId: 'k' }))).toBe(3);
  });
});

describe('what JavaScript lets through is refused before anything is sent', () => {
  test.each([undefined, '', 5, 'List\nKeys', 'List Keys'])('an action that is no name: %j', async (action) => {
    const { client, server } = await clientOf({ public: true }, {});
    const error = await failureOf(client.doAction(action as string));
    expect(error).toMatchObject({ code: 'Request.Invalid', attempts: 0 });
    expect(server.requests).toHaveLength(0);
  });

  test.each(['fast', [], () => {}])('options that are no object: %s', async (options) => {
    const { client, server } = await clientOf({ public: true }, {});
    const error = await failureOf(client.listKeys({}, options as OperationOptions));
    expect(error).toMatchObject({ code: 'Config.Invalid', api: 'ListKeys' });
    expect((error as Error).message).toBe('ListKeys: the options must be an object');
    expect(server.requests).toHaveLength(0);
  });
});

describe('an error names its own call', () => {
  test.each<[string, ClientOptions['instanceConfig']]>([
    ['client key', { endpoint: 'localhost:1', clientKeyFile: '/nowhere/key.json', password: 'p' }],
    ['CA', { endpoint: 'localhost:1', accessKeyId: 'KAAP.test', privateKey, caFilePath: '/nowhere/ca.pem' }],
  ])('when two calls wait for the same %s that cannot be read', async (_what, instanceConfig) => {
    await using client = new Client({ instanceConfig });
    const [random, encrypted] = await Promise.all([
      failureOf(client.generateRandom({ length: 1 })),
      failureOf(client.encrypt({ keyId: 'key-1', plaintext: 'x' })),
    ]);
    expect(random).toMatchObject({ api: 'GenerateRandom', endpoint: 'localhost:1', attempts: 0 });
    expect(encrypted).toMatchObject({ api: 'Encrypt', endpoint: 'localhost:1', attempts: 0 });
  });

  test.each([{ timeoutMs: -1 }, { tiemoutMs: 1 }, { requestHeaders: { host: 'x' } }])(
    'when its options cannot work: %j',
    async (options) => {
      await using client = new Client({ publicConfig: { ...accessKey, endpoint: 'localhost:1' } });
      const error = await failureOf(client.listKeys({}, options as OperationOptions));
      expect(error).toMatchObject({ code: 'Config.Invalid', api: 'ListKeys', endpoint: 'localhost:1', attempts: 0 });
    },
  );
});

describe('a program learns until when its client key is valid', () => {
  test('from the certificate beside the key, before any call', async () => {
    const clientKeyFile = fileURLToPath(new URL('../../../../vectors/client-key/pbe-3des.json', import.meta.url));
    await using client = new Client({
      instanceConfig: { endpoint: 'localhost:1', clientKeyFile, password: 'client-key-test' },
    });
    const { keyId, validUntil } = await client.clientKey();
    expect(keyId).toBe('KAAP.test-pbe-3des');
    expect(validUntil?.getUTCFullYear()).toBe(2096);
  });

  test('without a client key it is told to give one', async () => {
    await using client = new Client({ publicConfig: { ...accessKey, regionId: 'cn-hangzhou' } });
    await expect(client.clientKey()).rejects.toMatchObject({ code: 'Config.Missing' });
  });
});

describe('a program learns which AccessKey signs, and what gave it', () => {
  test('of the public gateway, before any call', async () => {
    const expiration = new Date(Date.now() + 900_000);
    await using client = new Client({
      publicConfig: { regionId: 'cn-hangzhou', credential: async () => ({ ...accessKey, expiration }) },
    });
    expect(await client.accessKey()).toEqual({
      accessKeyId: accessKey.accessKeyId,
      source: 'publicConfig.credential',
      expiration,
    });
  });

  test('of an instance that is called with one', async () => {
    await using client = new Client({ instanceConfig: { endpoint: 'localhost:1', ...accessKey } });
    expect(await client.accessKey()).toEqual({ accessKeyId: accessKey.accessKeyId, source: 'instanceConfig' });
  });

  test('without one it is told to give one', async () => {
    const clientKeyFile = fileURLToPath(new URL('../../../../vectors/client-key/pbe-3des.json', import.meta.url));
    await using client = new Client({ instanceConfig: { endpoint: 'localhost:1', clientKeyFile, password: 'x' } });
    await expect(client.accessKey()).rejects.toMatchObject({ code: 'Config.Missing' });
  });
});
