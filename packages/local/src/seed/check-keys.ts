import {
  defaultKeySpec,
  defaultKeyUsage,
  type KeySpec,
  type KeyUsage,
  keySpecs,
  limits,
} from 'alibabacloud-kms-sdk/internal';
import {
  checkAliasName,
  checkOrigin,
  checkRotatable,
  checkUsageOfSpec,
  readRotationInterval,
} from '../keys/key-rules.js';
import type { KeyOrigin, KeyState } from '../store/kinds.js';
import { also, bounded, fields, flag, like, list, oneOf, orNull, set, text } from './checks.js';
import { valid, wrong } from './seed-error.js';
import { description, identifier, instance, isSymmetricSpec, policy, tags, time, valuesOf } from './shapes.js';
import type { SeedKey, SeedKeyRotation, SeedKeyVersion } from './types.js';

const states: readonly KeyState[] = ['Enabled', 'Disabled', 'PendingDeletion', 'PendingImport'];

const version = fields<SeedKeyVersion>([], {
  id: like(
    new RegExp(`^[A-Za-z0-9-]{${limits.keyVersionIdLength}}$`),
    `${limits.keyVersionIdLength} letters, digits and -, as a UUID has them`,
  ),
  material: text,
  materialSha256: like(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  createdAt: time,
});

const rotation = also(
  fields<SeedKeyRotation>(['interval'], {
    interval: also(text, (found, path) => void valid(path, () => readRotationInterval(found))),
    enabled: flag,
    nextAt: time,
  }),
  ({ enabled, nextAt }, path) => {
    if (enabled === false && nextAt !== undefined)
      throw wrong(`${path}.nextAt`, 'nothing is next when enabled is false');
  },
);

const shape = fields<SeedKey>(['id'], {
  id: identifier(64),
  spec: oneOf(Object.keys(keySpecs) as KeySpec[]),
  usage: oneOf(valuesOf<KeyUsage>('CreateKey', 'KeyUsage')),
  origin: oneOf(valuesOf<KeyOrigin>('CreateKey', 'Origin')),
  instance: orNull(instance),
  protectionLevel: oneOf(valuesOf<'SOFTWARE' | 'HSM'>('CreateKey', 'ProtectionLevel')),
  description,
  state: oneOf(states),
  deleteAt: time,
  deletionProtection: flag,
  deletionProtectionDescription: bounded(limits.descriptionMaxChars),
  rotation,
  policy,
  aliases: set(also(text, (name, path) => valid(path, () => checkAliasName(name)))),
  tags,
  createdAt: time,
  materialExpiresAt: time,
  versions: list(version, { min: 1 }),
});

/** A key of a seed, with its defaults. */
export const withDefaults = (key: SeedKey) => {
  const { spec = defaultKeySpec, origin = 'Aliyun_KMS', versions = [{}] } = key;
  const hasMaterial = origin !== 'EXTERNAL' || versions[0]?.material !== undefined;
  const { usage = defaultKeyUsage(keySpecs[spec]), state = usualState(key, hasMaterial) } = key;
  return { ...key, spec, origin, usage, state, versions, hasMaterial };
};

function usualState({ deleteAt }: SeedKey, hasMaterial: boolean): KeyState {
  if (deleteAt !== undefined) return 'PendingDeletion';
  return hasMaterial ? 'Enabled' : 'PendingImport';
}

export const keys = list(
  also(shape, (key, path) => {
    const { spec, usage, origin, versions } = withDefaults(key);
    valid(`${path}.usage`, () => checkUsageOfSpec(spec, usage));
    valid(`${path}.origin`, () => checkOrigin(spec, origin));
    if (key.rotation) valid(`${path}.rotation`, () => checkRotatable({ spec, origin }));
    if (key.deletionProtectionDescription !== undefined && !key.deletionProtection) {
      throw wrong(`${path}.deletionProtectionDescription`, 'it needs deletionProtection: true');
    }
    if (!isSymmetricSpec(spec) && versions.length > limits.keyVersionsMax) {
      throw wrong(`${path}.versions`, `a key of ${spec} has at most ${limits.keyVersionsMax}`);
    }
    checkState(key, path);
    checkImported(key, path);
  }),
);

function checkState(key: SeedKey, path: string): void {
  const { state, deleteAt, hasMaterial } = withDefaults(key);
  if (state === 'PendingDeletion' && deleteAt === undefined)
    throw wrong(path, 'PendingDeletion needs deleteAt, such as +7d');
  if (state !== 'PendingDeletion' && deleteAt !== undefined)
    throw wrong(`${path}.deleteAt`, 'it is for state PendingDeletion');
  if (state === 'PendingImport' && hasMaterial) {
    throw wrong(`${path}.state`, 'PendingImport is for a key of origin EXTERNAL without material');
  }
  if ((state === 'Enabled' || state === 'Disabled') && !hasMaterial) {
    throw wrong(`${path}.state`, `a key of origin EXTERNAL without material is PendingImport, not ${state}`);
  }
}

function checkImported(key: SeedKey, path: string): void {
  const { origin, versions, hasMaterial } = withDefaults(key);
  if (key.materialExpiresAt !== undefined && (origin !== 'EXTERNAL' || !hasMaterial)) {
    throw wrong(`${path}.materialExpiresAt`, 'it is for a key of origin EXTERNAL with material');
  }
  if (origin === 'EXTERNAL' && versions.length > 1) throw wrong(`${path}.versions`, 'a key of origin EXTERNAL has one');
  for (const [index, { materialSha256 }] of versions.entries()) {
    if (materialSha256 !== undefined && (origin !== 'EXTERNAL' || hasMaterial)) {
      const where = `${path}.versions[${index}].materialSha256`;
      throw wrong(where, 'it is for a key of origin EXTERNAL without material');
    }
  }
}
