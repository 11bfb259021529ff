import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { Caller } from '../../test/support/calls.js';
import { startServer } from '../../test/support/hostile-server.js';

test('every attempt is published for telemetry, without anything secret', async () => {
  await using server = await startServer((_, response, index) => {
    if (index === 0) response.writeHead(429).end('Rejected.Throttling: QPS Limit Exceeded');
    else response.end('ok');
  });
  using caller = new Caller(server);
  const events: unknown[] = [];
  const listener = (event: unknown) => events.push(event);
  subscribe('alibabacloud-kms:request', listener);
  await caller.call({ requestHeaders: { authorization: 's3cret' } });
  unsubscribe('alibabacloud-kms:request', listener);
  const common = { api: 'TestApi', endpoint: `localhost:${server.port}`, durationMs: expect.any(Number) };
  expect(events).toEqual([
    { ...common, attempt: 1, status: 429, errorCode: 'Rejected.Throttling' },
    { ...common, attempt: 2, status: 200, errorCode: undefined },
  ]);
});
