import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, KmsUndoError } from 'alibabacloud-kms-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeForm } from '../../src/wire/form.js';
import { startServer, type TestServer, testCa } from '../support/hostile-server.js';

let folder: string;
let server: TestServer;
let client: Client;
/** What the server does for an action; else it succeeds. */
let replies: Record<string, (response: ServerResponse) => void>;

const clientKeys = [{ ClientKeyId: 'KAAP.1' }, { ClientKeyId: 'KAAP.2' }];
const refuse = (response: ServerResponse) =>
  response.writeHead(403).end('{"Code":"Forbidden.NoPermission","Message":"no","RequestId":"r"}');
const breakOff = (response: ServerResponse) => response.destroy();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kms-create-access-'));
  replies = {};
  server = await startServer((request, response) => {
    const reply = replies[String(request.headers['x-acs-action'])];
    if (reply) reply(response);
    else response.end(JSON.stringify({ RequestId: 'r', ClientKeys: clientKeys }));
  });
  client = new Client({
    publicConfig: {
      endpoint: server.origin,
      regionId: 'cn-hangzhou',
      ca: testCa,
      accessKeyId: 'LTAI.test',
      accessKeySecret: 'secret',
    },
  });
});
afterEach(async () => {
  await client.close();
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const actions = () => server.requests.map(({ headers }) => headers['x-acs-action']);
const access = (signal?: AbortSignal) =>
  client.createAccess(
    { name: 'shop', resources: ['key/*'], networks: ['10.0.0.0/24'], clientKeyFile: join(folder, 'key.json') },
    { signal },
  );

test('an error of the last step undoes all others, client keys whose answer got lost as well', async () => {
  replies.CreateClientKey = breakOff;
  await expect(access()).rejects.toMatchObject({ code: 'Connection.Reset', api: 'CreateClientKey' });
  expect(actions()).toEqual([
    'CreateNetworkRule',
    'CreatePolicy',
    'CreateApplicationAccessPoint',
    'CreateClientKey',
    'ListClientKeys',
    'DeleteClientKey',
    'DeleteClientKey',
    'DeleteApplicationAccessPoint',
    'DeletePolicy',
    'DeleteNetworkRule',
  ]);
  const deleted = server.requests.slice(5).map(({ body }) => Object.fromEntries(decodeForm(body)));
  expect(deleted.flatMap(Object.values)).toEqual(['KAAP.1', 'KAAP.2', 'shop', 'shop', 'shop']);
  expect(existsSync(join(folder, 'key.json'))).toBe(false);
});

test('what cannot be undone, and what may have been made, is in the error', async () => {
  replies.CreateApplicationAccessPoint = breakOff;
  replies.DeletePolicy = refuse;
  const error = await access().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KmsUndoError);
  expect(error).toMatchObject({
    code: 'Undo.Incomplete',
    cause: { code: 'Connection.Reset' },
    leftovers: [
      { what: 'perhaps access point shop', removedBy: 'DeleteApplicationAccessPoint' },
      { what: 'policy shop', removedBy: 'DeletePolicy', reason: { code: 'Forbidden.NoPermission' } },
    ],
  });
  expect(actions()).toContain('DeleteNetworkRule');
  expect(actions()).not.toContain('DeleteApplicationAccessPoint');
});

test('an abort lets the step under way finish, then undoes it and rejects with the reason', async () => {
  const controller = new AbortController();
  replies.CreatePolicy = (response) => {
    controller.abort(new Error('stop'));
    response.end('{"RequestId":"r"}');
  };
  await expect(access(controller.signal)).rejects.toThrow('stop');
  expect(actions()).toEqual(['CreateNetworkRule', 'CreatePolicy', 'DeletePolicy', 'DeleteNetworkRule']);
});
