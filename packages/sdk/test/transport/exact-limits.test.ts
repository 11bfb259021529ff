import net from 'node:net';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Caller, failureOf } from '../support/calls.js';
import { serveTcp, startServer } from '../support/hostile-server.js';

/** How many of these lie between a limit and the error that says so: undici's own timers take up to a second. */
const toleranceMs = 50;
const limitsMs = [120, 350];
/** A machine that stands still between the call and the sending of it says nothing about the timers. */
const onceOfThree = { retry: 2 };

/**
 * Time that passed until the call failed. A timer that was set at the same moment for the same time comes last: what a busy
 * machine delays, it delays for both.
 */
async function delayOf(limitMs: number, call: () => Promise<unknown>): Promise<{ error: unknown; lateMs: number }> {
  let dueAt = 0;
  const due = new Promise<void>((resolve) => {
    setTimeout(() => {
      dueAt = performance.now();
      resolve();
    }, limitMs);
  });
  const error = await failureOf(call());
  const failedAt = performance.now();
  await due;
  return { error, lateMs: failedAt - dueAt };
}

test.each(limitsMs)('connectTimeoutMs %d is exact', onceOfThree, async (connectTimeoutMs) => {
  await using server = await serveTcp(net.createServer());
  using caller = new Caller(server);
  await failureOf(caller.call({ connectTimeoutMs: 1, autoRetry: false }));
  const { error, lateMs } = await delayOf(connectTimeoutMs, () => caller.call({ connectTimeoutMs, autoRetry: false }));
  expect(error).toMatchObject({ code: 'Timeout.Connect' });
  expect(Math.abs(lateMs)).toBeLessThan(toleranceMs);
});

test.each(limitsMs)(
  'readTimeoutMs %d is exact before an answer and in the middle of one',
  onceOfThree,
  async (readTimeoutMs) => {
    await using server = await startServer((_, response, index) => {
      if (index % 2 === 0) response.end('ok');
      else if (index === 3) response.write('half');
    });
    using caller = new Caller(server);
    for (let time = 0; time < 2; time++) {
      await caller.call();
      const { error, lateMs } = await delayOf(readTimeoutMs, () => caller.call({ readTimeoutMs, autoRetry: false }));
      expect(error).toMatchObject({ code: 'Timeout.Read' });
      expect(Math.abs(lateMs)).toBeLessThan(toleranceMs);
    }
  },
);

test('readTimeoutMs counts anew on a connection that was idle for longer than it', onceOfThree, async () => {
  const readTimeoutMs = 100;
  await using server = await startServer((_, response, index) => {
    if (index === 0) response.end('ok');
  });
  using caller = new Caller(server);
  await caller.call({ readTimeoutMs });
  await setTimeoutPromise(readTimeoutMs * 1.5);
  const { error, lateMs } = await delayOf(readTimeoutMs, () => caller.call({ readTimeoutMs, autoRetry: false }));
  expect(error).toMatchObject({ code: 'Timeout.Read' });
  expect(Math.abs(lateMs)).toBeLessThan(toleranceMs);
  expect(server.connections).toHaveLength(1);
});

test.each(limitsMs)('the deadline timeoutMs %d is exact', onceOfThree, async (timeoutMs) => {
  await using server = await startServer((_, response, index) => {
    if (index === 0) response.end('ok');
  });
  using caller = new Caller(server);
  await caller.call();
  const { error, lateMs } = await delayOf(timeoutMs, () => caller.call({ timeoutMs }));
  expect(error).toMatchObject({ code: 'Timeout.Deadline' });
  expect(Math.abs(lateMs)).toBeLessThan(toleranceMs);
});
