import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Client } from 'alibabacloud-kms-sdk';
import type { Kysely } from 'kysely';
import type { Tables } from './database.js';

/** Makes fingerprints by which a sealed column can be searched for a whole value. */
export class SearchIndex {
  readonly #key: KeyObject;

  private constructor(key: KeyObject) {
    this.#key = key;
  }

  /**
   * Opens the index's key, which is in the database, sealed by KMS; makes one at the first time. One call for the life of
   * the process.
   *
   * @param name `table.column`
   */
  static async open(db: Kysely<Tables>, client: Client, keyId: string, name: string): Promise<SearchIndex> {
    const aad = JSON.stringify(['search key', name]);
    const find = () => db.selectFrom('search_keys').select('sealed').where('name', '=', name);
    if (!(await find().executeTakeFirst())) {
      const { ciphertextBlob: sealed } = await client.advanceGenerateDataKey({ keyId, numberOfBytes: 32, aad });
      // Where two processes begin together, the first one's key counts for both.
      const row = { name, sealed };
      await db
        .insertInto('search_keys')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const { sealed } = await find().executeTakeFirstOrThrow();
    const { plaintext } = await client.advanceDecrypt({ ciphertextBlob: new Uint8Array(sealed), aad });
    const key = createSecretKey(plaintext);
    plaintext.fill(0);
    return new SearchIndex(key);
  }

  /** The same value always has the same fingerprint; without the key it says nothing about the value. */
  fingerprint(value: string): Uint8Array {
    return createHmac('sha256', this.#key).update(value).digest();
  }
}
