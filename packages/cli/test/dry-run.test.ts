import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assumeRole } from './support/assume-role.js';
import { bothGateways, publicGateway, Workplace } from './support/kms.js';

const signingVersion = '2ab1a983-7072-4bbc-a582-584b5bd81234';
const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-app', aliases: ['alias/app'] },
        { id: 'key-sign', spec: 'EC_P256', versions: [{ id: signingVersion }] },
        { id: 'key-import', origin: 'EXTERNAL' },
      ],
      secrets: [{ name: 'app/db', encryptionKey: 'key-app', versions: [{ id: 'v1', data: 'x' }] }],
    },
  });
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

describe.concurrent('kms … --dry-run', () => {
  test('shows the request in the names of the wire, and sends nothing', async () => {
    const report = await place.json(['key', 'create', '--spec', 'Aliyun_SM4', '--alias', 'alias/dry', '--dry-run']);
    expect(report.requests).toMatchObject([
      { api: 'CreateKey', gateway: 'public', parameters: { KeySpec: 'Aliyun_SM4', DKMSInstanceId: kms.instanceId } },
      { api: 'CreateAlias', parameters: { AliasName: 'alias/dry', KeyId: '<KeyId of CreateKey>' } },
    ]);
    expect((await place.ok(['alias', 'list'])).stdout).not.toContain('alias/dry');
    expect(kms.requests({ api: ['CreateKey', 'CreateAlias'] as never })).toEqual([]);
  });

  test('asks nobody, and tells secrets by their length unless they may be shown', async () => {
    const put = ['secret', 'put', 'app/db', '--dry-run'];
    const hidden = await place.ok(put, { input: 'very secret' });
    expect(hidden.stdout).toMatch(/SecretData +<11 characters, not shown>/);
    expect(hidden.stdout).not.toContain('very secret');
    expect((await place.ok([...put, '--show'], { input: 'very secret' })).stdout).toContain('very secret');
    await place.ok(['key', 'schedule-deletion', 'key-app', '--dry-run']);
    const state = await place.ok(['key', 'describe', 'key-app', '--field', 'keyState']);
    expect(state.stdout).toBe('Enabled\n');
  });

  test('kms secret put shows both calls that it may make, and when it makes the second', async () => {
    const put = ['secret', 'put', 'app/new', '--version-id', 'v1', '--dry-run'];
    const both = await place.ok([...put, '--key', 'key-app', '--output', 'json'], { input: 'x' });
    const { requests, ramPolicy } = JSON.parse(both.stdout);
    expect(requests).toMatchObject([
      { api: 'PutSecretValue', parameters: { SecretName: 'app/new', VersionId: 'v1' } },
      { api: 'CreateSecret', parameters: { SecretName: 'app/new', VersionId: 'v1', EncryptionKeyId: 'key-app' } },
    ]);
    expect(ramPolicy.Statement).toMatchObject([
      { Action: ['kms:PutSecretValue'], Resource: [expect.stringMatching(/:secret\/app\/new$/)] },
      // RAM asks about the key of the secret too, as the page of CreateSecret says.
      { Action: ['kms:GenerateDataKey'], Resource: [expect.stringMatching(/:key\/key-app$/)] },
      { Action: ['kms:CreateSecret'], Resource: [expect.stringMatching(/:secret$/)] },
    ]);
    expect(both.stderr).toBe('If there is no secret app/new: CreateSecret comes next.\n');

    const withoutKey = await place.ok([...put, '--output', 'json'], { input: 'x' });
    expect(JSON.parse(withoutKey.stdout).requests).toMatchObject([{ api: 'PutSecretValue' }]);
    expect(withoutKey.stderr).toContain(`to create it in ${kms.instanceId}, give --key`);
  });

  test('of a call with a client key, shows what the access point must allow', async () => {
    const { requests, accessPolicy, ramPolicy } = await place.json(['secret', 'get', 'app/db', '--dry-run']);
    expect(requests).toMatchObject([{ api: 'GetSecretValue', gateway: 'instance', credential: 'clientKey' }]);
    expect(accessPolicy).toEqual({
      permissions: ['RbacPermission/Template/CryptoServiceSecretUser'],
      resources: ['secret/app/db'],
    });
    expect(ramPolicy).toBeUndefined();
  });

  const commands: [string[], string?][] = [
    [['key', 'list']],
    [['key', 'describe', 'key-app']],
    [['key', 'update', 'key-app', '--description', 'x']],
    [['alias', 'list']],
    [['alias', 'update', 'alias/app', '-k', 'key-app']],
    [['secret', 'list']],
    [['secret', 'get', 'app/db', '--gateway', 'public']],
    [['secret', 'password']],
    [['alias', 'create', 'alias/new', '-k', 'key-app']],
    [['api', 'CreateSecret', 'SecretName=new', 'VersionId=v1', 'SecretData=x', 'EncryptionKeyId=key-app']],
    [['key', 'create']],
    [
      [
        'sign',
        '-k',
        'key-sign',
        '--gateway',
        'public',
        '--algorithm',
        'ECDSA_SHA_256',
        '--key-version',
        signingVersion,
      ],
      'x',
    ],
    [['encrypt', '-k', 'alias/app', '--gateway', 'public'], 'x'],
    [['access', 'policy', 'list']],
    [['api', 'DescribeSecret', 'SecretName=app/db']],
  ];
  test.each(commands)(
    '%j: whoever has the RAM policy that it shows may do it, and without it nobody',
    async (args, input = '') => {
      const env = publicGateway(kms);
      const place = new Workplace();
      place.use(env);
      const { ramPolicy } = await place.json([...args, '--dry-run'], { input });
      const allowed = await assumeRole(kms, ramPolicy);
      expect(await place.run(args, { input, env: allowed })).toMatchObject({ code: 0, stderr: '' });
      const another = { Version: '1', Statement: [{ Effect: 'Allow', Action: 'kms:DeleteSecret', Resource: '*' }] };
      const refused = await place.run(args, { input, env: await assumeRole(kms, another) });
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Forbidden.NoPermission')]);
      place.remove();
    },
  );
});
