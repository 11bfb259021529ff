import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';

const password = 'pass-word-1';
const dayMs = 86_400_000;
const noPermission = 'Forbidden.NoPermission';
const permissions = [
  'RbacPermission/Template/CryptoServiceKeyUser',
  'RbacPermission/Template/CryptoServiceSecretUser',
] as const;

let kms: LocalKms;
let admin: Client;
let count = 0;
const clients: Client[] = [];

beforeAll(async () => {
  kms = await startLocalKms();
  admin = new Client(kms.clientConfig());
});
afterAll(async () => {
  await Promise.all([admin, ...clients].map((client) => client.close()));
  await kms.close();
});

const unique = (prefix: string): string => {
  count += 1;
  return `${prefix}-${count}`;
};

const networkRule = async (...sourcePrivateIp: string[]): Promise<string> =>
  (await admin.createNetworkRule({ name: unique('rule'), type: 'Private', sourcePrivateIp })).name;

async function policy(resources: string[], networkRules: string[] = []): Promise<string> {
  const name = unique('policy');
  await admin.createPolicy({
    name,
    permissions: [...permissions],
    resources,
    accessControlRules: { networkRules },
    kmsInstance: kms.instanceId,
  });
  return name;
}

interface Access {
  client: Client;
  clientKeyId: string;
  accessPoint: string;
}

async function access(policies: string[], dates: { notBefore?: Date; notAfter?: Date } = {}): Promise<Access> {
  const accessPoint = unique('access-point');
  await admin.createApplicationAccessPoint({ name: accessPoint, policies });
  const { clientKeyId, privateKeyData } = await admin.createClientKey({ aapName: accessPoint, password, ...dates });
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  const clientKeyContent = JSON.stringify({ KeyId: clientKeyId, PrivateKeyData: privateKeyData });
  const client = new Client({ instanceConfig: { endpoint, ca, clientKeyContent, password } });
  clients.push(client);
  return { client, clientKeyId, accessPoint };
}

