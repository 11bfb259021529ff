import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { rootKeyBytes } from './sealed.js';
import { StoreError } from './store-error.js';

/**
 * Where the root key comes from:
 * - `keyFile`: a file of its own (mode 0600), made with the database;
 * - `passphrase`: derived by scrypt, kept nowhere;
 * - `key`: 32 bytes that the caller keeps.
 */
export type RootKeySource = { keyFile: string } | { passphrase: string } | { key: Uint8Array };

type RootKeyKind = 'keyFile' | 'passphrase' | 'key';

interface ScryptParameters {
  cost: number;
  blockSize: number;
  parallelization: number;
  /** base64 */
  salt: string;
}

/** What the database remembers of its root key; the key itself is not there. */
export interface RootKeyRecord {
  kind: RootKeyKind;
  scrypt?: ScryptParameters;
}

/** RFC 7914; 2^15 rounds of 1 KiB blocks: 32 MiB and some tens of milliseconds at each start. */
const scryptDefaults = { cost: 2 ** 15, blockSize: 8, parallelization: 1 };
const saltBytes = 16;

function rootKeyKind(source: RootKeySource): RootKeyKind {
  if ('keyFile' in source) return 'keyFile';
  return 'passphrase' in source ? 'passphrase' : 'key';
}

/** The root key of a database that has none yet. */
export async function newRootKey(source: RootKeySource): Promise<{ key: Uint8Array; record: RootKeyRecord }> {
  const kind = rootKeyKind(source);
  if ('key' in source) return { key: source.key, record: { kind } };
  if ('keyFile' in source) return { key: await readOrCreate(source.keyFile), record: { kind } };
  const parameters = { ...scryptDefaults, salt: randomBytes(saltBytes).toString('base64') };
  return { key: await derive(source.passphrase, parameters), record: { kind, scrypt: parameters } };
}

/** The root key of a database that has one: never a new key. */
export async function existingRootKey(source: RootKeySource, record: RootKeyRecord): Promise<Uint8Array> {
  const kind = rootKeyKind(source);
  if (kind !== record.kind) {
    throw new StoreError('Store.RootKeyWrong', `this database was made with a root key by ${record.kind}, not ${kind}`);
  }
  if ('key' in source) return source.key;
  if ('passphrase' in source) return derive(source.passphrase, record.scrypt as ScryptParameters);
  const key = await read(source.keyFile);
  if (key) return key;
  throw new StoreError(
    'Store.RootKeyMissing',
    `the root key file ${source.keyFile} is missing; without it this database cannot be read. Put the file back from a backup`,
  );
}

async function derive(passphrase: string, parameters: ScryptParameters): Promise<Uint8Array> {
  const { cost, blockSize, parallelization, salt } = parameters;
  const options: ScryptOptions = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  const normalized = passphrase.normalize('NFC');
  return promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)(
    normalized,
    Buffer.from(salt, 'base64'),
    rootKeyBytes,
    options,
  );
}

async function read(path: string): Promise<Uint8Array | undefined> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StoreError('Store.Unavailable', `the root key file ${path} cannot be read`, { cause });
  }
  const key = Buffer.from(content.trim(), 'base64');
  if (key.length !== rootKeyBytes) {
    throw new StoreError(
      'Store.RootKeyWrong',
      `the root key file ${path} does not hold ${rootKeyBytes} bytes in base64`,
    );
  }
  return key;
}

/** A link to a complete, synced file: whoever sees the name sees all of the key, and of two starters one wins. */
async function readOrCreate(path: string): Promise<Uint8Array> {
  const existing = await read(path);
  if (existing) return existing;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(rootKeyBytes).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  await syncDirectory(dirname(path));
  return (await read(path)) as Uint8Array;
}

async function syncDirectory(path: string): Promise<void> {
  // Windows opens no directories, and journals its names without being asked.
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
