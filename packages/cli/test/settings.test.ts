import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, type Env, instanceGateway, publicGateway, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({ seed: { keys: [{ id: 'key-app', aliases: ['alias/app'], description: 'two\nlines' }] } });
  const { ALIBABA_CLOUD_REGION_ID, KMS_ENDPOINT, KMS_PUBLIC_CA_FILE, ...accessKey } = publicGateway(kms);
  const profile = [
    'profiles:',
    '  default:',
    `    region: ${ALIBABA_CLOUD_REGION_ID}`,
    `    endpoint: ${KMS_ENDPOINT}`,
    `    public-ca-file: ${KMS_PUBLIC_CA_FILE}`,
    `    access-key-id: ${accessKey.ALIBABA_CLOUD_ACCESS_KEY_ID}`,
    `    access-key-secret: ${accessKey.ALIBABA_CLOUD_ACCESS_KEY_SECRET}`,
    '  elsewhere:',
    '    region: cn-beijing',
    '    access-key-id: LTAI.profile',
    '    access-key-secret: profile-secret',
    '    output: json',
    '  mistyped:',
    '    regoin: cn-beijing',
  ];
  mkdirSync(place.path('.config/kms'), { recursive: true });
  writeFileSync(place.path('.config/kms/config.yaml'), profile.join('\n'), { mode: 0o600 });
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const endpointOf = async (args: string[], env = {}): Promise<string> =>
  (await place.json(['key', 'list', '--dry-run', ...args], { env })).requests[0].endpoint;

