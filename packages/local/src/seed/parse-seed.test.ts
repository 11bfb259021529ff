import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkSeed } from './check-seed.js';
import { parseSeed } from './read-seed.js';
import { SeedError } from './seed-error.js';

const hidden = 'S3cr3tThatNobodyMaySee';

async function mistake(text: string, file = 'kms.yaml'): Promise<SeedError> {
  const error = await parseSeed(text, file).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SeedError);
  expect(inspect(error)).not.toContain(hidden);
  return error as SeedError;
}

describe('text that cannot be read', () => {
  test.each([
    ['a bracket that is not closed', 'keys: [', 'kms.yaml', 'line 1'],
    ['the same field twice', `keys: []\nkeys: [${hidden}]`, 'kms.yaml', 'duplicate key), see line 2, column 1'],
    ['a wrong indent', `secrets:\n  - name: s\n   data: ${hidden}`, 'kms.yaml', 'line 3'],
    ['an anchor that is nowhere', `keys: *${hidden}`, 'kms.yaml', 'begins with * needs quotes, see line 1, column 7'],
    ['an unknown tag', `keys: !${hidden} 1`, 'kms.yaml', 'tag resolve failed'],
    ['two documents', `keys: []\n---\nkeys: [${hidden}]`, 'kms.yaml', 'multiple docs'],
    ['JSON that stops', `{"keys": ["${hidden}"`, 'kms.json', 'not valid JSON, see line 1'],
    ['JSON without quotes', `{"keys": ${hidden}}`, 'kms.json', 'not valid JSON'],
  ])('%s: an error with the file and the place, without the text', async (_what, text, file, message) => {
    const error = await mistake(text, file);
    expect(error.code).toBe('Seed.Unreadable');
    expect(error.message).toMatch(new RegExp(`^${file}: `));
    expect(error.message).toContain(message);
  });

  test('anchors that stand for a billion things are refused at once', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`)}]`);
    const error = await mistake(`l0: &l0 [x]\n${levels.join('\n')}`);
    expect(error).toMatchObject({ code: 'Seed.Unreadable', message: expect.stringContaining('stand for too much') });
  });

  test('brackets in brackets in brackets are an error, and no crash', async () => {
    expect((await mistake('['.repeat(100_000))).code).toBe('Seed.Unreadable');
    expect((await mistake('['.repeat(100_000), 'kms.json')).code).toBe('Seed.Unreadable');
    const deep = `{"Version":${'['.repeat(8_000)}${']'.repeat(8_000)}}`;
    expect((await mistake(`{"keys":[{"id":"k","policy":${deep}}]}`, 'kms.json')).code).toBe('Seed.Invalid');
  });

  test('an anchor within itself is an error', async () => {
    expect((await mistake('keys: &a [{ id: k, policy: &p { Version: *p } }]')).code).toMatch(/^Seed\./);
  });
});

test('anchors and merge keys are fine, a thousand times too', async () => {
  const more = Array.from({ length: 1000 }, (_, at) => `  - { <<: *usual, id: key-${at} }`);
  const { keys } = await parseSeed(`keys:\n  - &usual { id: first, tags: { env: test } }\n${more.join('\n')}`, 'k.yml');
  expect(keys).toHaveLength(1001);
  expect(keys?.[1000]).toEqual({ id: 'key-999', tags: { env: 'test' } });
});

test('JSON says the same as YAML', async () => {
  const seed = { keys: [{ id: 'k', tags: { a: 'b' } }], secrets: [{ name: 's', versions: [{ id: '1', data: 'x' }] }] };
  expect(await parseSeed(JSON.stringify(seed), 'K.JSON')).toEqual(seed);
  expect(await parseSeed(JSON.stringify(seed), 'k.yaml')).toEqual(seed);
});

