import type { Kysely, Transaction } from 'kysely';
import type { Engine } from './engine.js';
import { existingRootKey, newRootKey, type RootKeyRecord, type RootKeySource } from './root-key.js';
import type { Schema } from './schema.js';
import { Sealer } from './sealed.js';
import { StoreError } from './store-error.js';

const settingName = 'root-key';
const checkContext = `settings/${settingName}/check`;

/** The stored facts about the root key, with a sealed empty value that only the right key opens. */
interface RootKeySetting extends RootKeyRecord {
  check: string;
}

/**
 * Opens a sealer with the root key of this database; creates the key if there is none. Derives keys outside of transactions:
 * that takes long, and others may be waiting to write.
 *
 * @throws StoreError with `Store.RootKeyMissing` or `Store.RootKeyWrong`
 */
export async function openSealer(db: Kysely<Schema>, engine: Engine, rootKey: RootKeySource): Promise<Sealer> {
  const existing = await read(db);
  if (existing) return existingSealer(existing, engine, rootKey);
  const { key, record } = await newRootKey(rootKey);
  const sealer = new Sealer(key);
  const check = Buffer.from(sealer.seal(checkContext, new Uint8Array())).toString('base64');
  const other = await db.transaction().execute((transaction) => readOrInsert(transaction, { ...record, check }));
  return other ? existingSealer(other, engine, rootKey) : sealer;
}

/** @returns what another process has written meanwhile; undefined if this one was first */
async function readOrInsert(
  transaction: Transaction<Schema>,
  setting: RootKeySetting,
): Promise<RootKeySetting | undefined> {
  const existing = await read(transaction);
  if (existing) return existing;
  await transaction
    .insertInto('settings')
    .values({ name: settingName, value: JSON.stringify(setting) })
    .execute();
  return undefined;
}

async function read(db: Kysely<Schema>): Promise<RootKeySetting | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', settingName).executeTakeFirst();
  return row && JSON.parse(row.value);
}

async function existingSealer(
  { check, ...record }: RootKeySetting,
  engine: Engine,
  rootKey: RootKeySource,
): Promise<Sealer> {
  const sealer = new Sealer(await existingRootKey(rootKey, record));
  try {
    sealer.open(checkContext, Buffer.from(check, 'base64'));
  } catch {
    const what = record.kind === 'passphrase' ? 'this passphrase' : 'this root key';
    throw new StoreError('Store.RootKeyWrong', `${engine.name} was not encrypted with ${what}`);
  }
  return sealer;
}
