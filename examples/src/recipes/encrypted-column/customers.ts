import { randomUUID } from 'node:crypto';
import type { Client } from 'alibabacloud-kms-sdk';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from './database.js';
import { SealedColumn } from './sealed-column.js';
import { SearchIndex } from './search-index.js';

interface Customer {
  id: string;
  name: string;
  phone: string;
}

/** However a number is written, it is found. */
const normalized = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Customers whose phone numbers are in the database as ciphertexts only. */
export class Customers {
  readonly #db: Kysely<Tables>;
  readonly #phone: SealedColumn;
  readonly #byPhone: SearchIndex;

  private constructor(db: Kysely<Tables>, phone: SealedColumn, byPhone: SearchIndex) {
    this.#db = db;
    this.#phone = phone;
    this.#byPhone = byPhone;
  }

  static async open(db: Kysely<Tables>, client: Client, keyId: string): Promise<Customers> {
    const phone = new SealedColumn(client, { keyId, table: 'customers', column: 'phone' });
    return new Customers(db, phone, await SearchIndex.open(db, client, keyId, 'customers.phone'));
  }

  async add({ name, phone }: Omit<Customer, 'id'>): Promise<string> {
    const id = randomUUID();
    const row = { id, name, phone: await this.#phone.seal(id, phone), phone_fingerprint: this.#fingerprint(phone) };
    await this.#db.insertInto('customers').values(row).execute();
    return id;
  }

  async get(id: string): Promise<Customer | undefined> {
    const row = await this.#db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#open(row);
  }

  async findByPhone(phone: string): Promise<Customer[]> {
    const rows = await this.#db
      .selectFrom('customers')
      .selectAll()
      .where('phone_fingerprint', '=', this.#fingerprint(phone))
      .execute();
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  async #open({ id, name, phone }: Selectable<Tables['customers']>): Promise<Customer> {
    return { id, name, phone: await this.#phone.open(id, phone) };
  }

  #fingerprint(phone: string): Uint8Array {
    return this.#byPhone.fingerprint(normalized(phone));
  }
}
