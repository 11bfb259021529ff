import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicGateway, Workplace } from './support/kms.js';
import { Running } from './support/running.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  const names = ['restart', 'signal', 'stubborn', 'field', 'broken', 'away', 'ending'];
  const data = '{"user":"first-canary","other":"1"}';
  const secrets = names.map((name) => ({ name, versions: [{ id: 'v1', data }] }));
  kms = await startLocalKms({ seed: { secrets } });
  place.use(publicGateway(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

/** Says what it began with, and which signals it got; ends well at SIGTERM. */
const program =
  'trap "echo stopped; exit 3" TERM; trap "echo hung up" HUP; echo "began with $P"; while :; do sleep 0.02; done';

const start = (name: string, options: string[], script = program) =>
  new Running(place, ['run', '--secret', `P=${name}#user`, '--ttl', '1', ...options, '--', 'sh', '-c', script]);

const put = (name: string, value: object) => place.ok(['secret', 'put', name], { input: JSON.stringify(value) });

describe.concurrent('kms run --on-rotate', () => {
  test('restart: the command ends gracefully and begins with the new value', async () => {
    const running = start('restart', ['--on-rotate', 'restart']);
    await running.says('began with first-canary');
    await put('restart', { user: 'second-canary' });
    await running.says('began with second-canary');
    expect(await running.stop()).toBe(3);
    expect(running.stdout).toBe('began with first-canary\nstopped\nbegan with second-canary\nstopped\n');
    expect(running.stderr).toBe('kms: secret restart has rotated: the command is started again\n');
  });

  test('a signal by its name goes to the command, which runs on', async () => {
    const running = start('signal', ['--on-rotate', 'hup']);
    await running.says('began with first-canary');
    await put('signal', { user: 'second-canary' });
    await running.says('hung up');
    expect(await running.stop()).toBe(3);
    expect(running.stdout).toBe('began with first-canary\nhung up\nstopped\n');
    expect(running.stderr).toBe('kms: secret signal has rotated: the command gets SIGHUP\n');
  });

  test('a command that does not end is killed; one that ends by itself is not started again', async () => {
    const script = 'trap "" TERM; echo "began with $P"; [ "$P" = second ] && exit 5; while :; do sleep 0.02; done';
    const running = start('stubborn', ['--on-rotate', 'restart', '--stop-timeout', '0'], script);
    await running.says('began with first-canary');
    await put('stubborn', { user: 'second' });
    expect(await running.ended).toBe(5);
    expect(running.stdout).toBe('began with first-canary\nbegan with second\n');
  });

  test('a new version with the same value for the command changes nothing', async () => {
    const running = start('field', ['--on-rotate', 'restart']);
    await running.says('began with first-canary');
    await put('field', { user: 'first-canary', other: '2' });
    await put('field', { user: 'third-canary' });
    await running.says('began with third-canary');
    await running.stop();
    expect(running.stdout.match(/began/g)).toHaveLength(2);
  });

  test('a new version without the field leaves the command as it is, and says so', async () => {
    const running = start('broken', ['--on-rotate', 'restart']);
    await running.says('began with first-canary');
    await put('broken', { renamed: 'second-canary' });
    await running.says('the command keeps what it has: secret broken has no field user', 'stderr');
    expect(await running.stop()).toBe(3);
    expect(running.stdout).toBe('began with first-canary\nstopped\n');
    expect(running.stderr).not.toContain('canary');
  });

  test('a KMS that fails is told once, and the command runs on', async () => {
    const running = start('away', ['--on-rotate', 'restart']);
    await running.says('began with first-canary');
    const fault = kms.faults.add({ secretName: 'away', code: 'ServiceUnavailableTemporary' });
    await running.says('kms: secret away was not refreshed', 'stderr');
    kms.faults.remove(fault);
    await put('away', { user: 'second-canary' });
    await running.says('began with second-canary');
    await running.stop();
    expect(running.stderr.match(/was not refreshed/g)).toHaveLength(1);
    expect(running.stderr).not.toContain('canary');
  });

  test('what ends kms run while the command is being restarted ends it for good', async () => {
    const script = 'trap "echo stopping; sleep 0.3; exit 4" TERM; echo "began with $P"; while :; do sleep 0.02; done';
    const running = start('ending', ['--on-rotate', 'restart'], script);
    await running.says('began with first-canary');
    await put('ending', { user: 'second-canary' });
    await running.says('stopping');
    expect(await running.stop()).toBe(4);
    expect(running.stdout).not.toContain('second');
  });
});

test.each([
  [['--on-rotate', 'reload'], '--on-rotate must be the name of a signal, such as SIGHUP, not reload'],
  [['--on-rotate', 'restart', '--ttl', '0'], '--ttl must be 1 to 2147483 seconds, not 0'],
  [['--ttl', '5'], '--ttl is for --on-rotate'],
  [['--stop-timeout', '5'], '--stop-timeout is for --on-rotate restart'],
])('kms run %j is refused before anything is read', async (options, message) => {
  const { code, stderr } = await place.run(['run', '--secret', 'P=restart', ...options, '--', 'touch', 'was-run']);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
