import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { KmsConnectionError } from '../../src/errors.js';
import { Caller, failureOf } from '../support/calls.js';
import { startServer, startTlsServer, testCa } from '../support/hostile-server.js';

test('answer, status, attempts, and the headers that were asked for in whatever case', async () => {
  await using server = await startServer((_, response) =>
    response.writeHead(201, { 'X-Kms-MigrationKeyVersionId': 'v1', 'X-Many': ['a', 'b'], 'X-Other': '1' }).end('ok'),
  );
  using caller = new Caller(server);
  const responseHeaders = ['x-kms-MIGRATIONkeyversionid', 'X-Many', 'X-Missing'];
  expect(await caller.call({ responseHeaders })).toEqual({
    answer: 'ok',
    metadata: { status: 201, attempts: 1, headers: { 'x-kms-migrationkeyversionid': 'v1', 'x-many': 'a, b' } },
  });
});

test('the request arrives as it was prepared, with a user agent', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  await caller.call({ requestHeaders: { 'x-extra': '1' } });
  expect(server.requests[0]).toMatchObject({
    body: 'hello',
    headers: {
      'content-length': '5',
      'x-extra': '1',
      'user-agent': expect.stringMatching(/^AlibabaCloud \(.+; .+\) Node\.js\/\S+ alibabacloud-kms-sdk\/\d/),
    },
  });
});

test.each([
  ['half of the announced bytes', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
  ['a chunked answer without its end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  [
    'a chunked answer without its end, the last of its connection',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n',
  ],
  ['headers without their end', 'HTTP/1.1 200 OK\r\ncontent-le'],
  ['nothing', ''],
  ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'],
])('%s and the end of the connection: reset, never half an answer', async (_, answer) => {
  await using server = await startTlsServer((socket) => socket.once('data', () => socket.end(answer)));
  using caller = new Caller(server);
  const error = await failureOf(caller.call({ maxAttempts: 2 }));
  expect(error).toBeInstanceOf(KmsConnectionError);
  expect(error).toMatchObject({ code: 'Connection.Reset', attempts: 2, endpoint: `localhost:${server.port}` });
  expect((error as Error).cause).toBeInstanceOf(Error);
  expect(server.connections).toHaveLength(2);
});

test('a call that must not be executed twice is not sent again after half an answer', async () => {
  await using server = await startTlsServer((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')),
  );
  using caller = new Caller(server);
  expect(await failureOf(caller.call({ repeatable: false }))).toMatchObject({ code: 'Connection.Reset', attempts: 1 });
  expect(server.connections).toHaveLength(1);
});

test('an answer without end is cut off', async () => {
  const piece = Buffer.alloc(256 * 1024);
  await using server = await startServer((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  });
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.InvalidResponse', attempts: 1 });
  expect((error as Error).message).toContain('longer than 16777216 bytes');
});

test('what is not HTTP is an invalid response', async () => {
  await using server = await startTlsServer((socket) => socket.once('data', () => socket.end('220 smtp ready\r\n')));
  using caller = new Caller(server, { ca: testCa });
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.InvalidResponse', attempts: 1 });
  expect((error as Error).message).toContain('is not HTTP');
});

test('an answer that breaks off HTTP shows nothing of itself in the error', async () => {
  const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{"Plaintext":"s3cret"}';
  await using server = await startTlsServer((socket) => socket.once('data', () => socket.end(answer)));
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.InvalidResponse' });
  const cause = (error as Error).cause as Record<string, unknown>;
  const bytes = Object.getOwnPropertyNames(cause).filter((name) => ArrayBuffer.isView(cause[name]));
  expect(bytes).toEqual([]);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
});

test.each([
  [
    'announced by 100 and 103',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
  ],
  [
    'announced by 100 twice, between them 103',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
  ],
  [
    'in chunks, the last of its connection,',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
  ],
  ['whose body looks like an interim one', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx: HTTP/1.1 100\r\n\r\nok'],
  ['of HTTP/1.0, ended by the end of the connection', 'HTTP/1.0 200 OK\r\n\r\nok'],
])('an answer %s is read', async (_, answer) => {
  await using server = await startTlsServer((socket) => socket.once('data', () => socket.end(answer)));
  using caller = new Caller(server);
  expect((await caller.call()).answer).toBe('ok');
});

test('headers without end are an invalid response', async () => {
  await using server = await startServer((_, response) =>
    response.writeHead(200, { 'x-a': 'a'.repeat(100_000) }).end(),
  );
  using caller = new Caller(server);
  expect(await failureOf(caller.call())).toMatchObject({ code: 'Connection.InvalidResponse', attempts: 1 });
});

test('bytes behind an answer do not become the answer of the next call', async () => {
  const one = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
  await using server = await startTlsServer((socket) =>
    socket.on('data', () => socket.write(one('ok') + one('forged'))),
  );
  using caller = new Caller(server);
  expect((await caller.call()).answer).toBe('ok');
  expect((await caller.call()).answer).toBe('ok');
});
