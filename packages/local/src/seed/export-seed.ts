import { type Kms, settleAll } from '../kms.js';
import { exportAccess, exportAccessKeys, exportInstances } from './export-access.js';
import { exportKeys } from './export-keys.js';
import { exportDataKeys, exportSecrets } from './export-secrets.js';
import { defined, some } from './exporting.js';
import type { Seed } from './types.js';

/**
 * Everything that a KMS holds, in the form of a seed and always in the same order: loaded into an empty KMS and exported
 * from there, it is the same. All key material, secret values and AccessKey secrets are in it in clear; that is what it
 * is for.
 */
export async function exportSeed(kms: Kms): Promise<Seed> {
  await settleAll(kms);
  return kms.store.transaction(async (db) =>
    defined({
      keys: some(await exportKeys(kms, db)),
      secrets: some(await exportSecrets(kms, db)),
      dataKeys: some(await exportDataKeys(kms, db)),
      accessKeys: some(await exportAccessKeys(kms, db)),
      access: await exportAccess(kms, db),
      instances: some(await exportInstances(kms, db)),
    }),
  );
}

/** The text of a seed file. */
export async function formatSeed(seed: Seed, format: 'yaml' | 'json'): Promise<string> {
  if (format === 'json') return `${JSON.stringify(seed, undefined, 2)}\n`;
  const { stringify } = await import('yaml');
  // A line stays a line, and what is the same in two places is written twice.
  return stringify(seed, { lineWidth: 0, aliasDuplicateObjects: false });
}
