import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { runStranger } from './run-stranger.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms();
});
afterAll(() => kms.close());

test('the official KMS 1.0 client for Node.js finds each of its APIs', async () => {
  expect(await runStranger('./alicloud-kms20160120.cjs', kms)).toEqual({
    keys: {
      description: 'made by a stranger & 密钥 *~',
      states: ['Enabled', 'Disabled', 'PendingDeletion', 'Enabled'],
      changed: 'new',
      listed: true,
      version: true,
      aliases: ['alias/stranger'],
      allAliases: 1,
      tags: [['team', 'orders']],
      secondVersion: 'Rejected.LimitExceededError',
      unknownKey: {
        code: 'Forbidden.KeyNotFoundError',
        message: expect.stringContaining('code: 404, The specified Key is not found.'),
      },
      service: 'InvalidAction.NotFoundError',
      regions: true,
    },
    importedKey: ['Enabled', 'PendingImport'],
    cryptography: {
      decrypted: 'hello from KMS 1.0',
      dataKeyOpens: true,
      sealedBytes: 16,
      verified: true,
      asymmetric: 'to RSA',
      publicKey: 'rsa',
    },
    secrets: {
      value: ['first & 密', ['ACSCurrent']],
      versions: ['v1', 'v2'],
      listed: ['stranger/one'],
      described: 'new',
      deleted: 'Rejected.PendingDeletionError',
      password: 12,
    },
    apis: 45,
    notCalled: [],
  });
});
