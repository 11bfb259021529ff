import { randomUUID } from 'node:crypto';
import type { KeySpec, KeyUsage } from 'alibabacloud-kms-sdk/internal';
import type { Selectable } from 'kysely';
import type { Clock } from '../clock.js';
import { asksForTags, type Guard, unguarded } from '../guard.js';
import { ServiceError } from '../service-error.js';
import type { Database, KeyOrigin, KeyVersionTable } from '../store/schema.js';
import { unlessStorageFails } from '../store/storage-failure.js';
import type { Store } from '../store/store.js';
import { putTags, readTags, removeTags, type Tag } from '../store/tags.js';
import { type ArnScope, newKeyId, withoutArn } from './key-ids.js';
import { asIfSettled, dueChange, type Key, updateKey, withoutMaterial } from './key-record.js';
import { KeyRows } from './key-rows.js';
import { checkManualRotation, checkVersionLimits } from './key-rules.js';
import { checkState, type KeyAction } from './key-states.js';
import { generateMaterial, type KeyMaterial, openMaterial } from './material.js';
import { MaterialCache } from './material-cache.js';
import { formatInterval, rotationTimes } from './rotation.js';

/** For one key at once: 19 years of weekly rotations. */
const rotationsMax = 1000;

export type KeyVersion = Selectable<KeyVersionTable>;

export interface NewKey {
  spec: KeySpec;
  usage: KeyUsage;
  origin: KeyOrigin;
  protectionLevel: string;
  description: string;
  creator: string;
  /** Null for a key outside instances. */
  instanceId: string | null;
  /** Interval of automatic rotation. */
  rotationIntervalMs?: number;
  /** JSON; null: the default policy. */
  policy: string | null;
  tags: readonly Tag[];
}

export interface KeyServiceOptions {
  store: Store;
  clock: Clock;
  scope: ArnScope;
}

/** Keys, their versions and their material. Processes due changes of a key before anybody sees it. */
export class KeyService {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #scope: ArnScope;
  readonly #materials: MaterialCache;
  readonly #rows: KeyRows;
  readonly #guard: Guard;

  constructor(
    { store, clock, scope }: KeyServiceOptions,
    materials = new MaterialCache(store.state),
    rows = new KeyRows(store),
    guard = unguarded,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#scope = scope;
    this.#materials = materials;
    this.#rows = rows;
    this.#guard = guard;
  }

