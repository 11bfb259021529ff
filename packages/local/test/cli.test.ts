import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { send } from './support/send.js';
import { acs3Request } from './support/signed-requests.js';

/** The command as it is built: `tsc --build` comes before the tests. */
const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, env: { ...process.env, ...env } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  const line = async () => {
    const [text] = (await once(createInterface(child.stdout), 'line')) as [string];
    return text;
  };
  return { child, ended, line };
}

const ready = async (args: string[], env?: Record<string, string>) => {
  const started = run([...args, '--json'], env);
  return { ...started, facts: JSON.parse(await started.line()) };
};

async function expectServed(facts: Record<string, string> & { port: number }): Promise<void> {
  const owner = { accessKeyId: facts.accessKeyId as string, accessKeySecret: facts.accessKeySecret as string };
  const server = { host: facts.host as string, port: facts.port, ca: readFileSync(facts.caFile as string, 'utf8') };
  const request = acs3Request(owner, 'ListKeys', {}, { signed: { host: server.host } });
  expect((await send(server, request)).status).toBe(200);
}

describe('kms-local', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '--memory --json prints one line, serves, and on %s ends with 0 and no file',
    async (signal) => {
      const { child, ended, facts } = await ready(['--memory']);
      expect(Object.keys(facts)).toEqual([
        'endpoint',
        'host',
        'port',
        'caFile',
        'regionId',
        'accountId',
        'accessKeyId',
        'accessKeySecret',
        'instanceId',
        'clientKeyFile',
        'clientKeyPassword',
        'dataDir',
        'httpEndpoint',
        'adminEndpoint',
        'adminToken',
      ]);
      expect(facts).toMatchObject({
        endpoint: `https://127.0.0.1:${facts.port}`,
        regionId: 'cn-hangzhou',
        dataDir: null,
        httpEndpoint: null,
        adminEndpoint: null,
        adminToken: null,
      });
      expect(JSON.parse(readFileSync(facts.clientKeyFile, 'utf8')).KeyId).toMatch(/^KAAP\./);
      await expectServed(facts);
      child.kill(signal);
      expect(await ended).toEqual({ code: 0, stdout: `${JSON.stringify(facts)}\n`, stderr: '' });
      expect(existsSync(dirname(facts.caFile))).toBe(false);
    },
  );

  test('keeps everything in .kms-local when it is not told otherwise', async () => {
    const first = await ready([]);
    expect(first.facts.dataDir).toBe(join(folder, '.kms-local'));
    first.child.kill('SIGTERM');
    await first.ended;
    const second = await ready(['--port', '0']);
    expect(second.facts.accessKeySecret).toBe(first.facts.accessKeySecret);
    await expectServed(second.facts);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  test('takes the passphrase from a file or from the environment', async () => {
    const file = join(folder, 'passphrase');
    writeFileSync(file, 'correct horse\n');
    const first = await ready(['--data', 'd', '--passphrase-file', file]);
    first.child.kill('SIGTERM');
    await first.ended;
    const second = await ready(['--data', 'd'], { KMS_LOCAL_PASSPHRASE: 'correct horse' });
    expect(second.facts.accessKeyId).toBe(first.facts.accessKeyId);
    second.child.kill('SIGTERM');
    await second.ended;
    const { code, stderr } = await run(['--data', 'd'], { KMS_LOCAL_PASSPHRASE: 'wrong' }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kms-local: .+\n$/);
    expect(stderr).not.toContain('wrong\n');
  });

  test('begins with a seed, at another time, and writes what clients need where it is told to', async () => {
    writeFileSync(join(folder, 'kms.yaml'), 'keys: [{ id: key-app, aliases: [alias/app] }]\n');
    const { child, ended, facts } = await ready(['--memory', '--seed', 'kms.yaml', '--clock', '+8d', '--files', 'f/g']);
    expect(facts.caFile).toBe(join(folder, 'f', 'g', 'ca.pem'));
    const owner = { accessKeyId: facts.accessKeyId, accessKeySecret: facts.accessKeySecret };
    const request = acs3Request(owner, 'DescribeKey', { KeyId: 'alias/app' }, { signed: { host: facts.host } });
    const answer = await send({ ...facts, ca: readFileSync(facts.caFile, 'utf8') }, request);
    const { KeyMetadata } = JSON.parse(answer.body.toString());
    expect(KeyMetadata.KeyId).toBe('key-app');
    expect((Date.parse(KeyMetadata.CreationDate) - Date.now()) / 86_400_000).toBeCloseTo(8, 2);
    child.kill('SIGTERM');
    await ended;
    expect(existsSync(facts.clientKeyFile)).toBe(true);
  });

  test('prints what it keeps as a seed for another one', async () => {
    writeFileSync(join(folder, 'kms.yaml'), 'secrets: [{ name: app, versions: [{ id: v1, data: s3cret }] }]\n');
    const exported = await run(['export', '--data', 'd', '--seed', 'kms.yaml', '--format', 'json']).ended;
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    expect(JSON.parse(exported.stdout).secrets).toEqual([
      expect.objectContaining({ name: 'app', versions: [expect.objectContaining({ id: 'v1', data: 's3cret' })] }),
    ]);
    writeFileSync(join(folder, 'exported.json'), exported.stdout);
    const again = await run(['export', '--memory', '--seed', 'exported.json']).ended;
    expect(again.stdout).toContain('s3cret');
  });

  test('exports nothing from a directory that is not there, and does not make it', async () => {
    const exported = await run(['export', '--data', 'mistyped']).ended;
    expect([exported.code, exported.stdout]).toEqual([2, '']);
    expect(exported.stderr).toContain('mistyped does not exist');
    expect(existsSync(join(folder, 'mistyped'))).toBe(false);
  });

  test('serves plain HTTP and the admin API when it is told to, and logs calls without a secret', async () => {
    const token = 'sixteen-characters-or-more';
    const args = ['--memory', '--http-port', '0', '--admin', '--log', 'json', '--instance-role', 'app'];
    const { child, ended, facts } = await ready(args, { KMS_LOCAL_ADMIN_TOKEN: token });
    expect((await fetch(`${facts.httpEndpoint}/readyz`)).status).toBe(200);
    const credentials = await (await fetch(`${facts.httpEndpoint}/credentials`)).json();
    expect(credentials).toMatchObject({ Code: 'Success', SecurityToken: expect.any(String) });
    await expectServed(facts);
    const requests = await fetch(`${facts.adminEndpoint}/admin/requests?api=ListKeys`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await requests.json()).toMatchObject({ requests: [{ api: 'ListKeys' }] });
    child.kill('SIGTERM');
    const { stderr } = await ended;
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event }) => event)).toEqual(['start', 'request', 'stop']);
    expect(lines[1]).toMatchObject({ api: 'ListKeys', status: 200, caller: facts.accessKeyId });
    for (const secret of [facts.accessKeySecret, facts.clientKeyPassword, token]) expect(stderr).not.toContain(secret);
  });

  test('says to people what it is for', async () => {
    const { child, ended, line } = run(['--memory']);
    expect(await line()).toContain('not a replacement for KMS');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  test.each([
    ['--help', /Usage: kms-local/],
    ['--version', /^\d+\.\d+\.\d+\n$/],
  ])('%s prints and ends with 0', async (option, expected) => {
    const { code, stdout } = await run([option]).ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(expected);
  });
});

