import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { send } from '../support/send.js';
import { acs3Request, instanceRequest, openClientKey } from '../support/signed-requests.js';

let kms: LocalKms;
let client: Client;
const lines: string[] = [];

beforeAll(async () => {
  kms = await startLocalKms({
    logRequests: 'json',
    log: (line) => lines.push(line),
    seed: {
      keys: [{ id: 'key-app', aliases: ['alias/app'] }],
      secrets: [{ name: 'app/db', encryptionKey: 'key-app', versions: [{ id: 'v1', data: 'first' }] }],
    },
  });
  client = new Client(kms.clientConfig());
});
afterEach(() => {
  kms.clearRequests();
  lines.length = 0;
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const signed = { signed: { host: '127.0.0.1' } };

test('a call is remembered with what it was about', async () => {
  const answer = await send(kms, acs3Request(kms, 'DescribeKey', { KeyId: 'alias/app' }, signed));
  const { keyId } = openClientKey(kms);
  await client.encrypt({ keyId: 'key-app', plaintext: 'x' }, { gateway: 'instance' });
  await client.putSecretValue({ secretName: 'app/db', versionId: 'v2', secretData: 'pa55word' });
  const common = { requestId: expect.any(String), time: expect.any(String), durationMs: expect.any(Number) };
  expect(kms.requests()).toEqual([
    {
      ...common,
      requestId: answer.headers['x-acs-request-id'],
      gateway: 'public',
      api: 'DescribeKey',
      caller: kms.accessKeyId,
      keyId: 'alias/app',
      status: 200,
      remoteAddress: '127.0.0.1',
    },
    expect.objectContaining({ gateway: 'instance', api: 'Encrypt', caller: keyId, keyId: 'key-app', status: 200 }),
    expect.objectContaining({ gateway: 'public', api: 'PutSecretValue', secretName: 'app/db', status: 200 }),
  ]);
});

test('who sent a call is told only when it was proven', async () => {
  const stranger = { accessKeyId: kms.accessKeyId, accessKeySecret: 'not-the-secret' };
  await send(kms, acs3Request(stranger, 'ListKeys', {}, signed));
  const other = { ...openClientKey(kms), keyId: 'KAAP.other' };
  await send(kms, instanceRequest(other, 'GenerateRandom', { Length: 8 }));
  expect(kms.requests().map(({ api, caller, code }) => [api, caller, code])).toEqual([
    ['ListKeys', undefined, 'SignatureDoesNotMatch'],
    ['GenerateRandom', undefined, 'Unauthorized'],
  ]);
});

test('the time of a call is that of the clock of this KMS', async () => {
  await client.listKeys();
  await kms.clock.set('2030-01-01T00:00:00Z');
  await client.listSecrets();
  await kms.clock.reset();
  expect(kms.requests({ since: '2030-01-01T00:00:00Z' }).map(({ api }) => api)).toEqual(['ListSecrets']);
});

test('neither requests nor their lines hold what was encrypted, kept or proven', async () => {
  const plaintext = 'very-secret-plaintext';
  const secretData = 'very-secret-value';
  const { ciphertextBlob } = await client.encrypt({ keyId: 'key-app', plaintext }, { gateway: 'public' });
  await client.decrypt({ ciphertextBlob }, { gateway: 'public' });
  await client.createSecret({ secretName: 'other', versionId: 'v1', secretData, encryptionKeyId: 'key-app' });
  await client.getSecretValue({ secretName: 'other' });
  await send(
    kms,
    acs3Request(kms, 'CreateSecret', { SecretName: 'app/db', VersionId: 'v1', SecretData: secretData }, signed),
  );
  const shown = JSON.stringify(kms.requests()) + lines.join('\n');
  expect(kms.requests()).toHaveLength(5);
  const hidden = [plaintext, Buffer.from(plaintext).toString('base64'), secretData, Buffer.from(ciphertextBlob)];
  for (const secret of [...hidden, kms.accessKeySecret, kms.clientKeyPassword]) {
    expect(shown).not.toContain(Buffer.isBuffer(secret) ? secret.toString('base64') : secret);
  }
});

test('each call is a line of JSON, which says what its entry says', async () => {
  await client.listKeys();
  await client.describeKey({ keyId: 'key-none' }).catch(() => {});
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toEqual(kms.requests().map((entry) => ({ level: 'info', event: 'request', ...entry })));
  expect(entries).toHaveLength(2);
});

test('start and stop are lines too', async () => {
  const own: string[] = [];
  const other = await startLocalKms({ logRequests: 'json', log: (line) => own.push(line), httpPort: 0 });
  await other.close();
  const { endpoint, httpEndpoint } = other;
  expect(own.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', event: 'start', time: expect.any(String), endpoint, httpEndpoint },
    { level: 'info', event: 'stop', time: expect.any(String) },
  ]);
});

test('what a client sends in place of names does not fill the memory', async () => {
  const long = 'a'.repeat(100_000);
  await send(kms, acs3Request(kms, 'DescribeKey', {}, { body: `KeyId=${long}`, ...signed }));
  const headers = { signed: { ...signed.signed, 'x-acs-action': long, 'user-agent': long } };
  await send(kms, acs3Request(kms, 'ListKeys', {}, headers));
  const [first, second] = kms.requests();
  expect(first).toMatchObject({ api: 'DescribeKey', code: expect.any(String), keyId: 'a'.repeat(512) });
  expect(second).toMatchObject({ api: 'a'.repeat(512), userAgent: 'a'.repeat(512), code: 'InvalidAction.NotFound' });
});

test('only so many are remembered', async () => {
  const own = await startLocalKms({ requestLogSize: 2 });
  await using caller = new Client(own.clientConfig());
  await caller.listKeys();
  await caller.listSecrets();
  await caller.listAliases();
  expect(own.requests().map(({ api }) => api)).toEqual(['ListSecrets', 'ListAliases']);
  await own.close();
});
