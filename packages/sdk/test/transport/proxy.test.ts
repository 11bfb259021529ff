import https from 'node:https';
import net from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CallOptions, resolveTransportOptions } from '../../src/transport/options.js';
import { Caller, failureOf, until } from '../support/calls.js';
import { identity, serveTcp, startServer, type TestServer, testCa } from '../support/hostile-server.js';
import { startHttpProxy, startSocksProxy, type TestProxy } from '../support/proxies.js';

const start = () => startServer((_, response) => response.end('ok'));

/** A client of the server by a name that DNS does not know: only a proxy that looks it up gets there. */
const callerByName = ({ port }: TestServer, options?: CallOptions) =>
  new Caller({ origin: `https://kms.test.example:${port}` }, { ca: testCa, maxAttempts: 1, ...options });

const target = ({ port }: TestServer) => `kms.test.example:${port}`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('HTTP proxy', () => {
  test.each(['httpsProxy', 'httpProxy'])('%s tunnels, with credentials, and the tunnel is pooled', async (name) => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    using caller = callerByName(server, { [name]: `http://user:p%40ss@127.0.0.1:${proxy.port}` });
    for (let time = 0; time < 3; time++) expect((await caller.call()).answer).toBe('ok');
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.asked).toEqual([{ target: target(server), authorization }]);
    expect(server.connections).toHaveLength(1);
  });

  test('the connections of many calls at once stay within maxSockets', async () => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    using caller = callerByName(server, { httpsProxy: `127.0.0.1:${proxy.port}`, maxSockets: 2 });
    await Promise.all(Array.from({ length: 10 }, () => caller.call()));
    expect(proxy.asked).toHaveLength(2);
  });

  test('the server is verified through the tunnel', async () => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    using caller = new Caller(
      { origin: `https://wrong.example:${server.port}` },
      { ca: testCa, httpsProxy: `http://127.0.0.1:${proxy.port}` },
    );
    expect(await failureOf(caller.call())).toMatchObject({ code: 'Connection.Tls', attempts: 1 });
  });

  test.each([
    [407, 1, /answered 407 to CONNECT .*; give a user name and password/],
    [403, 1, /answered 403 to CONNECT/],
    [502, 3, /answered 502 to CONNECT/],
  ])('its refusal with %i is an error of the proxy after %i attempts', async (refuse, attempts, message) => {
    await using server = await start();
    await using proxy = await startHttpProxy({ refuse });
    const httpsProxy = `http://user:s3cret@127.0.0.1:${proxy.port}`;
    using caller = callerByName(server, { httpsProxy, maxAttempts: 3 });
    const error = (await failureOf(caller.call({ repeatable: false }))) as Error;
    expect(error).toMatchObject({ code: 'Connection.Proxy', attempts });
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`http://127.0.0.1:${proxy.port}`);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
    expect(proxy.asked).toHaveLength(attempts);
  });

  test('one that never answers is given up at the connect timeout, with its connection', async () => {
    await using server = await start();
    await using proxy = await startHttpProxy({ refuse: 0 });
    using caller = callerByName(server, { httpsProxy: `http://127.0.0.1:${proxy.port}` });
    const error = (await failureOf(caller.call({ connectTimeoutMs: 100 }))) as Error;
    expect(error).toMatchObject({ code: 'Timeout.Connect' });
    expect(error.message).toContain(`through proxy http://127.0.0.1:${proxy.port}`);
    await until(() => proxy.connections.length === 1 && proxy.connections.every((socket) => socket.destroyed));
  });

  test('a tunnel that breaks is a reset connection', async () => {
    await using proxy = await startHttpProxy();
    await using server = await startServer(() => proxy.connections[0]?.resetAndDestroy());
    using caller = callerByName(server, { httpsProxy: `http://127.0.0.1:${proxy.port}` });
    expect(await failureOf(caller.call())).toMatchObject({ code: 'Connection.Reset', attempts: 1 });
  });

  test('one with TLS must prove its own name, not that of KMS', async () => {
    const asked: string[] = [];
    const SNICallback = (name: string, done: (error: null) => void) => {
      asked.push(name);
      done(null);
    };
    await using server = await start();
    await using proxy = await startHttpProxy({ proxy: https.createServer({ ...identity('server'), SNICallback }) });
    using caller = callerByName(server, { httpsProxy: `https://localhost:${proxy.port}` });
    // Nobody vouches for it here: `ca` is for KMS only.
    expect(await failureOf(caller.call())).toMatchObject({
      code: 'Connection.Proxy',
      cause: { cause: { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } },
    });
    expect(asked).toEqual(['localhost']);
  });

  test('one that is not there is an error of the proxy', async () => {
    await using server = await start();
    const proxy = await startHttpProxy();
    await proxy[Symbol.asyncDispose]();
    using caller = callerByName(server, { httpsProxy: `http://127.0.0.1:${proxy.port}` });
    const error = (await failureOf(caller.call())) as Error;
    expect(error).toMatchObject({ code: 'Connection.Proxy', cause: { cause: { code: 'ECONNREFUSED' } } });
  });
});

