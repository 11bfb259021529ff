import { join } from 'node:path';
import { firstClientKey } from './access/first-client-key.js';
import { createKms } from './actions/kms.js';
import type { Identity } from './actions/types.js';
import { createApp } from './app.js';
import { listen } from './listen.js';
import { openAuthority, openServerCertificate } from './pki/authority.js';
import { alphabets, randomText } from './random-text.js';
import { makeDataDirectory, makeTemporaryDirectory, removeDirectory, writeAccessFiles } from './start/files.js';
import { databaseFile, takeFirstKeyPair } from './start/first-key-pair.js';
import { LocalKms } from './start/local-kms.js';
import {
  endpointHost,
  type ResolvedOptions,
  resolveOptions,
  type StartOptions,
  startDefaults,
} from './start/options.js';
import { StartError } from './start/start-error.js';
import { lockDirectory } from './store/directory-lock.js';
import { Settings } from './store/settings.js';
import { openStore, type Store } from './store/store.js';

export type { LocalClientConfig } from './start/local-kms.js';
export type { StartOptions } from './start/options.js';
export { StartError, type StartErrorCode } from './start/start-error.js';
export { StoreError, type StoreErrorCode } from './store/store-error.js';
export { LocalKms };

const rootKeyFile = 'root.key';

/**
 * Starts a local KMS in this process: both gateways on one HTTPS port, with its own CA and credentials, made at the first start.
 * For development, tests and CI; it is not a replacement for KMS.
 *
 * @throws StartError with `Start.InvalidOption`, `Start.DirectoryUnusable` or `Start.AddressUnavailable`
 * @throws StoreError with `Store.Unavailable`, `Store.Damaged`, `Store.RootKeyMissing` or `Store.RootKeyWrong`
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
    throw error;
  }
}

async function start(
  options: ResolvedOptions,
  onStop: (cleanUp: () => void | Promise<void>) => void,
  stop: () => Promise<void>,
): Promise<LocalKms> {
  const { clock, dataDir, names, log } = options;
  const keyPair = takeFirstKeyPair(dataDir);
  const store = await openData(options, onStop);
  const settings = new Settings(store);
  const identity = await readIdentity(settings, options.regionId);

  // Certificates are for other machines, which do not know of a clock that was moved.
  const now = Date.now();
  const authority = await openAuthority(settings, now);
  const server = await openServerCertificate(settings, authority, names, now);
  const kms = createKms({ store, clock, identity });
  await kms.instances.makeFirst(identity.instanceId);
  const accessKey = await kms.access.accessKeys.first();
  const clientKey = await firstClientKey(kms.access, keyPair);
  const directory = dataDir ?? (await makeTemporaryDirectory());
  if (!dataDir) onStop(() => removeDirectory(directory));
  const files = await writeAccessFiles(directory, authority.certificatePem, clientKey);

  const app = createApp(kms, log);
  const { host, port } = options;
  const listener = await listen(app, { host, port, log, ...server }).catch((cause: Error) => {
    throw new StartError('Start.AddressUnavailable', `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
  });
  onStop(() => listener.close());

  return new LocalKms(
    {
      ...identity,
      ...files,
      host: endpointHost(host),
      port: listener.port,
      ca: authority.certificatePem,
      accessKeyId: accessKey.id,
      dataDir,
    },
    { accessKeySecret: accessKey.secret, clientKeyContent: clientKey.content, clientKeyPassword: clientKey.password },
    stop,
  );
}

async function openData(
  { dataDir, passphrase }: ResolvedOptions,
  onStop: (cleanUp: () => void | Promise<void>) => void,
): Promise<Store> {
  if (dataDir !== undefined) {
    await makeDataDirectory(dataDir);
    onStop(lockDirectory(dataDir));
  }
  const rootKey = passphrase === undefined ? { keyFile: join(dataDir ?? '', rootKeyFile) } : { passphrase };
  const store = await openStore(
    dataDir === undefined ? { memory: true } : { file: join(dataDir, databaseFile), rootKey },
  );
  onStop(() => store.close());
  return store;
}

async function readIdentity(settings: Settings, wantedRegionId: string | undefined): Promise<Identity> {
  const regionId = await settings.getOrMake('region-id', () => wantedRegionId ?? startDefaults.regionId);
  if (wantedRegionId !== undefined && wantedRegionId !== regionId) {
    throw new StartError('Start.InvalidOption', `regionId: this data directory was made for ${regionId}`);
  }
  return {
    regionId,
    accountId: await settings.getOrMake('account-id', () => `1${randomText(alphabets.digits, 15)}`),
    instanceId: await settings.getOrMake('instance-id', () => `kst-hzz${randomText(alphabets.lowerAndDigits, 17)}`),
  };
}
