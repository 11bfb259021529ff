import { X509Certificate } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { send } from '../support/send.js';

let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({ httpPort: 0 });
});
afterAll(() => kms.close());

const overHttp = async (path: string, init?: RequestInit) => {
  const answer = await fetch(`${kms.httpEndpoint}${path}`, init);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
};
const overHttps = async (path: string, init: RequestInit = {}) => {
  const { status, headers, body } = await send(kms, {
    method: init.method ?? 'GET',
    path,
    headers: {},
    body: Buffer.alloc(0),
  });
  return { status, headers, text: body.toString() };
};

describe.each([
  ['plain HTTP', overHttp],
  ['HTTPS', overHttps],
])('over %s', (_name, ask) => {
  test('health and readiness are told to everybody', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"status":"alive"}\n' });
    expect(await ask('/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}\n' });
  });

  test('the CA can be downloaded', async () => {
    const { status, text } = await ask('/ca.pem');
    expect(status).toBe(200);
    expect(text).toBe(kms.ca);
    expect(new X509Certificate(text).ca).toBe(true);
  });

  test('HEAD answers like GET, without the page', async () => {
    const { status, headers, text } = await ask('/ca.pem', { method: 'HEAD' });
    expect([status, Number(headers['content-length']), text]).toEqual([200, Buffer.byteLength(kms.ca), '']);
  });

  test('nothing is changed here', async () => {
    expect((await ask('/healthz', { method: 'POST' })).status).toBe(405);
  });
});

test('what is not there is not found', async () => {
  expect((await overHttp('/nothing')).status).toBe(404);
  expect((await overHttp('/')).status).toBe(404);
  expect((await overHttp('/admin/faults')).status).toBe(404);
  expect((await overHttp('/latest/meta-data/ram/security-credentials/')).status).toBe(404);
});

test('metrics count calls by gateway, API and code', async () => {
  const client = new Client(kms.clientConfig());
  const { keyId } = (await client.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata;
  await client.encrypt({ keyId, plaintext: 'x' });
  await client.encrypt({ keyId: 'key-none', plaintext: 'x' }).catch(() => {});
  await client.doAction('NoSuchApi\nwhatever 1').catch(() => {});
  kms.faults.add({ api: 'DescribeKey', reset: true });
  await client.describeKey({ keyId }, { maxAttempts: 1 }).catch(() => {});
  await client.close();

  const { headers, text } = await overHttp('/metrics');
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  const values = new Map(
    text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(/ (?=[^ ]+$)/) as [string, string]),
  );
  const calls = (gateway: string, api: string, code: string) =>
    values.get(`kms_local_requests_total{gateway="${gateway}",api="${api}",code="${code}"}`);
  expect(calls('instance', 'Encrypt', 'ok')).toBe('1');
  expect(calls('instance', 'Encrypt', 'Forbidden.KeyNotFound')).toBe('1');
  expect(calls('public', 'CreateKey', 'ok')).toBe('1');
  expect(calls('public', 'DescribeKey', 'none')).toBe('1');
  expect(text).not.toContain('NoSuchApi');
  expect(values.get('kms_local_faults_total')).toBe('1');
  expect(values.get('kms_local_keys')).toBe('1');
  expect(values.get('kms_local_secrets')).toBe('0');
  expect(values.get('kms_local_request_duration_seconds_count{gateway="instance",api="Encrypt"}')).toBe('2');
});

test('who watches it is told that it stops', async () => {
  const own = await startLocalKms({ httpPort: 0 });
  own.faults.add({ delayMs: 400 });
  const client = new Client(own.clientConfig());
  const slow = client.listKeys();
  const begun = async () =>
    (await fetch(`${own.httpEndpoint}/metrics`)).status === 200 && own.faults.list()[0]?.struck === 1;
  while (!(await begun()));
  const closed = own.close();
  const answer = await fetch(`${own.httpEndpoint}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'closing' }]);
  await slow;
  await closed;
  await client.close();
});