  /** The same keys for one caller: `guard` checks each before a handler gets it. */
  guardedBy(guard: Guard): KeyService {
    const options = { store: this.#store, clock: this.#clock, scope: this.#scope };
    return new KeyService(options, this.#materials, this.#rows, guard);
  }

  async create(options: NewKey): Promise<Key> {
    const now = this.#clock.now();
    const { rotationIntervalMs } = options;
    const external = options.origin === 'EXTERNAL';
    const material = external ? null : await generateMaterial(options.spec);
    return this.#store.transaction(async (transaction) => {
      const key = await transaction
        .insertInto('keys')
        .values({
          id: newKeyId(options.instanceId),
          spec: options.spec,
          usage: options.usage,
          origin: options.origin,
          protection_level: options.protectionLevel,
          state: external ? 'PendingImport' : 'Enabled',
          description: options.description,
          creator: options.creator,
          policy: options.policy,
          created_at: now,
          instance_id: options.instanceId,
          deletion_protection: 0,
          deletion_protection_description: '',
          rotation_interval: rotationIntervalMs === undefined ? null : formatInterval(rotationIntervalMs),
          automatic_rotation: rotationIntervalMs === undefined ? 0 : 1,
          next_rotation_at: rotationIntervalMs === undefined ? null : now + rotationIntervalMs,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await putTags(transaction, { type: 'key', id: key.id }, options.tags);
      return this.addVersion(transaction, key, material, now);
    });
  }

  /**
   * @param reference key id, alias or ARN of either
   * @throws ServiceError Forbidden.KeyNotFound, Forbidden.AliasNotFound, or the error of {@link keyStateTable}
   */
  async find(reference: string, action: KeyAction): Promise<Key> {
    let key = await this.#row(this.#store.db, reference, action);
    if (dueChange(key, this.#clock.now())) {
      const unsettled = key;
      const settling = this.#store.transaction(async (transaction) =>
        this.#settle(transaction, await this.#row(transaction, reference, action)),
      );
      const settled = await unlessStorageFails(settling, () => asIfSettled(unsettled, this.#clock.now()));
      if (!settled) throw notFound(withoutArn(this.#scope, reference));
      key = settled;
    }
    return checkState(key, action);
  }

  /** The key that encrypted a ciphertext. */
  async findByVersion(versionId: string, action: KeyAction): Promise<Key> {
    const version = await this.#store.db
      .selectFrom('key_versions')
      .select('key_id')
      .where('id', '=', versionId)
      .executeTakeFirst();
    if (version) return this.find(version.key_id, action);
    this.#guard({ type: 'key', id: versionId, policy: null }, action);
    throw new ServiceError('Forbidden.KeyNotFound');
  }

  /** Like {@link find}, inside a transaction: the key does not change until the transaction ends. */
  async findIn(transaction: Database, reference: string, action: KeyAction): Promise<Key> {
    const key = await this.#settle(transaction, await this.#row(transaction, reference, action));
    if (!key) throw notFound(withoutArn(this.#scope, reference));
    return checkState(key, action);
  }

  /** Finds a key and changes it in one transaction. */
  change<T>(reference: string, action: KeyAction, work: (key: Key, transaction: Database) => Promise<T>): Promise<T> {
    return this.#store.transaction(async (transaction) =>
      work(await this.findIn(transaction, reference, action), transaction),
    );
  }

  /** Processes all due changes, so that lists and counts are right; changes that cannot be written wait. */
  async settleAll(): Promise<void> {
    const now = this.#clock.now();
    const due = await this.#store.db
      .selectFrom('keys')
      .select('id')
      .where(({ or, and, eb }) =>
        or([
          eb('delete_at', '<=', now),
          eb('material_expires_at', '<=', now),
          and([eb('next_rotation_at', '<=', now), eb('automatic_rotation', '=', 1), eb('state', '=', 'Enabled')]),
        ]),
      )
      .execute();
    for (const { id } of due) {
      const settling = this.#store.transaction(async (transaction) => {
        const key = await transaction.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst();
        if (key) await this.#settle(transaction, key);
      });
      await unlessStorageFails(settling, () => {});
    }
  }

  /** @throws ServiceError Forbidden.ResourceNotFound if the version belongs to another key */
  async version(key: Key, versionId: string, db: Database = this.#store.db): Promise<KeyVersion> {
    const version = await db
      .selectFrom('key_versions')
      .selectAll()
      .where('id', '=', versionId)
      .where('key_id', '=', key.id)
      .executeTakeFirst();
    if (!version) throw new ServiceError('Forbidden.ResourceNotFound', { message: 'The key version is not found.' });
    return version;
  }

  /** Material of one version, by default the primary one; opened once and cached. */
  async material(key: Key, versionId = key.primary_version_id as string): Promise<KeyMaterial> {
    const cacheKey = `${key.id}/${versionId}`;
    const cached = this.#materials.get(cacheKey);
    if (cached) return cached;
    const { sealed_material: sealed } = await this.version(key, versionId);
    if (!sealed) throw new ServiceError('Rejected.PendingImport');
    const material = openMaterial(key.spec, this.#store.open(materialContext(versionId), sealed));
    this.#materials.set(cacheKey, material);
    return material;
  }

  /** Whether the primary version has its material. */
  async hasMaterial(db: Database, key: Key): Promise<boolean> {
    const version = await db
      .selectFrom('key_versions')
      .select('id')
      .where('id', '=', key.primary_version_id)
      .where('sealed_material', 'is not', null)
      .executeTakeFirst();
    return version !== undefined;
  }

  /**
   * Creates a version of an asymmetric key on request.
   *
   * @throws ServiceError UnsupportedOperation for other keys, Rejected.LimitExceeded for too many versions or one too early
   */
  async createVersion(reference: string): Promise<KeyVersion> {
    const { id, spec } = checkManualRotation(await this.find(reference, 'CreateKeyVersion'));
    // Generating an RSA key takes long, so it must not hold the transaction.
    const material = await generateMaterial(spec);
    return this.change(id, 'CreateKeyVersion', async (key, db) => {
      const versions = await db.selectFrom('key_versions').select('created_at').where('key_id', '=', id).execute();
      const now = this.#clock.now();
      checkVersionLimits(
        versions.map((version) => version.created_at),
        now,
      );
      const { primary_version_id: versionId } = await this.addVersion(db, key, material, now);
      return this.version(key, versionId as string, db);
    });
  }

  /** Adds a version that becomes the primary one; material null: to be imported. */
  async addVersion(db: Database, key: Key, material: Uint8Array | null, createdAt: number): Promise<Key> {
    const version = this.#newVersion(key, material, createdAt);
    await db.insertInto('key_versions').values(version).execute();
    return updateKey(db, key, { primary_version_id: version.id, last_rotated_at: createdAt });
  }

  #newVersion(key: Key, material: Uint8Array | null, createdAt: number) {
    const id = randomUUID();
    const sealed_material = material && this.#store.seal(materialContext(id), material);
    return { id, key_id: key.id, sealed_material, created_at: createdAt };
  }

  /** Adds a version for each due rotation; the last one becomes the primary one. */
  async #rotate(db: Database, key: Key, now: number): Promise<Key> {
    const { dueAt, nextAt } = rotationTimes(key, now, rotationsMax);
    const versions = await Promise.all(
      dueAt.map(async (time) => this.#newVersion(key, await generateMaterial(key.spec), time)),
    );
    await db.insertInto('key_versions').values(versions).execute();
    return updateKey(db, key, {
      primary_version_id: versions.at(-1)?.id,
      last_rotated_at: dueAt.at(-1),
      next_rotation_at: nextAt,
    });
  }

  /** Deletes imported material, after which the key waits for it again; a key that is being deleted stays so. */
  async dropMaterial(db: Database, key: Key): Promise<Key> {
    this.#materials.delete(`${key.id}/${key.primary_version_id}`);
    await db.updateTable('key_versions').set({ sealed_material: null }).where('key_id', '=', key.id).execute();
    return updateKey(db, key, withoutMaterial(key));
  }

  /** Undefined: the key is gone. */
  async #settle(db: Database, key: Key): Promise<Key | undefined> {
    const now = this.#clock.now();
    switch (dueChange(key, now)) {
      case 'deletion':
        await removeTags(db, { type: 'key', id: key.id }, 'all');
        // Versions and aliases are deleted with their key.
        await db.deleteFrom('keys').where('id', '=', key.id).execute();
        return undefined;
      case 'expiry':
        return this.dropMaterial(db, key);
      case 'rotation':
        return this.#rotate(db, key, now);
      default:
        return key;
    }
  }

  async #row(db: Database, reference: string, action: KeyAction): Promise<Key> {
    const name = withoutArn(this.#scope, reference);
    const read = () => readKey(db, name);
    const key = await (db === this.#store.db ? this.#rows.get(name, read) : read());
    const tags = key && asksForTags(key.policy) ? await readTags(db, { type: 'key', id: key.id }) : undefined;
    this.#guard({ type: 'key', id: key?.id ?? name, policy: key?.policy ?? null, tags }, action);
    if (!key) throw notFound(name);
    return key;
  }
}

/** @param name id or alias */
function readKey(db: Database, name: string): Promise<Key | undefined> {
  const byName = name.startsWith('alias/')
    ? db.selectFrom('keys').innerJoin('aliases', 'aliases.key_id', 'keys.id').where('aliases.name', '=', name)
    : db.selectFrom('keys').where('keys.id', '=', name);
  return byName.selectAll('keys').executeTakeFirst();
}

export const materialContext = (versionId: string): string => `key_versions/${versionId}/sealed_material`;

const notFound = (name: string): ServiceError =>
  new ServiceError(name.startsWith('alias/') ? 'Forbidden.AliasNotFound' : 'Forbidden.KeyNotFound');
