import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, Workplace } from './support/kms.js';

const place = new Workplace();
let kms: LocalKms;

beforeAll(async () => {
  kms = await startLocalKms();
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await kms.close();
  place.remove();
});

const keyState = async (key: string): Promise<string> =>
  (await place.ok(['key', 'describe', key, '--field', 'keyState'])).stdout.trim();

describe.concurrent('kms key', () => {
  test('a key is made with its alias in the instance, listed, described, disabled and enabled', async () => {
    const { stdout } = await place.ok([
      'key',
      'create',
      '--spec',
      'Aliyun_SM4',
      '--alias',
      'alias/one',
      '--tag',
      'team=a',
    ]);
    expect(stdout).toMatch(/^key-\S+ {2}Enabled {2}Aliyun_SM4 {2}alias\/one\n$/);
    const [keyId = ''] = stdout.split(' ');
    expect((await place.ok(['key', 'list'])).stdout).toContain(keyId);
    expect((await place.ok(['key', 'list', '--details', '--filter', 'KeySpec=Aliyun_SM4'])).stdout).toMatch(
      new RegExp(`KEY +STATE +SPEC +USAGE +DESCRIPTION\n${keyId} +Enabled +Aliyun_SM4 +ENCRYPT/DECRYPT\n$`),
    );
    expect(await place.json(['key', 'describe', 'alias/one'])).toMatchObject({ keyId, dkmsInstanceId: kms.instanceId });
    await place.ok(['key', 'disable', keyId]);
    expect(await keyState(keyId)).toBe('Disabled');
    await place.ok(['key', 'enable', keyId]);
    await place.ok(['key', 'update', keyId, '--description', 'for the shop']);
    expect(await place.json(['key', 'describe', keyId])).toMatchObject({
      keyState: 'Enabled',
      description: 'for the shop',
    });
    expect((await place.ok(['key', 'rotation', keyId])).stdout).toMatch(/automaticRotation +Disabled/);
    await place.ok(['key', 'rotation', keyId, '--every', '30d']);
    expect((await place.ok(['key', 'rotation', keyId])).stdout).toMatch(/rotationInterval +2592000s/);
    expect(await place.json(['key', 'describe', keyId])).toMatchObject({ automaticRotation: 'Enabled' });
  });

  test('kms key create with an alias that is taken left a key without a name', async () => {
    const { keyId } = await place.json(['key', 'create', '--alias', 'alias/taken']);
    const again = await place.run(['key', 'create', '--alias', 'alias/taken', '--description', 'without a name']);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining(`alias/taken exists already, for key ${keyId}; no key was created`),
    ]);
    const keys = await place.json(['key', 'list', '--details']);
    expect(keys).not.toContainEqual(expect.objectContaining({ description: 'without a name' }));
    const wrong = await place.run(['key', 'create', '--alias', 'taken']);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('must begin with alias/')]);
  });

  test('an alias names a key wherever a key is meant, and the list shows it', async () => {
    const { keyId } = await place.json(['key', 'create', '--alias', 'alias/named']);
    await place.ok(['tag', 'add', 'alias/named', 'env=dev']);
    expect(await place.json(['tag', 'list', `key/${keyId}`])).toMatchObject([{ tagKey: 'env', tagValue: 'dev' }]);
    await place.ok(['tag', 'remove', 'key/alias/named', 'env']);
    expect(await place.json(['tag', 'list', 'alias/named'])).toEqual([]);
    expect(await place.json(['key', 'list'])).toContainEqual(
      expect.objectContaining({ keyId, aliasNames: ['alias/named'] }),
    );
    expect((await place.ok(['key', 'list'])).stdout).toMatch(new RegExp(`^${keyId} +alias/named +acs:kms:`, 'm'));
  });

  test('deletion needs --yes where nobody can be asked, and can be taken back', async () => {
    const keyId = (await place.ok(['key', 'create', '--field', 'keyId'])).stdout.trim();
    const unasked = await place.run(['key', 'schedule-deletion', keyId]);
    expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining('give --yes')]);
    expect(await keyState(keyId)).toBe('Enabled');
    await place.ok(['key', 'schedule-deletion', keyId, '--days', '7', '--yes']);
    expect(await keyState(keyId)).toBe('PendingDeletion');
    await place.ok(['key', 'cancel-deletion', keyId]);
    await place.ok(['key', 'protect', keyId, '--reason', 'in use']);
    const refused = await place.run(['key', 'schedule-deletion', keyId, '--yes']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Rejected.DeletionProtection')]);
    await place.ok(['key', 'protect', keyId, '--off']);
    await place.ok(['key', 'schedule-deletion', keyId, '--yes']);
  });

  test('imported material decrypts what the same material encrypted elsewhere', async () => {
    await place.ok(['key', 'create', '--external', '--alias', 'alias/mine']);
    const material = randomBytes(32);
    await place.ok(['key', 'import', 'alias/mine', '--in-encoding', 'hex'], { input: material.toString('hex') });
    const { bytes } = await place.ok(['encrypt', '-k', 'alias/mine'], { input: 'mine' });
    await place.ok(['key', 'delete-material', 'alias/mine', '--yes']);
    expect((await place.run(['decrypt'], { input: bytes })).code).toBe(1);
    const other = await place.run(['key', 'import', 'alias/mine'], { input: randomBytes(32) });
    expect(other.code).toBe(1);
    await place.ok(['key', 'import', 'alias/mine'], { input: material });
    expect((await place.ok(['decrypt'], { input: bytes })).stdout).toBe('mine');
    const short = await place.run(['key', 'import', 'alias/mine'], { input: 'short' });
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining('material has 5 bytes')]);
  });

  test('an asymmetric key is rotated: it has one version more', async () => {
    // Versions are made a week apart: by a clock that no other test goes by.
    const other = await startLocalKms();
    const env = bothGateways(other);
    await place.ok(['key', 'create', '--spec', 'EC_P256', '--alias', 'alias/turned'], { env });
    await other.clock.advance({ days: 8 });
    await place.ok(['key', 'rotate', 'alias/turned'], { env });
    expect(await place.json(['key', 'versions', 'alias/turned'], { env })).toHaveLength(2);
    await other.close();
  });

  test('a policy that was read can be changed and written back', async () => {
    await place.ok(['key', 'create', '--alias', 'alias/guarded']);
    const { stdout } = await place.ok(['key', 'get-policy', 'alias/guarded']);
    expect(JSON.parse(stdout).Version).toBe('1');
    await place.ok(['key', 'set-policy', 'alias/guarded'], { input: stdout });
    const wrong = await place.run(['key', 'set-policy', 'alias/guarded'], { input: '{' });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('the policy is no JSON')]);
  });
});

