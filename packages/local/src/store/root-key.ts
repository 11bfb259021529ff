import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { createFile } from './own-file.js';
import { rootKeyBytes } from './sealed.js';
import { StoreError } from './store-error.js';

/**
 * Where the root key comes from:
 * - `keyFile`: a separate file (mode 0600), created with the database;
 * - `passphrase`: derived by scrypt, stored nowhere;
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

/** What the database stores about its root key; never the key itself. */
export interface RootKeyRecord {
  kind: RootKeyKind;
  scrypt?: ScryptParameters;
}

/** RFC 7914; 2^15 rounds of 1 KiB blocks: 32 MiB and some tens of milliseconds at each start. */
const scryptDefaults = { cost: 2 ** 15, blockSize: 8, parallelization: 1 };
const saltBytes = 16;

/** Anyone who has the database can guess shorter ones; existing databases with a shorter one still open. */
export const passphraseMinChars = 12;

export const isShortPassphrase = (passphrase: string): boolean =>
  [...passphrase.normalize('NFC')].length < passphraseMinChars;

function rootKeyKind(source: RootKeySource): RootKeyKind {
  if ('keyFile' in source) return 'keyFile';
  return 'passphrase' in source ? 'passphrase' : 'key';
}

/** The root key of a database that has none yet. */
export async function newRootKey(source: RootKeySource): Promise<{ key: Uint8Array; record: RootKeyRecord }> {
  const kind = rootKeyKind(source);
  if ('key' in source) return { key: source.key, record: { kind } };
  if ('keyFile' in source) return { key: await readOrCreate(source.keyFile), record: { kind } };
  if (isShortPassphrase(source.passphrase)) {
    throw new StoreError(
      'Store.PassphraseTooShort',
      `the passphrase must have at least ${passphraseMinChars} characters: all keys and secrets are encrypted under it`,
    );
  }
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

async function readOrCreate(path: string): Promise<Uint8Array> {
  const existing = await read(path);
  if (existing) return existing;
  await createFile(path, `${randomBytes(rootKeyBytes).toString('base64')}\n`, { mode: 0o600, sync: true });
  await syncDirectory(dirname(path));
  const key = await read(path);
  if (key) return key;
  throw new StoreError(
    'Store.RootKeyMissing',
    `the root key file ${path} is a link to a file that is missing. Put that file back, or remove the link for a new key`,
  );
}

async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open directories, and journals names by itself.
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
