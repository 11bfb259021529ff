import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionHarness, dayMs } from './harness.js';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
});
afterEach(() => kms.close());

const DataKeyName = 'orders';
const get = (parameters: object = {}) => kms.call('GetManagedDataKey', { DataKeyName, ...parameters });
const list = (parameters: object = {}) => kms.call('ListManagedDataKeyVersions', { DataKeyName, ...parameters });

test('a managed data key is there when it is first asked for, 32 bytes, and stays the same for a day', async () => {
  const first = await get();
  expect(first).toEqual({
    DataKeyName,
    DataKeyVersionId: expect.stringMatching(/^[A-Za-z0-9]{8}$/),
    DataKeyVersionName: `${DataKeyName}@${first.DataKeyVersionId}`,
    Plaintext: expect.any(String),
  });
  expect(Buffer.from(first.Plaintext, 'base64')).toHaveLength(32);
  kms.advanceMs(dayMs - 1);
  expect(await get({ UseLatest: 'true' })).toEqual(first);
  expect((await get({ DataKeyName: 'other' })).Plaintext).not.toBe(first.Plaintext);
});

test('after a day it has a new version, and the former one can be read by its id', async () => {
  const first = await get();
  kms.advanceDays(1);
  const second = await get({ UseLatest: 'true' });
  expect(second.Plaintext).not.toBe(first.Plaintext);
  expect(await get({ DataKeyVersionId: first.DataKeyVersionId })).toEqual(first);
  const page = await list();
  expect(page).toMatchObject({ DataKeyName, TotalCount: 2, PageNumber: 1, PageSize: 10 });
  expect(page.ManagedDataKeyVersions.ManagedDataKeyVersion).toEqual(
    [first, second].map(({ DataKeyVersionId, DataKeyVersionName }) => ({ DataKeyVersionId, DataKeyVersionName })),
  );
  const last = await list({ PageSize: '1', PageNumber: '2' });
  expect(last.ManagedDataKeyVersions.ManagedDataKeyVersion[0].DataKeyVersionId).toBe(second.DataKeyVersionId);
});

test('of many who ask first, all get the same key', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => get()));
  expect(new Set(answers.map((answer) => answer.Plaintext)).size).toBe(1);
});

test('what is not there is not found, and neither listing nor asking for a version makes it', async () => {
  expect(await kms.code('ListManagedDataKeyVersions', { DataKeyName })).toBe('Forbidden.ResourceNotFound');
  const unknown = { DataKeyName, DataKeyVersionId: 'xH6OPUmz' };
  expect(await kms.code('GetManagedDataKey', unknown)).toBe('Forbidden.ResourceNotFound');
  await get();
  expect(await kms.code('GetManagedDataKey', unknown)).toBe('Forbidden.ResourceNotFound');
});

test.each([
  [{ DataKeyName: 'with space' }, 'DataKeyName'],
  [{ DataKeyName: 'x'.repeat(256) }, 'DataKeyName'],
  [{ DataKeyVersionId: 'xH6OPUmz', UseLatest: 'true' }, 'UseLatest'],
])('%o is refused', async (parameters, name) => {
  await expect(get(parameters)).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining(name),
  });
});