describe.concurrent('kms alias and kms tag', () => {
  test('an alias moves to another key and goes', async () => {
    const [one, two] = [
      await place.ok(['key', 'create', '--field', 'keyId']),
      await place.ok(['key', 'create', '--field', 'keyId']),
    ];
    await place.ok(['alias', 'create', 'alias/moving', '-k', one.stdout.trim()]);
    await place.ok(['alias', 'update', 'alias/moving', '-k', two.stdout.trim()]);
    expect((await place.ok(['alias', 'list', '-k', two.stdout.trim()])).stdout).toBe(
      `ALIAS         KEY\nalias/moving  ${two.stdout}`,
    );
    await place.ok(['alias', 'delete', 'alias/moving']);
    expect(await place.json(['alias', 'list', '-k', two.stdout.trim()])).toEqual([]);
  });

  test('tags are added, listed and removed', async () => {
    const keyId = (await place.ok(['key', 'create', '--field', 'keyId'])).stdout.trim();
    await place.ok(['tag', 'add', `key/${keyId}`, 'team=a', 'stage=test=1']);
    await place.ok(['tag', 'remove', `key/${keyId}`, 'team']);
    expect((await place.ok(['tag', 'list', `key/${keyId}`])).stdout).toBe('TAG    VALUE\nstage  test=1\n');
    expect((await place.run(['tag', 'list', keyId])).code).toBe(2);
  });
});

