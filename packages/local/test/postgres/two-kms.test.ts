import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKms } from '../../src/kms.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ActionHarness, codeOf, identity } from '../actions/harness.js';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';

const rootKey = { key: Buffer.alloc(32, 7) };
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.skipIf(!hasPostgres)('two KMS on one database', () => {
  let database: TestDatabase;
  const stores: Store[] = [];
  let one: ActionHarness;
  let two: ActionHarness;
  const open = async (): Promise<ActionHarness> => {
    const store = await openStore({ url: database.url, rootKey });
    stores.push(store);
    return new ActionHarness((clock) => createKms({ store, clock, identity }));
  };
  beforeEach(async () => {
    database = await testDatabase();
    [one, two] = [await open(), await open()];
    await one.kms.instances.makeFirst(identity.instanceId);
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await database.drop();
  });
  const each = <T>(count: number, work: (kms: ActionHarness, index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(numbers(count).map((index) => work(index % 2 === 0 ? one : two, index)));

  test('both use the keys and secrets of either', async () => {
    const KeyId = await one.newKey();
    const { CiphertextBlob } = await two.call('Encrypt', { KeyId, Plaintext: 'x' });
    expect((await one.call('Decrypt', { CiphertextBlob })).Plaintext).toBe('x');
    await two.call('DisableKey', { KeyId });
    expect(await one.code('Decrypt', { CiphertextBlob })).toBe('Rejected.Disabled');
    await one.call('CreateSecret', { SecretName: 's', SecretData: 'one', VersionId: 'v1' });
    await two.call('PutSecretValue', { SecretName: 's', SecretData: 'two', VersionId: 'v2' });
    expect((await one.call('GetSecretValue', { SecretName: 's' })).SecretData).toBe('two');
  });

  test('of many that create one alias, secret or policy at once, one wins', async () => {
    const KeyId = await one.newKey();
    const policy = {
      Name: 'p',
      Permissions: '["RbacPermission/Template/CryptoServiceKeyUser"]',
      Resources: '["key/*"]',
    };
    const creations: [string, Record<string, string>][] = [
      ['CreateAlias', { KeyId, AliasName: 'alias/one' }],
      ['CreateSecret', { SecretName: 'one', SecretData: 'x', VersionId: 'v1' }],
      ['CreatePolicy', policy],
      ['CreateNetworkRule', { Name: 'n', Type: 'Private' }],
    ];
    for (const [api, parameters] of creations) {
      const codes = await each(8, (kms) => kms.code(api, parameters));
      expect([api, ...codes.toSorted()]).toEqual([api, ...Array(7).fill('Rejected.ResourceExist'), 'ok']);
    }
  });

  test('values that are put at once are all kept, each stage on one version', async () => {
    await one.call('CreateSecret', { SecretName: 's', SecretData: 'v0', VersionId: 'v0' });
    await each(8, (kms, index) =>
      kms.call('PutSecretValue', { SecretName: 's', SecretData: `value ${index}`, VersionId: `put${index}` }),
    );
    const { VersionIds } = await two.call('ListSecretVersionIds', { SecretName: 's', IncludeDeprecated: 'true' });
    const versions: { VersionId: string; VersionStages: { VersionStage: string[] } }[] = VersionIds.VersionId;
    const found = versions.map(({ VersionId }) => VersionId).toSorted();
    expect(found).toEqual([...numbers(8).map((index) => `put${index}`), 'v0']);
    const stages = versions.flatMap(({ VersionStages }) => VersionStages.VersionStage);
    expect(stages.toSorted()).toEqual(['ACSCurrent', 'ACSPrevious']);
    for (const index of numbers(8)) {
      const value = await one.call('GetSecretValue', { SecretName: 's', VersionId: `put${index}` });
      expect(value.SecretData).toBe(`value ${index}`);
    }
  });

  test('a rotation that is due is done once, whoever sees it first', async () => {
    const KeyId = await one.newKey({ EnableAutomaticRotation: 'true', RotationInterval: '7d' });
    one.advanceDays(8);
    two.advanceDays(8);
    await each(10, (kms) => kms.call('Encrypt', { KeyId, Plaintext: 'x' }));
    expect((await one.call('ListKeyVersions', { KeyId })).TotalCount).toBe(2);
  });

  test('a limit holds for both together', async () => {
    const KeyId = await one.newKey();
    const tag = (index: number) => `[{"TagKey":"k${index}","TagValue":"v"}]`;
    const codes = await each(24, (kms, index) => codeOf(kms.call('TagResource', { KeyId, Tags: tag(index) })));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(20);
    expect((await two.call('ListResourceTags', { KeyId })).Tags.Tag).toHaveLength(20);
  });
});
