import { randomUUID } from 'node:crypto';
import { isSymmetric, keySpecs, limits, secretActions } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import { asksForTags, type Guard, unguarded } from '../guard.js';
import type { Key } from '../keys/key-record.js';
import type { KeyService } from '../keys/key-service.js';
import type { KeyAction } from '../keys/key-states.js';
import { formatInterval, parseInterval, rotationTimes, skipMissed } from '../keys/rotation.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Database, SecretDataType, SecretType } from '../store/schema.js';
import { unlessStorageFails } from '../store/storage-failure.js';
import type { Store } from '../store/store.js';
import { putTags, readTags, removeTags, type Tag } from '../store/tags.js';
import { checkManaged, isManaged, nextManagedValue } from './managed-secrets.js';
import {
  checkNotDeleted,
  type Secret,
  type SecretVersion,
  secretNotFound,
  stages,
  updateSecret,
} from './secret-record.js';
import { isRotationDue } from './secret-rules.js';
import { hasRoomToRotate, moveStages, readStages, stagesOf } from './secret-stages.js';

export interface SecretValue {
  versionId: string;
  data: string;
  dataType: SecretDataType;
}

export interface NewSecret {
  name: string;
  type: SecretType;
  description: string;
  encryptionKeyId: string | null;
  instanceId: string | null;
  /** JSON */
  extendedConfig: string | null;
  /** Interval of automatic rotation. */
  rotationIntervalMs?: number;
  /** JSON; null: the default policy. */
  policy: string | null;
  tags: readonly Tag[];
  value: SecretValue;
}

/** An API that needs a secret. */
export type SecretAction = keyof typeof secretActions;

export interface SecretServiceOptions {
  store: Store;
  clock: Clock;
  keys: KeyService;
}

/** Secrets, their versions and stages. Does a due rotation before anybody sees the secret. */
export class SecretService {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #keys: KeyService;
  readonly #guard: Guard;
  /** The keys that the caller may encrypt secrets with. */
  readonly #encryptionKeys: KeyService;

  constructor({ store, clock, keys }: SecretServiceOptions, guard = unguarded, encryptionKeys = keys) {
    this.#store = store;
    this.#clock = clock;
    this.#keys = keys;
    this.#guard = guard;
    this.#encryptionKeys = encryptionKeys;
  }

