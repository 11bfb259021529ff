import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instanceGateway, publicGateway, Workplace } from './support/kms.js';
import { hasPty, onTerminal } from './support/pty.js';
import { Running } from './support/running.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  const names = ['app/db', 'watch/command', 'watch/pid', 'watch/fails', 'watch/slow'];
  const data = '{"user":"app","password":"it\'s a canary"}';
  const secrets = names.map((name) => ({ name, encryptionKey: 'key-app', versions: [{ id: 'v1', data }] }));
  kms = await startLocalKms({ seed: { keys: [{ id: 'key-app' }], secrets } });
  place.use(publicGateway(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const template = (name: string, text: string): string => {
  writeFileSync(place.path(name), text);
  return name;
};
const read = (name: string): string => readFileSync(place.path(name), 'utf8');
const modeOf = (name: string): number => statSync(place.path(name)).mode & 0o777;
const put = (name: string, password: string) =>
  place.ok(['secret', 'put', name], { input: JSON.stringify({ user: 'app', password }) });

describe.concurrent('kms secret render', () => {
  test('writes a file for its owner only, in the place of one that was there', async () => {
    const text = 'user={{ secret "app/db" "user" }}\npassword={{ secret "app/db" "password" | shell }}\n';
    writeFileSync(place.path('one.env'), 'what was there, and longer than what comes'.repeat(10), { mode: 0o644 });
    const { stdout, stderr } = await place.ok(['secret', 'render', template('one.tmpl', text), '-o', 'one.env']);
    expect([stdout, stderr]).toEqual(['', '']);
    expect(read('one.env')).toBe("user=app\npassword='it'\\''s a canary'\n");
    expect(modeOf('one.env')).toBe(0o600);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('.one'))).toEqual([]);
  });

  test('reads the template from stdin and writes to stdout', async () => {
    const { stdout } = await place.ok(['secret', 'render', '-'], { input: '{{ secret "app/db" "password" | json }}' });
    expect(stdout).toBe('"it\'s a canary"');
  });

  test('works with a client key', async () => {
    const { stdout } = await place.ok(['secret', 'render', '-'], {
      input: '{{ secret "app/db" "user" }}',
      env: { ...instanceGateway(kms), ALIBABA_CLOUD_REGION_ID: undefined, KMS_ENDPOINT: undefined },
    });
    expect(stdout).toBe('app');
  });

  test.each([
    ['{{ secret "app/nope" }}', 1, 'Forbidden.ResourceNotFound'],
    ['{{ secret "app/db" "nope" }}', 3, 'secret app/db has no field nope'],
    ['{{ secret "app/db" "user" | html }}', 2, ':1:1: html stands where an escape'],
    ['{{ secret "app/db" ', 2, ':1:1: {{ has no }}'],
    ['{{ secret "no name" }}', 2, 'the name of the secret must be 1 to 192 letters, digits and _/+=.-@'],
  ])('%j writes nothing, and quotes no secret', async (text, exitCode, message) => {
    const folder = `refused-${exitCode}-${text.length}`;
    mkdirSync(place.path(folder));
    writeFileSync(place.path(`${folder}/out`), 'before');
    const good = '{{ secret "app/db" "password" }}';
    const args = ['secret', 'render', template(`${folder}/t`, `${text}`), '-o', `${folder}/out`];
    const { code, stderr } = await place.run(args);
    expect([code, stderr]).toEqual([exitCode, expect.stringContaining(message)]);
    expect(stderr).not.toContain('canary');
    expect(read(`${folder}/out`)).toBe('before');
    expect(readdirSync(place.path(folder)).sort()).toEqual(['out', 't']);
    // With a good place before it, neither.
    writeFileSync(place.path(`${folder}/t`), `${good}\n${text}`);
    expect((await place.run(args)).code).toBe(exitCode);
    expect(read(`${folder}/out`)).toBe('before');
  });

  test('replaces no link and no device, and says why a file cannot be written', async () => {
    template('two.tmpl', '{{ secret "app/db" }}');
    writeFileSync(place.path('target'), 'before');
    symlinkSync('target', place.path('link'));
    const cases: [string, string][] = [
      ['link', 'link is a link: name the file that it leads to'],
      ['/dev/null', '/dev/null is no file'],
      ['no/such/folder/file', 'no such file or directory'],
      ['.', '. is no file'],
    ];
    for (const [out, message] of cases) {
      const { code, stderr } = await place.run(['secret', 'render', 'two.tmpl', '-o', out]);
      expect([code, stderr]).toEqual([3, expect.stringContaining(message)]);
    }
    expect(read('target')).toBe('before');
  });

  test('shows what it would read', async () => {
    const { stdout } = await place.ok(['secret', 'render', '-', '--dry-run'], { input: '{{ secret "app/db" }}' });
    expect(stdout).toContain('GetSecretValue to the public gateway');
    expect(stdout).not.toContain('canary');
  });

  test('refuses a template that is not UTF-8', async () => {
    const { code, stderr } = await place.run(['secret', 'render', '-'], { input: Uint8Array.of(0xc3, 0x28) });
    expect([code, stderr]).toEqual([2, 'kms: stdin is no template: its text is not UTF-8\n']);
  });

  test.skipIf(!hasPty)('shows secrets on a terminal only when that is said', async () => {
    template('three.tmpl', '{{ secret "app/db" "password" }}');
    const hidden = await onTerminal(place, ['secret', 'render', 'three.tmpl']);
    expect([hidden.code, hidden.screen]).toEqual([2, expect.stringContaining('give --show')]);
    expect((await onTerminal(place, ['secret', 'render', 'three.tmpl', '--show'])).screen).toContain('canary');
  });
});

