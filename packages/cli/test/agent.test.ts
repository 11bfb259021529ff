import { once } from 'node:events';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publicGateway, Workplace } from './support/kms.js';
import { Running } from './support/running.js';

const place = new Workplace();
let kms: LocalKms;
let agents = 0;
const started: RunningAgent[] = [];

beforeAll(async () => {
  const text = (name: string, data: string) => ({ name, versions: [{ id: 'v1', data }] });
  kms = await startLocalKms({
    seed: {
      secrets: [
        text('app/db', '{"user":"app","password":"canary-1","port":5432}'),
        ...['app/cold', 'app/rotating', 'app/away', 'app/ending', 'app/one', 'app/two'].map((name) =>
          text(name, 'canary-2'),
        ),
        text('app/number', '20261201'),
      ],
    },
  });
  place.use(publicGateway(kms));
  await place.ok(['secret', 'put', 'app/bytes', '--binary'], { input: Uint8Array.of(0, 255, 10) });
});
afterEach(async () => {
  kms.faults.clear();
  await Promise.all(started.splice(0).map((agent) => agent.stop()));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** A `kms agent` on a port of its own. */
class RunningAgent extends Running {
  readonly tokenFile: string;
  port = 0;

  constructor(options: readonly string[]) {
    const tokenFile = `token-${agents++}`;
    super(place, ['agent', '--port', '0', '--token-file', tokenFile, ...options]);
    this.tokenFile = place.path(tokenFile);
    started.push(this);
  }

  async listens(): Promise<this> {
    await this.says('listening on', 'stderr');
    this.port = Number(/127\.0\.0\.1:(\d+)/.exec(this.stderr)?.[1]);
    return this;
  }

  get token(): string {
    return readFileSync(this.tokenFile, 'utf8').trim();
  }

  async get(path: string, headers: Record<string, string> = {}, method = 'GET', via?: Agent): Promise<Answered> {
    const authorization = `Bearer ${this.token}`;
    const outgoing = request({
      host: '127.0.0.1',
      port: this.port,
      path,
      method,
      headers: { authorization, ...headers },
      agent: via,
    });
    outgoing.end();
    const [response] = await once(outgoing, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
  }

  secret(name: string, query = ''): Promise<Answered> {
    return this.get(`/v1/secrets/${name}${query}`);
  }

  /** What comes back for bytes as they are. */
  async raw(bytes: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(bytes);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    await new Promise((resolve) => socket.on('close', resolve));
    return text;
  }
}

const agent = (...options: string[]) => new RunningAgent(options).listens();
const metric = (text: string, name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);

describe('kms agent', () => {
  test('answers as GetSecretValue does, and with the value or a field alone', async () => {
    const running = await agent();
    const { status, headers, text } = await running.secret('app/db');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json', 'no-store']);
    const { RequestId: _, ...ofKms } = await place.json(['api', 'GetSecretValue', 'SecretName=app/db']);
    expect(JSON.parse(text)).toEqual(ofKms);
    expect((await running.secret('app/db', '?field=password')).text).toBe('canary-1');
    expect((await running.secret('app%2Fdb', '?field=port')).text).toBe('5432');
    expect((await running.secret('app/number', '?output=value')).text).toBe('20261201');
    expect((await running.secret('app/bytes', '?output=value')).body).toEqual(Buffer.of(0, 255, 10));
    expect(JSON.parse((await running.secret('app/bytes')).text)).toMatchObject({
      SecretDataType: 'binary',
      SecretData: Buffer.of(0, 255, 10).toString('base64'),
    });
    const head = await running.get('/v1/secrets/app/db', {}, 'HEAD');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([
      200,
      '',
      String(Buffer.byteLength(text)),
    ]);
  });

  test('a token is made for its owner only, and is needed', async () => {
    const running = await agent();
    expect(statSync(running.tokenFile).mode & 0o777).toBe(0o600);
    expect(running.token).toMatch(/^[\w-]{43}$/);
    for (const authorization of ['', 'Bearer', `Bearer ${running.token}x`, `Basic ${running.token}`, running.token]) {
      const { status, headers, text } = await running.get('/v1/secrets/app/db', { authorization });
      expect([authorization, status, headers['www-authenticate']]).toEqual([authorization, 401, 'Bearer']);
      expect(text).not.toMatch(/canary/);
    }
    expect((await running.get('/metrics', { authorization: '' })).status).toBe(401);
    expect((await running.get('/healthz', { authorization: '' })).text).toBe(
      '{"status":"ok","secrets":0,"failing":0}\n',
    );
  });

  test('a new token counts after SIGHUP, and rotated secrets too', async () => {
    const running = await agent();
    expect((await running.secret('app/rotating', '?output=value')).text).toBe('canary-2');
    await place.ok(['secret', 'put', 'app/rotating', '--version-id', 'v2'], { input: 'canary-3' });
    const former = running.token;
    writeFileSync(running.tokenFile, 'another-token-of-the-owner\r\n');
    running.kill('SIGHUP');
    await running.says('secret app/rotating has rotated from version v1 to v2', 'stderr');
    expect((await running.secret('app/rotating', '?output=value')).text).toBe('canary-3');
    expect((await running.secret('app/rotating', '?output=value&stage=ACSPrevious')).text).toBe('canary-2');
    expect((await running.secret('app/rotating', '?output=value&versionId=v1')).text).toBe('canary-2');
    expect((await running.get('/healthz', { authorization: '' })).status).toBe(200);
    expect((await running.get('/v1/secrets/app/rotating', { authorization: `Bearer ${former}` })).status).toBe(401);
    writeFileSync(running.tokenFile, 'short');
    running.kill('SIGHUP');
    await running.says('the old token stays in use', 'stderr');
    expect(running.stderr).not.toMatch(/canary|another-token|short/);
  });

  test('refreshNow asks KMS', async () => {
    const running = await agent();
    await running.secret('app/one');
    await place.ok(['secret', 'put', 'app/one'], { input: 'canary-4' });
    expect((await running.secret('app/one', '?output=value')).text).toBe('canary-2');
    expect((await running.secret('app/one', '?output=value&refreshNow=true')).text).toBe('canary-4');
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['a proxy', { 'X-Forwarded-For': '10.0.0.1' }, 403, 'Agent.Forwarded'],
    ['a proxy', { 'x-forwarded-host': 'a' }, 403, 'Agent.Forwarded'],
    ['a proxy', { Forwarded: 'for=10.0.0.1' }, 403, 'Agent.Forwarded'],
    ['a proxy', { Via: '1.1 a' }, 403, 'Agent.Forwarded'],
    ['a web page', { Origin: 'http://localhost:3000' }, 403, 'Agent.CrossSite'],
    ['a web page', { Origin: 'null' }, 403, 'Agent.CrossSite'],
    ['a web page', { 'Sec-Fetch-Site': 'cross-site' }, 403, 'Agent.CrossSite'],
    ['a web page', { 'Sec-Fetch-Site': 'same-origin' }, 403, 'Agent.CrossSite'],
    ['a name that leads here', { Host: 'attacker.example' }, 421, 'Agent.WrongHost'],
    ['another port', { Host: '127.0.0.1:1' }, 421, 'Agent.WrongHost'],
  ])('refuses requests of %s: %j', async (_, headers, status, code) => {
    const running = await agent();
    for (const path of ['/v1/secrets/app/db', '/healthz', '/metrics']) {
      const answered = await running.get(path, headers);
      expect([path, answered.status, JSON.parse(answered.text).Code]).toEqual([path, status, code]);
      expect(answered.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(metric((await running.get('/metrics')).text, 'kms_agent_secrets')).toBe(0);
  });

  test.each<[string, string, number, string]>([
    ['GET', '/', 404, 'Agent.NotFound'],
    ['GET', '/v1/secrets', 404, 'Agent.NotFound'],
    ['GET', '/healthz?x', 404, 'Agent.NotFound'],
    ['POST', '/v1/secrets/app/db', 405, 'Agent.MethodNotAllowed'],
    ['OPTIONS', '/v1/secrets/app/db', 405, 'Agent.MethodNotAllowed'],
    ['GET', '/v1/secrets/', 400, 'Request.Invalid'],
    ['GET', '/v1/secrets/app%00', 400, 'Request.Invalid'],
    ['GET', '/v1/secrets/%ff', 400, 'Agent.BadRequest'],
    ['GET', '/v1/secrets/app/db?version=v1', 400, 'Agent.BadRequest'],
    ['GET', '/v1/secrets/app/db?stage=a&stage=b', 400, 'Agent.BadRequest'],
    ['GET', '/v1/secrets/app/db?stage=a&versionId=b', 400, 'Request.Invalid'],
    ['GET', '/v1/secrets/app/db?output=xml', 400, 'Agent.BadRequest'],
    ['GET', '/v1/secrets/app/db?refreshNow=1', 400, 'Agent.BadRequest'],
    ['GET', '/v1/secrets/app/db?field=nope', 400, 'Agent.NoSuchField'],
    ['GET', '/v1/secrets/app/bytes?field=nope', 400, 'Agent.NoSuchField'],
    ['GET', '/v1/secrets/app/nope', 404, 'Forbidden.ResourceNotFound'],
    ['GET', '/v1/secrets/app/db?versionId=v9', 404, 'Forbidden.ResourceNotFound'],
  ])('%s %s is answered with %i %s', async (method, path, status, code) => {
    const running = await agent();
    const answered = await running.get(path, {}, method);
    expect([answered.status, JSON.parse(answered.text).Code]).toEqual([status, code]);
    expect(answered.text).not.toContain('canary');
  });

  test('bounds what a client can make it hold', async () => {
    const running = await agent();
    const head = `GET /healthz HTTP/1.1\r\nHost: localhost:${running.port}\r\n`;
    expect(await running.raw(`${head}X: ${'x'.repeat(9_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await running.raw('GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 421 /,
    );
    expect(await running.raw('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
    expect(
      await running.raw(
        `GET http://localhost:${running.port}/metrics HTTP/1.1\r\nHost: localhost:${running.port}\r\nConnection: close\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 401 /);
    expect(await running.raw(`${head}Content-Length: 5\r\n\r\nhello`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await running.raw(`${head}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await running.raw(`${head}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n`)).toBe('');
    expect(await running.raw('CONNECT kms.example:443 HTTP/1.1\r\nHost: kms.example:443\r\n\r\n')).toBe('');
    // Sent without waiting for answers: those that come at the same moment are bounded as well.
    expect(await running.raw(`${head}\r\n`.repeat(2_000))).toBe('');
    expect((await running.get('/healthz')).status).toBe(200);
  });

  test('takes no more connections than it may', async () => {
    const running = await agent('--max-connections', '4');
    const head = `GET /healthz HTTP/1.1\r\nHost: localhost:${running.port}\r\n`;
    const open = Array.from({ length: 4 }, () => connect(running.port, '127.0.0.1'));
    await Promise.all(open.map((socket) => once(socket, 'connect')));
    for (const socket of open) socket.write(`${head}\r\n`);
    await Promise.all(open.map((socket) => once(socket, 'data')));
    expect(await running.raw(`${head}\r\n`)).toBe('');
    for (const socket of open) socket.destroy();
  });

  test('misses beyond the most that may wait are refused, and what is there is answered', async () => {
    const running = await agent('--max-waiting', '1');
    await running.secret('app/db');
    const fault = kms.faults.add({ secretName: 'app/one', hang: true });
    const waiting = running.secret('app/one').catch(() => undefined);
    const asked = () => kms.faults.list().some(({ struck }) => struck > 0);
    while (!asked()) await new Promise(setImmediate);
    const refused = await running.secret('app/two');
    expect([refused.status, refused.headers['retry-after'], JSON.parse(refused.text).Code]).toEqual([
      503,
      '1',
      'Agent.Busy',
    ]);
    expect((await running.secret('app/db', '?field=user')).text).toBe('app');
    expect((await running.secret('app/db', '?refreshNow=true')).status).toBe(503);
    expect(metric((await running.get('/metrics')).text, 'kms_agent_waiting_requests')).toBe(1);
    kms.faults.remove(fault);
    running.kill('SIGKILL');
    await waiting;
  });

  test('many that ask for the same cold secret are one request to KMS', async () => {
    const running = await agent('--max-connections', '200', '--max-waiting', '200');
    const via = new Agent({ keepAlive: true, maxSockets: 150 });
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => running.get('/v1/secrets/app/cold', {}, 'GET', via)),
    );
    via.destroy();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(kms.requests({ secretName: 'app/cold' })).toHaveLength(1);
  });

  test('gives out what it has while KMS is away, and says so without a secret', async () => {
    const running = await agent('--ttl', '1');
    await running.secret('app/away');
    kms.faults.add({ api: ['GetSecretValue', 'BatchGetSecretValue'], code: 'ServiceUnavailableTemporary' });
    await running.says('secret app/away was not refreshed', 'stderr');
    expect((await running.secret('app/away', '?output=value')).text).toBe('canary-2');
    const cold = await running.secret('app/two');
    expect([cold.status, JSON.parse(cold.text).Code]).toEqual([503, 'ServiceUnavailableTemporary']);
    expect((await running.get('/healthz')).text).toBe('{"status":"ok","secrets":2,"failing":2}\n');
    expect(running.stderr).not.toContain('canary');
  });

  test('preloads, also when one is not there', async () => {
    const running = await agent('--preload', 'app/one', '--preload', 'app/nope');
    expect(running.stderr).toContain('1 of 2 secrets could not be read: app/nope');
    expect(metric((await running.get('/metrics')).text, 'kms_agent_refreshes_total')).toBe(1);
  });

  test('metrics are numbers, without names and values', async () => {
    const running = await agent();
    await running.secret('app/db');
    await running.secret('app/db');
    await running.get('/v1/secrets/app/db', { via: 'x' });
    const { headers, text } = await running.get('/metrics');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('kms_agent_requests_total{status="200"} 2\n');
    expect(text).toContain('kms_agent_refused_total{reason="forwarded"} 1\n');
    expect([metric(text, 'kms_agent_hits_total'), metric(text, 'kms_agent_misses_total')]).toEqual([1, 1]);
    expect(metric(text, 'kms_agent_connections')).toBeGreaterThan(0);
    expect(metric(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(text).not.toMatch(/app\/db|canary/);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^# (HELP|TYPE) \w+ \S|^\w+(\{\w+="\w+"\})? \d+(\.\d+)?$/);
  });

  test('ends gracefully: what was asked is answered, nothing new is taken', async () => {
    const running = await agent();
    const via = new Agent({ keepAlive: true });
    kms.faults.add({ secretName: 'app/ending', delayMs: 400 });
    const asked = running.get('/v1/secrets/app/ending?output=value', {}, 'GET', via);
    while (kms.faults.list()[0]?.struck === 0) await new Promise(setImmediate);
    running.kill();
    await running.says('ending', 'stderr');
    await expect(running.get('/healthz')).rejects.toThrow('ECONNREFUSED');
    const { text, headers } = await asked;
    expect([text, headers.connection]).toEqual(['canary-2', 'close']);
    expect(await running.ended).toBe(0);
    expect(running.stderr).not.toMatch(/canary/);
    expect(running.stderr).not.toContain(running.token);
    via.destroy();
  });
});

describe('kms agent does not start', () => {
  const file = (name: string, text: string, mode = 0o600): string => {
    writeFileSync(place.path(name), text, { mode });
    chmodSync(place.path(name), mode);
    return name;
  };

  test.each<[string, () => string[], number, string]>([
    ['a token that others can read', () => [file('open', 'token-canary-of-16', 0o644)], 3, 'chmod 600 open'],
    ['a token that the group can write', () => [file('group', 'token-canary-of-16', 0o660)], 3, 'chmod 600 group'],
    ['a short token', () => [file('short', 'canary\n')], 3, 'short must hold the token: 16 to 1024'],
    ['several lines', () => [file('lines', 'canary-canary-canary\ncanary-canary-canary')], 3, 'on one line'],
    ['a token in place of its file', () => ['{"token":"canary-canary"}'], 2, '--token-file must be the path of a file'],
    ['no folder', () => ['no/such/token'], 3, 'no/such/token cannot be written: no such file or directory'],
    [
      'a port that is none',
      () => [file('good', 'token-canary-of-16'), '--port', '65536'],
      2,
      '--port must be 0 to 65535',
    ],
    [
      'a port that is taken',
      () => [file('taken', 'token-canary-of-16'), '--port', String(kms.port)],
      3,
      'something listens there already',
    ],
    [
      'no connections',
      () => [file('none', 'token-canary-of-16'), '--max-connections', '0'],
      2,
      '--max-connections must be',
    ],
    ['a TTL that is none', () => [file('ttl', 'token-canary-of-16'), '--ttl', '1h'], 2, '--ttl must be a whole number'],
  ])('with %s', async (_, options, exitCode, message) => {
    const { code, stderr } = await place.run(['agent', '--port', '0', '--token-file', ...options()]);
    expect([code, stderr]).toEqual([exitCode, expect.stringContaining(message)]);
    expect(stderr).not.toContain('canary');
  });

  test('but with a token that a group can read', async () => {
    const running = new Running(place, [
      'agent',
      '--port',
      '0',
      '--token-file',
      file('shared', 'token-canary-of-16', 0o640),
    ]);
    await running.says('listening on', 'stderr');
    expect(await running.stop()).toBe(0);
  });
});
