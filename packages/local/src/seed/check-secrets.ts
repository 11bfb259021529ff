import { limits } from 'alibabacloud-kms-sdk/internal';
import { checkDataKeyName } from '../keys/managed-data-keys.js';
import { checkExtendedConfig, checkManaged, checkManagedValue, isManaged } from '../secrets/managed-secrets.js';
import { stages } from '../secrets/secret-record.js';
import {
  checkSecretData,
  checkSecretName,
  checkStages,
  checkVersionId,
  readSecretRotationInterval,
} from '../secrets/secret-rules.js';
import type { SecretType } from '../store/kinds.js';
import { decodeBase64 } from '../text-checks.js';
import { also, anyText, fields, flag, json, like, list, oneOf, orNull, rejectDuplicates, set, text } from './checks.js';
import { valid, wrong } from './seed-error.js';
import { description, instance, policy, tags, time, valuesOf } from './shapes.js';
import type { SeedDataKey, SeedDataKeyVersion, SeedSecret, SeedSecretRotation, SeedSecretVersion } from './types.js';

const version = also(
  fields<SeedSecretVersion>(['id'], {
    id: also(text, (id, path) => valid(path, () => checkVersionId('', id))),
    // Stored sealed, as bytes.
    data: anyText,
    dataBase64: text,
    stages: also(set(text), (found, path) => valid(path, () => checkStages('', found))),
    createdAt: time,
  }),
  ({ data, dataBase64 }, path) => {
    if ((data === undefined) === (dataBase64 === undefined)) throw wrong(path, 'it has either data or dataBase64');
    const name = data === undefined ? 'dataBase64' : 'data';
    const value = data ?? dataBase64 ?? '';
    if (value === '') throw wrong(`${path}.${name}`, 'it must not be empty');
    valid(`${path}.${name}`, () => checkSecretData(value, data === undefined ? 'binary' : 'text'));
  },
);

const rotation = also(
  fields<SeedSecretRotation>([], {
    interval: also(text, (found, path) => void valid(path, () => readSecretRotationInterval(found))),
    enabled: flag,
    nextAt: time,
    lastAt: time,
  }),
  ({ interval, enabled = interval !== undefined, nextAt }, path) => {
    if (enabled && interval === undefined) throw wrong(path, 'interval is missing');
    if (!enabled && nextAt !== undefined)
      throw wrong(`${path}.nextAt`, 'nothing is next without rotation at an interval');
  },
);

const shape = fields<SeedSecret>(['name', 'versions'], {
  name: text,
  type: oneOf(valuesOf<SecretType>('CreateSecret', 'SecretType')),
  description,
  encryptionKey: text,
  encryptionKeyDeleted: flag,
  instance: orNull(instance),
  extendedConfig: json,
  policy,
  tags,
  rotation,
  deleteAt: time,
  createdAt: time,
  updatedAt: time,
  versions: list(version, { min: 1, max: limits.secretVersionsMax }),
});

export const secrets = list(
  also(shape, ({ name, type = 'Generic', extendedConfig, rotation, ...secret }, path) => {
    valid(`${path}.name`, () => checkSecretName(name, type));
    if (extendedConfig) valid(`${path}.extendedConfig`, () => checkExtendedConfig(type, extendedConfig));
    if (rotation) valid(`${path}.rotation`, () => checkManaged(type));
    if (secret.encryptionKeyDeleted && (secret.encryptionKey ?? 'alias/').startsWith('alias/')) {
      throw wrong(`${path}.encryptionKeyDeleted`, 'it needs encryptionKey, the id that the key had');
    }
    rejectDuplicates(
      secret.versions.map(({ id }) => id),
      (index) => `${path}.versions[${index}].id`,
    );
    if (isManaged(type)) checkManagedVersions(type, secret.versions, `${path}.versions`);
    checkAllStages(secret.versions, `${path}.versions`);
  }),
);

function checkManagedVersions(type: SecretType, versions: readonly SeedSecretVersion[], path: string): void {
  for (const [index, { data }] of versions.entries()) {
    if (data === undefined) throw wrong(`${path}[${index}]`, `a secret of type ${type} has data, which is text`);
    valid(`${path}[${index}].data`, () => checkManagedValue(type, data));
  }
}

function checkAllStages(versions: readonly SeedSecretVersion[], path: string): void {
  if (versions.every((version) => version.stages === undefined)) return;
  const all = versions.flatMap((version) => version.stages ?? []);
  const versionOf = versions.flatMap((version, index) => (version.stages ?? []).map(() => index));
  rejectDuplicates(all, (index) => `${path}[${versionOf[index]}].stages`);
  if (!all.includes(stages.current)) throw wrong(path, `one of them must have the stage ${stages.current}`);
  valid(path, () => checkStages('', all));
}

/** The versions with their stages, explicit or default. */
export function withStages(versions: readonly SeedSecretVersion[]): SeedSecretVersion[] {
  if (versions.some((version) => version.stages !== undefined)) return [...versions];
  const usual = [[stages.current], [stages.previous]];
  return versions.map((version, index) => ({ ...version, stages: usual[versions.length - 1 - index] ?? [] }));
}

const dataKeyVersion = fields<SeedDataKeyVersion>([], {
  id: like(/^[A-Za-z0-9]{1,64}$/, '1 to 64 letters and digits'),
  material: also(text, (found, path) => {
    const { length } = valid(path, () => decodeBase64('', found));
    const { dataKeyDefaultBytes: expected } = limits;
    if (length !== expected) throw wrong(path, `${expected} bytes of base64 expected, ${length} given`);
  }),
  createdAt: time,
});

export const dataKeys = list(
  also(
    fields<SeedDataKey>(['name', 'versions'], {
      name: also(text, (name, path) => valid(path, () => checkDataKeyName(name))),
      versions: list(dataKeyVersion, { min: 1 }),
    }),
    ({ versions }, path) =>
      rejectDuplicates(
        versions.map(({ id }) => id),
        (index) => `${path}.versions[${index}].id`,
      ),
  ),
);