describe.concurrent('kms secret watch', () => {
  const watch = (name: string, options: string[]) => {
    const file = template(`${name}.tmpl`, `{{ secret "watch/${name}" "password" }}\n`);
    return new Running(place, ['secret', 'watch', file, '-o', `${name}.out`, '--ttl', '1', ...options]);
  };

  test('writes the file at each rotation, and runs a command when it has changed', async () => {
    const script = 'printf "%s|%s\\n" "$(cat command.out)" "$ALIBABA_CLOUD_ACCESS_KEY_SECRET"';
    const running = watch('command', ['--', 'sh', '-c', script]);
    await running.says("it's a canary|\n");
    await put('watch/command', 'second');
    await running.says('second|\n');
    expect([read('command.out'), modeOf('command.out')]).toEqual(['second\n', 0o600]);
    expect(await running.stop()).toBe(0);
    expect(running.stderr).toBe('kms: command.out is written\n'.repeat(2));
    // A start with a file that is current changes nothing, and so runs nothing.
    const again = watch('command', ['--', 'sh', '-c', script]);
    writeFileSync(place.path('command.tmpl'), 'now {{ secret "watch/command" "password" }}');
    await put('watch/command', 'third');
    await again.says('now third|\n');
    expect(await again.stop()).toBe(0);
    expect(again.stdout).not.toContain('canary');
  });

  test('sends a signal to a process, whose id is in a file', async () => {
    const other = new Running(place, ['secret', 'watch', template('other.tmpl', 'x'), '-o', 'other.out']);
    await other.says('other.out is written', 'stderr');
    writeFileSync(place.path('other.pid'), `${other.pid}\n`);
    const running = watch('pid', ['--pid-file', 'other.pid', '--signal', 'TERM']);
    expect(await other.ended).toBe(0);
    await running.says('pid.out is written', 'stderr');
    writeFileSync(place.path('other.pid'), '-1');
    await put('watch/pid', 'second');
    await running.says('SIGTERM was not sent: other.pid has no process id in it', 'stderr');
    expect(await running.stop()).toBe(0);
    expect(read('pid.out')).toBe('second\n');
  });

  test('goes on when a secret, the template or the command fails', async () => {
    const running = watch('fails', ['--', 'sh', '-c', 'exit 9']);
    await running.says('the command ended with 9', 'stderr');
    await place.ok(['secret', 'put', 'watch/fails'], { input: '{"renamed":"canary"}' });
    await running.says('fails.out stays as it is: secret watch/fails has no field password', 'stderr');
    expect(read('fails.out')).toBe("it's a canary\n");
    await put('watch/fails', 'back');
    await running.says('the command ended with 9', 'stderr', 2);
    expect(read('fails.out')).toBe('back\n');
    rmSync(place.path('fails.tmpl'));
    running.kill('SIGHUP');
    await running.says('fails.out stays as it is: fails.tmpl cannot be read', 'stderr');
    expect(await running.stop()).toBe(0);
    expect(running.stderr).not.toContain('canary');
  });

  test('stops a command that takes too long, and writes the next value all the same', async () => {
    const running = watch('slow', ['--command-timeout', '1', '--', 'sleep', '60']);
    await running.says('the command has not ended within 1 s: it is stopped', 'stderr');
    await running.says('the command ended with 143', 'stderr');
    await put('watch/slow', 'second');
    running.kill('SIGHUP');
    await running.says('slow.out is written', 'stderr', 2);
    expect(read('slow.out')).toBe('second\n');
    await running.stop();
  });

  test.each([
    [['--pid', '1', '--pid-file', 'x'], 'give --pid or --pid-file, not both'],
    [['--signal', 'HUP'], '--signal needs --pid or --pid-file'],
    [['--pid', '0'], '--pid must be the id of a process, not 0'],
    [['--pid', '1', '--signal', 'NO'], '--signal must be the name of a signal'],
    [['--command-timeout', '0'], '--command-timeout must be 1 to'],
  ])('%j is refused', async (options, message) => {
    const file = template('refused.tmpl', 'x');
    const { code, stderr } = await place.run(['secret', 'watch', file, '-o', 'refused.out', ...options]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('fails at the start when the file cannot be made', async () => {
    const file = template('start.tmpl', '{{ secret "app/nope" }}');
    const { code, stderr } = await place.run(['secret', 'watch', file, '-o', 'start.out']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('Forbidden.ResourceNotFound')]);
  });
});