const aes = Buffer.alloc(32, 1).toString('base64');
const managed = '{"Accounts":[{"AccountName":"a","AccountPassword":"b"}]}';
const policy = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Principal: { RAM: '*' }, Action: 'kms:*', Resource: '*' }],
};
const uuid = '00000000-0000-4000-8000-000000000001';
const key = (fields: object) => ({ keys: [{ id: 'k', ...fields }] });
const secret = (fields: object) => ({ secrets: [{ name: 's', versions: [{ id: 'v1', data: 'x' }], ...fields }] });
const version = (fields: object) => secret({ versions: [{ id: 'v1', ...fields }] });

describe('mistakes', () => {
  const mistakes: [seed: unknown, message: string][] = [
    [null, 'a seed has fields such as keys and secrets, nothing given'],
    [[], 'a list given'],
    [{ key: [] }, 'there is no field "key"; do you mean keys?'],
    [
      { unheardOf: [] },
      'there is no field "unheardOf"; known are keys, secrets, dataKeys, accessKeys, access, instances',
    ],
    [{ keys: { id: 'k' } }, 'keys: a list expected, an object given'],
    [{ keys: null }, 'keys: a list expected, nothing given'],
    [{ keys: ['k'] }, 'keys[0]: fields expected, a text given'],
    [{ keys: [{}] }, 'keys[0]: id is missing'],
    [{ keys: [{ id: 7 }] }, 'keys[0].id: a text expected, a number given: put it in quotes'],
    [{ keys: [{ id: 'alias/k' }] }, 'keys[0].id: it has 1 to 64 letters'],
    [{ keys: [{ id: 'k' }, { id: 'k' }] }, 'keys[1].id: "k" is at keys[0].id already'],
    [key({ material: hidden }), 'keys[0]: there is no field "material"; '],
    [key({ specs: 'RSA_2048' }), 'keys[0]: there is no field "specs"; do you mean spec?'],
    [key({ deleteat: '+7d' }), 'do you mean deleteAt?'],
    [key({ description: 'a\0b' }), 'keys[0].description: it must not hold the character U+0000'],
    [key({ spec: 'AES_256' }), 'keys[0].spec: there is no "AES_256"; known are Aliyun_AES_256,'],
    [
      key({ spec: 'RSA_2048', usage: 'GENERATE/VERIFY_MAC' }),
      'keys[0].usage: RSA_2048 is for ENCRYPT/DECRYPT or SIGN/VERIFY',
    ],
    [key({ origin: 'Mine' }), 'keys[0].origin: there is no "Mine"; known are Aliyun_KMS, EXTERNAL'],
    [key({ spec: 'RSA_2048', origin: 'EXTERNAL' }), 'keys[0].origin: Material of RSA_2048 cannot be imported.'],
    [key({ instance: 'kst x' }), 'keys[0].instance: it has 1 to 64 letters, digits, - and _, or is {{instanceId}}'],
    [key({ protectionLevel: 'SOFT' }), 'keys[0].protectionLevel: there is no "SOFT"'],
    [key({ description: 'x'.repeat(8193) }), 'keys[0].description: at most 8192 characters are possible, 8193 given'],
    [key({ state: 'Gone' }), 'keys[0].state: there is no "Gone"; known are Enabled, Disabled,'],
    [key({ state: 'PendingImport' }), 'keys[0].state: PendingImport is for a key of origin EXTERNAL without material'],
    [
      key({ origin: 'EXTERNAL', state: 'Enabled' }),
      'keys[0].state: a key of origin EXTERNAL without material is PendingImport',
    ],
    [key({ state: 'PendingDeletion' }), 'keys[0]: PendingDeletion needs deleteAt, such as +7d'],
    [key({ state: 'Enabled', deleteAt: '+7d' }), 'keys[0].deleteAt: it is for state PendingDeletion'],
    [key({ deleteAt: '7d' }), 'keys[0].deleteAt: a time is like 2026-01-31T00:00:00Z, or from now on like +7d or -90m'],
    [key({ createdAt: '2026-01-31' }), 'keys[0].createdAt: a time is like'],
    [key({ createdAt: '2026-13-31T00:00:00Z' }), 'keys[0].createdAt: a time is like'],
    [key({ deletionProtection: 'yes' }), 'keys[0].deletionProtection: true or false expected, a text given'],
    [key({ deletionProtectionDescription: 'x' }), 'it needs deletionProtection: true'],
    [key({ rotation: {} }), 'keys[0].rotation: interval is missing'],
    [
      key({ rotation: { interval: '6d' } }),
      'keys[0].rotation.interval: it must be a count with d, h, m or s, from 7 to 730 days',
    ],
    [key({ rotation: { interval: '7d', enabled: false, nextAt: '+1d' } }), 'keys[0].rotation.nextAt: nothing is next'],
    [key({ spec: 'EC_P256', rotation: { interval: '7d' } }), 'keys[0].rotation: Only symmetric keys'],
    [key({ policy: { ...policy, Version: 1 } }), 'keys[0].policy: Version must be "1"'],
    [
      key({ policy: { ...policy, Statement: [{ ...policy.Statement[0], Effect: 'allow' }] } }),
      'Statement 1: Effect must be Allow or Deny',
    ],
    [
      key({ policy: { Version: '1', Statement: [Number.NaN] } }),
      'keys[0].policy: it has a number that JSON cannot say',
    ],
    [key({ policy: { Version: 1n } }), 'keys[0].policy: it must be plain JSON'],
    [key({ aliases: ['app'] }), 'keys[0].aliases[0]: it must be alias/ and letters'],
    [key({ aliases: ['alias/acs/x'] }), 'keys[0].aliases[0]: names from alias/acs on belong to the service'],
    [key({ aliases: ['alias/a', 'alias/a'] }), 'keys[0].aliases[1]: "alias/a" is at keys[0].aliases[0] already'],
    [
      {
        keys: [
          { id: 'a', aliases: ['alias/a'] },
          { id: 'b', aliases: ['alias/b', 'alias/a'] },
        ],
      },
      'keys[1].aliases[1]: "alias/a" is at keys[0].aliases[0] already',
    ],
    [
      {
        keys: [
          { id: 'a', versions: [{ id: uuid }] },
          { id: 'b', versions: [{}, { id: uuid }] },
        ],
      },
      `keys[1].versions[1].id: "${uuid}" is at keys[0].versions[0].id already`,
    ],
    [key({ tags: { 'acs:x': 'y' } }), 'keys[0].tags["acs:x"]: tag keys do not begin with "aliyun" or "acs:"'],
    [key({ tags: { a: 1 } }), 'keys[0].tags["a"]: a text expected, a number given: put it in quotes'],
    [
      key({ tags: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`t${at}`, ''])) }),
      'keys[0].tags: at most 20 are possible',
    ],
    [key({ versions: [] }), 'keys[0].versions: at least 1 expected'],
    [key({ versions: [{ id: 'v1' }] }), 'keys[0].versions[0].id: it has 36 letters, digits and -'],
    [
      key({ versions: [{}, { material: aes.slice(0, 24) }] }),
      'keys[0].versions[1].material: Aliyun_AES_256 takes 32 bytes, not 18',
    ],
    [key({ versions: [{ material: `${hidden}!` }] }), 'keys[0].versions[0].material: it must be base64'],
    [
      key({ spec: 'RSA_2048', versions: [{ material: hidden }] }),
      'keys[0].versions[0].material: a private key of RSA_2048 in PEM expected, without a password',
    ],
    [
      key({
        spec: 'EC_SM2',
        versions: [{ material: `-----BEGIN PRIVATE KEY-----\n${aes}\n-----END PRIVATE KEY-----` }],
      }),
      'a private key of EC_SM2 in PEM expected',
    ],
    [
      key({ versions: [{ materialSha256: 'ab'.repeat(32) }] }),
      'keys[0].versions[0].materialSha256: it is for a key of origin EXTERNAL without material',
    ],
    [key({ origin: 'EXTERNAL', versions: [{ materialSha256: 'xy' }] }), 'materialSha256: it has 64 hexadecimal digits'],
    [key({ origin: 'EXTERNAL', versions: [{}, {}] }), 'keys[0].versions: a key of origin EXTERNAL has one'],
    [key({ materialExpiresAt: '+1d' }), 'keys[0].materialExpiresAt: it is for a key of origin EXTERNAL with material'],
    [
      key({ spec: 'EC_P256', versions: Array.from({ length: 51 }, () => ({})) }),
      'keys[0].versions: a key of EC_P256 has at most 50',
    ],
    [{ secrets: [{ name: 's' }] }, 'secrets[0]: versions is missing'],
    [secret({ name: 'a b' }), 'secrets[0].name: it has 1 to 192 letters'],
    [secret({ name: 'acs/s' }), 'secrets[0].name: names of Generic secrets do not start with acs/'],
    [secret({ type: 'Mine' }), 'secrets[0].type: there is no "Mine"; known are Generic, Rds,'],
    [secret({ encryptionKeyDeleted: true }), 'secrets[0].encryptionKeyDeleted: it needs encryptionKey'],
    [
      secret({ encryptionKeyDeleted: true, encryptionKey: 'alias/a' }),
      'secrets[0].encryptionKeyDeleted: it needs encryptionKey, the id',
    ],
    [
      secret({ extendedConfig: { CustomData: hidden } }),
      'secrets[0].extendedConfig.CustomData: it must be a JSON object',
    ],
    [secret({ extendedConfig: hidden }), 'secrets[0].extendedConfig: fields expected, a text given'],
    [
      secret({ rotation: { interval: '7d' } }),
      'secrets[0].rotation: This action is not supported. A secret of type Generic is not rotated.',
    ],
    [secret({ type: 'Rds', rotation: { interval: '5h' } }), 'secrets[0].rotation.interval: it must be a count'],
    [secret({ type: 'Rds', rotation: { enabled: true } }), 'secrets[0].rotation: interval is missing'],
    [secret({ type: 'Rds', rotation: { nextAt: '+1d' } }), 'secrets[0].rotation.nextAt: nothing is next'],
    [
      secret({ type: 'Rds', versions: [{ id: 'v1', data: hidden }] }),
      'secrets[0].versions[0].data: a secret of type Rds is {"Accounts"',
    ],
    [
      secret({ type: 'Rds', versions: [{ id: 'v1', dataBase64: aes }] }),
      'secrets[0].versions[0]: a secret of type Rds has data, which is text',
    ],
    [secret({ versions: [] }), 'secrets[0].versions: at least 1 expected'],
    [
      secret({ versions: Array.from({ length: 11 }, (_, at) => ({ id: `v${at}`, data: 'x' })) }),
      'secrets[0].versions: at most 10 are possible, 11 given',
    ],
    [version({}), 'secrets[0].versions[0]: it has either data or dataBase64'],
    [version({ data: hidden, dataBase64: aes }), 'secrets[0].versions[0]: it has either data or dataBase64'],
    [version({ data: '' }), 'secrets[0].versions[0].data: it must not be empty'],
    [version({ data: { user: hidden } }), 'secrets[0].versions[0].data: a text expected, an object given'],
    [
      version({ data: 'x'.repeat(30_721) }),
      'secrets[0].versions[0].data: it has 30721 bytes, at most 30720 are possible',
    ],
    [version({ dataBase64: `${hidden}!` }), 'secrets[0].versions[0].dataBase64: binary data must be base64'],
    [version({ id: 'x'.repeat(65), data: 'x' }), 'secrets[0].versions[0].id: it has 1 to 64 characters'],
    [version({ data: 'x', stages: ['mine'] }), 'secrets[0].versions: one of them must have the stage ACSCurrent'],
    [
      version({ data: 'x', stages: ['ACSCurrent', 'x'.repeat(65)] }),
      'secrets[0].versions[0].stages: a stage has 1 to 64 characters',
    ],
    [
      secret({
        versions: [
          { id: 'a', data: 'x', stages: ['ACSCurrent'] },
          { id: 'b', data: 'x', stages: ['ACSCurrent'] },
        ],
      }),
      '"ACSCurrent" is at secrets[0].versions[0].stages already',
    ],
    [
      secret({
        versions: [
          { id: 'a', data: 'x' },
          { id: 'a', data: 'x' },
        ],
      }),
      'secrets[0].versions[1].id: "a" is at secrets[0].versions[0].id already',
    ],
    [{ dataKeys: [{ name: 'a b', versions: [{}] }] }, 'dataKeys[0].name: it has 1 to 255 letters'],
    [
      { dataKeys: [{ name: 'a', versions: [{ material: 'AAAA' }] }] },
      'dataKeys[0].versions[0].material: 32 bytes of base64 expected, 3 given',
    ],
    [{ accessKeys: [{ id: 'a' }] }, 'accessKeys[0]: secret is missing'],
    [
      { accessKeys: [{ id: 'a', secret: `${hidden} ` }] },
      'accessKeys[0].secret: it has 1 to 128 ASCII characters without spaces',
    ],
    [
      { access: { networkRules: [{ name: 'n', addresses: ['10.0.0.0/33'] }] } },
      'access.networkRules[0].addresses: "10.0.0.0/33" is neither',
    ],
    [{ access: { policies: [{ name: 'p' }] } }, 'access.policies[0]: resources is missing'],
    [
      { access: { policies: [{ name: 'p', resources: ['alias/x'] }] } },
      'access.policies[0].resources: it has one or more of key/<id>',
    ],
    [
      { access: { policies: [{ name: 'p', resources: ['key/*'], permissions: ['all'] }] } },
      'access.policies[0].permissions: it has one or more of RbacPermission',
    ],
    [{ access: { accessPoints: [{ name: 'a b' }] } }, 'access.accessPoints[0].name: it has letters, digits'],
    [
      { access: { accessPoints: [{ name: 'a', policies: ['1', '2', '3', '4'] }] } },
      'access.accessPoints[0].policies: at most 3 are possible, 4 given',
    ],
    [
      { access: { clientKeys: [{ id: 'c', accessPoint: 'a', certificate: hidden }] } },
      'access.clientKeys[0].certificate: an X.509 certificate of an RSA key in PEM expected',
    ],
    [{ instances: [{}] }, 'instances[0]: id is missing'],
    [{ instances: [{ id: 'i', connection: { vpcId: 'v' } }] }, 'instances[0].connection: vSwitchIds is missing'],
  ];

  test.each(mistakes.map(([seed, message]) => ({ seed, message })))('$message', async ({ seed, message }) => {
    const error = await checkSeed(seed).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SeedError', code: 'Seed.Invalid', message: expect.stringContaining(message) });
    expect(inspect(error)).not.toContain(hidden);
  });

  test('in a file are told with its name', async () => {
    const error = await mistake('keys:\n  - id: k\n    spec: AES', 'config/kms.yaml');
    expect(error.message).toMatch(/^config\/kms\.yaml: keys\[0\]\.spec: there is no "AES"/);
  });
});

test('managed secrets, stages on several versions and every kind of field are fine', async () => {
  const seed = {
    secrets: [{ name: 's', type: 'Rds', rotation: { lastAt: '-1d' }, versions: [{ id: '1', data: managed }] }],
  };
  expect(await checkSeed(seed)).toEqual(seed);
});

test('a checked seed does not change with what it was made of', async () => {
  const given = { keys: [{ id: 'k', policy: structuredClone(policy) }] };
  const checked = await checkSeed(given);
  (given.keys[0] as { id: string }).id = 'other';
  (given.keys[0]?.policy as { Version: string }).Version = '2';
  expect(checked).toEqual({ keys: [{ id: 'k', policy }] });
  expect(await checkSeed(checked)).toBe(checked);
});
