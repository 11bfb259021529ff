import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrate } from '../support/postgres-server.js';
import { type TestStorage, testStorage } from '../support/storage.js';
import { ActionHarness, type Answer, base64, dayMs } from './harness.js';

let storage: TestStorage;
let harness: ActionHarness;

/** From now on the engine refuses to write, or no more. */
async function setReadOnly(is: boolean): Promise<void> {
  if (!('url' in storage.options)) {
    await sql.raw(`pragma query_only = ${is ? 'on' : 'off'}`).execute(harness.kms.store.db);
    return;
  }
  // Sessions that are there already keep what they have begun with.
  await administrate(storage.options.url, async (client) => {
    const name = client.escapeIdentifier(client.database as string);
    await client.query('set default_transaction_read_only = off');
    await client.query(`alter database ${name} set default_transaction_read_only = ${is ? 'on' : 'off'}`);
    await client.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  });
}

async function importedKey(expiresAt: number): Promise<string> {
  const keyId = await harness.newKey({ Origin: 'EXTERNAL' });
  const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
  const { PublicKey, ImportToken } = await harness.call('GetParametersForImport', { KeyId: keyId, ...wrapping });
  const key = createPublicKey({ key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  await harness.call('ImportKeyMaterial', {
    KeyId: keyId,
    ImportToken,
    EncryptedKeyMaterial: publicEncrypt({ key, ...padding }, randomBytes(32)).toString('base64'),
    KeyMaterialExpireUnix: String(expiresAt / 1000),
  });
  return keyId;
}

const encrypt = (keyId: string): Promise<Answer> =>
  harness.call('Encrypt', { KeyId: keyId, Plaintext: base64('hello') });
const decrypt = ({ CiphertextBlob }: Answer): Promise<Answer> => harness.call('Decrypt', { CiphertextBlob });
const primaryVersion = async (keyId: string): Promise<string> =>
  (await harness.call('DescribeKey', { KeyId: keyId })).KeyMetadata.PrimaryKeyVersion;

describe('what falls due while the database is read-only', () => {
  let deleted: string;
  let expired: string;
  let rotated: string;
  const ciphertexts = new Map<string, Answer>();

  beforeAll(async () => {
    storage = await testStorage();
    harness = await ActionHarness.open(storage);
    deleted = await harness.newKey();
    expired = await importedKey(harness.now() + 7 * dayMs);
    rotated = await harness.newKey({ EnableAutomaticRotation: 'true', RotationInterval: '7d' });
    for (const keyId of [deleted, expired, rotated]) ciphertexts.set(keyId, await encrypt(keyId));
    await harness.call('ScheduleKeyDeletion', { KeyId: deleted, PendingWindowInDays: '7' });
    await harness.call('CreateSecret', {
      SecretName: 'acs/ram/user/rotated',
      SecretType: 'RAMCredentials',
      SecretData: JSON.stringify({ AccessKeys: [{ AccessKeyId: 'LTAI5tExample', AccessKeySecret: 'x'.repeat(30) }] }),
      VersionId: 'v1',
      ExtendedConfig: { UserName: 'rotated' },
      EnableAutomaticRotation: 'true',
      RotationInterval: '7d',
    });
    await setReadOnly(true);
    harness.advanceDays(8);
  });
  afterAll(async () => {
    await setReadOnly(false);
    await harness.close();
    await storage.remove();
  });

  test('a key whose deletion is due is gone', async () => {
    expect(await harness.code('DescribeKey', { KeyId: deleted })).toBe('Forbidden.KeyNotFound');
    expect(await harness.code('Decrypt', { CiphertextBlob: ciphertexts.get(deleted).CiphertextBlob })).toBe(
      'Forbidden.KeyNotFound',
    );
  });

  test('imported material that has expired is not used', async () => {
    expect(await harness.state(expired)).toBe('PendingImport');
    expect(await harness.code('Encrypt', { KeyId: expired, Plaintext: 'eA==' })).toBe('Rejected.PendingImport');
    expect(await harness.code('Decrypt', { CiphertextBlob: ciphertexts.get(expired).CiphertextBlob })).toBe(
      'Rejected.PendingImport',
    );
  });

  test('a key whose rotation is due works with the version that it has', async () => {
    const version = await primaryVersion(rotated);
    expect(await decrypt(ciphertexts.get(rotated))).toMatchObject({ Plaintext: base64('hello') });
    expect(await decrypt(await encrypt(rotated))).toMatchObject({ Plaintext: base64('hello') });
    expect(await primaryVersion(rotated)).toBe(version);
  });

  test('a secret whose rotation is due is read as it is', async () => {
    const { VersionId } = await harness.call('GetSecretValue', { SecretName: 'acs/ram/user/rotated' });
    expect(VersionId).toBe('v1');
  });

  test('lists go on, and a write is a clear error', async () => {
    expect((await harness.call('ListKeys')).Keys.Key.length).toBeGreaterThan(0);
    expect((await harness.call('ListSecrets')).SecretList.Secret).toHaveLength(1);
    await expect(harness.call('CreateKey')).rejects.toMatchObject({ trouble: 'readOnly' });
  });

  test('once it can be written again, everything that was due is made up for', async () => {
    const version = await primaryVersion(rotated);
    await setReadOnly(false);
    expect(await primaryVersion(rotated)).not.toBe(version);
    expect(await decrypt(ciphertexts.get(rotated))).toMatchObject({ Plaintext: base64('hello') });
    expect((await harness.call('GetSecretValue', { SecretName: 'acs/ram/user/rotated' })).VersionId).not.toBe('v1');
    expect((await harness.call('ListKeys')).Keys.Key).toHaveLength(2);
  });
});
