import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';

const seed = {
  keys: [{ id: 'key-app', aliases: ['alias/app'] }],
  secrets: [{ name: 'app/db', versions: [{ id: 'v1', data: 's3cret' }] }],
};

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms({ admin: true, seed });
  client = new Client(kms.clientConfig());
});
afterEach(() => kms.reset());
afterAll(async () => {
  await client.close();
  await kms.close();
});

async function ask(call: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = call.split(' ');
  const answer = await fetch(`${kms.adminEndpoint}${path}`, {
    method,
    headers: { authorization: `Bearer ${kms.adminToken}`, ...headers },
    body:
      body === undefined || typeof body === 'string' || body instanceof Uint8Array
        ? (body as string)
        : JSON.stringify(body),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by what tests expect of them
  return { status: answer.status, bytes, json: (isJson ? JSON.parse(bytes.toString()) : undefined) as any };
}

describe('the clock', () => {
  test('is told and moved, and what falls due happens', async () => {
    await client.scheduleKeyDeletion({ keyId: 'key-app', pendingWindowInDays: 7 });
    const before = Date.parse((await ask('GET /admin/clock')).json.now);
    expect(Math.abs(before - Date.now())).toBeLessThan(60_000);
    const { json } = await ask('POST /admin/clock', { advance: '8d' });
    expect(Date.parse(json.now) - before).toBeGreaterThanOrEqual(8 * 86_400_000);
    await expect(client.describeKey({ keyId: 'key-app' })).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
  });

  test('can be set, frozen, resumed and reset', async () => {
    expect((await ask('POST /admin/clock', { set: '2030-01-01T00:00:00Z' })).json.now).toMatch(/^2030-01-01T00:00:/);
    expect((await ask('POST /admin/clock', { freeze: true })).json.frozen).toBe(true);
    const frozen = (await ask('POST /admin/clock', { advance: { hours: 1 } })).json;
    expect((await ask('GET /admin/clock')).json).toEqual(frozen);
    expect((await ask('POST /admin/clock', { resume: true })).json.frozen).toBe(false);
    const { json } = await ask('POST /admin/clock', { reset: true });
    expect(Math.abs(Date.parse(json.now) - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    [{ advance: 'soon' }, 'not soon'],
    [{ advance: { weeks: 1 } }, 'not weeks'],
    [{ set: '2026-01-01' }, 'not 2026-01-01'],
    [{ freeze: false }, 'one of advance'],
    [{ advance: '1d', freeze: true }, 'one way at a time'],
    [{}, 'one of advance'],
    [{ advance: { days: { toString: 1 } } }, 'must be a number'],
    ['{', 'is not JSON'],
    ['['.repeat(5_000), 'nested deeper than 100 levels'],
  ])('is not moved by %j', async (body, message) => {
    const { status, json } = await ask('POST /admin/clock', body);
    expect([status, json.error.code]).toEqual([400, 'Admin.Invalid']);
    expect(json.error.message).toContain(message);
  });
});

test('faults are added, listed and removed', async () => {
  const { json } = await ask('POST /admin/faults', { api: 'DescribeKey', code: 'InternalFailure', status: 400 });
  await expect(client.describeKey({ keyId: 'key-app' }, { maxAttempts: 1 })).rejects.toMatchObject({
    code: 'InternalFailure',
  });
  const listed = (await ask('GET /admin/faults')).json;
  expect(listed).toEqual({
    seed: kms.faults.seed,
    faults: [{ id: json.id, api: 'DescribeKey', code: 'InternalFailure', status: 400, matched: 1, struck: 1 }],
  });
  expect((await ask(`DELETE /admin/faults/${json.id}`)).status).toBe(200);
  expect((await ask(`DELETE /admin/faults/${json.id}`)).status).toBe(404);
  await client.describeKey({ keyId: 'key-app' });
  await ask('POST /admin/faults', { hang: true });
  await ask('DELETE /admin/faults');
  expect((await ask('GET /admin/faults')).json.faults).toEqual([]);
  expect((await ask('POST /admin/faults', { hnag: true })).json.error).toMatchObject({ code: 'Fault.Invalid' });
});

test('requests can be asked for by what they were', async () => {
  await client.describeKey({ keyId: 'alias/app' });
  await client.encrypt({ keyId: 'key-app', plaintext: 'x' });
  await client.describeKey({ keyId: 'key-none' }).catch(() => {});
  const found = (await ask('GET /admin/requests?api=DescribeKey&gateway=public&keyId=alias/app')).json.requests;
  expect(found).toEqual([
    expect.objectContaining({ api: 'DescribeKey', keyId: 'alias/app', status: 200, caller: kms.accessKeyId }),
  ]);
  expect((await ask('GET /admin/requests?status=404')).json.requests).toHaveLength(1);
  expect((await ask('GET /admin/requests?apis=x')).json.error.message).toContain('apis');
  await ask('DELETE /admin/requests');
  expect((await ask('GET /admin/requests')).json.requests).toEqual([]);
});

test('a reset brings back the seed and leaves credentials as they are', async () => {
  const { keyId } = (await client.createKey({})).keyMetadata;
  await client.deleteSecret({ secretName: 'app/db', forceDeleteWithoutRecovery: true });
  expect((await ask('POST /admin/reset')).status).toBe(200);
  await expect(client.describeKey({ keyId })).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
  expect((await client.getSecretValue({ secretName: 'app/db' })).secretData).toBe('s3cret');
});

test('a snapshot brings everything back, the clock too', async () => {
  const { ciphertextBlob } = await client.encrypt({ keyId: 'key-app', plaintext: 'hello' }, { gateway: 'public' });
  const { bytes } = await ask('GET /admin/snapshot');
  await client.scheduleKeyDeletion({ keyId: 'key-app', pendingWindowInDays: 7 });
  await kms.clock.advance({ days: 9 });
  expect((await ask('POST /admin/restore', bytes)).status).toBe(200);
  const { plaintext } = await client.decrypt({ ciphertextBlob }, { gateway: 'public' });
  expect(Buffer.from(plaintext).toString()).toBe('hello');
  expect(Math.abs(kms.clock.now() - Date.now())).toBeLessThan(60_000);
  expect((await ask('POST /admin/restore', bytes.subarray(1))).json.error.code).toBe('Store.SnapshotUnusable');
});

test.each(['yaml', 'json'] as const)('what was exported as %s can be loaded', async (format) => {
  const exported = (await ask(`GET /admin/export?format=${format}`)).bytes.toString();
  expect(exported).toContain('s3cret');
  await client.deleteSecret({ secretName: 'app/db', forceDeleteWithoutRecovery: true });
  const type = { 'content-type': `application/${format}` };
  const { status } = await ask('POST /admin/seed', exported, type);
  expect(status).toBe(200);
  expect((await client.getSecretValue({ secretName: 'app/db' })).secretData).toBe('s3cret');
  expect((await ask('POST /admin/seed', '{"keys":[{}]}', type)).json.error).toMatchObject({ code: 'Seed.Invalid' });
});

describe('who may use it', () => {
  test.each([
    ['without a token', {}],
    ['with another token', { authorization: 'Bearer 0123456789abcdef' }],
    ['with the token in another form', { authorization: 'Basic abc' }],
  ])('nobody may %s', async (_who, headers) => {
    const answer = await fetch(`${kms.adminEndpoint}/admin/requests`, { headers });
    expect([answer.status, JSON.parse(await answer.text()).error.code]).toEqual([401, 'Admin.Unauthorized']);
  });

  test('no web page may, even with the token', async () => {
    expect((await ask('GET /admin/clock', undefined, { origin: 'https://example.com' })).status).toBe(403);
  });

  test('it is served on this machine only, and nowhere unless it was asked for', async () => {
    const open = await startLocalKms({ host: '0.0.0.0', admin: { token: 'sixteen-characters' } });
    expect(open.adminEndpoint).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(open.adminToken).toBe('sixteen-characters');
    await open.close();
    const closed = await startLocalKms();
    expect([closed.adminEndpoint, closed.adminToken]).toEqual([undefined, undefined]);
    await closed.close();
  });
});

test.each([
  ['GET /admin/nothing', 404, 'Admin.NotFound'],
  ['GET /', 404, 'Admin.NotFound'],
  ['PUT /admin/clock', 405, 'Admin.WrongMethod'],
  ['GET /admin/faults/a/b', 404, 'Admin.NotFound'],
  ['GET /admin/export?format=xml', 400, 'Admin.Invalid'],
])('%s is refused', async (call, status, code) => {
  const answer = await ask(call);
  expect([answer.status, answer.json.error.code]).toEqual([status, code]);
});
