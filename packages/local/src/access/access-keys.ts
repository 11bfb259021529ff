import type { Clock } from '../clock.js';
import { alphabets, randomText } from '../random-text.js';
import type { Store } from '../store/store.js';

export interface AccessKey {
  id: string;
  secret: string;
}

/** The AccessKeys of this account. Their secrets are sealed in the store; those in use are held in memory. */
export class AccessKeys {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #secrets = new Map<string, string>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The secret of an AccessKey, or undefined for an id that does not exist. */
  async secretOf(id: string): Promise<string | undefined> {
    const held = this.#secrets.get(id);
    if (held !== undefined) return held;
    const row = await this.#store.db
      .selectFrom('access_keys')
      .select('sealed_secret')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const secret = Buffer.from(this.#store.open(context(id), row.sealed_secret)).toString();
    this.#secrets.set(id, secret);
    return secret;
  }

  /** The oldest AccessKey; made when there is none. */
  async first(): Promise<AccessKey> {
    const row = await this.#store.db
      .selectFrom('access_keys')
      .select('id')
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst();
    return row ? { id: row.id, secret: (await this.secretOf(row.id)) as string } : this.#create();
  }

  async #create(): Promise<AccessKey> {
    const id = `LTAI${randomText(alphabets.lettersAndDigits, 20)}`;
    const secret = randomText(alphabets.lettersAndDigits, 30);
    const sealed_secret = this.#store.seal(context(id), Buffer.from(secret));
    await this.#store.db
      .insertInto('access_keys')
      .values({ id, sealed_secret, created_at: this.#clock.now() })
      .execute();
    return { id, secret };
  }
}

const context = (id: string): string => `access_keys/${id}/secret`;
