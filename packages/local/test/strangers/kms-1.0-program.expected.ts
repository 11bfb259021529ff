import { expect } from 'vitest';

/** What the program of KMS 1.0 sees when all is well. */
export const seenByKms10Program = {
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
};
