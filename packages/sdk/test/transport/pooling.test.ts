import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { Caller, failureOf, until } from '../support/calls.js';
import { startServer, startTlsServer } from '../support/hostile-server.js';

test('calls after each other use one connection', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  for (let index = 0; index < 20; index++) await caller.call();
  expect(server.connections).toHaveLength(1);
});

test('a call with options of its own still finds the pooled connection', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  await caller.call();
  await caller.call({ readTimeoutMs: 1_000, responseHeaders: ['date'], maxSockets: 256 });
  expect(server.connections).toHaveLength(1);
});

test('a call with another trust does not get a connection that was made without it', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  await caller.call({ ignoreSsl: true });
  await caller.call();
  expect(server.connections).toHaveLength(2);
});

test('maxSockets bounds the connections, and further calls wait for one', async () => {
  await using server = await startServer((_, response) => setImmediate(() => response.end('ok')));
  using caller = new Caller(server);
  const calls = await Promise.all(Array.from({ length: 20 }, () => caller.call({ maxSockets: 3 })));
  expect(calls.map(({ answer }) => answer)).toEqual(Array(20).fill('ok'));
  expect(server.connections).toHaveLength(3);
});

test('a call that waits for a connection can be aborted and leaves its turn to the next', async () => {
  const held: (() => void)[] = [];
  await using server = await startServer((_, response, index) => {
    if (index === 0) held.push(() => response.end('first'));
    else response.end('later');
  });
  using caller = new Caller(server);
  const first = caller.call({ maxSockets: 1 });
  await until(() => held.length === 1);
  const controller = new AbortController();
  const second = failureOf(caller.call({ maxSockets: 1, signal: controller.signal }));
  const third = caller.call({ maxSockets: 1 });
  controller.abort('changed my mind');
  expect(await second).toBe('changed my mind');
  held[0]?.();
  expect((await first).answer).toBe('first');
  expect((await third).answer).toBe('later');
  expect(server.requests).toHaveLength(2);
});

test('an idle connection is closed by the client before a server would do so', async () => {
  await using server = await startServer((_, response) => response.end('ok'), { keepAliveTimeout: 600_000 });
  using caller = new Caller(server);
  await caller.call();
  const [connection] = server.connections;
  expect(connection?.destroyed).toBe(false);
  // The server sees the end although nobody called close(): it is the client's idle limit that made it.
  await once(connection as NonNullable<typeof connection>, 'close');
  await caller.call();
  expect(server.connections).toHaveLength(2);
});

test('a dead pooled connection costs no attempt', async () => {
  // Answers once per connection, and cuts it when a second request comes.
  await using server = await startTlsServer((socket) => {
    let requests = 0;
    socket.on('data', () => {
      if (++requests === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      else socket.destroy();
    });
  });
  using caller = new Caller(server);
  await caller.call();
  const { answer, metadata } = await caller.call({ autoRetry: false });
  expect(answer).toBe('ok');
  expect(metadata.attempts).toBe(1);
  expect(server.connections).toHaveLength(2);
});

test('a server that cuts fresh connections too is not asked without end', async () => {
  await using server = await startTlsServer((socket, index) => {
    let requests = 0;
    socket.on('data', () => {
      if (++requests === 1 && index === 0) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      else socket.destroy();
    });
  });
  using caller = new Caller(server);
  await caller.call();
  expect(await failureOf(caller.call())).toMatchObject({ code: 'Connection.Reset', attempts: 3 });
  expect(server.connections).toHaveLength(1 + 3);
});

test('a call that must not be executed twice never rides a pooled connection', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  await caller.call();
  await caller.call({ repeatable: false });
  await caller.call({ repeatable: false });
  expect(server.connections).toHaveLength(3);
});

test('a new connection resumes the TLS session of an earlier one', async () => {
  await using server = await startServer((request, response) =>
    response.end(String((request.socket as TLSSocket).isSessionReused())),
  );
  using caller = new Caller(server);
  expect((await caller.call({ repeatable: false })).answer).toBe('false');
  expect((await caller.call({ repeatable: false })).answer).toBe('true');
});

test('close ends idle connections, lets running calls finish, and refuses new ones', async () => {
  const held: (() => void)[] = [];
  await using server = await startServer((_, response, index) => {
    if (index === 0) held.push(() => response.end('late'));
    else response.end('ok');
  });
  using caller = new Caller(server);
  const running = caller.call();
  await until(() => held.length === 1);
  await caller.call();
  const [busy, idle] = server.connections;
  caller.transport.close();
  await until(() => idle?.destroyed === true);
  expect(busy?.destroyed).toBe(false);
  expect(await failureOf(caller.call())).toMatchObject({ code: 'Config.ClientClosed', api: 'TestApi', attempts: 0 });
  held[0]?.();
  expect((await running).answer).toBe('late');
  await until(() => busy?.destroyed === true);
});
