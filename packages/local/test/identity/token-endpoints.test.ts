import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenEndpoints } from '../../src/gateways/token-endpoints.js';
import { Connection } from '../support/connection.js';
import { callKms, callSts } from './sts-calls.js';
import { accountId, type TokenServer, tokenServer } from './token-server.js';

let server: TokenServer;
beforeAll(async () => {
  server = await tokenServer({ instanceRole: 'app', names: ['kms.test'] });
});
afterAll(() => server.close());

const credentialsPath = '/latest/meta-data/ram/security-credentials/';

/** As it is: `fetch` would neither send another Host nor the target of a request to a proxy. */
async function ask(to: TokenServer, path: string, method = 'GET', headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(to.http);
  const outgoing = request({ hostname, port, path, method, headers, agent: false });
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode as number, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

const newToken = async (to: TokenServer, ttl: string): Promise<string> => {
  const headers = { 'X-aliyun-ecs-metadata-token-ttl-seconds': ttl };
  const { status, text } = await ask(to, '/latest/api/token', 'PUT', headers);
  expect(status).toBe(200);
  return text;
};

describe('the metadata service', () => {
  test('names the role of the instance and gives its credentials for six hours', async () => {
    for (const path of [credentialsPath, credentialsPath.slice(0, -1)]) {
      expect(await ask(server, path)).toMatchObject({ status: 200, text: 'app' });
    }
    const { status, headers, text } = await ask(server, `${credentialsPath}app`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['cache-control']).toBe('no-store');
    const answer = JSON.parse(text);
    expect(answer).toEqual({
      Code: 'Success',
      AccessKeyId: expect.stringMatching(/^STS\./),
      AccessKeySecret: expect.any(String),
      SecurityToken: expect.any(String),
      Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      LastUpdated: expect.stringMatching(/Z$/),
    });
    const { AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret, SecurityToken: securityToken } = answer;
    const who = { accessKeyId, accessKeySecret, securityToken };
    expect(Date.parse(answer.Expiration) - Date.parse(answer.LastUpdated)).toBe(6 * 3_600_000);
    expect(await callKms(server, who, 'ListKeys')).toMatchObject({ TotalCount: 0 });
    expect(await callSts(server, who, 'GetCallerIdentity')).toMatchObject({
      Arn: `acs:ram::${accountId}:assumed-role/app/kms-local`,
    });
  });

  test('tells region and account', async () => {
    expect(await ask(server, '/latest/meta-data/region-id')).toMatchObject({ status: 200, text: 'cn-hangzhou' });
    expect(await ask(server, '/latest/meta-data/owner-account-id')).toMatchObject({ status: 200, text: accountId });
  });

  test('says that another role, and what else an instance knows, is not here', async () => {
    for (const path of [`${credentialsPath}other`, '/latest/meta-data/instance-id', '/latest/user-data']) {
      expect(await ask(server, path)).toMatchObject({ status: 404, text: expect.stringContaining(path) });
    }
  });

  test('gives tokens, and takes them until they expire by the clock of the KMS', async () => {
    const own = await tokenServer({ instanceRole: 'app' });
    const withToken = (token: string) => ask(own, credentialsPath, 'GET', { 'x-aliyun-ecs-metadata-token': token });
    const token = await newToken(own, '21600');
    const short = await newToken(own, '1');
    expect(await withToken(token)).toMatchObject({ status: 200, text: 'app' });
    await own.clock.advance({ seconds: 1 });
    expect(await withToken(short)).toMatchObject({ status: 401, text: expect.stringContaining('expired') });
    expect(await withToken(token)).toMatchObject({ status: 200 });
    await own.clock.advance({ hours: 6 });
    expect(await withToken(token)).toMatchObject({ status: 401 });
    expect(await withToken(await newToken(server, '60'))).toMatchObject({ status: 401 });
    expect(await withToken('')).toMatchObject({ status: 401 });
    await own.close();
  });

  test('refuses a token for no time, or for more than six hours', async () => {
    for (const ttl of ['0', '21601', '-1', 'long', '']) {
      const headers = { 'x-aliyun-ecs-metadata-token-ttl-seconds': ttl };
      expect(await ask(server, '/latest/api/token', 'PUT', headers)).toMatchObject({ status: 400 });
    }
    expect(await ask(server, '/latest/api/token', 'PUT')).toMatchObject({ status: 400 });
  });

  test('answers each path to its own method only', async () => {
    expect(await ask(server, '/latest/api/token')).toMatchObject({ status: 405, headers: { allow: 'PUT' } });
    expect(await ask(server, credentialsPath, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });

  test('answers as the proxy of a client that is told to use one, for its own address only', async () => {
    expect(await ask(server, `http://100.100.100.200${credentialsPath}`)).toMatchObject({ status: 200, text: 'app' });
    expect(await ask(server, `http://169.254.169.254${credentialsPath}`)).toMatchObject({ status: 404 });
  });
});

describe('the credentials URI', () => {
  test('gives credentials, whatever its query says', async () => {
    for (const path of ['/credentials', '/credentials?a=b']) {
      const { status, text } = await ask(server, path);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ Code: 'Success', AccessKeyId: expect.stringMatching(/^STS\./) });
    }
  });
});

describe('who gets credentials without proving anything', () => {
  const paths = ['/credentials', credentialsPath, `${credentialsPath}app`];
  const status = async (to: TokenServer, headers: Record<string, string>) => {
    const answers = await Promise.all(paths.map((path) => ask(to, path, 'GET', headers)));
    return [...new Set(answers.map((answer) => answer.status))];
  };

  test.each(['127.0.0.1:1', '[::1]:1', 'localhost:1', 'LOCALHOST', 'kms:80', 'kms.test', '100.100.100.200'])(
    'a client that calls the KMS %s does',
    async (host) => expect(await status(server, { host })).toEqual([200]),
  );

  test('a page whose name was pointed at this machine does not', async () => {
    expect(await status(server, { host: 'rebound.example' })).toEqual([403]);
    expect(await status(server, { host: 'kms.test.rebound.example:80' })).toEqual([403]);
  });

  test.each<Record<string, string>>([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'X-Forwarded-Host': 'kms' },
    { Forwarded: 'for=127.0.0.1' },
    { Via: '1.1 proxy' },
    { 'X-Real-IP': '127.0.0.1' },
  ])('whoever comes through a proxy that says so by %o does not', async (headers) => {
    expect(await status(server, headers)).toEqual([403]);
  });

  test.each<Record<string, string>>([
    { Origin: 'https://shop.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('a page that a browser sends with %o does not', async (headers) => {
    expect(await status(server, headers)).toEqual([403]);
  });

  test.each([
    'HTTP/1.1\r\nhost: \r\nconnection: close',
    'HTTP/1.1\r\nhost: :80\r\nconnection: close',
    'HTTP/1.1\r\nhost: []\r\nconnection: close',
    'HTTP/1.0',
  ])('whoever names no host by %j does not', async (head) => {
    const { hostname: host, port } = new URL(server.http);
    for (const path of paths) {
      const connection = await Connection.tcp({ host, port: Number(port), ca: '' });
      connection.write(`GET ${path} ${head}\r\n\r\n`);
      expect(await connection.end()).toMatch(/^HTTP\/1.1 403 .*names no host/s);
    }
  });

  test('the person who types its address into a browser does', async () => {
    expect(await status(server, { 'Sec-Fetch-Site': 'none' })).toEqual([200]);
  });

  test('other machines do not, unless the options name them', async () => {
    const elsewhere = await tokenServer({ instanceRole: 'app', tokenClients: ['10.0.0.0/8'] });
    expect(await status(elsewhere, {})).toEqual([403]);
    await elsewhere.close();
    const here = await tokenServer({ instanceRole: 'app', tokenClients: ['10.0.0.0/8', '127.0.0.1'] });
    expect(await status(here, {})).toEqual([200]);
    await here.close();
  });

  test.each([
    ['127.0.0.1', 200],
    ['::1', 200],
    ['::ffff:127.0.0.1', 200],
    // Who asks the metadata service at its own address, on this machine, comes from there.
    ['100.100.100.200', 200],
    ['10.0.0.1', 403],
    ['::ffff:10.0.0.1', 403],
    ['', 403],
  ])('a client at "%s" is answered with %i', async (remoteAddress, expected) => {
    const routes = createTokenEndpoints(server.kms, { instanceRole: 'app' });
    const headers = { host: '100.100.100.200' };
    const answer = await routes({
      method: 'GET',
      path: '/credentials',
      headers,
      body: new Uint8Array(),
      remoteAddress,
    });
    expect(answer?.status).toBe(expected);
  });

  test('nobody does when no role was asked for', async () => {
    const without = await tokenServer();
    expect(await status(without, {})).toEqual([404]);
    await without.close();
  });
});
