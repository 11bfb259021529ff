import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { localKmsTest } from 'alibabacloud-kms-local/vitest';
import { Client } from 'alibabacloud-kms-sdk';
import { expect } from 'vitest';
import { notesApp } from './notes-app.js';

interface App {
  put(id: string, note: string): Promise<Response>;
  get(id: string): Promise<Response>;
  /** What the service keeps. */
  notes: Map<string, Uint8Array>;
}

const test = localKmsTest({
  seed: { keys: [{ id: 'key-notes', aliases: ['alias/notes'], rotation: { interval: '30d' } }] },
}).extend<{ client: Client; app: App }>({
  client: async ({ kms }, use) => {
    const client = new Client(kms.clientConfig());
    await use(client);
    await client.close();
  },
  app: async ({ client }, use) => {
    const notes: App['notes'] = new Map();
    const server = notesApp(client, 'alias/notes', notes).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = (id: string) => `http://127.0.0.1:${port}/notes/${id}`;
    await use({ put: (id, body) => fetch(url(id), { method: 'PUT', body }), get: (id) => fetch(url(id)), notes });
    server.close();
  },
});

test('a note can be read again, and is kept sealed', async ({ app }) => {
  expect((await app.put('1', 'buy milk')).status).toBe(204);
  expect(await (await app.get('1')).text()).toBe('buy milk');
  expect(Buffer.from(app.notes.get('1') as Uint8Array).includes('milk')).toBe(false);
  expect((await app.get('2')).status).toBe(404);
});

test('nobody notices that KMS throttled two calls', async ({ kms, app }) => {
  await app.put('1', 'buy milk');
  kms.faults.add({ api: 'AdvanceDecrypt', code: 'Rejected.Throttling', times: 2 });
  expect(await (await app.get('1')).text()).toBe('buy milk');
  expect(kms.requests({ api: 'AdvanceDecrypt' })).toHaveLength(3);
});

test('while KMS is unavailable the service says when to come again, and keeps nothing half done', async ({
  kms,
  app,
}) => {
  kms.faults.add({ api: 'AdvanceEncrypt', code: 'ServiceUnavailableTemporary' });
  const answer = await app.put('1', 'buy milk');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(app.notes.size).toBe(0);
});

test('a note from before the rotation of the key can be read', async ({ kms, client, app }) => {
  await app.put('1', 'buy milk');
  await kms.clock.advance({ days: 31 });
  expect((await client.listKeyVersions({ keyId: 'key-notes' })).totalCount).toBe(2);
  expect(await (await app.get('1')).text()).toBe('buy milk');
});

test('a note that was copied over another does not open', async ({ app }) => {
  await app.put('1', 'buy milk');
  app.notes.set('2', app.notes.get('1') as Uint8Array);
  expect((await app.get('2')).status).toBe(500);
});

test('while the key waits for its deletion notes do not open, and they do again when that is cancelled', async ({
  client,
  app,
}) => {
  await app.put('1', 'buy milk');
  await client.scheduleKeyDeletion({ keyId: 'key-notes', pendingWindowInDays: 7 });
  expect((await app.get('1')).status).toBe(500);
  await client.cancelKeyDeletion({ keyId: 'key-notes' });
  expect(await (await app.get('1')).text()).toBe('buy milk');
});
