import { expect, test } from 'vitest';
import { KmsServiceError } from '../../src/errors.js';
import { Caller, failureOf } from '../support/calls.js';
import { startServer } from '../support/hostile-server.js';

const hourMs = 3_600_000;

/** Its clock is an hour ahead, and it refuses what is signed more than 15 minutes off. */
const skewedServer = (date: () => string = () => new Date(Date.now() + hourMs).toUTCString()) =>
  startServer((request, response) => {
    response.sendDate = false;
    response.setHeader('date', date());
    const signedAt = Date.parse(String(request.headers['x-signed-at']));
    const right = Math.abs(signedAt - Date.now() - hourMs) < 900_000;
    if (right) response.end('ok');
    else response.writeHead(400).end('RequestTimeTooSkewed: Request time exceeds server time more than 15 minutes.');
  });

test('a refused date is corrected by the date of the answer, at no attempt, once for all calls', async () => {
  await using server = await skewedServer();
  using caller = new Caller(server);
  const first = await caller.call({ autoRetry: false, repeatable: false });
  expect(first).toMatchObject({ answer: 'ok', metadata: { attempts: 2 } });
  expect((await caller.call({ autoRetry: false })).metadata.attempts).toBe(1);
  expect(server.requests).toHaveLength(3);
});

test('calls that were refused together all go again with the corrected date', async () => {
  await using server = await skewedServer();
  using caller = new Caller(server);
  const calls = Array.from({ length: 20 }, () => caller.call({ autoRetry: false }));
  const answers = await Promise.all(calls);
  expect(answers.map(({ answer }) => answer)).toEqual(Array(20).fill('ok'));
  expect(Math.abs(caller.clock.offsetMs - hourMs)).toBeLessThan(60_000);
  expect(server.requests.length).toBeLessThanOrEqual(40);
});

test.each(['garbage', 'garbage 1', '2099-01-01', ''])(
  'a server whose date is %o gets no second request',
  async (date) => {
    await using server = await skewedServer(() => date);
    using caller = new Caller(server);
    const error = await failureOf(caller.call());
    expect(error).toBeInstanceOf(KmsServiceError);
    expect(error).toMatchObject({ code: 'RequestTimeTooSkewed', attempts: 1 });
    expect(caller.clock.offsetMs).toBe(0);
  },
);

test('a server that says the same time and refuses it all the same gets no second request', async () => {
  await using server = await skewedServer(() => new Date().toUTCString());
  using caller = new Caller(server);
  expect(await failureOf(caller.call())).toMatchObject({ code: 'RequestTimeTooSkewed', attempts: 1 });
});

test('a server that lies is believed once per call', async () => {
  let years = 0;
  await using server = await skewedServer(() => new Date(Date.UTC(2050 + years++)).toUTCString());
  using caller = new Caller(server);
  expect(await failureOf(caller.call())).toMatchObject({ code: 'RequestTimeTooSkewed', attempts: 2 });
  expect(server.requests).toHaveLength(2);
});

test('no other answer teaches the time', async () => {
  await using server = await startServer((_, response, index) => {
    response.setHeader('date', new Date(Date.now() + hourMs).toUTCString());
    if (index === 0) response.end('ok');
    else response.writeHead(404).end('Forbidden.KeyNotFound: The specified Key is not found.');
  });
  using caller = new Caller(server);
  await caller.call();
  await failureOf(caller.call());
  expect(caller.clock.offsetMs).toBe(0);
});