  /**
   * The same secrets for one caller: `guard` checks each before a handler gets it, but not the keys that encrypt them.
   *
   * @param encryptionKeys the keys, for a caller who needs permission to encrypt secrets with them and to decrypt
   */
  guardedBy(guard: Guard, encryptionKeys = this.#keys): SecretService {
    return new SecretService({ store: this.#store, clock: this.#clock, keys: this.#keys }, guard, encryptionKeys);
  }

  /** @throws ServiceError Rejected.ResourceExist if the name is taken, even by a deleted secret that can be restored */
  async create(options: NewSecret): Promise<Secret> {
    const key = await this.#newEncryptionKey(options);
    await this.settleAll();
    const now = this.#clock.now();
    const { rotationIntervalMs } = options;
    return this.#store.transaction(async (db) => {
      const secret = await db
        .insertInto('secrets')
        .values({
          name: options.name,
          type: options.type,
          description: options.description,
          encryption_key_id: key?.id ?? null,
          instance_id: key?.instance_id ?? null,
          extended_config: options.extendedConfig,
          policy: options.policy,
          created_at: now,
          updated_at: now,
          rotation_interval: rotationIntervalMs === undefined ? null : formatInterval(rotationIntervalMs),
          automatic_rotation: rotationIntervalMs === undefined ? 0 : 1,
          next_rotation_at: rotationIntervalMs === undefined ? null : now + rotationIntervalMs,
        })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!secret) throw new ServiceError('Rejected.ResourceExist');
      await putTags(db, { type: 'secret', id: secret.name }, options.tags);
      await this.#insertVersion(db, secret, options.value);
      await moveStages(db, secret.name, options.value.versionId, [stages.current]);
      return secret;
    });
  }

  async find(name: string, action: SecretAction): Promise<Secret> {
    const secret = await this.#row(this.#store.db, name, action);
    if (!isRotationDue(secret, this.#clock.now())) return checkAction(secret, action);
    const settling = this.change(name, action, async (settled) => settled);
    // A rotation that cannot be written waits: the current value is readable.
    return unlessStorageFails(settling, () => checkAction(secret, action));
  }

  /** Like {@link find}, inside a transaction. */
  async findIn(db: Database, name: string, action: SecretAction): Promise<Secret> {
    return checkAction(await this.#settle(db, await this.#row(db, name, action)), action);
  }

  /** Finds a secret and changes it in one transaction. */
  change<T>(name: string, action: SecretAction, work: (secret: Secret, db: Database) => Promise<T>): Promise<T> {
    return this.#store.transaction(async (db) => work(await this.findIn(db, name, action), db));
  }

  /**
   * Does all due rotations and removes secrets whose recovery window has passed, so that lists are right and names are free;
   * changes that cannot be written wait.
   */
  async settleAll(): Promise<void> {
    const now = this.#clock.now();
    const due = await this.#store.db
      .selectFrom('secrets')
      .select('name')
      .where(({ or, and, eb }) =>
        or([
          eb('delete_at', '<=', now),
          and([eb('next_rotation_at', '<=', now), eb('automatic_rotation', '=', 1), eb('delete_at', 'is', null)]),
        ]),
      )
      .execute();
    for (const { name } of due) {
      const settling = this.#store.transaction(async (db) => {
        const secret = await db.selectFrom('secrets').selectAll().where('name', '=', name).executeTakeFirst();
        if (secret && isGone(secret, now)) await this.remove(db, secret);
        else if (secret) await this.#settle(db, secret);
      });
      await unlessStorageFails(settling, () => {});
    }
  }

  /** Versions and stages are deleted with their secret. */
  async remove(db: Database, secret: Secret): Promise<void> {
    await removeTags(db, { type: 'secret', id: secret.name }, 'all');
    await db.deleteFrom('secrets').where('name', '=', secret.name).execute();
  }

  /**
   * Adds a version with these stages. Adding the same version with the same value again changes nothing.
   *
   * @returns the version's stages
   * @throws ServiceError Rejected.ResourceExist if the version has another value, UnsupportedOperation for a managed secret
   */
  async put(name: string, value: SecretValue, onStages: readonly string[]): Promise<string[]> {
    const found = await this.find(name, 'PutSecretValue');
    if (isManaged(found.type)) {
      throw new ServiceError('UnsupportedOperation', {
        message: `This action is not supported. Values of a secret of type ${found.type} are made by RotateSecret.`,
      });
    }
    await this.#checkEncryptionKey(found, 'GenerateDataKey');
    return this.change(name, 'PutSecretValue', async (secret, db) => {
      const existing = await this.#version(db, secret, value.versionId);
      if (existing) {
        const same = existing.data_type === value.dataType && this.#open(existing) === value.data;
        if (!same) throw new ServiceError('Rejected.ResourceExist');
        return stagesOf(await readStages(db, name), value.versionId);
      }
      await this.#insertVersion(db, secret, value);
      await moveStages(db, name, value.versionId, onStages);
      await this.#trim(db, secret);
      await updateSecret(db, secret, { updated_at: this.#clock.now() });
      return stagesOf(await readStages(db, name), value.versionId);
    });
  }

  /**
   * Adds a version with the credentials that follow the current ones.
   *
   * @throws ServiceError UnsupportedOperation for a Generic secret, Rejected.ResourceExist if the version exists
   */
  async rotate(name: string, versionId: string): Promise<Secret> {
    const found = await this.find(name, 'RotateSecret');
    checkManaged(found.type);
    await this.#checkEncryptionKey(found, 'GenerateDataKey');
    return this.change(name, 'RotateSecret', async (secret, db) => {
      if (await this.#version(db, secret, versionId)) throw new ServiceError('Rejected.ResourceExist');
      const now = this.#clock.now();
      const intervalMs = secret.automatic_rotation === 1 ? parseInterval(secret.rotation_interval ?? '') : undefined;
      return this.#rotate(db, secret, versionId, { rotatedAt: now, nextAt: intervalMs ? now + intervalMs : null });
    });
  }

  async #rotate(
    db: Database,
    secret: Secret,
    versionId: string,
    { rotatedAt, nextAt }: { rotatedAt: number; nextAt: number | null },
  ): Promise<Secret> {
    const current = (await readStages(db, secret.name)).get(stages.current) as string;
    const data = await nextManagedValue(secret.type, this.#open(await this.version(db, secret, current)));
    await this.#insertVersion(db, secret, { versionId, data, dataType: 'text' }, rotatedAt);
    await moveStages(db, secret.name, versionId, [stages.current]);
    await this.#trim(db, secret);
    return updateSecret(db, secret, {
      updated_at: rotatedAt,
      last_rotated_at: rotatedAt,
      next_rotation_at: nextAt,
    });
  }

  /**
   * Does the due rotations, if there are very many only those whose versions are kept. A rotation waits while the encryption
   * key is unusable, or while no stage is left for it.
   */
  async #settle(db: Database, secret: Secret): Promise<Secret> {
    const now = this.#clock.now();
    if (!isRotationDue(secret, now)) return secret;
    if (!(await this.#isEncryptionKeyUsable(db, secret)) || !hasRoomToRotate(await readStages(db, secret.name))) {
      const { next_rotation_at } = skipMissed(secret, now);
      return next_rotation_at === secret.next_rotation_at ? secret : updateSecret(db, secret, { next_rotation_at });
    }
    const { dueAt, nextAt } = rotationTimes(secret, now, limits.secretVersionsMax);
    let rotated = secret;
    for (const rotatedAt of dueAt) rotated = await this.#rotate(db, rotated, randomUUID(), { rotatedAt, nextAt });
    return rotated;
  }

  async #isEncryptionKeyUsable(db: Database, { encryption_key_id: keyId }: Secret): Promise<boolean> {
    if (keyId === null) return true;
    return this.#keys.findIn(db, keyId, 'GenerateDataKey').then(
      () => true,
      (error: unknown) => {
        if (error instanceof ServiceError) return false;
        throw error;
      },
    );
  }

  /**
   * The version with an id, otherwise with a stage.
   *
   * @throws ServiceError Forbidden.ResourceNotFound, or the error for the state of the encryption key
   */
  async read(secret: Secret, { versionId, stage }: { versionId?: string; stage?: string }) {
    await this.#checkEncryptionKey(secret, 'Decrypt');
    const onVersions = await readStages(this.#store.db, secret.name);
    const wanted = versionId ?? onVersions.get(stage ?? stages.current);
    const version = wanted === undefined ? undefined : await this.#version(this.#store.db, secret, wanted);
    if (!version || (versionId && stage && onVersions.get(stage) !== versionId)) throw secretNotFound();
    return { version, data: this.#open(version), stages: stagesOf(onVersions, version.version_id) };
  }

  /**
   * A secret is unusable without its encryption key. RAM checks that key for generic secrets: it is
   * "required only when a user-managed CMK is specified as the encryption key for a generic secret".
   */
  async #checkEncryptionKey(secret: Secret, action: KeyAction): Promise<void> {
    const keys = isManaged(secret.type) ? this.#keys : this.#encryptionKeys;
    if (secret.encryption_key_id !== null) await keys.find(secret.encryption_key_id, action);
  }

  async #newEncryptionKey({ encryptionKeyId, instanceId }: NewSecret): Promise<Key | undefined> {
    if (encryptionKeyId === null) {
      if (instanceId !== null) throw new ServiceError('MissingParameter', { subject: 'EncryptionKeyId' });
      return undefined;
    }
    const key = await this.#encryptionKeys.find(encryptionKeyId, 'GenerateDataKey');
    if (!isSymmetric(keySpecs[key.spec])) throw invalidParameter('EncryptionKeyId', 'the key must be symmetric');
    if (instanceId !== null && key.instance_id !== instanceId) {
      throw invalidParameter('EncryptionKeyId', 'the key must be in the same instance as the secret');
    }
    return key;
  }

  /** @throws ServiceError Forbidden.ResourceNotFound */
  async version(db: Database, secret: Secret, versionId: string): Promise<SecretVersion> {
    const version = await this.#version(db, secret, versionId);
    if (!version) throw secretNotFound();
    return version;
  }

  async #version(db: Database, secret: Secret, versionId: string): Promise<SecretVersion | undefined> {
    return db
      .selectFrom('secret_versions')
      .selectAll()
      .where('secret_name', '=', secret.name)
      .where('version_id', '=', versionId)
      .executeTakeFirst();
  }

  async #row(db: Database, name: string, action: SecretAction): Promise<Secret> {
    const secret = await db.selectFrom('secrets').selectAll().where('name', '=', name).executeTakeFirst();
    const tags = asksForTags(secret?.policy) ? await readTags(db, { type: 'secret', id: name }) : undefined;
    this.#guard({ type: 'secret', id: name, policy: secret?.policy ?? null, tags }, action);
    if (!secret || isGone(secret, this.#clock.now())) throw secretNotFound();
    return secret;
  }

  async #insertVersion(
    db: Database,
    secret: Secret,
    { versionId, data, dataType }: SecretValue,
    createdAt = this.#clock.now(),
  ): Promise<void> {
    await db
      .insertInto('secret_versions')
      .values({
        secret_name: secret.name,
        version_id: versionId,
        data_type: dataType,
        sealed_data: this.#store.seal(secretDataContext(secret.name, versionId), Buffer.from(data)),
        created_at: createdAt,
      })
      .execute();
  }

  #open({ secret_name, version_id, sealed_data }: SecretVersion): string {
    return Buffer.from(this.#store.open(secretDataContext(secret_name, version_id), sealed_data)).toString();
  }

  /** Beyond the limit, removes the oldest version without a stage first. */
  async #trim(db: Database, secret: Secret): Promise<void> {
    const versions = await db
      .selectFrom('secret_versions')
      .select(['seq', 'version_id'])
      .where('secret_name', '=', secret.name)
      .orderBy('seq')
      .execute();
    const staged = new Set((await readStages(db, secret.name)).values());
    const dropped = versions
      .filter(({ version_id }) => !staged.has(version_id))
      .slice(0, Math.max(0, versions.length - limits.secretVersionsMax));
    for (const { seq } of dropped) await db.deleteFrom('secret_versions').where('seq', '=', seq).execute();
  }
}

const checkAction = (secret: Secret, action: SecretAction): Secret =>
  secretActions[action] === 'always' ? secret : checkNotDeleted(secret);

const isGone = (secret: Secret, now: number): boolean => secret.delete_at !== null && secret.delete_at <= now;

/** JSON distinguishes a name with a slash from a version with one. */
export const secretDataContext = (secretName: string, versionId: string): string =>
  `secret_versions/${JSON.stringify([secretName, versionId])}/sealed_data`;
