import { type Kms, settleAll } from '../kms.js';
import type { Database } from '../store/schema.js';
import { checkSeed } from './check-seed.js';
import { loadAccess, loadAccessKeys } from './load-access.js';
import { loadInstances } from './load-instances.js';
import { loadKeys, type NewMaterials, newMaterials } from './load-keys.js';
import { loadDataKeys, loadSecrets } from './load-secrets.js';
import { Loading } from './loading.js';
import type { Seed, SeedReport } from './types.js';

/**
 * Adds everything in a seed that does not exist yet: all of it or nothing. Existing resources stay exactly as they are: a
 * key gets no versions, aliases or tags, a secret no versions.
 *
 * @throws SeedError with `Seed.Invalid`
 */
export async function loadSeed(kms: Kms, seed: Seed): Promise<SeedReport> {
  const checked = await checkSeed(seed);
  // Deleted resources must not keep their names.
  await settleAll(kms);
  const materials = await newMaterials(kms.store.db, checked.keys);
  return kms.store.transaction((db) => loadSeedIn(kms, db, checked, materials));
}

/**
 * {@link loadSeed} inside a transaction.
 *
 * @param seed from `checkSeed` or `parseSeed`
 */
export async function loadSeedIn(
  kms: Kms,
  db: Database,
  seed: Seed,
  materials: NewMaterials = new Map(),
): Promise<SeedReport> {
  const loading = new Loading(kms, db);
  await loadInstances(loading, seed.instances);
  await loadAccessKeys(loading, seed.accessKeys);
  await loadKeys(loading, seed.keys, materials);
  await loadSecrets(loading, seed.secrets);
  await loadDataKeys(loading, seed.dataKeys);
  await loadAccess(loading, seed.access);
  // Cached credentials and rules may have changed.
  await kms.store.state.touch(db);
  return loading.report;
}