describe('SOCKS5 proxy', () => {
  test('looks the name up, takes credentials, and the tunnel is pooled', async () => {
    await using server = await start();
    await using proxy = await startSocksProxy({ password: 's3cret' });
    using caller = callerByName(server, { socks5Proxy: `socks5://user:s3cret@127.0.0.1:${proxy.port}` });
    for (let time = 0; time < 3; time++) expect((await caller.call()).answer).toBe('ok');
    expect(proxy.asked).toEqual([{ target: target(server), authorization: 'user:s3cret' }]);
  });

  test('a wrong password is an error of the proxy that does not show it', async () => {
    await using server = await start();
    await using proxy = await startSocksProxy({ password: 'other' });
    using caller = callerByName(server, { socks5Proxy: `socks5://user:s3cret@127.0.0.1:${proxy.port}` });
    const error = (await failureOf(caller.call())) as Error;
    expect(error).toMatchObject({ code: 'Connection.Proxy' });
    expect(error.message).toContain(`socks5://127.0.0.1:${proxy.port}`);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
  });

  test('one that never answers is given up at the connect timeout, with its connection', async () => {
    await using server = await start();
    await using silent = await serveTcp(net.createServer((socket) => socket.resume()));
    using caller = callerByName(server, { socks5Proxy: `127.0.0.1:${silent.port}` });
    expect(await failureOf(caller.call({ connectTimeoutMs: 100 }))).toMatchObject({ code: 'Timeout.Connect' });
    await until(() => silent.connections.length === 1 && silent.connections.every((socket) => socket.destroyed));
  });
});

describe('proxy of the environment', () => {
  const stub = (name: string, proxy: TestProxy, scheme = 'http') =>
    vi.stubEnv(name, `${scheme}://127.0.0.1:${proxy.port}`);

  test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])('%s is used', async (name) => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    stub(name, proxy);
    using caller = callerByName(server);
    await caller.call();
    expect(proxy.asked).toHaveLength(1);
  });

  test('it may be a SOCKS5 proxy', async () => {
    await using server = await start();
    await using proxy = await startSocksProxy();
    stub('ALL_PROXY', proxy, 'socks5h');
    using caller = callerByName(server);
    await caller.call();
    expect(proxy.asked).toHaveLength(1);
  });

  test('an explicit proxy wins, and a call can choose another', async () => {
    await using server = await start();
    await using environment = await startHttpProxy();
    await using ofClient = await startHttpProxy();
    await using ofCall = await startSocksProxy();
    stub('HTTPS_PROXY', environment);
    vi.stubEnv('NO_PROXY', '*');
    using caller = callerByName(server, { httpsProxy: `http://127.0.0.1:${ofClient.port}` });
    await caller.call();
    await caller.call({ socks5Proxy: `socks5://127.0.0.1:${ofCall.port}` });
    expect([environment, ofClient, ofCall].map(({ asked }) => asked.length)).toEqual([0, 1, 1]);
  });

  test.each<[string, CallOptions, Record<string, string>]>([
    ['httpsProxy: false', { httpsProxy: false }, {}],
    ["httpProxy: ''", { httpProxy: '' }, {}],
    ['noProxy', { noProxy: ['.example'] }, {}],
    ['noProxy with the port', { noProxy: 'other.example, test.example:{port}' }, {}],
    ['NO_PROXY', {}, { NO_PROXY: 'internal, kms.test.example' }],
    ['no_proxy', {}, { no_proxy: '*' }],
  ])('%s: the call goes without', async (_, options, env) => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    stub('HTTPS_PROXY', proxy);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    if (typeof options.noProxy === 'string') options.noProxy = options.noProxy.replace('{port}', String(server.port));
    using caller = callerByName(server, options);
    // Directly there is no such host.
    expect(await failureOf(caller.call())).toMatchObject({ code: 'Connection.Dns' });
    expect(proxy.asked).toHaveLength(0);
  });

  test('this machine is reached without', async () => {
    await using server = await start();
    await using proxy = await startHttpProxy();
    stub('HTTPS_PROXY', proxy);
    using caller = new Caller(server);
    expect((await caller.call()).answer).toBe('ok');
    expect(proxy.asked).toHaveLength(0);
  });

  test('one that is no address is named, not shown', async () => {
    await using server = await start();
    vi.stubEnv('HTTPS_PROXY', 'ftp://user:s3cret@proxy');
    using caller = callerByName(server);
    const error = (await failureOf(caller.call())) as Error;
    expect(error).toMatchObject({ code: 'Config.Invalid' });
    expect(error.message).toContain('environment variable HTTPS_PROXY');
    expect(inspect(error)).not.toContain('s3cret');
  });
});

test('no credentials of a proxy show in a resolved policy', () => {
  const policy = resolveTransportOptions({ httpsProxy: 'http://user:s3cret@proxy:3128' }, 'config');
  expect(inspect(policy, { depth: 9, showHidden: true })).not.toContain('s3cret');
  expect(JSON.stringify(policy)).not.toContain('s3cret');
});
