import net from 'node:net';
import { expect, test } from 'vitest';
import { KmsServiceError, KmsTimeoutError } from '../../src/errors.js';
import { Caller, failureOf, until } from '../support/calls.js';
import { serveTcp, startServer } from '../support/hostile-server.js';

test('a server that takes the connection and says nothing ends in a connect timeout, tried again for every call', async () => {
  await using server = await serveTcp(net.createServer());
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ connectTimeoutMs: 30, maxAttempts: 2, repeatable: false }));
  expect(error).toBeInstanceOf(KmsTimeoutError);
  expect(error).toMatchObject({ code: 'Timeout.Connect', timeoutMs: 30, attempts: 2, api: 'TestApi' });
  expect((error as Error).message).toBe(`No connection to localhost:${server.port} within 30 ms (connectTimeoutMs)`);
  await until(() => server.connections.length === 2);
});

test('the connect timeout is for new connections only', async () => {
  await using server = await startServer((_, response, index) => {
    setTimeout(() => response.end('ok'), index * 50);
  });
  using caller = new Caller(server);
  await caller.call();
  expect((await caller.call({ connectTimeoutMs: 1, autoRetry: false })).answer).toBe('ok');
});

test('a silent server ends in a read timeout; what must not be executed twice is not sent again', async () => {
  await using server = await startServer(() => {});
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ readTimeoutMs: 100, repeatable: false }));
  expect(error).toBeInstanceOf(KmsTimeoutError);
  expect(error).toMatchObject({ code: 'Timeout.Read', timeoutMs: 100, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('a repeatable call is sent again after a read timeout', async () => {
  await using server = await startServer((_, response, index) => {
    if (index === 2) response.end('at last');
  });
  using caller = new Caller(server);
  const { answer, metadata } = await caller.call({ readTimeoutMs: 250 });
  expect(answer).toBe('at last');
  expect(metadata.attempts).toBe(3);
});

test('silence in the middle of an answer is a read timeout too', async () => {
  await using server = await startServer((_, response) => response.write('half of'));
  using caller = new Caller(server);
  expect(await failureOf(caller.call({ readTimeoutMs: 100, autoRetry: false }))).toMatchObject({
    code: 'Timeout.Read',
  });
});

test('a server that drips bytes for ever is never silent, and meets the deadline', async () => {
  let drip: NodeJS.Timeout | undefined;
  await using server = await startServer((_, response) => {
    drip = setInterval(() => response.write('.'), 2);
  });
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ readTimeoutMs: 150, timeoutMs: 300 }));
  clearInterval(drip);
  expect(error).toBeInstanceOf(KmsTimeoutError);
  expect(error).toMatchObject({ code: 'Timeout.Deadline', timeoutMs: 300, attempts: 1, api: 'TestApi' });
});

test('the deadline counts what happens before the request is sent', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ timeoutMs: 20, prepare: () => new Promise(() => {}) }));
  expect(error).toMatchObject({ code: 'Timeout.Deadline', attempts: 0 });
  expect(server.connections).toHaveLength(0);
});

test('the deadline error has the last attempt as its cause', async () => {
  await using server = await startServer((_, response, index) => {
    if (index === 0) response.writeHead(503).end('ServiceUnavailableTemporary: not now');
  });
  using caller = new Caller(server);
  const error = (await failureOf(caller.call({ timeoutMs: 400 }))) as KmsTimeoutError;
  expect(error).toMatchObject({ code: 'Timeout.Deadline', attempts: 2 });
  expect(error.cause).toBeInstanceOf(KmsServiceError);
});

test('a wait that would pass the deadline is not begun: the call fails at once with the last error', async () => {
  await using server = await startServer((_, response) =>
    response.writeHead(429).end('Rejected.Throttling: slow down'),
  );
  using caller = new Caller(server);
  const call = caller.call({ timeoutMs: 60_000, backoff: { baseMs: 60_000, maxMs: 600_000 }, random: () => 1 });
  expect(await failureOf(call)).toMatchObject({ code: 'Rejected.Throttling', attempts: 1 });
});
