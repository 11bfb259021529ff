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
