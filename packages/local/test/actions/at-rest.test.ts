import { afterEach, beforeEach, expect, test } from 'vitest';
import { SealBrokenError } from '../../src/store/sealed.js';
import { type KeptStorage, keptStorage } from '../support/storage.js';
import { ActionHarness } from './harness.js';

let storage: KeptStorage;
beforeEach(async () => {
  storage = await keptStorage();
});
afterEach(() => storage.remove());
const open = () => ActionHarness.open(storage);

test('keys, versions, aliases, tags, secrets and managed data keys are there after a restart', async () => {
  const before = await open();
  const KeyId = await before.newKey({ Tags: '[{"TagKey":"a","TagValue":"b"}]' });
  await before.call('CreateAlias', { KeyId, AliasName: 'alias/kept' });
  const { CiphertextBlob } = await before.call('Encrypt', { KeyId, Plaintext: 'x' });
  await before.call('CreateSecret', { SecretName: 's', SecretData: 'one', VersionId: 'v1' });
  await before.call('PutSecretValue', { SecretName: 's', SecretData: 'two', VersionId: 'v2' });
  const dataKey = await before.call('GetManagedDataKey', { DataKeyName: 'd' });
  await before.close();

  const after = await open();
  expect((await after.call('Decrypt', { CiphertextBlob })).Plaintext).toBe('x');
  expect((await after.call('DescribeKey', { KeyId: 'alias/kept' })).KeyMetadata.KeyId).toBe(KeyId);
  expect((await after.call('ListResourceTags', { KeyId })).Tags.Tag).toHaveLength(1);
  const previous = await after.call('GetSecretValue', { SecretName: 's', VersionStage: 'ACSPrevious' });
  expect(previous.SecretData).toBe('one');
  expect(await after.call('GetManagedDataKey', { DataKeyName: 'd' })).toEqual(dataKey);
  await after.close();
});

test('neither key material nor secret values are readable in what is stored', async () => {
  const kms = await open();
  const KeyId = await kms.newKey();
  await kms.call('CreateSecret', { SecretName: 's', SecretData: 'the-value-of-this-secret', VersionId: 'v1' });
  const { KeyMetadata } = await kms.call('DescribeKey', { KeyId });
  const key = await kms.kms.keys.find(KeyId, 'Encrypt');
  const material = (await kms.kms.keys.material(key)).secretBytes;
  const { Plaintext } = await kms.call('GetManagedDataKey', { DataKeyName: 'd' });
  const dataKey = Buffer.from(Plaintext, 'base64');
  const needles = [material, dataKey, Buffer.from('the-value-of-this-secret')].map((bytes) => Buffer.from(bytes));
  const whileOpen = await storage.content();
  await kms.close();
  for (const content of [whileOpen, await storage.content()]) {
    // What is public is found, so the search works.
    expect(content.includes(KeyMetadata.PrimaryKeyVersion)).toBe(true);
    for (const needle of needles) expect(content.includes(needle)).toBe(false);
  }
});

test('material that was moved to another version, or a secret value to another secret, does not open', async () => {
  const kms = await open();
  const [one, two] = [await kms.newKey(), await kms.newKey()];
  for (const SecretName of ['a', 'b']) {
    await kms.call('CreateSecret', { SecretName, SecretData: `of ${SecretName}`, VersionId: 'v1' });
  }
  const { db } = kms.kms.store;
  const version = await db.selectFrom('key_versions').selectAll().where('key_id', '=', one).executeTakeFirstOrThrow();
  await db
    .updateTable('key_versions')
    .set({ sealed_material: version.sealed_material })
    .where('key_id', '=', two)
    .execute();
  await expect(kms.call('Encrypt', { KeyId: two, Plaintext: 'x' })).rejects.toBeInstanceOf(SealBrokenError);
  const value = await db
    .selectFrom('secret_versions')
    .selectAll()
    .where('secret_name', '=', 'a')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('secret_versions')
    .set({ sealed_data: value.sealed_data })
    .where('secret_name', '=', 'b')
    .execute();
  await expect(kms.call('GetSecretValue', { SecretName: 'b' })).rejects.toBeInstanceOf(SealBrokenError);
  await kms.close();
});
