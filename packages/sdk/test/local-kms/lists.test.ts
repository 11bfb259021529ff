import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, type OperationOptions } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

async function newKey(): Promise<string> {
  const { keyMetadata } = await client.createKey({ dkmsInstanceId: kms.instanceId });
  return keyMetadata.keyId;
}

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

test('keys, with filters, over several pages', async () => {
  const keyIds = await Promise.all(Array.from({ length: 7 }, newKey));
  const [disabled, ...enabled] = keyIds as [string, ...string[]];
  await client.disableKey({ keyId: disabled });
  const everything = await all(client.keys({ pageSize: 3 }));
  expect(everything.map(({ keyId }) => keyId)).toEqual(expect.arrayContaining(keyIds));
  const filters = [{ key: 'KeyState', values: ['Enabled'] }];
  const found = (await all(client.keys({ filters, pageSize: 2 }))).map(({ keyId }) => keyId);
  expect(found).toEqual(expect.arrayContaining(enabled));
  expect(found).not.toContain(disabled);
});

test('aliases of a key and of the account, more than fit on a page', async () => {
  const keyId = await newKey();
  const names = Array.from({ length: 101 }, (_, index) => `alias/lists-${String(index).padStart(3, '0')}`);
  for (const aliasName of names) await client.createAlias({ keyId, aliasName });
  const ofKey = await all(client.aliasesByKeyId({ keyId }));
  expect(ofKey.map(({ aliasName }) => aliasName).sort()).toEqual(names);
  expect(await all(client.aliases({ pageSize: 40 }))).toEqual(expect.arrayContaining(ofKey));
});

test('secrets and their versions', async () => {
  await client.createSecret({ secretName: 'lists/one', secretData: '1', versionId: 'v1' });
  await client.createSecret({ secretName: 'lists/two', secretData: '2', versionId: 'v1' });
  await client.putSecretValue({ secretName: 'lists/two', secretData: '3', versionId: 'v2' });
  const filters = [{ key: 'SecretName', values: ['lists/one', 'lists/two'] }];
  const secrets = await all(client.secrets({ filters, pageSize: 1 }));
  expect(secrets.map(({ secretName }) => secretName).sort()).toEqual(['lists/one', 'lists/two']);
  const versions = await all(client.secretVersions({ secretName: 'lists/two', pageSize: 1 }));
  expect(versions.map(({ versionId }) => versionId).sort()).toEqual(['v1', 'v2']);
});

test('versions of a key', async () => {
  const keyId = await newKey();
  const versions = await all(client.keyVersions({ keyId }));
  expect(versions).toEqual([expect.objectContaining({ keyId, creationDate: expect.any(Date) })]);
});

test('tags of many keys, with tokens', async () => {
  const keyIds = await Promise.all(Array.from({ length: 6 }, newKey));
  const tag = Array.from({ length: 20 }, (_, index) => ({ key: `t${index}`, value: 'v' }));
  for (const resourceId of keyIds) await client.tagResources({ resourceType: 'key', resourceId: [resourceId], tag });
  const tagged = await all(client.taggedResources({ resourceType: 'key', resourceId: keyIds }));
  expect(tagged).toHaveLength(120);
  expect(new Set(tagged.map(({ resourceId, tagKey }) => `${resourceId} ${tagKey}`)).size).toBe(120);
});

test('an error and a signal come out of the loop', async () => {
  await expect(all(client.keyVersions({ keyId: 'key-missing' }))).rejects.toMatchObject({
    code: 'Forbidden.KeyNotFound',
  });
  const controller = new AbortController();
  const options: OperationOptions = { signal: controller.signal };
  const walk = async () => {
    for await (const _ of client.keys({ pageSize: 1 }, options)) controller.abort(new Error('enough'));
  };
  await expect(walk()).rejects.toThrow('enough');
});

test('a tag without a value and a cleared description are empty text, and copied to another key', async () => {
  const dkmsInstanceId = kms.instanceId;
  const made = await client.createKey({ dkmsInstanceId, description: 'x', tags: [{ tagKey: 'team', tagValue: '' }] });
  const { keyId } = made.keyMetadata;
  await client.updateKeyDescription({ keyId, description: '' });
  expect((await client.describeKey({ keyId })).keyMetadata.description).toBe('');
  const { tags } = await client.listResourceTags({ keyId });
  expect(tags).toMatchObject([{ tagKey: 'team', tagValue: '' }]);
  const copied = tags.map(({ tagKey, tagValue }) => ({ tagKey, tagValue }));
  const copy = await client.createKey({ dkmsInstanceId, tags: copied });
  expect((await client.listResourceTags({ keyId: copy.keyMetadata.keyId })).tags).toMatchObject(copied);
});