async function newKey(): Promise<string> {
  return (await admin.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata.keyId;
}

async function newSecret(encryptionKeyId: string): Promise<string> {
  const secretName = unique('secret');
  const value = { secretData: `value of ${secretName}`, versionId: 'v1' };
  await admin.createSecret({ secretName, ...value, encryptionKeyId, dkmsInstanceId: kms.instanceId });
  return secretName;
}

/** `ok`, or the code of the refusal. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof KmsServiceError) return error.code;
    throw error;
  }
}

const encrypt = ({ client }: Access, keyId: string) => outcome(client.advanceEncrypt({ keyId, plaintext: 'hello' }));

test('a client key sees exactly the keys and secrets of its policies, however they are named', async () => {
  const [mine, other] = [await newKey(), await newKey()];
  const [mySecret, otherSecret] = [await newSecret(other), await newSecret(mine)];
  const app = await access([await policy([`key/${mine}`]), await policy([`secret/${mySecret}`])]);

  for (const [keyId, expected] of [
    [mine, 'ok'],
    [other, noPermission],
  ] as const) {
    const aliasName = `alias/${unique('access')}`;
    await admin.createAlias({ keyId, aliasName });
    const arn = `acs:kms:${kms.regionId}:${kms.accountId}`;
    for (const name of [keyId, aliasName, `${arn}:key/${keyId}`, `${arn}:${aliasName}`]) {
      expect([name, await encrypt(app, name)]).toEqual([name, expected]);
    }
    const { ciphertextBlob } = await admin.advanceEncrypt({ keyId, plaintext: 'hello' });
    expect(await outcome(app.client.advanceDecrypt({ ciphertextBlob }))).toBe(expected);
  }
  expect((await app.client.getSecretValue({ secretName: mySecret })).secretData).toBe(`value of ${mySecret}`);
  expect(await outcome(app.client.getSecretValue({ secretName: otherSecret }))).toBe(noPermission);
});

test('an alias that moves to another key takes no permission with it', async () => {
  const [mine, other] = [await newKey(), await newKey()];
  const aliasName = `alias/${unique('moving')}`;
  await admin.createAlias({ keyId: mine, aliasName });
  const app = await access([await policy([`key/${mine}`])]);
  expect(await encrypt(app, aliasName)).toBe('ok');
  await admin.updateAlias({ keyId: other, aliasName });
  expect(await encrypt(app, aliasName)).toBe(noPermission);
});

test('calls are answered from the networks of the rules only, and a changed rule counts at once', async () => {
  const keyId = await newKey();
  const rule = await networkRule('10.0.0.0/8', 'fd00::/8');
  const app = await access([await policy(['key/*'], [rule])]);
  expect(await encrypt(app, keyId)).toBe(noPermission);
  expect(await outcome(app.client.generateRandom({ length: 16 }))).toBe(noPermission);
  await admin.updateNetworkRule({ name: rule, sourcePrivateIp: ['10.0.0.0/8', '127.0.0.0/8'] });
  expect(await encrypt(app, keyId)).toBe('ok');
  await admin.updateNetworkRule({ name: rule, sourcePrivateIp: ['127.0.0.2'] });
  expect(await encrypt(app, keyId)).toBe(noPermission);
});

test('each policy allows its resources in its own networks', async () => {
  const [near, far] = [await newKey(), await newKey()];
  const [here, elsewhere] = [await networkRule('127.0.0.1'), await networkRule('10.0.0.0/8')];
  const app = await access([await policy([`key/${near}`], [here]), await policy([`key/${far}`], [elsewhere])]);
  expect([await encrypt(app, near), await encrypt(app, far)]).toEqual(['ok', noPermission]);
});

test('a client key works within its dates', async () => {
  const keyId = await newKey();
  const [notBefore, notAfter] = [new Date(Date.now() + dayMs), new Date(Date.now() + 3 * dayMs)];
  const app = await access([await policy(['key/*'])], { notBefore, notAfter });
  const described = await admin.getClientKey({ clientKeyId: app.clientKeyId });
  expect(described.notAfter.getTime()).toBe(Math.floor(notAfter.getTime() / 1000) * 1000);
  try {
    const outcomes: string[] = [];
    for (const days of [0, 2, 2]) {
      await kms.clock.advance({ days });
      outcomes.push(await encrypt(app, keyId));
    }
    expect(outcomes).toEqual([noPermission, 'ok', noPermission]);
  } finally {
    await kms.clock.reset();
  }
});

test('what an access point may use changes at once', async () => {
  const [first, second] = [await newKey(), await newKey()];
  const [name, another] = [await policy([`key/${first}`]), await policy([`key/${first}`, `key/${second}`])];
  const app = await access([name]);
  const seen = async () => [await encrypt(app, first), await encrypt(app, second)];
  expect(await seen()).toEqual(['ok', noPermission]);
  await admin.updatePolicy({ name, resources: [`key/${second}`] });
  expect(await seen()).toEqual([noPermission, 'ok']);
  await admin.updatePolicy({ name, permissions: [permissions[1]] });
  expect(await seen()).toEqual([noPermission, noPermission]);
  await admin.updateApplicationAccessPoint({ name: app.accessPoint, policies: [another] });
  expect(await seen()).toEqual(['ok', 'ok']);
  await admin.updateApplicationAccessPoint({ name: app.accessPoint, policies: [] });
  expect(await seen()).toEqual([noPermission, noPermission]);
});

test('a deleted client key is unknown, another one of its access point goes on working', async () => {
  const keyId = await newKey();
  const app = await access([await policy(['key/*'])]);
  const { clientKeyId, privateKeyData } = await admin.createClientKey({ aapName: app.accessPoint, password });
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  const clientKeyContent = JSON.stringify({ KeyId: clientKeyId, PrivateKeyData: privateKeyData });
  const sibling = new Client({ instanceConfig: { endpoint, ca, clientKeyContent, password } });
  clients.push(sibling);
  expect(await encrypt(app, keyId)).toBe('ok');
  await admin.deleteClientKey({ clientKeyId: app.clientKeyId });
  expect(await encrypt(app, keyId)).toBe('Unauthorized');
  expect(await encrypt({ ...app, client: sibling }, keyId)).toBe('ok');
});

test('what is in use cannot be deleted, and all of it can from its end', async () => {
  const rule = await networkRule('127.0.0.1');
  const name = await policy(['key/*'], [rule]);
  const app = await access([name]);
  const inUse = 'Rejected.ResourceInUse';
  expect(await outcome(admin.deleteNetworkRule({ name: rule }))).toBe(inUse);
  expect(await outcome(admin.deletePolicy({ name }))).toBe(inUse);
  expect(await outcome(admin.deleteApplicationAccessPoint({ name: app.accessPoint }))).toBe(inUse);
  await admin.deleteClientKey({ clientKeyId: app.clientKeyId });
  await admin.deleteApplicationAccessPoint({ name: app.accessPoint });
  await admin.deletePolicy({ name });
  await admin.deleteNetworkRule({ name: rule });
  expect(await outcome(admin.describeNetworkRule({ name: rule }))).toBe('Forbidden.ResourceNotFound');
});

test('the access point that a local KMS begins with is one like any other', async () => {
  const { clientKeys } = await admin.listClientKeys({ aapName: 'local' });
  expect(clientKeys.map(({ clientKeyId }) => clientKeyId)).toEqual([JSON.parse(kms.clientKeyContent).KeyId]);
  expect((await admin.describeApplicationAccessPoint({ name: 'local' })).policies).toEqual(['local']);
  expect(await admin.describePolicy({ name: 'local' })).toMatchObject({
    permissions,
    resources: ['key/*', 'secret/*'],
    accessControlRules: { networkRules: [] },
  });
});

test('the policy of a key or a secret binds the account, and its client keys do not ask it', async () => {
  const keyId = await newKey();
  const secretName = await newSecret(keyId);
  const app = await access([await policy([`key/${keyId}`])]);
  const shared = { gateway: 'public' } as const;
  const statement = {
    Principal: { RAM: [`acs:ram::${kms.accountId}:*`] },
    Resource: ['*'],
  };
  const withoutDecrypt = {
    Version: '1',
    Statement: [
      { ...statement, Effect: 'Allow', Action: ['kms:*'] },
      { ...statement, Effect: 'Deny', Action: ['kms:Decrypt', 'kms:GetSecretValue'] },
    ],
  };
  const { ciphertextBlob } = await admin.encrypt({ keyId, plaintext: 'aGVsbG8=' }, shared);
  const decrypt = () => outcome(admin.decrypt({ ciphertextBlob }, shared));
  expect(await decrypt()).toBe('ok');
  await admin.setKeyPolicy({ keyId, policy: withoutDecrypt });
  await admin.setSecretPolicy({ secretName, policy: withoutDecrypt });
  expect((await admin.getKeyPolicy({ keyId })).policy).toEqual(withoutDecrypt);
  expect(await decrypt()).toBe('Forbidden.ProhibitedByKeyPolicy');
  expect(await outcome(admin.encrypt({ keyId, plaintext: 'aGVsbG8=' }, shared))).toBe('ok');
  expect(await outcome(admin.getSecretValue({ secretName }, shared))).toBe(noPermission);
  expect(await encrypt(app, keyId)).toBe('ok');
});

test('who is refused by a policy learns by which, for which action', async () => {
  const keyId = await newKey();
  const account = { Principal: { RAM: [`acs:ram::${kms.accountId}:*`] }, Resource: ['*'] };
  const statements = [
    { ...account, Effect: 'Allow', Action: ['kms:*'] },
    {
      ...account,
      Effect: 'Deny',
      Action: ['kms:Encrypt'],
      Condition: { IpAddress: { 'acs:SourceIp': ['127.0.0.0/8'] } },
    },
  ];
  await admin.setKeyPolicy({ keyId, policy: { Version: '1', Statement: statements } });
  const error = await admin.encrypt({ keyId, plaintext: 'x' }, { gateway: 'public' }).catch((reason) => reason);
  const detail = {
    AuthPrincipalOwnerId: kms.accountId,
    AuthPrincipalType: 'Account',
    AuthPrincipalDisplayName: kms.accountId,
    NoPermissionType: 'ExplicitDeny',
    AuthAction: 'kms:Encrypt',
    EncodedDiagnosticMessage: expect.any(String),
  };
  expect(error.accessDeniedDetail).toEqual(detail);
  expect(error.message).toContain(`A Deny in a policy forbids kms:Encrypt to Account ${kms.accountId}`);
  const tried = admin.encrypt({ keyId, plaintext: 'x', dryRun: true }, { gateway: 'public' });
  await expect(tried).rejects.toMatchObject({ code: 'AccessDeniedError', accessDeniedDetail: detail });
});

test('an instance tells its CA, by which a client can trust it', async () => {
  const { kmsInstance } = await admin.getKmsInstance({ kmsInstanceId: kms.instanceId });
  expect(kmsInstance?.caCertificateChainPem).toBe(kms.ca);
});
