import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
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

describe('a second answer that nobody asked for is not that of the next call (RFC 9112 9.2)', () => {
  const answer = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;

  /** Answers each request with its number on this connection, and the first one twice. */
  const startTalkative = (second: (socket: TLSSocket) => void, first = answer('right')) =>
    startTlsServer((socket) => {
      let requests = 0;
      socket.on('data', () => {
        if (++requests > 1) return socket.write(answer('right'));
        socket.write(first);
        return second(socket);
      });
    });

  test('that comes while the connection is idle', async () => {
    const sockets: TLSSocket[] = [];
    await using server = await startTalkative((socket) => sockets.push(socket));
    using caller = new Caller(server);
    await caller.call();
    sockets[0]?.write(answer('wrong'));
    await until(() => server.connections[0]?.destroyed === true);
    expect((await caller.call()).answer).toBe('right');
    expect(server.connections).toHaveLength(2);
  });

  test('that comes in the same segment as the first', async () => {
    await using server = await startTalkative(() => {}, answer('right') + answer('wrong'));
    using caller = new Caller(server);
    for (let index = 0; index < 5; index++) expect((await caller.call()).answer).toBe('right');
  });

  test('that comes right behind the first, in a TLS record of its own', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 16342\r\n\r\n';
    const record = head + 'r'.repeat(16_342);
    expect(record).toHaveLength(16_384);
    await using server = await startTalkative(() => {}, record + answer('wrong'));
    using caller = new Caller(server);
    expect((await caller.call()).answer).toHaveLength(16_342);
    for (let index = 0; index < 5; index++) expect((await caller.call()).answer).not.toBe('wrong');
  });

  test('nor are some bytes that are no answer', async () => {
    const sockets: TLSSocket[] = [];
    await using server = await startTalkative((socket) => sockets.push(socket));
    using caller = new Caller(server);
    await caller.call();
    sockets[0]?.write('\r\n');
    await until(() => server.connections[0]?.destroyed === true);
    expect((await caller.call()).answer).toBe('right');
  });
});
