import { expect, test } from 'vitest';
import { Connection, wireText } from './support/connection.js';
import { send } from './support/send.js';
import { type TestServer, testServer } from './support/server.js';
import { acs3Request } from './support/signed-requests.js';

const host = '127.0.0.1';
const listKeys = (server: TestServer, body = '') => acs3Request(server, 'ListKeys', {}, { body, signed: { host } });

test('closing lets a running request end, takes no new connection, and waits for no idle one', async () => {
  const server = await testServer();
  const fresh = await Connection.tls(server);
  const idle = await Connection.tls(server);
  idle.write(wireText(listKeys(server)).head);
  await idle.until('TotalCount');
  const running = await Connection.tls(server);
  const { head, body } = wireText(listKeys(server, 'PageSize=7'));
  running.write(head);
  await send(server, listKeys(server));

  const closed = server.close();
  await expect(Connection.tcp(server)).rejects.toThrow('ECONNREFUSED');
  running.write(body);
  const answer = await running.end();
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toMatch(/connection: close/i);
  expect(answer).toContain('"PageSize":7');
  await Promise.all([closed, fresh.end(), idle.end()]);
  await server.store.close();
});

test('closing waits for a request only so long', async () => {
  const server = await testServer({ closeTimeoutMs: 100 });
  const running = await Connection.tls(server);
  running.write(wireText(listKeys(server, 'PageSize=7')).head);
  await send(server, listKeys(server));
  await server.close();
  expect(await running.end()).toBe('');
  await server.store.close();
});
