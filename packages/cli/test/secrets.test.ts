import { readFileSync, writeFileSync } from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aliyunProfile, bothGateways, publicGateway, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [{ id: 'key-app', aliases: ['alias/app'] }],
      secrets: [
        { name: 'app/db', encryptionKey: 'key-app', versions: [{ id: 'v1', data: 'the password\n' }] },
        {
          name: 'app/json',
          encryptionKey: 'key-app',
          versions: [{ id: 'v1', data: '{"user":"shop","port":5432,"options":{"ssl":true}}' }],
        },
      ],
    },
  });
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const get = async (name: string, ...options: string[]) => (await place.ok(['secret', 'get', name, ...options])).stdout;

describe.concurrent('kms secret', () => {
  test('put makes a secret, then gives it new values; get gives them back to the byte', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    const first = await place.ok(['secret', 'put', 'own/one', '-k', 'alias/app', '--tag', 'team=a'], {
      input: 'first\n',
    });
    expect(first.stdout).toMatch(/^Created own\/one with version \S+\n$/);
    expect(await get('own/one')).toBe('first\n');
    await place.ok(['secret', 'put', 'own/one', '--version-id', 'v2'], { input: bytes });
    expect((await place.ok(['secret', 'get', 'own/one'])).bytes.equals(bytes)).toBe(true);
    expect(await get('own/one', '--stage', 'ACSPrevious')).toBe('first\n');
    expect(await place.json(['secret', 'get', 'own/one'])).toMatchObject({
      versionId: 'v2',
      secretDataType: 'binary',
      secretData: bytes.toString('base64'),
    });
    expect(await place.json(['secret', 'versions', 'own/one'])).toHaveLength(2);
    expect(await place.json(['secret', 'describe', 'own/one'])).toMatchObject({
      tags: [{ tagKey: 'team', tagValue: 'a' }],
    });
  });

  test('a new secret in an instance needs a key, and an empty value is none', async () => {
    const without = await place.run(['secret', 'put', 'own/none'], { input: 'x' });
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('give --key')]);
    const empty = await place.run(['secret', 'put', 'own/none', '-k', 'alias/app']);
    expect([empty.code, empty.stderr]).toEqual([2, 'kms: there is no value: the input is empty\n']);
  });

  test('a stage goes back to an older version', async () => {
    await place.ok(['secret', 'put', 'own/staged', '-k', 'alias/app', '--version-id', 'v1'], { input: 'old' });
    await place.ok(['secret', 'put', 'own/staged', '--version-id', 'v2'], { input: 'new' });
    await place.ok(['secret', 'move-stage', 'own/staged', '--stage', 'ACSCurrent', '--to', 'v1', '--from', 'v2']);
    expect(await get('own/staged')).toBe('old');
  });

  test('deleted, restored, and gone for good: only that asks', async () => {
    await place.ok(['secret', 'put', 'own/gone', '-k', 'alias/app'], { input: 'x' });
    expect((await place.ok(['secret', 'delete', 'own/gone', '--days', '7'])).stdout).toContain(
      'kms secret restore own/gone',
    );
    expect((await place.run(['secret', 'get', 'own/gone'])).code).toBe(1);
    await place.ok(['secret', 'restore', 'own/gone']);
    expect((await place.run(['secret', 'delete', 'own/gone', '--forever'])).code).toBe(2);
    expect(await get('own/gone')).toBe('x');
    await place.ok(['secret', 'delete', 'own/gone', '--forever', '--yes']);
    expect((await place.ok(['secret', 'list'])).stdout).not.toContain('own/gone');
  });

  test('a password is as long as asked for, without what it must not have', async () => {
    const { stdout } = await place.ok(['secret', 'password', '--length', '60', '--without', 'abcdefABCDEF0123']);
    expect(stdout.trimEnd()).toHaveLength(60);
    expect(stdout).not.toMatch(/[a-fA-F0-3]/);
  });
});

