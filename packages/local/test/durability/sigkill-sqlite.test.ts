import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killAgainAndAgain } from './kill-rounds.js';

/** Two at a time: one starts while the other is written to. */
const directories = 2;
const killsPerDirectory = 50;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-sigkill-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function query(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const database = new Libsql(file);
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

describe.concurrent('killed with SIGKILL while it writes, a local KMS on a directory', () => {
  test.each(Array.from({ length: directories }, (_, index) => index + 1))(
    `has every acknowledged write afterwards, and nothing by half (${killsPerDirectory} kills, directory %i)`,
    { timeout: 300_000 },
    async (number) => {
      const dataDir = join(folder, String(number));
      const file = join(dataDir, 'kms.db');
      const writes = await killAgainAndAgain({
        rounds: killsPerDirectory,
        args: () => ['--data', dataDir],
        query: (sql) => query(file, sql),
      });
      expect(writes).toBeGreaterThan(killsPerDirectory);
      expect(await query(file, 'pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
      expect(await query(file, 'pragma foreign_key_check')).toEqual([]);
    },
  );
});
