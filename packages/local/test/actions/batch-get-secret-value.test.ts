import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActionHarness } from './harness.js';

let kms: ActionHarness;
beforeEach(async () => {
  kms = await ActionHarness.open();
  for (const name of ['one', 'two']) {
    const ExtendedConfig = { CustomData: { of: name } };
    await kms.call('CreateSecret', {
      SecretName: name,
      SecretData: `value of ${name}`,
      VersionId: 'v1',
      ExtendedConfig,
    });
  }
});
afterEach(() => kms.close());

const batch = (SecretsList: unknown) => kms.call('BatchGetSecretValue', { SecretsList });

test('answers each secret as GetSecretValue does, and what went wrong with the others', async () => {
  await kms.call('PutSecretValue', { SecretName: 'two', SecretData: 'newer', VersionId: 'v2' });
  await kms.call('DeleteSecret', { SecretName: 'one' });
  const { SecretValues, Errors } = await batch([
    { SecretName: 'one' },
    { SecretName: 'two', FetchExtendedConfig: 'true' },
    { SecretName: 'none' },
    { SecretName: 'two', VersionId: 'v1' },
    { SecretName: 'two', VersionStage: 'ACSPrevious' },
  ]);
  expect(SecretValues).toEqual([
    {
      ...(await kms.call('GetSecretValue', { SecretName: 'two', FetchExtendedConfig: 'true' })),
      RequestId: expect.any(String),
    },
    expect.objectContaining({ SecretData: 'value of two', ExtendedConfig: undefined }),
    expect.objectContaining({ VersionId: 'v1' }),
  ]);
  expect(Errors).toEqual([
    { SecretName: 'one', Code: 'Rejected.PendingDeletion', HttpStatus: 409, Message: expect.any(String) },
    { SecretName: 'none', Code: 'Forbidden.ResourceNotFound', HttpStatus: 404, Message: expect.any(String) },
  ]);
});

test.each([[undefined], [[]], [[{}]], ['one'], [[null]]])('of %o is refused', async (list) => {
  await expect(batch(list)).rejects.toMatchObject({ message: expect.stringContaining('SecretsList') });
});
