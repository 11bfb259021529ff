import { isSymmetric, keySpecs, limits } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import type { Key } from '../keys/key-record.js';
import type { KeyService } from '../keys/key-service.js';
import type { KeyAction } from '../keys/key-states.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { SecretDataType } from '../store/schema.js';
import type { Database, Store } from '../store/store.js';
import { putTags, removeTags, type Tag } from '../store/tags.js';
import {
  checkNotDeleted,
  type Secret,
  type SecretVersion,
  secretNotFound,
  stages,
  updateSecret,
} from './secret-record.js';
import { moveStages, readStages, stagesOf } from './secret-stages.js';

export interface SecretValue {
  versionId: string;
  data: string;
  dataType: SecretDataType;
}

export interface NewSecret {
  name: string;
  type: 'Generic';
  description: string;
  encryptionKeyId: string | null;
  instanceId: string | null;
  /** JSON */
  extendedConfig: string | null;
  tags: readonly Tag[];
  value: SecretValue;
}

/** Whether an action is possible on a secret that waits for its deletion. */
const onDeletedSecrets = {
  DescribeSecret: true,
  ListSecretVersionIds: true,
  DeleteSecret: true,
  RestoreSecret: true,
  UntagResource: true,
  TagResource: false,
  GetSecretValue: false,
  PutSecretValue: false,
  UpdateSecret: false,
  UpdateSecretVersionStage: false,
} as const;
/** An API, as far as it needs a secret. */
export type SecretAction = keyof typeof onDeletedSecrets;

/** Secrets, their versions and stages. */
export class SecretService {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #keys: KeyService;

  constructor({ store, clock, keys }: { store: Store; clock: Clock; keys: KeyService }) {
    this.#store = store;
    this.#clock = clock;
    this.#keys = keys;
  }

  /** @throws ServiceError Rejected.ResourceExist when the name is taken, also by a secret that can still be restored */
  async create(options: NewSecret): Promise<Secret> {
    const key = await this.#newEncryptionKey(options);
    await this.settleAll();
    const now = this.#clock.now();
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
          created_at: now,
          updated_at: now,
          automatic_rotation: 0,
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
    return this.findIn(this.#store.db, name, action);
  }

  /** Like {@link find}, inside a transaction. */
  async findIn(db: Database, name: string, action: SecretAction): Promise<Secret> {
    const secret = await db.selectFrom('secrets').selectAll().where('name', '=', name).executeTakeFirst();
    if (!secret || isGone(secret, this.#clock.now())) throw secretNotFound();
    return onDeletedSecrets[action] ? secret : checkNotDeleted(secret);
  }

  /** Finds a secret and changes it in one transaction. */
  change<T>(name: string, action: SecretAction, work: (secret: Secret, db: Database) => Promise<T>): Promise<T> {
    return this.#store.transaction(async (db) => work(await this.findIn(db, name, action), db));
  }

  /** Removes the secrets whose recovery window has passed, so that lists are right and names are free. */
  async settleAll(): Promise<void> {
    const due = this.#store.db.selectFrom('secrets').select('name').where('delete_at', '<=', this.#clock.now());
    if ((await due.execute()).length === 0) return;
    await this.#store.transaction(async (db) => {
      const gone = await db.selectFrom('secrets').selectAll().where('delete_at', '<=', this.#clock.now()).execute();
      for (const secret of gone) await this.remove(db, secret);
    });
  }

  /** Versions and stages go with their secret. */
  async remove(db: Database, secret: Secret): Promise<void> {
    await removeTags(db, { type: 'secret', id: secret.name }, 'all');
    await db.deleteFrom('secrets').where('name', '=', secret.name).execute();
  }

  /**
   * A new version with these stages. The same version with the same value again changes nothing.
   *
   * @returns the stages that are on the version now
   * @throws ServiceError Rejected.ResourceExist when the version has another value
   */
  async put(name: string, value: SecretValue, onStages: readonly string[]): Promise<string[]> {
    await this.#checkEncryptionKey(await this.find(name, 'PutSecretValue'), 'PutSecretValue');
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
   * The version that is asked for by id, else by stage.
   *
   * @throws ServiceError Forbidden.ResourceNotFound, or what the state of the encryption key says
   */
  async read(secret: Secret, { versionId, stage }: { versionId?: string; stage?: string }) {
    await this.#checkEncryptionKey(secret, 'GetSecretValue');
    const onVersions = await readStages(this.#store.db, secret.name);
    const wanted = versionId ?? onVersions.get(stage ?? stages.current);
    const version = wanted === undefined ? undefined : await this.#version(this.#store.db, secret, wanted);
    if (!version || (versionId && stage && onVersions.get(stage) !== versionId)) throw secretNotFound();
    return { version, data: this.#open(version), stages: stagesOf(onVersions, version.version_id) };
  }

  /** A secret is of no use without the key that protects it. */
  async #checkEncryptionKey(secret: Secret, action: KeyAction): Promise<void> {
    if (secret.encryption_key_id !== null) await this.#keys.find(secret.encryption_key_id, action);
  }

  async #newEncryptionKey({ encryptionKeyId, instanceId }: NewSecret): Promise<Key | undefined> {
    if (encryptionKeyId === null) {
      if (instanceId !== null) throw new ServiceError('MissingParameter', { subject: 'EncryptionKeyId' });
      return undefined;
    }
    const key = await this.#keys.find(encryptionKeyId, 'CreateSecret');
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

  async #insertVersion(db: Database, secret: Secret, { versionId, data, dataType }: SecretValue): Promise<void> {
    await db
      .insertInto('secret_versions')
      .values({
        secret_name: secret.name,
        version_id: versionId,
        data_type: dataType,
        sealed_data: this.#store.seal(dataContext(secret.name, versionId), Buffer.from(data)),
        created_at: this.#clock.now(),
      })
      .execute();
  }

  #open({ secret_name, version_id, sealed_data }: SecretVersion): string {
    return Buffer.from(this.#store.open(dataContext(secret_name, version_id), sealed_data)).toString();
  }

  /** Past the limit the oldest version without a stage goes first. */
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

const isGone = (secret: Secret, now: number): boolean => secret.delete_at !== null && secret.delete_at <= now;

/** JSON keeps a name with a slash apart from a version with one. */
const dataContext = (secretName: string, versionId: string): string =>
  `secret_versions/${JSON.stringify([secretName, versionId])}/sealed_data`;
