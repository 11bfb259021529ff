import { readFileSync } from 'node:fs';
import net from 'node:net';
import { expect, test } from 'vitest';
import { KmsConnectionError } from '../../src/errors.js';
import { Caller, failureOf, warningsDuring } from '../support/calls.js';
import { certificatePath, serveTcp, startServer, testCa } from '../support/hostile-server.js';

const start = (certificate?: 'other-name' | 'expired') =>
  startServer((_, response) => response.end('ok'), { certificate });

const otherCa = readFileSync(certificatePath('other-ca.pem'), 'utf8');

test.each<[string, object]>([
  ['a path', { caFilePath: certificatePath('ca.pem') }],
  ['text', { ca: testCa }],
  ['bytes', { ca: Buffer.from(testCa) }],
  ['several certificates', { ca: `# comment\n${otherCa}\n${testCa}` }],
])('the CA is given as %s', async (_, options) => {
  await using server = await start();
  using caller = new Caller(server, options);
  expect((await caller.call()).answer).toBe('ok');
});

test.each<[string, object, RegExp]>([
  ['no CA', {}, /not trusted here\. The public gateway has a certificate of a public authority/],
  ['another CA', { ca: otherCa }, /not signed by the given ca$/],
  ['another CA file', { caFilePath: certificatePath('other-ca.pem') }, /not signed by the CA in .*other-ca\.pem$/],
])('with %s the server is not trusted, is sent nothing, and the error says what to do', async (_, options, message) => {
  await using server = await start();
  using caller = new Caller(server, options);
  const error = await failureOf(caller.call());
  expect(error).toBeInstanceOf(KmsConnectionError);
  expect(error).toMatchObject({ code: 'Connection.Tls', attempts: 1, endpoint: `localhost:${server.port}` });
  expect((error as Error).message).toMatch(message);
  expect((error as Error).cause).toMatchObject({ code: expect.any(String) });
  expect(server.requests).toHaveLength(0);
});

test('a certificate for another name is refused, and the error names both', async () => {
  await using server = await start('other-name');
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.Tls', attempts: 1 });
  expect((error as Error).message).toMatch(/localhost.*elsewhere\.example.*check endpoint and DNS/);
});

test('an expired certificate is refused', async () => {
  await using server = await start('expired');
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.Tls', attempts: 1 });
  expect((error as Error).message).toContain('has expired, or the clock of this machine is wrong');
});

test('what does not speak TLS is not asked again', async () => {
  await using server = await serveTcp(net.createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
  using caller = new Caller(server);
  const error = await failureOf(caller.call());
  expect(error).toMatchObject({ code: 'Connection.Tls', attempts: 1 });
  expect((error as Error).message).toContain('Check endpoint, port and proxy');
});

test('a CA file that is not there or holds no certificate is named, and read again by the next call', async () => {
  await using server = await start();
  using caller = new Caller(server);
  for (const [name, reason] of [
    ['missing.pem', 'cannot be read: no such file or directory (ENOENT)'],
    ['README.md', 'holds no certificate'],
  ] as const) {
    const caFilePath = certificatePath(name);
    for (let time = 0; time < 2; time++) {
      const error = await failureOf(caller.call({ caFilePath }));
      expect(error).toMatchObject({ code: 'Config.Invalid', attempts: 0 });
      expect((error as Error).message).toContain(`${caFilePath} ${reason}`);
    }
  }
});

test('ignoreSsl takes any certificate, and the process warns once', async () => {
  await using server = await start('expired');
  using caller = new Caller(server, { ignoreSsl: true });
  const warnings = await warningsDuring(async () => {
    expect((await caller.call()).answer).toBe('ok');
    await caller.call({ maxSockets: 7 });
  });
  expect(warnings).toMatchObject([{ name: 'SecurityWarning', code: 'KMS_TLS_NOT_VERIFIED' }]);
});

test('NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect: an unknown certificate is refused', async () => {
  await using server = await start();
  using caller = new Caller(server, {});
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    for (const options of [{}, { ca: otherCa }]) {
      expect(await failureOf(caller.call(options))).toMatchObject({ code: 'Connection.Tls' });
    }
  } finally {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  }
});
