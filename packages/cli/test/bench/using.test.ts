import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { command, folder, officialNumbers, readResult, run, start, startKms, targetFlags } from './bench.js';

const target = ['--endpoint=127.0.0.1:1', '--client_key_path=nowhere.json', '--ca_path=nowhere.pem'];

/** Gives a command a pseudo-terminal. */
const script = '/usr/bin/script';

describe('kms bench', () => {
  test('on Ctrl-C lets calls end, reports, and ends with 130', async () => {
    const kms = await startKms();
    const json = `${folder()}/run.json`;
    const flags = ['--case=encrypt', '--key_id=key-app', '--duration=600', '--concurrence_nums=4', '--json', json];
    const { child, ended, line } = start([...targetFlags(kms), ...flags]);
    await line(/ Time_2:/);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    const statistics = officialNumbers(stdout.slice(stdout.indexOf('Statistics')));
    expect(statistics.RequestCount).toBeGreaterThan(0);
    expect(statistics.ResponseCount).toBe(statistics.RequestCount);
    expect(readResult(json)).toMatchObject({ interrupted: true, total: { counts: { codes: {} } } });
  });

  test('on a second Ctrl-C gives up calls that do not end, which count as begun only', async () => {
    const kms = await startKms();
    kms.faults.add({ api: 'Encrypt', hang: true });
    const flags = ['--case=encrypt', '--key_id=key-app', '--concurrence_nums=4', '--timeout=300'];
    const { child, ended, line } = start([...targetFlags(kms), ...flags]);
    await line(/ Time_1:/);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(officialNumbers(stdout.slice(stdout.indexOf('Statistics')))).toMatchObject({
      RequestCount: 4,
      ResponseCount: 0,
    });
  });

  test('on Ctrl-C before the first call makes none', async () => {
    const { child, ended, line } = start(['--local', '--duration=600']);
    await line(/^Start /);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(officialNumbers(stdout.slice(stdout.indexOf('Statistics')))).toMatchObject({ RequestCount: 0 });
  });

  test('leaves no process behind when it is killed', async () => {
    const { child, ended, line } = start(['--local', '--processes=2']);
    await line(/ Time_1:/);
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' });
    expect(children.trim().split(/\s+/)).toHaveLength(3);
    child.kill('SIGKILL');
    // They hold the pipes that this waits for: it does not end before the last of them has.
    expect((await ended).code).toBeNull();
  });

  test.skipIf(!existsSync(script))('shows a display on a terminal, and gives the cursor back', async () => {
    const line = `${process.execPath} ${command} bench --local --duration=2`;
    const child = spawn(script, ['-qec', `stty cols 120; ${line}`, '/dev/null'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill());
    let screen = '';
    child.stdout.on('data', (chunk) => {
      screen += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(screen).toMatch(/encrypt {2}32 B {2}█+░+ {2}1 s \/ 2 s {2}calls [\d,]+ {2}errors 0/);
    expect(screen).toMatch(/TPS \(average [\d,.]+\) {2}p50 .+ {2}p99 /);
    expect(screen).not.toContain('Time_1');
    const end = screen.indexOf('\u001b[?25h');
    expect(end).toBeGreaterThan(screen.indexOf('\u001b[?25l'));
    expect(screen.slice(end)).toContain('Statistics');
  });

  test('verifies the server, and says so, unless it is told otherwise', async () => {
    const kms = await startKms();
    const flags = targetFlags(kms).filter((flag) => !flag.startsWith('--ca_path'));
    const more = ['--case=encrypt', '--key_id=key-app', '--requests=20'];
    const refused = await run([...flags, ...more]);
    expect([refused.code, refused.stderr]).toEqual([4, expect.stringMatching(/^kms: .*certificate/)]);
    expect((await run([...flags, ...more, '--ignore_ssl'])).code).toBe(0);
  });

  test('takes the instance from the environment', async () => {
    const kms = await startKms();
    const env = {
      KMS_INSTANCE_ENDPOINT: kms.endpoint,
      KMS_CLIENT_KEY_FILE: kms.clientKeyFile,
      KMS_CLIENT_KEY_PASSWORD: kms.clientKeyPassword,
      KMS_CA_FILE: kms.caFile,
    };
    const { code } = await run(['--case=get_secret_value', '--secret_name=app/db', '--requests=10'], env);
    expect(code).toBe(0);
  });

  test('takes flags with one dash, as the benchmark tools in Go and Java have them', async () => {
    const kms = await startKms();
    const target = targetFlags(kms).map((flag) => flag.slice(1));
    const json = `${folder()}/run.json`;
    const more = ['-case', 'encrypt', '-key_id=key-app', '-requests', '10', '-enable_debug_log=true', '-json', json];
    const { code, stdout } = await run([...target, ...more]);
    expect(code).toBe(0);
    expect(stdout).toContain('[BenchDebug_9]');
    expect(readResult(json)).toMatchObject({ total: { counts: { requests: 10 } } });
    const unknown = await run(['--local', '-casee=encrypt']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("unknown option '-casee=encrypt'")]);
  });

  test('does not go on against a server that is not there, nor with a client key that cannot be read', async () => {
    const kms = await startKms();
    const flags = targetFlags({ ...kms, endpoint: 'https://127.0.0.1:1', clientKeyPassword: kms.clientKeyPassword });
    const gone = await run([...flags, '--case=encrypt', '--key_id=key-app']);
    expect([gone.code, gone.stderr]).toEqual([4, expect.stringContaining('refused')]);
    const unreadable = await run([...target, '--client_key_password=x', '--case=encrypt', '--key_id=key-app']);
    expect([unreadable.code, unreadable.stderr]).toEqual([3, expect.stringContaining('nowhere.json')]);
  });

  test('ends with 1 when every call was refused, and says why', async () => {
    const kms = await startKms();
    const { code, stdout } = await run([...targetFlags(kms), '--case=encrypt', '--key_id=key-none', '--requests=30']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^errors: 30 \(100\.0 %\): Forbidden\.KeyNotFound 30$/m);
  });

  test.each([
    [[], 'nothing says which KMS instance'],
    [[...target, '--client_key_password=x'], 'give --case'],
    [['--local', '--case=sgin'], 'there is no such case; there is: encrypt'],
    [['--local', '--case=encrypt:0'], 'the weight of encrypt'],
    [['--local', '--case=encrypt,encrypt'], 'encrypt is there twice'],
    [[...target, '--client_key_password=x', '--case=sign'], 'needs --sign_key_id'],
    [['--local', '--key_id=x'], '--local brings its own'],
    [['--local', '--concurrence_nums=0'], '--concurrence_nums must be a whole number from 1'],
    [['--local', '--data_size=7000'], '--data_size must be a whole number from 1 to 6144'],
    [['--local', '--duration=soon'], '--duration must be seconds'],
    [['--local', '--rate=-5'], '--rate must be calls per second'],
    [['--local', '--threshold=p98<1ms'], '"p98<1ms" is no threshold'],
    [['--local', '--processes=3', '--concurrence_nums=2'], '--processes 3 needs'],
    [['--local', '--html=/nonexistent/run.html'], '/nonexistent/run.html cannot be written'],
  ])('%j is refused with what to do', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect([2, 3]).toContain(code);
    expect(stderr).toContain(message);
    expect(stdout).not.toContain('Benchmark-Detail');
  });
});
