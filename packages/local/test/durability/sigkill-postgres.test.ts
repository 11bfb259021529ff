import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';
import { killAgainAndAgain } from './kill-rounds.js';

const kills = 100;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-sigkill-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function killOn(database: TestDatabase, processes: number): Promise<number> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return await killAgainAndAgain({
      rounds: kills,
      processes,
      // Of each process its own: one that is killed leaves them.
      args: () => ['--files', mkdtempSync(join(folder, 'files-'))],
      env: { KMS_LOCAL_DATABASE: database.url, KMS_LOCAL_PASSPHRASE: 'correct horse' },
      query: async (sql) => (await client.query(sql)).rows,
    });
  } finally {
    await client.end();
  }
}

describe.skipIf(!hasPostgres)('killed with SIGKILL while it writes', { concurrent: true }, () => {
  test.each([
    [`a local KMS on PostgreSQL has every acknowledged write afterwards, and nothing by half (${kills} kills)`, 1],
    [`one of two on one PostgreSQL: the other goes on without an error, and has every write (${kills} kills)`, 2],
  ])('%s', { timeout: 300_000 }, async (_title, processes) => {
    const database = await testDatabase('nothing');
    try {
      expect(await killOn(database, processes)).toBeGreaterThan(kills);
    } finally {
      await database.drop();
    }
  });
});
