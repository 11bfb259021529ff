import { randomBytes, randomInt } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import type { Selectable } from 'kysely';
import type { Clock } from '../clock.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Database, DataKeyVersionTable } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { dayMs } from './rotation.js';

type DataKeyVersion = Selectable<DataKeyVersionTable>;

/** How long the newest version is used before it is rotated. */
const rotationIntervalMs = dayMs;
const versionIdLength = 8;
const versionIdCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Data keys that KMS stores and rotates. No API creates them: a data key is created when it is first requested, and gets a
 * new version when it is requested a day or more after the last one. Every version stays readable.
 */
export class ManagedDataKeys {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @throws ServiceError InvalidParameter DataKeyName */
  async newest(name: string): Promise<{ id: string; plaintext: Uint8Array }> {
    checkDataKeyName(name);
    return this.#store.transaction(async (db) => {
      const newest = await this.#versions(db, name).orderBy('seq', 'desc').limit(1).executeTakeFirst();
      const isCurrent = newest !== undefined && this.#clock.now() - newest.created_at < rotationIntervalMs;
      return this.#open(isCurrent ? newest : await this.#insert(db, name));
    });
  }

  /** @throws ServiceError Forbidden.ResourceNotFound */
  async version(name: string, id: string): Promise<{ id: string; plaintext: Uint8Array }> {
    const version = await this.#versions(this.#store.db, name).where('id', '=', id).executeTakeFirst();
    if (!version) throw dataKeyNotFound();
    return this.#open(version);
  }

  #versions(db: Database, name: string) {
    return db.selectFrom('data_key_versions').selectAll().where('data_key_name', '=', name);
  }

  async #insert(db: Database, name: string): Promise<DataKeyVersion> {
    const id = Array.from({ length: versionIdLength }, () =>
      versionIdCharacters.charAt(randomInt(versionIdCharacters.length)),
    ).join('');
    return db
      .insertInto('data_key_versions')
      .values({
        data_key_name: name,
        id,
        sealed_material: this.#store.seal(dataKeyContext(name, id), randomBytes(limits.dataKeyDefaultBytes)),
        created_at: this.#clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  #open({ data_key_name, id, sealed_material }: DataKeyVersion) {
    return { id, plaintext: this.#store.open(dataKeyContext(data_key_name, id), sealed_material) };
  }
}

export const dataKeyNotFound = (): ServiceError =>
  new ServiceError('Forbidden.ResourceNotFound', { message: 'The managed data key or its version is not found.' });

export const dataKeyContext = (name: string, id: string): string =>
  `data_key_versions/${JSON.stringify([name, id])}/sealed_material`;

/** @throws ServiceError InvalidParameter DataKeyName */
export function checkDataKeyName(name: string): void {
  if (name.length > limits.aliasMaxChars || !/^[A-Za-z0-9_/+=.@-]+$/.test(name)) {
    throw invalidParameter('DataKeyName', `it has 1 to ${limits.aliasMaxChars} letters, digits and _ / + = . - @`);
  }
}
