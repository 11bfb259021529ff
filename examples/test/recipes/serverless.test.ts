import tls from 'node:tls';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localEnvironment } from '../../src/local-environment.js';
import { useExamples } from '../support/run-example.js';

type Handler = typeof import('../../src/recipes/serverless/handler.js');

const examples = useExamples();

/** How often each API was called while something ran. */
async function callsDuring(kms: LocalKms, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const earlier = kms.requests().length;
  await act();
  const counts: Record<string, number> = {};
  for (const { api = '' } of kms.requests().slice(earlier)) counts[api] = (counts[api] ?? 0) + 1;
  return counts;
}

test('two invocations of one instance read the secret once, a fresh instance reads it again', async () => {
  const { kms, run } = examples;
  const two = await callsDuring(kms, async () => {
    const { stdout } = await run('recipes/serverless');
    expect(stdout.match(/"storedAs":"app"/g)).toHaveLength(2);
  });
  expect(two).toEqual({ GetSecretValue: 1, AdvanceEncrypt: 2 });
  const fresh = await callsDuring(kms, async () => {
    const { stdout } = await run('recipes/serverless', { INVOCATIONS: '1' });
    expect(stdout.match(/"storedAs":"app"/g)).toHaveLength(1);
  });
  expect(fresh).toEqual({ GetSecretValue: 1, AdvanceEncrypt: 1 });
});

let kms: LocalKms;
let instance: Handler;
beforeEach(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [{ id: 'key-function', aliases: ['alias/example'] }],
      secrets: [{ name: 'example/db', versions: [{ id: 'v1', data: '{"user":"app","password":"s3cret"}' }] }],
    },
  });
  for (const [name, value] of Object.entries(localEnvironment(kms))) vi.stubEnv(name, value);
  vi.stubEnv('KMS_SECRET_NAME', 'example/db');
  // A fresh module, as in a fresh instance of the function.
  vi.resetModules();
  instance = await import('../../src/recipes/serverless/handler.js');
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await instance.preStop();
  vi.unstubAllEnvs();
  await kms.close();
});

const event = (value: object) => Buffer.from(JSON.stringify(value));
const context = (timeout = 10) => ({ requestId: '1', function: { timeout } });
const invoke = () => instance.handler(event({ seal: 'hello' }), context());

test('what the handler answers is sealed by KMS', async () => {
  const { sealed } = (await invoke()) as { sealed: string };
  const client = new Client(kms.clientConfig());
  const { plaintext } = await client.advanceDecrypt({ ciphertextBlob: Buffer.from(sealed, 'base64') });
  await client.close();
  expect(Buffer.from(plaintext).toString()).toBe('hello');
});

test('the second invocation opens no connection', async () => {
  const connect = vi.spyOn(tls, 'connect');
  await invoke();
  const { length: first } = connect.mock.calls;
  await invoke();
  expect(first).toBeGreaterThan(0);
  expect(connect).toHaveBeenCalledTimes(first);
});

test('after the initializer the first invocation only seals', async () => {
  await instance.initialize();
  expect(await callsDuring(kms, invoke)).toEqual({ AdvanceEncrypt: 1 });
});

test('an invocation that needs no KMS works where none is configured, and asks none', async () => {
  vi.stubEnv('KMS_INSTANCE_ENDPOINT', '');
  expect(await instance.handler(event({ ping: true }), context())).toEqual({ pong: true });
  await expect(invoke()).rejects.toThrow('KMS_INSTANCE_ENDPOINT');
  expect(kms.requests()).toEqual([]);
});

test('when KMS does not answer, the handler fails before the function’s own timeout', async () => {
  kms.faults.add({ api: 'AdvanceEncrypt', delayMs: 60_000 });
  const failure = await instance.handler(event({ seal: 'hello' }), context(1)).catch((error: unknown) => error);
  // The reason of the signal, not a timeout of the client's own.
  expect(failure).toBeInstanceOf(DOMException);
  expect(failure).toMatchObject({ name: 'TimeoutError' });
});

test('a secret that could not be read is read by the next invocation', async () => {
  kms.faults.add({ api: 'GetSecretValue', code: 'Forbidden.NoPermission', times: 1 });
  await expect(invoke()).rejects.toMatchObject({ code: 'Forbidden.NoPermission' });
  expect(await invoke()).toMatchObject({ storedAs: 'app' });
});

test('a secret that was changed is noticed after ten minutes', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await invoke();
  const client = new Client(kms.clientConfig());
  await client.putSecretValue({ secretName: 'example/db', versionId: 'v2', secretData: '{"user":"app2"}' });
  await client.close();
  vi.setSystemTime(Date.now() + 9 * 60_000);
  expect(await invoke()).toMatchObject({ storedAs: 'app' });
  vi.setSystemTime(Date.now() + 2 * 60_000);
  expect(await invoke()).toMatchObject({ storedAs: 'app2' });
});
