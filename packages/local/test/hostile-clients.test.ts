import { decodeInstanceError, decodeOpenApiError } from 'alibabacloud-kms-sdk/internal';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Connection, wireText } from './support/connection.js';
import { send } from './support/send.js';
import { type TestServer, testServer } from './support/server.js';
import { acs3Request } from './support/signed-requests.js';

const limits = {
  headersMaxBytes: 32 * 1024,
  bodyMaxBytes: 64 * 1024,
  handshakeTimeoutMs: 300,
  headersTimeoutMs: 300,
  requestTimeoutMs: 600,
  lingerTimeoutMs: 300,
};

let server: TestServer;
beforeAll(async () => {
  server = await testServer(limits);
});
afterAll(async () => {
  await server.close();
  await server.store.close();
});

const host = '127.0.0.1';
const listKeys = (body = '') => acs3Request(server, 'ListKeys', {}, { body, signed: { host } });

afterEach(async () => {
  expect((await send(server, listKeys())).status).toBe(200);
  expect(server.log).toEqual([]);
});

describe('the server closes the connection and goes on when a client', () => {
  test('begins a request and says no more', async () => {
    const connection = await Connection.tls(server);
    connection.write('POST / HTTP/1.1\r\nhost: ');
    expect(await connection.end()).toMatch(/^HTTP\/1.1 408 /);
  });

  test('promises a body and does not send it', async () => {
    const connection = await Connection.tls(server);
    connection.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    expect(await connection.end()).toMatch(/^HTTP\/1.1 408 /);
  });

  test('sends its body a byte at a time', async () => {
    const connection = await Connection.tls(server);
    connection.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10000\r\n\r\n');
    const drip = setInterval(() => connection.write('x'), 50);
    expect(await connection.end()).toMatch(/^HTTP\/1.1 408 /);
    clearInterval(drip);
  });

  test('connects and says nothing', async () => {
    const connection = await Connection.tls(server);
    await connection.end();
  });

  test('connects without ever beginning TLS', async () => {
    const connection = await Connection.tcp(server);
    expect(await connection.end()).toBe('');
  });

  test('speaks plain HTTP', async () => {
    const connection = await Connection.tcp(server);
    connection.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await connection.end();
  });

  test('sends bytes that are no HTTP', async () => {
    const connection = await Connection.tls(server);
    connection.write(Buffer.from('00ff1603010200', 'hex'));
    expect(await connection.end()).toMatch(/^HTTP\/1.1 400 /);
  });

  test('says the length of its body in two ways', async () => {
    const connection = await Connection.tls(server);
    connection.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n');
    expect(await connection.end()).toMatch(/^HTTP\/1.1 400 /);
  });

  test('sends broken chunks', async () => {
    const connection = await Connection.tls(server);
    connection.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n');
    expect(await connection.end()).toMatch(/^HTTP\/1.1 400 /);
  });

  test('sends headers without end', async () => {
    const connection = await Connection.tls(server);
    connection.write(`GET /?${'x'.repeat(limits.headersMaxBytes + 1)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(await connection.end()).toMatch(/^HTTP\/1.1 431 /);
  });

  test('asks for a tunnel', async () => {
    const connection = await Connection.tls(server);
    connection.write('CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n');
    await connection.end();
  });
});

test('a client that leaves in the middle of its body disturbs nobody', async () => {
  const connection = await Connection.tls(server);
  connection.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  connection.socket.destroy();
  await connection.end();
});

test('a client that leaves before the answer disturbs nobody', async () => {
  const connection = await Connection.tls(server);
  const { head, body } = wireText(acs3Request(server, 'CreateKey', { KeySpec: 'RSA_2048' }, { signed: { host } }));
  connection.write(Buffer.concat([Buffer.from(head), body]));
  connection.socket.end();
  await connection.end();
});

describe('a body that is too large is answered with 413', () => {
  const body = Buffer.alloc(limits.bodyMaxBytes + 1);
  const chunked = { host, 'transfer-encoding': 'chunked' };

  test.each([
    ['announced', { host, 'content-length': String(body.length) }],
    ['in chunks', chunked],
  ])('%s, on the public gateway', async (_how, headers) => {
    const answer = await send(server, { method: 'POST', path: '/', headers, body });
    expect(answer.status).toBe(413);
    expect(answer.headers.connection).toBe('close');
    expect(decodeOpenApiError(answer.body)).toMatchObject({
      status: 413,
      code: 'InvalidParameter',
      message: expect.stringContaining(String(limits.bodyMaxBytes)),
    });
  });

  test('on the instance gateway', async () => {
    const headers = { ...chunked, 'x-kms-apiname': 'Encrypt' };
    const answer = await send(server, { method: 'POST', path: '/', headers, body });
    expect(answer.status).toBe(413);
    expect(decodeInstanceError(answer.body)).toMatchObject({ status: 413, code: 'InvalidParameter' });
  });

  test('also when its end never comes', async () => {
    const connection = await Connection.tls(server);
    connection.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${limits.bodyMaxBytes * 2}\r\n\r\nhalf`);
    expect(await connection.end()).toMatch(/^HTTP\/1.1 413 /);
  });
});

test('a body that comes in pieces of one byte is read as one', async () => {
  const body = `PageSize=7&Filters=${' '.repeat(20_000)}`;
  const connection = await Connection.tls(server);
  const { head } = wireText(listKeys(body));
  const pieces = [...Buffer.from(body)].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join('');
  connection.write(head.replace(/content-length: \d+/i, 'transfer-encoding: chunked\r\nconnection: close'));
  connection.write(`${pieces}0\r\n\r\n`);
  const answer = await connection.end();
  // The signature covers the body: it has arrived as it was sent.
  expect(answer).toContain('Filters: is not JSON');
});

test('requests that are sent one after the other without waiting are answered in their order', async () => {
  const connection = await Connection.tls(server);
  const requests = [
    acs3Request(server, 'CreateKey', { KeySpec: 'RSA_2048' }, { signed: { host } }),
    acs3Request(server, 'Nope', {}, { signed: { host } }),
    acs3Request(server, 'ListKeys', {}, { signed: { host, connection: 'close' } }),
  ];
  connection.write(requests.map((request) => wireText(request).head).join(''));
  const received = await connection.end();
  expect(received.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  expect(received).toMatch(/KeyMetadata.*InvalidAction.NotFound.*TotalCount/s);
});
