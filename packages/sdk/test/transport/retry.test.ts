import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { KmsConfigurationError, KmsConnectionError, KmsServiceError } from '../../src/errors.js';
import { Caller, failureOf } from '../support/calls.js';
import { serveTcp, startServer } from '../support/hostile-server.js';

/** Answers with the errors in turn, then with success. */
const failing = (...errors: [status: number, body: string, headers?: Record<string, string>][]) =>
  startServer((_, response, index) => {
    const [status, body, headers] = errors[index] ?? [200, 'ok'];
    response.writeHead(status, headers).end(body);
  });

const throttled: [number, string] = [429, 'Rejected.Throttling: QPS Limit Exceeded'];

test.each(['Throttling', 'Throttling.User', 'Throttling.Api'])(
  'a call that the gateway in front of KMS throttles (400 %s) is sent again, even when it must not be executed twice',
  async (code) => {
    await using server = await failing([400, `${code}: Request was denied.`]);
    using caller = new Caller(server);
    expect((await caller.call({ repeatable: false })).metadata.attempts).toBe(2);
  },
);

test('a throttled call is sent again, signed anew, even when it must not be executed twice', async () => {
  await using server = await failing(throttled, throttled);
  using caller = new Caller(server);
  const waits: number[] = [];
  const random = () => {
    waits.push(waits.length);
    return 0.5;
  };
  const { answer, metadata } = await caller.call({ repeatable: false, random });
  expect(answer).toBe('ok');
  expect(metadata.attempts).toBe(3);
  expect(waits).toHaveLength(2);
  expect(server.requests).toHaveLength(3);
});

test('three attempts by default, then the last error', async () => {
  await using server = await failing(throttled, throttled, throttled);
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toBeInstanceOf(KmsServiceError);
  expect(error).toMatchObject({ code: 'Rejected.Throttling', status: 429, attempts: 3, api: 'TestApi' });
  expect(server.requests).toHaveLength(3);
});

test.each([{ maxAttempts: 1 }, { autoRetry: false }, { autoRetry: false, maxAttempts: 5 }])(
  'one attempt with %o',
  async (options) => {
    await using server = await failing(throttled);
    using caller = new Caller(server);
    expect(await failureOf(caller.call(options))).toMatchObject({ attempts: 1 });
    expect(server.requests).toHaveLength(1);
  },
);

test('maxAttempts counts the attempts', async () => {
  await using server = await failing(throttled, throttled, throttled, throttled);
  using caller = new Caller(server);
  expect((await caller.call({ maxAttempts: 5 })).metadata.attempts).toBe(5);
});

test.each<[string, [number, string], { repeatable: number; once: number }]>([
  ['InternalFailure', [500, 'InternalFailure: oops'], { repeatable: 2, once: 1 }],
  ['ServiceUnavailableTemporary', [503, 'ServiceUnavailableTemporary: later'], { repeatable: 2, once: 1 }],
  ['a nonce seen before', [400, 'SignatureNonceUsed: again'], { repeatable: 2, once: 2 }],
  ['a body lost on the way', [400, 'InvalidParam: The Param Content-SHA256 is invalid.'], { repeatable: 2, once: 2 }],
  ['another parameter that is invalid', [400, 'InvalidParam: The Param Date is invalid.'], { repeatable: 1, once: 1 }],
  ['an unknown code with 502', [502, 'Some.New: code'], { repeatable: 2, once: 1 }],
  ['an unknown code with 429', [429, 'Some.New: code'], { repeatable: 2, once: 2 }],
  ['an unknown code with 500', [500, 'Some.New: code'], { repeatable: 1, once: 1 }],
  ['a missing key', [404, 'Forbidden.KeyNotFound: none'], { repeatable: 1, once: 1 }],
  ['the 503 page of a proxy', [503, '<html>Service Unavailable</html>'], { repeatable: 2, once: 1 }],
  ['the 404 page of a proxy', [404, '<html>Not Found</html>'], { repeatable: 1, once: 1 }],
])('%s: how often it is sent, as what may be repeated and as what may not', async (_, error, sent) => {
  for (const repeatable of [true, false]) {
    await using server = await failing(error);
    using caller = new Caller(server);
    await caller.call({ repeatable }).catch(() => {});
    expect(server.requests).toHaveLength(repeatable ? sent.repeatable : sent.once);
  }
});

test('a page that is no answer of KMS is a clear error', async () => {
  await using server = await failing([503, '<html>'], [503, '<html>'], [503, '<html>']);
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toBeInstanceOf(KmsConnectionError);
  expect(error).toMatchObject({
    code: 'Connection.InvalidResponse',
    attempts: 3,
    endpoint: `localhost:${server.port}`,
  });
});

test('an error while preparing is not tried again', async () => {
  await using server = await failing();
  using caller = new Caller(server);
  let prepared = 0;
  const prepare = () => {
    prepared++;
    throw new KmsConfigurationError('Credentials.Unavailable', 'no credentials');
  };
  const error = await failureOf(caller.call({ prepare }));
  expect(error).toMatchObject({ code: 'Credentials.Unavailable', attempts: 0, api: 'TestApi' });
  expect(prepared).toBe(1);
});

test('a refused connection is tried again for every call: nothing was sent', async () => {
  const closed = net.createServer();
  await once(closed.listen(0, '127.0.0.1'), 'listening');
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  using caller = new Caller({ origin: `https://127.0.0.1:${port}` });
  const error = await failureOf(caller.call({ repeatable: false }));
  expect(error).toMatchObject({ code: 'Connection.Refused', attempts: 3 });
  expect((error as Error).cause).toMatchObject({ code: 'ECONNREFUSED' });
});

test('a connection that is cut during the handshake is tried again for every call: nothing was sent', async () => {
  await using server = await serveTcp(net.createServer((socket) => socket.once('data', () => socket.destroy())));
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ repeatable: false }));
  expect(error).toMatchObject({ code: 'Connection.Reset', attempts: 3 });
  expect((error as Error).message).toContain('during the handshake');
});

test('a host that does not exist is not looked for again', async () => {
  using caller = new Caller({ origin: 'https://kms.invalid' });
  const error = await failureOf(caller.call());
  // A machine without any DNS says EAI_AGAIN instead, which is tried again.
  expect(error).toMatchObject({ code: 'Connection.Dns' });
  const { cause, attempts } = error as KmsConnectionError;
  expect(attempts).toBe((cause as NodeJS.ErrnoException).code === 'ENOTFOUND' ? 1 : 3);
});

test('only https is spoken', async () => {
  using caller = new Caller({ origin: 'http://127.0.0.1:1' });
  expect(await failureOf(caller.call())).toMatchObject({ code: 'Config.Unsupported', attempts: 0 });
});
