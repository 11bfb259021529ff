import { getEventListeners } from 'node:events';
import net from 'node:net';
import { expect, test } from 'vitest';
import type { CallSignal } from '../../src/transport/call-signal.js';
import { Caller, failureOf, until, warningsDuring } from '../support/calls.js';
import { serveTcp, startServer, testCa } from '../support/hostile-server.js';

const reason = new Error('the user left');

test('a signal that is aborted already: nothing is prepared and nothing is sent', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  let prepared = false;
  const prepare = () => {
    prepared = true;
    return new Promise<never>(() => {});
  };
  expect(await failureOf(caller.call({ signal: AbortSignal.abort(reason), prepare }))).toBe(reason);
  expect(prepared).toBe(false);
  expect(server.connections).toHaveLength(0);
});

test('abort while credentials are fetched, which see the signal', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  const controller = new AbortController();
  let seen: CallSignal | undefined;
  const prepare = (_: Date, signal: CallSignal) => {
    seen = signal;
    queueMicrotask(() => controller.abort(reason));
    return new Promise<never>(() => {});
  };
  expect(await failureOf(caller.call({ signal: controller.signal, prepare }))).toBe(reason);
  expect(seen?.aborted).toBe(true);
  expect(seen?.reason).toBe(reason);
  expect(server.connections).toHaveLength(0);
});

test('abort while connecting ends the connection', async () => {
  await using server = await serveTcp(net.createServer((socket) => socket.resume()));
  using caller = new Caller(server);
  const controller = new AbortController();
  const call = failureOf(caller.call({ signal: controller.signal }));
  await until(() => server.connections.length === 1);
  controller.abort(reason);
  expect(await call).toBe(reason);
  await until(() => server.connections[0]?.destroyed === true);
});

test('abort while waiting for the answer ends the connection', async () => {
  await using server = await startServer(() => {});
  using caller = new Caller(server);
  const controller = new AbortController();
  const call = failureOf(caller.call({ signal: controller.signal }));
  await until(() => server.requests.length === 1);
  controller.abort(reason);
  expect(await call).toBe(reason);
  await until(() => server.connections[0]?.destroyed === true);
  expect(server.requests).toHaveLength(1);
});

test('abort in the middle of an answer', async () => {
  const controller = new AbortController();
  await using server = await startServer((_, response) => response.write('half', () => controller.abort(reason)));
  using caller = new Caller(server);
  expect(await failureOf(caller.call({ signal: controller.signal }))).toBe(reason);
});

test('abort while waiting for the next attempt', async () => {
  await using server = await startServer((_, response) =>
    response.writeHead(429).end('Rejected.Throttling: slow down'),
  );
  using caller = new Caller(server);
  const controller = new AbortController();
  const random = () => {
    setTimeout(() => controller.abort(reason), 5);
    return 1;
  };
  const backoff = { baseMs: 60_000, maxMs: 600_000 };
  expect(await failureOf(caller.call({ signal: controller.signal, backoff, random }))).toBe(reason);
  expect(server.requests).toHaveLength(1);
});

test('a reason that is no error passes as it is', async () => {
  await using server = await startServer(() => {});
  using caller = new Caller(server);
  const controller = new AbortController();
  const call = failureOf(caller.call({ signal: controller.signal }));
  await until(() => server.requests.length === 1);
  controller.abort('just because');
  expect(await call).toBe('just because');
});

test('many calls share a signal: one listener while they run, none afterwards, and no warning of a leak', async () => {
  const held: (() => void)[] = [];
  await using server = await startServer((_, response) => held.push(() => response.end('ok')));
  using caller = new Caller(server);
  const { signal } = new AbortController();
  const warnings = await warningsDuring(async () => {
    const calls = Array.from({ length: 20 }, () => caller.call({ signal }));
    await until(() => held.length === 20);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    for (const answer of held) answer();
    await Promise.all(calls);
  });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test('a shared signal ends all its calls', async () => {
  await using server = await startServer(() => {});
  using caller = new Caller(server);
  const controller = new AbortController();
  const calls = Array.from({ length: 20 }, () => failureOf(caller.call({ signal: controller.signal })));
  await until(() => server.requests.length === 20);
  controller.abort(reason);
  expect(await Promise.all(calls)).toEqual(Array(20).fill(reason));
});

test('what a call leaves on a pooled connection does not grow', async () => {
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server, { ca: testCa, timeoutMs: 10_000 });
  const warnings = await warningsDuring(async () => {
    for (let index = 0; index < 30; index++) await caller.call();
  });
  expect(server.connections).toHaveLength(1);
  expect(warnings).toEqual([]);
});