describe.concurrent('settings', () => {
  test('a profile is enough; the environment is stronger, and flags are stronger still', async () => {
    expect((await place.ok(['key', 'list'])).stdout).toContain('key-app');
    const usual = (region: string) => `kms.${region}.aliyuncs.com`;
    const profile = ['--profile', 'elsewhere'];
    expect(await endpointOf(profile)).toBe(usual('cn-beijing'));
    const named = { KMS_PROFILE: 'elsewhere' };
    expect(await endpointOf([], named)).toBe(usual('cn-beijing'));
    const env = { ALIBABA_CLOUD_REGION_ID: 'cn-shanghai' };
    expect(await endpointOf([], { ...named, ...env })).toBe(usual('cn-shanghai'));
    expect(await endpointOf(['--region', 'cn-shenzhen'], { ...named, ...env })).toBe(usual('cn-shenzhen'));
    expect(await endpointOf([...profile, '--region', 'cn-shenzhen'], env)).toBe(usual('cn-shenzhen'));
    expect(await endpointOf([...profile, '--region', 'eu-central-1', '--network', 'vpc'])).toBe(
      'kms-vpc.eu-central-1.aliyuncs.com',
    );
  });

  test('addresses that calls may come from are not taken for the network that kms goes through', async () => {
    const elsewhere = ['--profile', 'elsewhere', '--network', 'vpc', '--from', '10.0.0.0/8', '--dry-run'];
    const files = ['--client-key', 'shop.json', '--password-file', 'shop.password', '--resource', 'key/*'];
    for (const command of [
      ['network-rule', 'create', 'office'],
      ['create', 'shop', ...files],
    ]) {
      const { requests } = await place.json(['access', ...command, ...elsewhere]);
      expect(requests[0]).toMatchObject({
        api: 'CreateNetworkRule',
        endpoint: 'kms-vpc.cn-beijing.aliyuncs.com',
        parameters: { SourcePrivateIp: '["10.0.0.0/8"]' },
      });
    }
  });

  test('flags may stand before the command as well', async () => {
    const { stdout } = await place.ok(['--profile', 'elsewhere', '--output', 'yaml', 'key', 'list', '--dry-run']);
    expect(stdout).toContain('endpoint: kms.cn-beijing.aliyuncs.com');
  });

  test('an AccessKey comes from one place as a whole', async () => {
    const env = { ...publicGateway(kms), ALIBABA_CLOUD_ACCESS_KEY_SECRET: '', KMS_PROFILE: 'elsewhere' };
    const half = await place.run(['key', 'list'], { env });
    expect([half.code, half.stderr]).toEqual([
      3,
      expect.stringContaining('(access-key-secret of a profile) is missing'),
    ]);
  });

  test('kms encrypt --profile prod used the local KMS that kms local env had left in the shell', async () => {
    const env = bothGateways(kms);
    expect(await endpointOf(['--profile', 'elsewhere'], env)).toBe('kms.cn-beijing.aliyuncs.com');
    const encrypt = ['encrypt', '-k', 'alias/app', '--profile', 'elsewhere', '--dry-run'];
    const { requests } = await place.json(encrypt, { env, input: 'x' });
    expect(requests[0]).toMatchObject({ gateway: 'public', endpoint: 'kms.cn-beijing.aliyuncs.com' });
    const shown = (await place.ok(['config', 'show', '--profile', 'elsewhere', '--output', 'table'], { env })).stdout;
    expect(shown).toContain('with --profile, the environment does not say which KMS to call');
    expect(shown).not.toMatch(/\((KMS|ALIBABA_CLOUD)_|127\.0\.0\.1/);
  });

  test('a profile without an AccessKey is not used with that of the environment', async () => {
    const env = { ...publicGateway(kms), KMS_CONFIG: place.path('bare.yaml') };
    writeFileSync(place.path('bare.yaml'), 'profiles: { prod: { region: cn-beijing } }');
    const ended = await place.run(['key', 'list', '--profile', 'prod'], { env });
    expect([ended.code, ended.stderr]).toEqual([
      3,
      expect.stringContaining('with --profile the one of ALIBABA_CLOUD_ACCESS_KEY_ID does not count'),
    ]);
  });

  test('--region with an endpoint of another region is refused, with one of its own it is not', async () => {
    const env = publicGateway(kms);
    const ended = await place.run(['key', 'list', '--region', 'cn-beijing'], { env });
    expect([ended.code, ended.stderr]).toEqual([
      2,
      expect.stringMatching(/--region cn-beijing does not belong to \S+ of KMS_ENDPOINT: give --endpoint too/),
    ]);
    await place.ok(['key', 'list', '--region', `${env.ALIBABA_CLOUD_REGION_ID}`], { env });
    const elsewhere = { ...env, KMS_ENDPOINT: 'kms.cn-beijing.aliyuncs.com' };
    expect(await endpointOf(['--region', 'cn-beijing'], elsewhere)).toBe('kms.cn-beijing.aliyuncs.com');
  });

  test('every command can say where its settings come from, and shows no secret', async () => {
    const env: Env = { ...publicGateway(kms), KMS_TIMEOUT: '7' };
    const region = `${env.ALIBABA_CLOUD_REGION_ID}`;
    const rows = await place.json(['config', 'show', '--region', region], { env });
    expect(rows).toContainEqual({ setting: 'timeout', value: '7', source: 'KMS_TIMEOUT' });
    expect(rows).toContainEqual({ setting: 'region', value: region, source: '--region' });
    const { stderr, stdout } = await place.ok(['key', 'list', '--verbose'], { env });
    expect(stderr).toContain(`endpoint: ${env.KMS_ENDPOINT} (KMS_ENDPOINT)`);
    expect(stderr).toContain('access-key-secret: ******** (ALIBABA_CLOUD_ACCESS_KEY_SECRET)');
    expect(stdout + stderr + JSON.stringify(rows)).not.toContain(env.ALIBABA_CLOUD_ACCESS_KEY_SECRET);
    expect((await place.ok(['config', 'profiles'])).stdout).toBe('default\nelsewhere\nmistyped\n');
  });

  test('what cannot be undone says which KMS it hits', async () => {
    const env = publicGateway(kms);
    const ended = await place.run(['key', 'schedule-deletion', 'key-app'], { env });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`in region ${env.ALIBABA_CLOUD_REGION_ID}, at ${env.KMS_ENDPOINT} (KMS_ENDPOINT)`);
    expect(ended.stderr).toContain(`with AccessKey ${env.ALIBABA_CLOUD_ACCESS_KEY_ID}`);
  });

  test('what a profile has wrong is said, and no secret with it', async () => {
    const cases: [string[], Record<string, string>, string][] = [
      [['--profile', 'mistyped'], {}, 'profile mistyped has regoin, which is no setting'],
      [['--profile', 'none'], {}, 'has no profile none; there is: default, elsewhere, mistyped'],
      [
        [],
        { KMS_CONFIG: '/nowhere/config.yaml' },
        '/nowhere/config.yaml cannot be read: no such file or directory (ENOENT)',
      ],
      [[], { KMS_CONFIG: place.path('broken.yaml') }, 'broken.yaml is no YAML: see line 2'],
    ];
    writeFileSync(place.path('broken.yaml'), 'a: b\naccess-key-secret: "very-secret');
    for (const [args, env, message] of cases) {
      const ended = await place.run(['key', 'list', ...args], { env });
      expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining(message)]);
      expect(ended.stderr).not.toMatch(/very-secret|profile-secret/);
    }
  });

  test('a file with a secret that others may read is warned of', async () => {
    writeFileSync(
      place.path('open.yaml'),
      'profiles: { default: { region: cn-beijing, access-key-id: a, access-key-secret: b } }',
    );
    chmodSync(place.path('open.yaml'), 0o644);
    const { stderr } = await place.ok(['key', 'list', '--dry-run'], { env: { KMS_CONFIG: place.path('open.yaml') } });
    expect(stderr).toContain('others on this machine may read it: chmod 600');
  });
});

