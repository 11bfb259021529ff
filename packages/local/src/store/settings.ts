import type { Database } from './schema.js';
import type { Store } from './store.js';

/** Facts about this KMS itself, by name; confidential ones are sealed. */
export class Settings {
  readonly #store: Store;
  readonly #db: Database;

  /** @param db the transaction to work in, if any */
  constructor(store: Store, db: Database = store.db) {
    this.#store = store;
    this.#db = db;
  }

  async get(name: string): Promise<string | undefined> {
    const row = await this.#db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  }

  async set(name: string, value: string): Promise<void> {
    await this.#db
      .insertInto('settings')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }

  async getSealed(name: string): Promise<string | undefined> {
    const value = await this.get(name);
    if (value === undefined) return undefined;
    return Buffer.from(this.#store.open(context(name), Buffer.from(value, 'base64'))).toString();
  }

  async setSealed(name: string, value: string): Promise<void> {
    await this.set(name, Buffer.from(this.#store.seal(context(name), Buffer.from(value))).toString('base64'));
  }

  /** The value of this name; created and stored if there is none yet. */
  async getOrMake(name: string, make: () => string | Promise<string>): Promise<string> {
    const existing = await this.get(name);
    if (existing !== undefined) return existing;
    const made = await make();
    await this.set(name, made);
    return made;
  }
}

const context = (name: string): string => `settings/${name}`;
