import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { expect, test } from 'vitest';
import { restoreBackup, storeBackup } from '../../src/recipes/backup/store-backup.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

test('the example stores, restores, refuses half a backup, and opens it without KMS', async () => {
  const { stdout } = await examples.run('recipes/backup');
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'Stored all of it, in plain: false',
    'Restored: the same',
    'Cut short: Envelope.IntegrityFailed',
  ]);
  expect(stdout).toMatch(/^With the identity from the safe: \d+ bytes, key of KMS: none$/m);
});

test('a program that fails half-way leaves no backup, and one of another day is not restored', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const client = new Client(examples.kms.clientConfig());
  const envelope = new Envelope({ kms: client, keys: ['alias/example'] });
  const context = { host: 'db-1', day: 'monday' };
  const place = join(folder, 'backup.age');
  const failing = ['sh', '-c', 'echo half; exit 3'] as const;
  await expect(storeBackup(envelope, failing, place, context)).rejects.toThrow('sh ended with 3');
  expect(await readdir(folder)).toEqual([]);
  await storeBackup(envelope, ['tar', '-c', '-C', import.meta.dirname, '.'], place, context);
  const restored = join(folder, 'restored');
  await expect(restoreBackup(envelope, place, restored, { ...context, day: 'tuesday' })).rejects.toMatchObject({
    code: 'Envelope.ContextMismatch',
  });
  expect(await readdir(folder)).toEqual(['backup.age']);
  await restoreBackup(envelope, place, restored, context);
  expect(existsSync(join(restored, 'backup.test.ts'))).toBe(true);
  await client.close();
  await rm(folder, { recursive: true });
});