describe.concurrent('exit codes', () => {
  const cases: [string, string[], () => Record<string, string>, number, string][] = [
    ['an unknown command', ['key', 'lst'], () => ({}), 2, 'Did you mean list?'],
    ['an unknown flag', ['key', 'list', '--outptu', 'json'], () => ({}), 2, "unknown option '--outptu'"],
    ['a missing argument', ['key', 'describe'], () => ({}), 2, "missing required argument 'key'"],
    [
      'a value that is none',
      ['key', 'list', '--output', 'xml'],
      () => ({}),
      2,
      '--output must be table or json or yaml, not xml',
    ],
    [
      'a field that is not there',
      ['key', 'describe', 'alias/app', '--field', 'nothing'],
      () => ({}),
      2,
      'it has: arn,',
    ],
    ['a request that cannot be right', ['random', '0'], () => bothGateways(kms), 2, 'length must be 1 to 1024'],
    ['what the service refuses', ['key', 'describe', 'alias/none'], () => ({}), 1, 'Forbidden.AliasNotFound'],
    ['no KMS to use', ['key', 'list'], () => ({ HOME: '/nowhere' }), 3, 'eval "$(kms local env)"'],
    [
      'a client key without password',
      ['random', '1'],
      () => ({ ...bothGateways(kms), KMS_CLIENT_KEY_PASSWORD: '' }),
      3,
      'give KMS_CLIENT_KEY_PASSWORD',
    ],
    [
      'a wrong password',
      ['random', '1'],
      () => ({ ...bothGateways(kms), KMS_CLIENT_KEY_PASSWORD: 'pass-word-2' }),
      3,
      'the password does not open it',
    ],
    [
      'an instance without credential',
      ['random', '1'],
      () => ({ HOME: '/nowhere', KMS_INSTANCE_ENDPOINT: kms.endpoint }),
      3,
      'there is no credential for it',
    ],
    [
      'nobody who answers',
      ['key', 'list', '--endpoint', '127.0.0.1:1'],
      () => ({}),
      4,
      '127.0.0.1:1 refused the connection: nothing listens on port 1 there; check host and port. A local KMS: kms local env',
    ],
  ];
  test.each(cases)('%s', async (_title, args, env, code, message) => {
    const ended = await place.run(args, { env: env() });
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(ended.stdout).toBe('');
  });

  test.each([
    ['--client-key-file', ['random', '1']],
    ['--ca-file', ['random', '1']],
    ['--public-ca-file', ['key', 'list']],
    ['--client-key-password-file', ['random', '1']],
  ])('%s given the content of a file says so, and shows nothing of it', async (flag, args) => {
    for (const content of ['{"KeyId":"KAAP.1","PrivateKeyData":"MIIJqw=="}', '-----BEGIN PRIVATE KEY-----\nMIIJqw==']) {
      const ended = await place.run([...args, flag, content], { env: bothGateways(kms) });
      const message = `kms: ${flag} must be the path of a file, and is the content of one (not shown here)\n`;
      expect([ended.code, ended.stderr]).toEqual([2, message]);
    }
  });

  test('a password given as the file of a password is not shown', async () => {
    const { KMS_CLIENT_KEY_PASSWORD: _, ...env } = bothGateways(kms);
    const ended = await place.run(['random', '1', '--client-key-password-file', 'hush-hush-1'], { env });
    const message = 'kms: the file of --client-key-password-file cannot be read: no such file or directory (ENOENT)\n';
    expect([ended.code, ended.stderr]).toEqual([3, message]);
  });

  test('the words of a server stay on one line, move no cursor and have an end', async () => {
    const message = `a\u001b[2J\u009b31m\nkms: done\u202e${'x'.repeat(1_000_000)}`;
    const hostile = await startLocalKms({
      faults: [{ api: 'ListKeys', code: 'InvalidParameter', message, status: 400 }],
    });
    const { code, stderr } = await place.run(['key', 'list'], { env: publicGateway(hostile) });
    await hostile.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kms: ListKeys: InvalidParameter: a\ufffd\[2J\ufffd31m kms: done\ufffdx+…? \(.*\)?\n$/);
    expect(stderr.length).toBeLessThan(5_000);
  });

  test('an answer that does not come in --timeout ends with 4', async () => {
    const slow = await startLocalKms({ faults: [{ api: 'ListKeys', hang: true }] });
    const ended = await place.run(['key', 'list', '--timeout', '0.3'], { env: publicGateway(slow) });
    expect([ended.code, ended.stderr]).toEqual([4, expect.stringMatching(/^kms: .*300 ms/)]);
    await slow.close();
  });
});

