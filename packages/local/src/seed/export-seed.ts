import { type Kms, settleAll } from '../kms.js';
import { exportAccess, exportAccessKeys, exportInstances } from './export-access.js';
import { exportKeys } from './export-keys.js';
import { exportDataKeys, exportSecrets } from './export-secrets.js';
import { defined, some } from './exporting.js';
import type { Seed } from './types.js';

/**
 * Exports everything in a KMS as a seed, always in the same order: loading it into an empty KMS and exporting that returns
 * the same seed. It contains all key material, secret values and AccessKey secrets in plaintext; that is its purpose.
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
  // Never folds lines, and repeats equal parts instead of using aliases.
  return stringify(seed, { lineWidth: 0, aliasDuplicateObjects: false });
}
