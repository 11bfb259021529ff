import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command, Workplace } from './support/kms.js';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(async () => {
  await place.run(['local', 'stop']);
  place.remove();
});

describe('kms local env, status and stop', () => {
  test('a shell that takes it up can use both gateways; the next one uses the same; stop ends it', async () => {
    writeFileSync(place.path('seed.yaml'), 'keys: [{ id: key-app, aliases: [alias/app] }]\n');
    const kms = `"${process.execPath}" "${command}"`;
    const script = `eval "$(${kms} local env --seed seed.yaml)" && printf hello | ${kms} encrypt -k alias/app | ${kms} decrypt && ${kms} key list --field keyId`;
    const options = { cwd: place.folder, env: place.env(), encoding: 'utf8' } as const;
    expect(execFileSync('sh', ['-c', script], options)).toBe('hellokey-app\n');
    const first = await place.json(['local', 'env']);
    const second = await place.json(['local', 'env']);
    expect(second).toEqual(first);
    const { endpoint, pid } = await place.json(['local', 'status']);
    expect(endpoint).toBe(first.KMS_ENDPOINT);
    expect(statSync(place.path('.local/state/kms/local/state.json')).mode & 0o777).toBe(0o600);
    expect((await place.ok(['local', 'stop'])).stderr).toContain(`the local KMS at ${endpoint} has stopped`);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect((await place.run(['local', 'status'])).code).toBe(1);
    expect((await place.ok(['local', 'stop'])).stderr).toContain('no local KMS runs');
  });

  test('what it keeps is there the next time, unless it keeps nothing', async () => {
    const env = await place.json(['local', 'env']);
    await place.ok(['key', 'create', '--alias', 'alias/kept'], { env });
    await place.ok(['local', 'stop']);
    const again = await place.json(['local', 'env']);
    expect((await place.ok(['alias', 'list', '--field', 'aliasName'], { env: again })).stdout).toBe('alias/kept\n');
    await place.ok(['local', 'stop']);
    const empty = await place.json(['local', 'env', '--memory']);
    expect(await place.json(['alias', 'list'], { env: empty })).toEqual([]);
  });

  test('shells that ask at once get the same one', async () => {
    const all = await Promise.all([1, 2, 3].map(() => place.run(['local', 'env', '--output', 'json'])));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(new Set(all.map(({ stdout }) => JSON.parse(stdout).KMS_ENDPOINT)).size).toBe(1);
  });

  test('a state file of one that was killed misleads nobody, and its process number is left alone', async () => {
    await place.ok(['local', 'env', '--memory']);
    const file = place.path('.local/state/kms/local/state.json');
    const state = JSON.parse(readFileSync(file, 'utf8'));
    process.kill(state.pid, 'SIGKILL');
    // The number belongs to this process now, as far as the file says.
    writeFileSync(file, JSON.stringify({ ...state, pid: process.pid }));
    expect((await place.ok(['local', 'stop'])).stderr).toContain('no local KMS runs');
    expect(existsSync(file)).toBe(false);
  });

  test('why it does not start is said', async () => {
    const { code, stderr } = await place.run(['local', 'env', '--seed', 'nowhere.yaml']);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/the local KMS did not start: .*nowhere\.yaml/)]);
  });

  test.each([
    ['sh', "export KMS_ENDPOINT='https://127.0.0.1:"],
    ['fish', "set -gx KMS_ENDPOINT 'https://127.0.0.1:"],
    ['powershell', "$env:KMS_ENDPOINT = 'https://127.0.0.1:"],
    ['dotenv', 'KMS_ENDPOINT="https://127.0.0.1:'],
  ])('--shell %s', async (shell, line) => {
    expect((await place.ok(['local', 'env', '--memory', '--shell', shell])).stdout).toContain(`\n${line}`);
  });
});

describe('kms local', () => {
  test.each([[[]], [['start']]])('%j runs one in the foreground until it is interrupted', async (more) => {
    const child = place.spawn(['local', ...more, '--memory']);
    const lines = createInterface(child.stdout);
    const said: string[] = [];
    for await (const line of lines) {
      said.push(line);
      if (line.startsWith('Ready.')) child.kill('SIGINT');
    }
    const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
    expect(code).toBe(0);
    expect(said.join('\n')).toMatch(/endpoint +https:\/\/127\.0\.0\.1:\d+/);
  });
});
