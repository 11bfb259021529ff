import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';

let kms: LocalKms;
const log: string[] = [];
beforeAll(async () => {
  kms = await startLocalKms({ admin: true, httpPort: 0, log: (line) => log.push(line) });
});
afterAll(() => kms.close());

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** Without what `fetch` makes tidy of a path. */
async function ask({ method, path, headers, body = '' }: Asked, endpoint = kms.adminEndpoint as string) {
  const { hostname, port } = new URL(endpoint);
  const authorization = `Bearer ${kms.adminToken}`;
  const outgoing = request({ hostname, port, method, path, headers: { authorization, ...headers }, agent: false });
  outgoing.end(body);
  const [answer] = await once(outgoing, 'response');
  return { status: answer.statusCode as number, text: await text(answer) };
}

const calls = [
  'GET /admin/clock',
  'POST /admin/clock',
  'GET /admin/faults',
  'POST /admin/faults',
  'DELETE /admin/faults',
  'DELETE /admin/faults/fault-1',
  'GET /admin/requests',
  'DELETE /admin/requests',
  'POST /admin/reset',
  'GET /admin/snapshot',
  'POST /admin/restore',
  'GET /admin/export',
  'POST /admin/seed',
].map((call) => call.split(' ') as [method: string, path: string]);

test.each(calls)('%s %s needs the token', async (method, path) => {
  for (const authorization of ['', 'Bearer', 'Bearer ', `Bearer ${kms.adminToken}x`, `bearer ${kms.adminToken}`]) {
    const { status, text } = await ask({ method, path, headers: { authorization } });
    expect([status, JSON.parse(text).error.code]).toEqual([401, 'Admin.Unauthorized']);
    expect(text).not.toContain(kms.adminToken);
  }
});

test.each(calls)('%s %s answers no web page', async (method, path) => {
  for (const origin of ['null', '', 'http://127.0.0.1']) {
    expect((await ask({ method, path, headers: { origin } })).status).toBe(403);
  }
});

test('no path outside the API is served, whatever it looks like', async () => {
  const paths = [
    '/',
    '//',
    '/admin',
    '/admin/',
    '/admin//clock',
    '/admin/clock/',
    '/ADMIN/CLOCK',
    '/admin/../admin/clock',
  ];
  const odd = ['/admin/%63lock', '/admin/clock%00', '/http://[', '/admin/__proto__', '/admin/constructor', '/*'];
  for (const path of [...paths, ...odd, '/healthz', '/metrics', '/latest/meta-data/']) {
    const { status, text } = await ask({ method: 'GET', path });
    expect([path, status, JSON.parse(text).error.code]).toEqual([path, 404, 'Admin.NotFound']);
  }
});

test('a request to a proxy is none for it', async () => {
  const { hostname, port } = new URL(kms.adminEndpoint as string);
  const socket = connect(Number(port), hostname);
  const lines = [
    'GET http://[ HTTP/1.1',
    'Host: x',
    'Connection: close',
    `Authorization: Bearer ${kms.adminToken}`,
    '',
    '',
  ];
  socket.end(lines.join('\r\n'));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 40[04] /);
});

test('a body that is too large is refused in the form of the API', async () => {
  const { hostname, port } = new URL(kms.adminEndpoint as string);
  const headers = { authorization: `Bearer ${kms.adminToken}`, 'content-length': String(65 * 1024 * 1024) };
  const outgoing = request({ hostname, port, method: 'POST', path: '/admin/restore', headers, agent: false });
  outgoing.on('error', () => {});
  outgoing.flushHeaders();
  const [answer] = await once(outgoing, 'response');
  expect([answer.statusCode, JSON.parse(await text(answer)).error.code]).toEqual([413, 'Admin.TooLarge']);
  outgoing.destroy();
});

test.each([
  ['clock', 'null'],
  ['clock', '[]'],
  ['clock', '"8d"'],
  ['clock', '{"set":null}'],
  ['clock', '{"set":0}'],
  ['clock', '{"set":"+275761-01-01T00:00:00Z"}'],
  ['clock', '{"advance":null}'],
  ['clock', '{"advance":{"days":1e300}}'],
  ['clock', '{"advance":{"days":"8"}}'],
  ['clock', '{"advance":"999999999d"}'],
  ['clock', '{"__proto__":true}'],
  ['clock', '{"constructor":true}'],
  ['faults', 'null'],
  ['faults', '[]'],
  ['faults', '{"api":[[["Decrypt"]]],"hang":true}'],
  ['faults', '{"api":{"length":1},"hang":true}'],
  ['faults', '{"hang":true,"__proto__":{"qps":1}}'],
  ['faults', `{"api":"${'a'.repeat(100_000)}","hang":true}`],
  ['faults', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['restore', '{}'],
  ['restore', 'null'],
  ['restore', '{"format":"kms-local-snapshot-1","tables":null}'],
  ['restore', '{"format":"kms-local-snapshot-1","check":"AAAA","tables":{}}'],
  ['restore', '{"format":"kms-local-snapshot-1","check":5,"tables":{}}'],
  ['restore', '{"format":"kms-local-snapshot-1","tables":{}}'],
  ['seed', '- 1'],
  ['seed', 'a: *nobody'],
  ['seed', '\0'],
])('POST /admin/%s refuses %.60s', async (path, body) => {
  const before = kms.clock.now();
  const { status, text } = await ask({ method: 'POST', path: `/admin/${path}`, body });
  const { error } = JSON.parse(text);
  expect([status, error.code]).toEqual([400, expect.stringMatching(/^(Admin|Fault|Seed|Store)\./)]);
  expect(error.message).not.toBe('');
  expect(Math.abs(kms.clock.now() - before)).toBeLessThan(60_000);
  expect(kms.faults.list()).toEqual([]);
});

test.each([
  '?api',
  '?status=abc',
  '?status=',
  '?since=yesterday',
  '?api=Decrypt&api=Encrypt',
  '?__proto__=1',
  '?limit=5',
])('GET /admin/requests%s is refused or finds nothing', async (query) => {
  const { status, text } = await ask({ method: 'GET', path: `/admin/requests${query}` });
  const answer = JSON.parse(text);
  expect([status, answer.requests ?? answer.error.code]).toEqual(query === '?api' ? [200, []] : [400, 'Admin.Invalid']);
});

test('whatever is sent is answered, and the next call finds everything well', async () => {
  const sent = fc.record({
    call: fc.constantFrom(...calls.filter(([, path]) => !path.endsWith('reset'))),
    query: fc.oneof(fc.constant(''), fc.webQueryParameters()),
    body: fc.oneof(fc.json(), fc.string(), fc.base64String()),
    type: fc.constantFrom('application/json', 'application/yaml', 'text/plain'),
  });
  await fc.assert(
    fc.asyncProperty(sent, async ({ call: [method, path], query, body, type }) => {
      const answer = await ask({ method, path: `${path}?${query}`, headers: { 'content-type': type }, body });
      expect([200, 400, 404]).toContain(answer.status);
    }),
    { numRuns: 200 },
  );
  expect((await ask({ method: 'GET', path: '/admin/clock' })).status).toBe(200);
  expect(log).toEqual([]);
});

test('the pages of plain HTTP are no way to the gateways or the admin API', async () => {
  for (const path of ['/', '/?Action=ListKeys', '/admin/clock', '/healthz/', '//healthz', '/HEALTHZ', '/__proto__']) {
    expect((await ask({ method: 'GET', path }, kms.httpEndpoint)).status).toBe(404);
  }
});
