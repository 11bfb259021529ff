import { join } from 'node:path';
import { createAdmin } from './admin/create-admin.js';
import { Faults } from './admin/faults.js';
import { RequestLog } from './admin/request-log.js';
import { makeDataDirectory, makeTemporaryDirectory, removeDirectory, writeAccessFiles } from './start/files.js';
import { databaseFile, takeFirstKeyPair } from './start/first-key-pair.js';
import { LocalKms } from './start/local-kms.js';
import type { StartOptions } from './start/options.js';
import { type OnStop, openPorts } from './start/ports.js';
import { type ResolvedOptions, resolveOptions } from './start/resolve-options.js';
import { setUp } from './start/set-up.js';
import { rootKeyWarning } from './start/warnings.js';
import { lockDirectory } from './store/directory-lock.js';
import { asStoreError } from './store/storage-failure.js';
import { openStore, type Store } from './store/store.js';

export type { LocalClientConfig } from './start/local-kms.js';
export type { StartOptions } from './start/options.js';
export { StartError, type StartErrorCode } from './start/start-error.js';
export { StoreError, type StoreErrorCode } from './store/store-error.js';
export { LocalKms };

const rootKeyFile = 'root.key';

/**
 * Starts a local KMS in this process: both gateways on one HTTPS port, with its own CA and credentials, created at the first
 * start. For development, tests and CI; it does not replace KMS.
 *
 * @throws StartError with `Start.InvalidOption`, `Start.DirectoryUnusable` or `Start.AddressUnavailable`
 * @throws StoreError with `Store.Unavailable`, `Store.Damaged`, `Store.RootKeyMissing`, `Store.RootKeyWrong` or `Store.PassphraseTooShort`
 * @example
 * const kms = await startLocalKms();
 * const client = new Client(kms.clientConfig());
 * // …
 * await client.close();
 * await kms.close();
 */
export async function startLocalKms(options: StartOptions = {}): Promise<LocalKms> {
  const resolved = resolveOptions(options);
  const cleanUps: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (let cleanUp = cleanUps.pop(); cleanUp; cleanUp = cleanUps.pop()) await cleanUp();
  };
  try {
    return await start(resolved, (cleanUp) => cleanUps.push(cleanUp), stop);
  } catch (error) {
    await stop();
    throw asStoreError(error);
  }
}

async function start(options: ResolvedOptions, onStop: OnStop, stop: () => Promise<void>): Promise<LocalKms> {
  const { dataDir, clock: clockStart, faults: faultRules } = options;
  const keyPair = takeFirstKeyPair(options);
  const seed =
    options.seed === undefined ? undefined : await (await import('./seed/read-seed.js')).readSeed(options.seed);
  const store = await openData(options, onStop);
  const { kms, clock, authority, server, accessKey, clientKey, initialSnapshot } = await setUp(store, options, keyPair);
  const faults = new Faults({ clock, seed: options.faultSeed });
  for (const rule of faultRules) faults.add(rule);
  const requests = new RequestLog(options.requestLogSize);
  const admin = createAdmin({ kms, clock, faults, requests, initialSnapshot, seed, clockStart, faultRules });
  if (seed) await admin.loadSeed(seed);

  const ca = authority.certificatePem;
  const directory = options.filesDir ?? dataDir ?? (await makeTemporaryDirectory());
  if (directory !== options.filesDir && !dataDir) onStop(() => removeDirectory(directory));
  const files = await writeAccessFiles(directory, ca, clientKey);
  const ports = await openPorts({ options, kms, admin, server, ca }, onStop);

  return new LocalKms(
    { ...kms.identity, ...files, ...ports, ca, accessKeyId: accessKey.id, dataDir, database: store.name },
    {
      accessKeySecret: accessKey.secret,
      clientKeyContent: clientKey.content,
      clientKeyPassword: clientKey.password,
      adminToken: options.admin?.token,
    },
    admin,
    stop,
  );
}

async function openData({ dataDir, database, passphrase, log }: ResolvedOptions, onStop: OnStop): Promise<Store> {
  if (dataDir !== undefined) {
    await makeDataDirectory(dataDir);
    onStop(lockDirectory(dataDir));
  }
  const options = storeOptions(dataDir, database, passphrase);
  const store = await openStore(options, log);
  onStop(() => store.close());
  const warning = options.rootKey && (await rootKeyWarning(options.rootKey));
  if (warning) log(warning);
  return store;
}

function storeOptions(dataDir?: string, database?: string, passphrase?: string) {
  if (database !== undefined) return { url: database, rootKey: { passphrase: passphrase as string } };
  if (dataDir === undefined) return { memory: true, rootKey: undefined } as const;
  const rootKey = passphrase === undefined ? { keyFile: join(dataDir, rootKeyFile) } : { passphrase };
  return { file: join(dataDir, databaseFile), rootKey };
}
