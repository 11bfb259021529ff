import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, type CreateAccessRequest, type InstanceConfig } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;
let folder: string;
let keyId: string;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
  folder = mkdtempSync(join(tmpdir(), 'kms-create-access-'));
  keyId = (await client.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata.keyId;
});
afterAll(async () => {
  await client.close();
  await kms.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something as the holder of a client key. */
async function as<T>(clientKey: Partial<InstanceConfig>, work: (client: Client) => Promise<T>): Promise<T> {
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  const holder = new Client({ instanceConfig: { endpoint, ca, ...clientKey } });
  try {
    return await work(holder);
  } finally {
    await holder.close();
  }
}

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

/** Names of everything that createAccess makes. */
async function everything(): Promise<string[]> {
  const lists = [client.networkRules(), client.policies(), client.applicationAccessPoints()];
  const names = await Promise.all(lists.map((list) => all<{ name: string }>(list)));
  return names.flat().map(({ name }) => name);
}

describe('createAccess', () => {
  test('writes a client key that can use what it was made for, and nothing else', async () => {
    const clientKeyFile = join(folder, 'shop.json');
    const answer = await client.createAccess({
      name: 'shop',
      resources: [`key/${keyId}`],
      networks: ['127.0.0.0/8'],
      description: 'for tests',
      clientKeyFile,
    });
    expect(answer).toMatchObject({ clientKeyFile, accessPoint: 'shop', policy: 'shop', networkRule: 'shop' });
    expect(answer).not.toHaveProperty('clientKeyContent');
    expect(statSync(clientKeyFile).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(clientKeyFile, 'utf8')).KeyId).toBe(answer.clientKeyId);
    const days = (answer.notAfter.getTime() - answer.notBefore.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(5 * 365);

    const { keyMetadata } = await client.createKey({ dkmsInstanceId: kms.instanceId });
    await as({ clientKeyFile, password: answer.password }, async (holder) => {
      await holder.encrypt({ keyId, plaintext: 'hello' });
      await expect(holder.encrypt({ keyId: keyMetadata.keyId, plaintext: 'hello' })).rejects.toMatchObject({
        code: 'Forbidden.NoPermission',
      });
    });
    expect(await client.describePolicy({ name: 'shop' })).toMatchObject({
      permissions: ['RbacPermission/Template/CryptoServiceKeyUser'],
      accessControlRules: { networkRules: ['shop'] },
      kmsInstance: kms.instanceId,
      description: 'for tests',
    });
  });

  test('hands the client key out when no path is given, and takes password and dates', async () => {
    const password = 'correct-horse-1';
    const notBefore = new Date('2026-01-01T00:00:00Z');
    const notAfter = new Date('2099-01-01T00:00:00Z');
    const dkmsInstanceId = kms.instanceId;
    const secret = { secretName: 'access/db', secretData: 'value', versionId: 'v1' };
    await client.createSecret({ ...secret, encryptionKeyId: keyId, dkmsInstanceId });
    const answer = await client.createAccess({
      name: 'reader',
      resources: ['secret/access/db', 'key/*'],
      password,
      notBefore,
      notAfter,
    });
    expect(answer).toMatchObject({ notBefore, notAfter });
    expect(answer).not.toHaveProperty('password');
    expect(answer).not.toHaveProperty('networkRule');
    expect(inspect(answer)).not.toContain('PrivateKeyData');
    const { secretData } = await as({ clientKeyContent: answer.clientKeyContent, password }, (holder) =>
      holder.getSecretValue({ secretName: 'access/db' }),
    );
    expect(secretData).toBe('value');
    expect((await client.describePolicy({ name: 'reader' })).permissions).toHaveLength(2);
  });

  test('leaves nothing behind when a step fails', async () => {
    await client.createApplicationAccessPoint({ name: 'taken', policies: ['shop'] });
    const before = await everything();
    const clientKeyFile = join(folder, 'taken.json');
    const request = { name: 'taken', resources: ['key/*'], networks: ['10.0.0.1'], clientKeyFile };
    await expect(client.createAccess(request)).rejects.toMatchObject({
      code: 'Rejected.ResourceExist',
      api: 'CreateApplicationAccessPoint',
    });
    expect(await everything()).toEqual(before);
    expect(existsSync(clientKeyFile)).toBe(false);
  });

  test('makes nothing when the file is there already or cannot be, and keeps what is in it', async () => {
    const before = await everything();
    const existing = join(folder, 'existing.json');
    writeFileSync(existing, 'mine');
    for (const clientKeyFile of [existing, join(folder, 'no', 'such', 'folder.json')]) {
      await expect(client.createAccess({ name: 'filed', resources: ['key/*'], clientKeyFile })).rejects.toMatchObject({
        code: 'ClientKey.Unwritable',
        message: expect.stringContaining(clientKeyFile),
      });
    }
    expect(readFileSync(existing, 'utf8')).toBe('mine');
    expect(await everything()).toEqual(before);
  });

  test.each<[Partial<Record<keyof CreateAccessRequest, unknown>>, string]>([
    [{ name: '' }, 'name'],
    [{ resources: [] }, 'resources'],
    [{ resources: ['alias/app'] }, 'resources'],
    [{ resources: ['key/'] }, 'resources'],
    [{ permissions: [] }, 'permissions'],
    [{ networks: [] }, 'networks'],
    [{ networks: ['10.0.0.0/33'] }, 'networks'],
    [{ password: '12345678' }, 'password'],
    [{ password: 'short1' }, 'password'],
    [{ notBefore: new Date(Number.NaN) }, 'notBefore'],
    [{ notAfter: new Date(0) }, 'notAfter'],
    [{ notBefore: new Date('2090-01-01'), notAfter: new Date('2089-01-01') }, 'notAfter'],
    [{ network: ['10.0.0.1'] } as object, 'did you mean networks?'],
  ])('refuses %o before anything is made', async (fields, named) => {
    const before = await everything();
    const request = { name: 'refused', resources: ['key/*'], ...fields } as CreateAccessRequest;
    const failure = client.createAccess(request);
    await expect(failure).rejects.toMatchObject({ code: 'Request.Invalid', message: expect.stringContaining(named) });
    if (typeof fields.password === 'string') await expect(failure).rejects.not.toThrow(fields.password);
    expect(await everything()).toEqual(before);
  });
});

test('the CA of the instance is fetched from the public gateway', async () => {
  const { instanceConfig, publicConfig } = kms.clientConfig();
  const { ca: _, ...withoutCa } = instanceConfig;
  await using trusting = new Client({ instanceConfig: withoutCa, publicConfig });
  expect((await trusting.generateRandom({ length: 8 })).random).toHaveLength(8);
  await using lost = new Client({ instanceConfig: { ...withoutCa, instanceId: 'kst-missing' }, publicConfig });
  await expect(lost.generateRandom({ length: 8 })).rejects.toMatchObject({
    code: 'InstanceCa.Unavailable',
    cause: { code: 'Forbidden.DKMSInstanceNotFound' },
  });
});

test('a public key and a secret are read under the names of other SDKs', async () => {
  const { keyMetadata } = await client.createKey({ keySpec: 'EC_P256', dkmsInstanceId: kms.instanceId });
  const { keyId: signer, primaryKeyVersion: keyVersionId } = keyMetadata;
  const shared = await client.getPublicKeyBySharedEndpoint({ keyId: signer, keyVersionId });
  expect(shared.publicKey).toBe((await client.getPublicKey({ keyId: signer })).publicKey);
  await client.createSecret({ secretName: 'shared', secretData: 's', versionId: 'v1' });
  expect((await client.getSecretValueBySharedEndpoint({ secretName: 'shared' })).secretData).toBe('s');
});