describe.concurrent('output', () => {
  test('one answer as table, JSON, YAML and field', async () => {
    const describeKey = ['key', 'describe', 'alias/app'];
    expect((await place.ok(describeKey)).stdout).toMatch(/^description +two\n +lines$/m);
    expect(await place.json(describeKey)).toMatchObject({ keyId: 'key-app', description: 'two\nlines' });
    expect((await place.ok([...describeKey, '--output', 'yaml'])).stdout).toMatch(/^keyId: key-app$/m);
    expect((await place.ok([...describeKey, '--field', 'KEYID'])).stdout).toBe('key-app\n');
    expect((await place.ok(['key', 'list', '--field', 'keyId'])).stdout).toBe('key-app\n');
    expect((await place.ok(describeKey, { env: { KMS_OUTPUT: 'json' } })).stdout).toMatch(/^\{/);
  });

  test('help names every setting with its variable, and comes without the SDK being loaded', async () => {
    const loadsSdk = async (args: string[]) => {
      const { stdout, stderr } = await place.run(args, { env: { NODE_DEBUG: 'esm' } });
      return { stdout, loaded: /sdk\/dist\/index\.js/.test(stderr) };
    };
    const { stdout, loaded } = await loadsSdk(['--help']);
    for (const name of ['ALIBABA_CLOUD_REGION_ID', 'KMS_INSTANCE_ENDPOINT', 'KMS_CLIENT_KEY_PASSWORD', 'KMS_OUTPUT']) {
      expect(stdout).toContain(name);
    }
    expect(loaded).toBe(false);
    expect((await loadsSdk(['key', 'list', '--dry-run'])).loaded).toBe(true);
    const { code, stderr } = await place.run([]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Usage: kms')]);
    expect((await place.ok(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('an instance alone serves what it can, and says what needs the public gateway', async () => {
    const alone = new Workplace();
    alone.use(instanceGateway(kms));
    expect((await alone.ok(['random', '4', '--encoding', 'hex'])).stdout).toMatch(/^[0-9a-f]{8}\n$/);
    const list = await alone.run(['key', 'list']);
    expect([list.code, list.stderr]).toEqual([3, expect.stringContaining('needs the public gateway')]);
    alone.remove();
  });

  test('what is wrong with a setting is told by its flag, not by an option of the SDK that nobody gave', async () => {
    const both = bothGateways(kms);
    const withoutCa = { ...both, KMS_CA_FILE: undefined, KMS_PUBLIC_CA_FILE: undefined };
    const list = ['key', 'list'];
    const random = ['random', '4', '--encoding', 'hex'];
    const cases: [args: string[], env: Record<string, string | undefined>, flag: string][] = [
      [list, instanceGateway(kms), '--region'],
      [random, publicGateway(kms), '--instance-endpoint and --client-key-file'],
      [list, withoutCa, '--public-ca-file'],
      [random, { ...instanceGateway(kms), KMS_CA_FILE: undefined }, '--ca-file; or give --region, and --instance-id'],
      [random, { ...both, KMS_CA_FILE: '/nowhere/ca.pem' }, 'CA file /nowhere/ca.pem'],
      [random, { ...both, KMS_INSTANCE_ENDPOINT: 'kst-hzz123' }, '--instance-endpoint'],
      [list, { ...both, KMS_ENDPOINT: undefined, ALIBABA_CLOUD_REGION_ID: 'hangzhou' }, '--region'],
      [list, { ...both, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'a b' }, 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    ];
    await Promise.all(
      cases.map(async ([args, env, flag]) => {
        const alone = new Workplace();
        alone.use(env);
        const { code, stderr } = await alone.run(args);
        expect(code).not.toBe(0);
        expect(stderr).toContain(flag);
        expect(stderr).not.toMatch(/publicConfig|instanceConfig|caFilePath|regionId|clientKeyFile/);
        alone.remove();
      }),
    );
  });
});

test('kms local env --unset removes what kms local env has set, and starts nothing', async () => {
  const { stdout } = await place.ok(['local', 'env', '--unset']);
  expect(stdout.split('\n')).toEqual(
    expect.arrayContaining(['unset KMS_ENDPOINT', 'unset ALIBABA_CLOUD_ACCESS_KEY_ID']),
  );
  expect((await place.ok(['local', 'env', '--unset', '--shell', 'fish'])).stdout).toContain('set -e KMS_ENDPOINT\n');
  expect((await place.run(['local', 'status'])).code).toBe(1);
  expect((await place.run(['local', 'env', '--unset', '--shell', 'dotenv'])).stderr).toContain('--unset is for shells');
});

describe.concurrent('help', () => {
  test.each([['-v'], ['-V'], ['version'], ['--version']])('kms %s shows the version', async (given) => {
    expect((await place.ok([given])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('kms help secret get showed the help of kms', async () => {
    const { stdout } = await place.ok(['help', 'secret', 'get']);
    expect(stdout).toContain('Usage: kms secret get [options] <secret>');
    expect(stdout).toBe((await place.ok(['secret', 'get', '--help'])).stdout);
    expect(stdout).toMatch(/^Global Options:$/m);
    expect(stdout).toMatch(/--timeout <SECONDS> +longest time for one call \(default 30\)/);
    const unknown = await place.run(['help', 'secret', 'gte']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("there is no command 'secret gte'")]);
  });

  test('names that are almost those of an API or a parameter are corrected', async () => {
    const cases: [string[], string][] = [
      [['DescribeKeys', '--describe'], 'DescribeKeys is not a known API; did you mean DescribeKey?'],
      [['describekey'], 'describekey is not an API; did you mean DescribeKey?'],
      [['DescribeKey', 'keyid=key-app'], 'DescribeKey has no parameter keyid; did you mean KeyId?'],
      [['DescribeKeys', 'KeyId=key-app'], '; did you mean DescribeKey?'],
    ];
    for (const [args, message] of cases) {
      expect((await place.run(['api', ...args])).stderr).toContain(message);
    }
  });
});
