import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assumeRole } from './support/assume-role.js';
import { aliyunProfile, bothGateways, publicGateway, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({ seed: { keys: [{ id: 'key-app', aliases: ['alias/app'] }] } });
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

interface Finding {
  check: string;
  status: string;
  detail: string;
  remedy?: string;
}

/** What failed, and the exit code. */
async function failures(args: string[], env: Record<string, string>) {
  const { code, stdout } = await place.run(['doctor', '--output', 'json', ...args], { env });
  const findings: Finding[] = JSON.parse(stdout);
  return { code, failed: findings.filter(({ status }) => status === 'failed') };
}

describe.concurrent('kms doctor', () => {
  test('says line by line that all is well, and ends with 0', async () => {
    const { stdout } = await place.ok(['doctor', '-k', 'alias/app']);
    const checks = stdout.split('\n').map((line) => /^(. .{0,24}?)(?: {2,}|$)/.exec(line)?.[1]);
    for (const name of [
      'settings',
      'public gateway: DNS',
      'public gateway: TCP',
      'public gateway: TLS',
      'public gateway: clock',
    ]) {
      expect(checks).toContain(`✓ ${name}`);
    }
    for (const name of ['AccessKey', 'instance: TLS', 'client key', 'client key at work', 'key alias/app']) {
      expect(checks).toContain(`✓ ${name}`);
    }
    expect(stdout).toMatch(/client key +KAAP\.\S+ is valid until \d{4}-\d\d-\d\d/);
    expect(stdout).toContain('All is well.');
    expect(stdout).not.toContain(kms.accessKeySecret);
  });

  test('tells whom RAM refused, and by which policy', async () => {
    const session = await assumeRole(kms, {
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' }],
    });
    const env = { ...publicGateway(kms), ...session };
    const { stdout } = await place.run(['doctor', '--output', 'json'], { env });
    const finding = JSON.parse(stdout).find(({ check }: Finding) => check === 'AccessKey');
    expect(finding).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /^STS\.\w+ from ALIBABA_CLOUD_ACCESS_KEY_ID; it is good, but may not list keys: ImplicitDeny, kms:ListKeys, AssumedRoleUser, tester:test, SessionPolicy$/,
      ),
    });
    const { code, stderr } = await place.run(['key', 'list'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('No Allow in SessionPolicy covers kms:ListKeys to AssumedRoleUser tester:test.');
    const [, detail = ''] = /^kms: AccessDeniedDetail (.*)$/m.exec(stderr) ?? [];
    expect(JSON.parse(detail)).toMatchObject({ AuthAction: 'kms:ListKeys', NoPermissionType: 'ImplicitDeny' });
  });

  const cases: [string, string[], () => Record<string, string>, string, RegExp, RegExp?][] = [
    [
      'a host that is not known',
      [],
      () => ({ KMS_INSTANCE_ENDPOINT: 'kst-none.invalid' }),
      'instance: DNS',
      /kst-none\.invalid is not known/,
      /VPCs/,
    ],
    [
      'a port that nobody listens on',
      [],
      () => ({ KMS_ENDPOINT: '127.0.0.1:1' }),
      'public gateway: TCP',
      /port 1: ECONNREFUSED/,
      /kms local env/,
    ],
    [
      'a CA that is not known',
      [],
      () => ({ KMS_PUBLIC_CA_FILE: '' }),
      'public gateway: TLS',
      /the server's certificate is signed by ".+"/,
      /give its CA: --public-ca-file/,
    ],
    [
      'a wrong AccessKey secret',
      [],
      () => ({ ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong' }),
      'AccessKey',
      /SignatureDoesNotMatch/,
      /Check the AccessKey secret/,
    ],
    [
      'a wrong password of the client key',
      [],
      () => ({ KMS_CLIENT_KEY_PASSWORD: 'pass-word-9' }),
      'client key',
      /the password does not open it/,
    ],
    ['a key that is not there', ['-k', 'alias/none'], () => ({}), 'key alias/none', /Forbidden\.AliasNotFound/],
    [
      'a secret that is not there',
      ['--secret', 'none'],
      () => ({}),
      'secret none',
      /Forbidden\.ResourceNotFound/,
      /secret "none"/,
    ],
    [
      'no settings at all',
      [],
      () => ({ KMS_INSTANCE_ENDPOINT: '', KMS_ENDPOINT: '', ALIBABA_CLOUD_REGION_ID: '' }),
      'settings',
      /nothing says which KMS to use/,
    ],
  ];
  test.each(cases)('%s: says so, what to do, and ends with 1', async (_title, args, env, check, detail, remedy) => {
    const { code, failed } = await failures(args, env());
    expect(code).toBe(1);
    expect(failed[0]).toMatchObject({ check, detail: expect.stringMatching(detail) });
    if (remedy) expect(failed[0]?.remedy).toMatch(remedy);
  });

  test('says where the AccessKey comes from', async () => {
    const given = await place.ok(['doctor']);
    expect(given.stdout).toContain(
      `${kms.accessKeyId} from ALIBABA_CLOUD_ACCESS_KEY_ID; it is good, and may list keys`,
    );
    const alone = aliyunProfile(kms, publicGateway(kms));
    const found = await alone.ok(['doctor']);
    expect(found.stdout).toContain(`${kms.accessKeyId} from default chain (cli_profile/static_ak); it is good`);
    const debug = await alone.ok(['doctor'], { env: { NODE_DEBUG: 'alibabacloud-kms' } });
    expect(debug.stderr).toContain(
      `AccessKey ${kms.accessKeyId} from default chain (cli_profile/static_ak), without an end`,
    );
    expect(debug.stderr).not.toContain(kms.accessKeySecret);
    alone.remove();
  });

  test('says of each link of the credential chain why it has no AccessKey', async () => {
    const { code, failed } = await failures([], {
      ...publicGateway(kms),
      ALIBABA_CLOUD_ACCESS_KEY_ID: '',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: '',
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
      ALIBABA_CLOUD_CREDENTIALS_URI: 'http://127.0.0.1:1/?token=top-secret',
    });
    expect(code).toBe(1);
    expect(failed[0]).toMatchObject({ check: 'AccessKey' });
    expect(failed[0]?.detail).toMatch(
      /environment: no ALIBABA_CLOUD_ACCESS_KEY_ID, .*config\.json: no file .*credentials URI: connect ECONNREFUSED/,
    );
    expect(failed[0]?.detail).not.toContain('top-secret');
  });

  test('something that is no TLS is told from a certificate that is not trusted', async () => {
    const plain = await startLocalKms({ httpPort: 0 });
    const endpoint = (plain.httpEndpoint as string).replace('http://', '');
    const { failed } = await failures([], { ...publicGateway(plain), KMS_ENDPOINT: endpoint });
    expect(failed[0]).toMatchObject({ check: 'public gateway: TLS', detail: expect.stringContaining('no TLS') });
    await plain.close();
  });
});