describe('kms-local ends with one line on stderr and', () => {
  test.each([
    ['an unknown option', ['--nope']],
    ['an argument', ['nope']],
    ['a port that is none', ['--port', 'x']],
    ['a port out of range', ['--port', '65536']],
    ['--memory with --data', ['--memory', '--data', 'd']],
    ['a name that is none', ['--memory', '--name', 'a b']],
    ['--memory with --database', ['--memory', '--database', 'postgres://db/kms']],
    ['--data with --database', ['--data', 'd', '--database', 'postgres://db/kms']],
    ['a database without a passphrase', ['--database', 'postgres://db/kms']],
    ['a database that is none', ['--database', 'mysql://db/kms', '--passphrase-file', '/dev/null']],
    ['a time that is none', ['--memory', '--clock', 'tomorrow']],
    ['a distance in time that is none', ['--memory', '--clock', '+8w']],
    ['a log format that is none', ['--memory', '--log', 'xml']],
    ['an admin token that is short', ['--memory', '--admin', '--admin-token-file', '/dev/null']],
    ['a role without plain HTTP', ['--memory', '--instance-role', 'app']],
    ['an OIDC key set that is missing', ['--memory', '--oidc', 'missing']],
    ['a fault seed that is none', ['--memory', '--fault-seed', 'x']],
    ['a passphrase file that is missing', ['--passphrase-file', 'missing']],
  ])('2 for %s', async (_what, args) => {
    const { code, stdout, stderr } = await run(args).ended;
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^kms-local: .+\n$/);
  });

  test.each([
    ['--passphrase-file', 'hush-hush', 'no such file or directory (ENOENT)'],
    ['--passphrase-file', '.', 'illegal operation on a directory (EISDIR)'],
    ['--admin-token-file', 'hush-hush\nhush', 'no such file or directory (ENOENT)'],
    ['--oidc', '{"keys":["hush"]}', 'no such file or directory (ENOENT)'],
  ])('2 for %s that is no file, and the value is not shown', async (option, value, words) => {
    const { code, stderr } = await run(['--admin', option, value]).ended;
    expect([code, stderr]).toEqual([2, `kms-local: ${option}: the file cannot be read: ${words}\n`]);
  });

  test.each([
    ['a seed that is missing', ['--seed', 'missing.yaml'], 'missing.yaml cannot be read'],
    [
      'a database that cannot be reached',
      ['--database', 'postgres://kms:hush@127.0.0.1:1/kms'],
      'database kms at 127.0.0.1:1',
    ],
  ])('1 for %s', async (_what, args, expected) => {
    const { code, stdout, stderr } = await run(args, { KMS_LOCAL_PASSPHRASE: 'p' }).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^kms-local: .+\n$/);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('hush');
  });

  test('1 for a port in use', async () => {
    const { child, ended, facts } = await ready(['--memory']);
    const second = await run(['--memory', '--port', String(facts.port)]).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^kms-local: cannot listen .+\n$/);
    child.kill('SIGTERM');
    await ended;
  });

  test('1 for a data directory that cannot be one', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await run(['--data', join(folder, 'file')]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kms-local: .+\n$/);
  });
});