describe.concurrent('kms access', () => {
  test('an application gets access in one go, with files for their owner only, and what it may not use it cannot', async () => {
    const [mine, other] = [
      await place.ok(['key', 'create', '--field', 'keyId']),
      await place.ok(['key', 'create', '--field', 'keyId']),
    ];
    const files = ['--client-key', 'shop.json', '--password-file', 'shop.password'];
    const { stdout } = await place.ok([
      'access',
      'create',
      'shop',
      '--resource',
      `key/${mine.stdout.trim()}`,
      '--from',
      '127.0.0.0/8',
      ...files,
    ]);
    expect(stdout).toContain('with client key KAAP.');
    for (const file of ['shop.json', 'shop.password']) expect(statSync(place.path(file)).mode & 0o777).toBe(0o600);
    expect(stdout).not.toContain(readFileSync(place.path('shop.password'), 'utf8').trim());
    const as = ['--client-key-file', 'shop.json', '--client-key-password-file', 'shop.password'];
    await place.ok(['encrypt', '-k', mine.stdout.trim(), ...as], { input: 'x', env: { KMS_CLIENT_KEY_PASSWORD: '' } });
    const refused = await place.run(['encrypt', '-k', other.stdout.trim(), ...as], {
      input: 'x',
      env: { KMS_CLIENT_KEY_PASSWORD: '' },
    });
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Forbidden.NoPermission')]);
    expect(await place.json(['access', 'policy', 'describe', 'shop'])).toMatchObject({
      accessControlRules: { networkRules: ['shop'] },
    });
    const again = await place.run([
      'access',
      'create',
      'shop',
      '--resource',
      'key/*',
      '--client-key',
      'b.json',
      '--password-file',
      'b.password',
    ]);
    expect(again.code).toBe(1);
    expect(() => statSync(place.path('b.password'))).toThrow('ENOENT');
  });

  test('its parts can be made, changed and taken away one by one', async () => {
    await place.ok(['access', 'network-rule', 'create', 'office', '--from', '10.0.0.0/8']);
    await place.ok(['access', 'network-rule', 'update', 'office', '--from', '10.0.0.0/8', '--from', '127.0.0.1']);
    expect(
      (await place.ok(['access', 'network-rule', 'describe', 'office', '--field', 'sourcePrivateIp'])).stdout,
    ).toBe('10.0.0.0/8\n127.0.0.1\n');
    await place.ok(['access', 'policy', 'create', 'readers', '--resource', 'secret/*', '--network-rule', 'office']);
    await place.ok(['access', 'policy', 'update', 'readers', '--resource', 'key/*', '--resource', 'secret/*']);
    await place.ok(['access', 'access-point', 'create', 'reader', '--policy', 'readers', '--description', 'reads']);
    expect(await place.json(['access', 'access-point', 'describe', 'reader'])).toMatchObject({ policies: ['readers'] });
    const files = ['--client-key', 'reader.json', '--password-file', 'reader.password'];
    const until = new Date(Date.now() + 90 * 86_400_000).toISOString().replace(/\.\d+/, '');
    await place.ok(['access', 'client-key', 'create', 'reader', ...files, '--until', until]);
    const [made] = await place.json(['access', 'client-key', 'list', '--access-point', 'reader']);
    expect(new Date(made.notAfter)).toEqual(new Date(until));
    for (const [group, name] of [
      ['client-key', made.clientKeyId],
      ['access-point', 'reader'],
      ['policy', 'readers'],
      ['network-rule', 'office'],
    ]) {
      expect((await place.run(['access', group, 'delete', name])).code).toBe(2);
      await place.ok(['access', group, 'delete', name, '--yes']);
    }
    for (const group of ['access-point', 'policy', 'network-rule']) {
      expect((await place.ok(['access', group, 'list'])).stdout).not.toMatch(/reader|office/);
    }
  });

  test('no file is left of a client key that was refused', async () => {
    const files = ['--client-key', 'none.json', '--password-file', 'none.password'];
    expect((await place.run(['access', 'client-key', 'create', 'nowhere', ...files])).code).toBe(1);
    for (const file of ['none.json', 'none.password']) expect(() => statSync(place.path(file))).toThrow('ENOENT');
  });
});

describe.concurrent('kms api', () => {
  test('calls any API by the names of the wire, with values from files and stdin', async () => {
    const created = await place.json([
      'api',
      'CreateKey',
      'KeySpec=Aliyun_AES_128',
      'Tags=[{"TagKey":"a","TagValue":"b"}]',
      `DKMSInstanceId=${kms.instanceId}`,
    ]);
    const { KeyId } = created.KeyMetadata;
    const sealed = await place.ok(
      ['api', 'AdvanceEncrypt', `KeyId=${KeyId}`, 'Plaintext=@-', '--field', 'CiphertextBlob'],
      { input: 'hello' },
    );
    expect((await place.ok(['decrypt'], { input: sealed.stdout })).stdout).toBe('hello');
    const opened = await place.json(['api', 'AdvanceDecrypt', `CiphertextBlob=${sealed.stdout.trim()}`]);
    expect(Buffer.from(opened.Plaintext, 'base64').toString()).toBe('hello');
    const gateway = ['--gateway', 'public'];
    const byPublic = await place.json(['api', 'Encrypt', `KeyId=${KeyId}`, 'Plaintext=aGVsbG8=', ...gateway]);
    expect((await place.ok(['decrypt'], { input: byPublic.CiphertextBlob })).stdout).toBe('hello');
  });

  test('knows every API and what each takes, and tells a mistyped name', async () => {
    const names = (await place.ok(['api', '--list'])).stdout.trim().split('\n');
    expect(names).toHaveLength(100);
    expect((await place.ok(['api', 'EnableKey', '--describe'])).stdout).toContain('  KeyId  string, required');
    const cases: [string[], number, string][] = [
      [['describekey'], 2, 'did you mean DescribeKey?'],
      [['DescribeKey', 'Key=1'], 2, 'DescribeKey has no parameter Key'],
      [['DescribeKey', 'KeyId'], 2, 'a parameter must be NAME=VALUE'],
      [['GenerateRandom', 'Length=many'], 2, 'Length must be a whole number, not many'],
      [['AdvanceEncrypt', 'KeyId=k', 'Plaintext=h*'], 2, 'Plaintext must be base64'],
      [['FutureApi'], 1, 'InvalidAction.NotFound'],
      [[], 2, 'say which API'],
    ];
    for (const [args, code, message] of cases) {
      const ended = await place.run(['api', ...args]);
      expect([args, ended.code, ended.stderr]).toEqual([args, code, expect.stringContaining(message)]);
    }
  });
});
