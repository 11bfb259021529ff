import { access, accessKeys, instances } from './check-access.js';
import { keys, withDefaults } from './check-keys.js';
import { dataKeys, secrets } from './check-secrets.js';
import { fields, rejectDuplicates } from './checks.js';
import { normalMaterial } from './material-text.js';
import type { Seed, SeedKey } from './types.js';

const shape = fields<Seed>([], { keys, secrets, dataKeys, accessKeys, access, instances });

/** Seeds that have passed {@link checkSeed}. */
const checked = new WeakSet<Seed>();

/**
 * Checks everything in a seed that can be checked without a KMS.
 *
 * @returns a copy with normalised key material, which must not be changed: passing it in again returns it at once
 * @throws SeedError with `Seed.Invalid`, for the first mistake
 */
export async function checkSeed(value: unknown): Promise<Seed> {
  if (checked.has(value as Seed)) return value as Seed;
  const seed = shape(value, '');
  checkNames(seed);
  for (const [index, key] of (seed.keys ?? []).entries()) await checkMaterials(key, `keys[${index}]`);
  checked.add(seed);
  return seed;
}

function checkNames(seed: Seed): void {
  const { keys = [], access = {} } = seed;
  const none = <T>(entries: readonly T[] | undefined, list: string, field: keyof T & string) =>
    rejectDuplicates(
      (entries ?? []).map((entry) => entry[field] as string),
      (index) => `${list}[${index}].${field}`,
    );
  none(keys, 'keys', 'id');
  none(seed.secrets, 'secrets', 'name');
  none(seed.dataKeys, 'dataKeys', 'name');
  none(seed.accessKeys, 'accessKeys', 'id');
  none(seed.instances, 'instances', 'id');
  none(access.networkRules, 'access.networkRules', 'name');
  none(access.policies, 'access.policies', 'name');
  none(access.accessPoints, 'access.accessPoints', 'name');
  none(access.clientKeys, 'access.clientKeys', 'id');
  rejectDuplicatesIn(
    keys,
    ({ aliases = [] }) => aliases,
    (key, index) => `keys[${key}].aliases[${index}]`,
  );
  rejectDuplicatesIn(
    keys,
    ({ versions = [] }) => versions.map(({ id }) => id),
    (key, index) => `keys[${key}].versions[${index}].id`,
  );
}

/** {@link rejectDuplicates} across the parts of all keys. */
function rejectDuplicatesIn(
  keys: readonly SeedKey[],
  partsOf: (key: SeedKey) => readonly (string | undefined)[],
  pathOf: (key: number, index: number) => string,
): void {
  const parts = keys.flatMap((key, at) => partsOf(key).map((part, index) => ({ part, at, index })));
  rejectDuplicates(
    parts.map(({ part }) => part),
    (found) => {
      const { at, index } = parts[found] as (typeof parts)[number];
      return pathOf(at, index);
    },
  );
}

async function checkMaterials(key: SeedKey, path: string): Promise<void> {
  const { spec, versions } = withDefaults(key);
  for (const [index, version] of versions.entries()) {
    if (version.material === undefined) continue;
    version.material = await normalMaterial(spec, version.material, `${path}.versions[${index}].material`);
  }
}