describe.concurrent('kms run', () => {
  const shell = (script: string) => ['--', 'sh', '-c', script];

  test('gives the secrets to the command in its environment, and in no argument', async () => {
    const script = 'printf %s "$PASSWORD|$USER_NAME|$PORT|$OPTIONS"; tr "\\0" " " < /proc/$PPID/cmdline > command-line';
    const secrets = [
      '--secret',
      'PASSWORD=app/db',
      '--secret',
      'USER_NAME=app/json#user',
      '--secret',
      'PORT=app/json#port',
    ];
    const { stdout } = await place.ok(['run', ...secrets, '--secret', 'OPTIONS=app/json#options', ...shell(script)]);
    expect(stdout).toBe('the password\n|shop|5432|{"ssl":true}');
    expect(readFileSync(place.path('command-line'), 'utf8')).toContain('PASSWORD=app/db');
    expect(readFileSync(place.path('command-line'), 'utf8')).not.toContain('the password');
  });

  test('passes stdin, options of the command and its exit code through', async () => {
    const piped = await place.run(['run', '--secret', 'A=app/db', 'sh', '-c', 'cat; exit 7'], { input: 'through' });
    expect([piped.code, piped.stdout]).toEqual([7, 'through']);
    expect((await place.run(['run', '--secret', 'A=app/db', ...shell('kill -TERM $$')])).code).toBe(143);
    const missing = await place.run(['run', '--secret', 'A=app/db', '--', './no-such-command']);
    expect([missing.code, missing.stderr]).toEqual([127, expect.stringContaining('there is no such command')]);
  });

  test('keeps the credentials of kms from the command, unless they are passed on', async () => {
    const env = { KMS_LOCAL_ADMIN_TOKEN: 'admin-token' };
    const own: Record<string, string> = { ...bothGateways(kms), ...env };
    const credentials = ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'KMS_CLIENT_KEY_PASSWORD', 'KMS_LOCAL_ADMIN_TOKEN'].map(
      (name) => own[name] as string,
    );
    const run = ['run', '--secret', 'A=app/db'];
    const kept = (await place.ok([...run, '--', 'printenv'], { env })).stdout;
    const passed = (await place.ok([...run, '--pass-credentials', '--', 'printenv'], { env })).stdout;
    expect(kept).toContain('ALIBABA_CLOUD_REGION_ID=');
    for (const credential of credentials) {
      expect(kept).not.toContain(credential);
      expect(passed).toContain(credential);
    }
  });

  test('lets a secret decide which code is run only when that is said', async () => {
    const run = ['run', '--secret', 'BASH_ENV=app/db'];
    const refused = await place.run([...run, '--', 'touch', 'was-run']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('add --allow-variable BASH_ENV')]);
    const allowed = await place.ok([...run, '--allow-variable', 'BASH_ENV', '--', 'printenv', 'BASH_ENV']);
    expect(allowed.stdout).toBe('the password\n\n');
  });

  test('hands SIGTERM on to the command and waits for it', async () => {
    const script = 'trap "echo stopped; exit 3" TERM; echo ready; while :; do sleep 0.05; done';
    const child = place.spawn(['run', '--secret', 'A=app/db', ...shell(script)]);
    let stdout = '';
    const code = await new Promise((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (stdout === '') child.kill('SIGTERM');
        stdout += chunk.toString();
      });
      child.on('close', resolve);
    });
    expect([code, stdout]).toEqual([3, 'ready\nstopped\n']);
  });

  test('runs nothing when a secret cannot be had, and quotes none', async () => {
    const cases: [string, number, string][] = [
      ['A=no/such', 1, 'Forbidden.ResourceNotFound'],
      ['A=app/json#password', 3, 'secret app/json has no field password'],
      ['A=app/db#user', 3, 'secret app/db is no JSON, so it has no field user'],
      ['1A=app/db', 2, '1A cannot be an environment variable'],
      ['A', 2, '--secret must be NAME=VALUE'],
    ];
    for (const [secret, code, message] of cases) {
      const ended = await place.run(['run', '--secret', secret, '--', 'touch', 'was-run']);
      expect([secret, ended.code, ended.stderr]).toEqual([secret, code, expect.stringContaining(message)]);
      expect(ended.stderr).not.toMatch(/the password|shop/);
    }
    expect(() => readFileSync(place.path('was-run'))).toThrow('ENOENT');
  });

  test('takes several secrets at once with the AccessKey of a profile of aliyun', async () => {
    const alone = aliyunProfile(kms, publicGateway(kms));
    const secrets = ['--secret', 'A=app/db', '--secret', 'B=app/json#user', '--secret', 'C=app/json#port'];
    const { stdout } = await alone.ok(['run', ...secrets, ...shell('printf %s "$A|$B"')]);
    expect(stdout).toBe('the password\n|shop');
    alone.remove();
  });

  test('of a deleted secret says how to get it back', async () => {
    await place.ok(['secret', 'put', 'app/gone', '--key', 'alias/app'], { input: 'x' });
    await place.ok(['secret', 'delete', 'app/gone', '--yes']);
    const { code, stderr } = await place.run(['secret', 'get', 'app/gone']);
    expect(code).toBe(1);
    expect(stderr).toContain('RestoreSecret restores secret "app/gone" until its recovery window ends.');
    expect(stderr).not.toContain('CancelKeyDeletion');
  });

  test('works with an AccessKey alone', async () => {
    const alone = new Workplace();
    alone.use(publicGateway(kms));
    writeFileSync(alone.path('x'), '');
    expect((await alone.ok(['run', '--secret', 'P=app/db', '--', 'printenv', 'P'])).stdout).toBe('the password\n\n');
    alone.remove();
  });
});
