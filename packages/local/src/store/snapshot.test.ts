import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionHarness, base64 } from '../../test/actions/harness.js';
import { restoreSnapshot, takeSnapshot } from './snapshot.js';

const opened: ActionHarness[] = [];
let kms: ActionHarness;

async function open(): Promise<ActionHarness> {
  const harness = await ActionHarness.open();
  opened.push(harness);
  return harness;
}

beforeEach(async () => {
  kms = await open();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((harness) => harness.close()));
});

const take = ({ kms: { store } } = kms): Promise<string> => store.transaction((db) => takeSnapshot(store, db));
const restore = (text: string, { kms: { store } } = kms): Promise<void> =>
  store.transaction((db) => restoreSnapshot(store, db, text));

const tablesOf = (snapshot: string): object => JSON.parse(snapshot).tables;

/** Something of every kind, with references between them. */
async function fill(): Promise<{ keyId: string; CiphertextBlob: string }> {
  const keyId = await kms.newKey({ Tags: '[{"TagKey":"a","TagValue":"b"}]' });
  await kms.call('CreateAlias', { KeyId: keyId, AliasName: 'alias/a' });
  await kms.call('CreateSecret', { SecretName: 's', SecretData: 'one', VersionId: 'v1', EncryptionKeyId: keyId });
  await kms.call('PutSecretValue', { SecretName: 's', SecretData: 'two', VersionId: 'v2' });
  await kms.call('CreateNetworkRule', { Name: 'n', Type: 'Private', SourcePrivateIp: '["10.0.0.0/8"]' });
  const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: keyId, Plaintext: base64('hello') });
  return { keyId, CiphertextBlob };
}

test('what was made since is gone, what was deleted or changed is back', async () => {
  const { keyId, CiphertextBlob } = await fill();
  const snapshot = await take();
  const later = await kms.newKey();
  await kms.call('DeleteAlias', { AliasName: 'alias/a' });
  await kms.call('DeleteSecret', { SecretName: 's', ForceDeleteWithoutRecovery: 'true' });
  await kms.call('DisableKey', { KeyId: keyId });

  await restore(snapshot);

  expect(await kms.code('DescribeKey', { KeyId: later })).toBe('Forbidden.KeyNotFound');
  expect((await kms.call('Decrypt', { CiphertextBlob })).Plaintext).toBe(base64('hello'));
  expect((await kms.call('DescribeKey', { KeyId: 'alias/a' })).KeyMetadata.KeyId).toBe(keyId);
  expect((await kms.call('GetSecretValue', { SecretName: 's', VersionStage: 'ACSPrevious' })).SecretData).toBe('one');
  expect(tablesOf(await take())).toEqual(tablesOf(snapshot));
});

test('what is created after a restore comes last in lists', async () => {
  const { keyId } = await fill();
  const snapshot = await take();
  await kms.newKey();
  await restore(snapshot);
  const next = await kms.newKey();
  const { Keys } = await kms.call('ListKeys');
  expect(Keys.Key.map(({ KeyId }: { KeyId: string }) => KeyId)).toEqual([keyId, next]);
});

test('more rows than go into one statement', async () => {
  for (let count = 0; count < 250; count += 1) await kms.call('CreateAlias', await alias(count));
  const snapshot = await take();
  await restore(snapshot);
  expect(tablesOf(await take())).toEqual(tablesOf(snapshot));
});

let firstKey: string | undefined;
async function alias(count: number) {
  if (count === 0) firstKey = await kms.newKey();
  return { KeyId: firstKey, AliasName: `alias/${count}` };
}

test('a snapshot of another KMS, or none, is refused, and nothing is lost', async () => {
  const { keyId } = await fill();
  const snapshot = await take();
  const foreign = await take(await open());
  const damaged = [foreign, snapshot.slice(0, -1), 'null', '{}', snapshot.replace('snapshot-1', 'snapshot-2'), ''];
  for (const text of damaged) {
    await expect(restore(text)).rejects.toMatchObject({ name: 'StoreError', code: 'Store.SnapshotUnusable' });
  }
  expect(await kms.state(keyId)).toBe('Enabled');
});
