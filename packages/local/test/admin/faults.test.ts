import { Client, KmsConnectionError, KmsServiceError } from 'alibabacloud-kms-sdk';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { send } from '../support/send.js';
import { acs3Request, rpcRequest } from '../support/signed-requests.js';

let kms: LocalKms;
let client: Client;
let keyId: string;

beforeAll(async () => {
  kms = await startLocalKms({ faultSeed: 7, names: ['kms.local'] });
  client = new Client(kms.clientConfig());
  ({ keyId } = (await client.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata);
});
afterEach(() => {
  kms.faults.clear();
  kms.clearRequests();
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const encrypt = (options = {}) => client.encrypt({ keyId, plaintext: 'hello' }, options);
const once = { maxAttempts: 1 };

test('a client that was throttled tries again, and the test sees how often', async () => {
  kms.faults.add({ api: 'Encrypt', code: 'Rejected.Throttling', times: 2 });
  await encrypt();
  const requests = kms.requests({ api: 'Encrypt' });
  expect(requests.map(({ status, code, fault }) => [status, code, fault])).toEqual([
    [429, 'Rejected.Throttling', 'fault-1'],
    [429, 'Rejected.Throttling', 'fault-1'],
    [200, undefined, undefined],
  ]);
});

test.each(['instance', 'public'] as const)('an error of the %s gateway has its form', async (gateway) => {
  kms.faults.add({ code: 'Rejected.LimitExceeded' });
  const error = await client
    .encrypt({ keyId, plaintext: 'x' }, { ...once, gateway })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KmsServiceError);
  expect(error).toMatchObject({ code: 'Rejected.LimitExceeded', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('a delayed answer comes, but not before its time', async () => {
  kms.faults.add({ delayMs: 300 });
  await encrypt();
  const [entry] = kms.requests({ api: 'Encrypt' });
  expect(entry?.durationMs).toBeGreaterThanOrEqual(299);
  expect(entry?.status).toBe(200);
});

test('a call that hangs ends when its client gives up', async () => {
  kms.faults.add({ hang: true, times: 1 });
  await expect(encrypt({ ...once, timeoutMs: 200 })).rejects.toMatchObject({ name: 'KmsTimeoutError' });
  await encrypt();
  expect(kms.requests({ api: 'Encrypt' }).map(({ disruption, status }) => disruption ?? status)).toEqual(['hang', 200]);
});

test('a connection that is reset is an error of the connection', async () => {
  kms.faults.add({ reset: true });
  const error = (await encrypt(once).catch((thrown: unknown) => thrown)) as KmsConnectionError;
  expect(error).toBeInstanceOf(KmsConnectionError);
  expect(codesOf(error)).toContain('ECONNRESET');
});

describe.each(['ACS3', 'signature version 1.0'] as const)('a request with %s that met a fault', (signature) => {
  const request = () => (signature === 'ACS3' ? acs3Request : rpcRequest)(kms, 'ListKeys', {});

  test('and its client’s HTTP library sends again as it was is answered after a reset', async () => {
    kms.faults.add({ reset: true, times: 1 });
    const bytes = request();
    await expect(send(kms, bytes)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await send(kms, bytes)).status).toBe(200);
    expect((await send(kms, bytes)).body.toString()).toContain('SignatureNonceUsed');
  });

  test('is not answered twice after an error, which KMS gave', async () => {
    kms.faults.add({ code: 'InternalFailure', times: 1 });
    const bytes = request();
    expect((await send(kms, bytes)).status).toBe(500);
    expect((await send(kms, bytes)).body.toString()).toContain('SignatureNonceUsed');
  });
});

const codesOf = (error: unknown): unknown[] =>
  error instanceof Error ? [(error as NodeJS.ErrnoException).code, ...codesOf(error.cause)] : [];

test('a quota goes by the clock of this KMS', async () => {
  await kms.clock.freeze();
  try {
    kms.faults.add({ api: 'Encrypt', qps: 2 });
    const codes: string[] = [];
    for (let count = 0; count < 4; count += 1) codes.push(await codeOf(encrypt(once)));
    await kms.clock.advance({ seconds: 1 });
    codes.push(await codeOf(encrypt(once)));
    expect(codes).toEqual(['ok', 'ok', 'Rejected.Throttling', 'Rejected.Throttling', 'ok']);
  } finally {
    await kms.clock.reset();
  }
});

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

test('a fault is for calls that are signed rightly only', async () => {
  kms.faults.add({ code: 'InternalFailure' });
  const stranger = new Client({
    publicConfig: { ...kms.clientConfig().publicConfig, accessKeySecret: 'not-the-secret' },
  });
  await expect(stranger.listKeys({}, once)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  await stranger.close();
});

describe('a run with every kind of fault', () => {
  const rules = [
    { api: 'Encrypt', code: 'Rejected.Throttling', probability: 0.2 },
    { gateway: 'public', code: 'InternalFailure', message: 'on purpose', status: 500, probability: 0.2 },
    { reset: true, probability: 0.1 },
    { hang: true, probability: 0.05 },
    { delayMs: 1, probability: 0.3 },
    { api: 'DescribeKey', qps: 5 },
    { keyId: 'alias/none', code: 'Forbidden.KeyNotFound' },
    { secretName: 's', code: 'Forbidden.ResourceNotFound', after: 1, times: 2 },
  ] as const;

  async function run(faultSeed: number): Promise<string[]> {
    const own = await startLocalKms({ faultSeed, faults: rules, clock: '2026-01-01T00:00:00Z' });
    const caller = new Client(own.clientConfig());
    const options = { ...once, timeoutMs: 250 };
    try {
      await own.clock.freeze();
      const calls = [
        () => caller.generateRandom({ length: 8 }, options),
        () => caller.encrypt({ keyId: 'key-none', plaintext: 'x' }, options),
        () => caller.describeKey({ keyId: 'alias/none' }, options),
        () => caller.getSecretValue({ secretName: 's' }, options),
      ];
      const seen: string[] = [];
      for (let round = 0; round < 12; round += 1) for (const call of calls) seen.push(await codeOf(call()));
      return [
        ...seen,
        ...own.requests().map(({ fault = '-', status = 0, disruption = '' }) => `${fault} ${status} ${disruption}`),
      ];
    } finally {
      await caller.close();
      await own.close();
    }
  }

  test('meets the same faults with the same seed, and others with another', async () => {
    const [one, same, other] = await Promise.all([run(11), run(11), run(12)]);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    // Nothing of this proves anything unless all kinds struck.
    const struck = new Set(one.map((line) => /^fault-\d+/.exec(line)?.[0]));
    for (let rule = 1; rule <= rules.length; rule += 1) expect(struck).toContain(`fault-${rule}`);
  });
});
