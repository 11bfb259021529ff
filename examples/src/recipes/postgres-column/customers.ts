import type { Client } from 'alibabacloud-kms-sdk';
import type { Envelope } from 'alibabacloud-kms-sdk/envelope';
import type { Pool } from 'pg';

export interface Customer {
  id: string;
  name: string;
  phone: string;
}

/** All values of the column share it: with a header that is kept in a secret they have to. */
const context = { column: 'customers.phone' };

/** However a number is written, it is found. */
const normalized = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Customers whose phone numbers PostgreSQL never sees. */
export class Customers {
  readonly #db: Pool;
  readonly #envelope: Envelope;
  readonly #client: Client;
  readonly #macKeyId: string;

  /**
   * @param envelope with `headerSecret` and `cache`
   * @param macKeyId an HMAC key of KMS
   */
  constructor(db: Pool, envelope: Envelope, client: Client, macKeyId: string) {
    this.#db = db;
    this.#envelope = envelope;
    this.#client = client;
    this.#macKeyId = macKeyId;
  }

  async createTable(): Promise<void> {
    await this.#db.query(`
      create table if not exists customers (
        id bigint generated always as identity primary key,
        name text not null,
        phone text not null,
        phone_mac bytea not null
      );
      create index if not exists customers_by_phone on customers (phone_mac)`);
  }

  async add({ name, phone }: Omit<Customer, 'id'>): Promise<string> {
    const row = [name, await this.#envelope.encryptText(phone, { context }), await this.#macOf(phone)];
    const text = 'insert into customers (name, phone, phone_mac) values ($1, $2, $3) returning id';
    const { rows } = await this.#db.query<{ id: string }>(text, row);
    return rows[0]?.id ?? '';
  }

  async findByPhone(phone: string): Promise<Customer[]> {
    const text = 'select id, name, phone from customers where phone_mac = $1';
    const { rows } = await this.#db.query<Customer>(text, [await this.#macOf(phone)]);
    return Promise.all(
      rows.map(async (row) => ({ ...row, phone: await this.#envelope.decryptText(row.phone, { context }) })),
    );
  }

  /** The column is part of the message: the MAC of the same number in another column is another one. */
  async #macOf(phone: string): Promise<Uint8Array> {
    const message = JSON.stringify([context.column, normalized(phone)]);
    const { mac } = await this.#client.generateMac({ keyId: this.#macKeyId, algorithm: 'HMAC_SHA_256', message });
    return mac;
  }
}
