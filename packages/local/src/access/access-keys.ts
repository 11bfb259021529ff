import type { Clock } from '../clock.js';
import { alphabets, randomText } from '../random-text.js';
import { Copies } from '../store/copies.js';
import type { Database } from '../store/schema.js';
import type { Store } from '../store/store.js';

export interface AccessKey {
  id: string;
  secret: string;
}

/** The AccessKeys of this account. The store has their secrets sealed; those in use are cached in memory. */
export class AccessKeys {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #secrets: Copies<string>;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#secrets = new Copies(store.state);
  }

  /** The secret of an AccessKey, or undefined for an id that does not exist. */
  async secretOf(id: string, db: Database = this.#store.db): Promise<string | undefined> {
    const held = this.#secrets.current();
    const known = held.get(id);
    if (known !== undefined) return known;
    const row = await db.selectFrom('access_keys').select('sealed_secret').where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const secret = Buffer.from(this.#store.open(accessKeyContext(id), row.sealed_secret)).toString();
    held.set(id, secret);
    return secret;
  }

  /** The oldest AccessKey; created if there is none. */
  async first(db: Database = this.#store.db): Promise<AccessKey> {
    const row = await db.selectFrom('access_keys').select('id').orderBy('created_at').orderBy('id').executeTakeFirst();
    return row ? { id: row.id, secret: (await this.secretOf(row.id, db)) as string } : this.#create(db);
  }

  async #create(db: Database): Promise<AccessKey> {
    const id = `LTAI${randomText(alphabets.lettersAndDigits, 20)}`;
    const secret = randomText(alphabets.lettersAndDigits, 30);
    const sealed_secret = this.#store.seal(accessKeyContext(id), Buffer.from(secret));
    await db.insertInto('access_keys').values({ id, sealed_secret, created_at: this.#clock.now() }).execute();
    return { id, secret };
  }
}

export const accessKeyContext = (id: string): string => `access_keys/${id}/secret`;
