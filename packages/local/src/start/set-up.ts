import type { AccessKey } from '../access/access-keys.js';
import { type ClientKeyGrant, firstClientKey } from '../access/first-client-key.js';
import { KmsClock, moveClock } from '../clock.js';
import { createKms, type Identity, type Kms, settleAll } from '../kms.js';
import { openAuthority, openServerCertificate } from '../pki/authority.js';
import type { CertifiedKey } from '../pki/certificates.js';
import { alphabets, randomText } from '../random-text.js';
import { Settings } from '../store/settings.js';
import { takeSnapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import { startDefaults } from './defaults.js';
import type { KeyPair } from './first-key-pair.js';
import type { ResolvedOptions } from './resolve-options.js';
import { StartError } from './start-error.js';

export interface SetUp {
  kms: Kms;
  clock: KmsClock;
  authority: CertifiedKey;
  server: CertifiedKey;
  accessKey: AccessKey;
  clientKey: ClientKeyGrant;
  /** Snapshot of the KMS as it was when it was made. */
  birth: string;
}

/**
 * The KMS in a store. What it is called, its CA and the first credentials are made with the store, in one transaction:
 * of several processes that start on an empty database one makes them, the others find them.
 */
export async function setUp(store: Store, options: ResolvedOptions, keyPair: () => Promise<KeyPair>): Promise<SetUp> {
  let made: Kms | undefined;
  const clock = new KmsClock({
    facts: () => store.state.clock,
    change: async (change) => {
      await store.transaction((db) => store.state.changeClock(db, change));
      if (made) await settleAll(made);
    },
  });
  // Before anything is made: the first client key is valid from then on.
  if (options.clock !== undefined) await moveClock(clock, options.clock);
  const setUp = await store.transaction(async (db) => {
    const settings = new Settings(store, db);
    const identity = await readIdentity(settings, options.regionId);
    // Certificates are for other machines, which do not know of a clock that was moved.
    const now = Date.now();
    const authority = await openAuthority(settings, now);
    const server = await openServerCertificate(settings, authority, options.names, now);
    const kms = createKms({ store, clock, identity });
    await kms.instances.makeFirst(identity.instanceId, db);
    const accessKey = await kms.access.accessKeys.first(db);
    const clientKey = await firstClientKey(kms.access, db, keyPair);
    const birth = await settings.getOrMake('birth', () => takeSnapshot(store, db));
    return { kms, clock, authority, server, accessKey, clientKey, birth };
  });
  made = setUp.kms;
  return setUp;
}

async function readIdentity(settings: Settings, wantedRegionId: string | undefined): Promise<Identity> {
  const regionId = await settings.getOrMake('region-id', () => wantedRegionId ?? startDefaults.regionId);
  if (wantedRegionId !== undefined && wantedRegionId !== regionId) {
    throw new StartError('Start.InvalidOption', `regionId: this data was made for ${regionId}`);
  }
  return {
    regionId,
    accountId: await settings.getOrMake('account-id', () => `1${randomText(alphabets.digits, 15)}`),
    instanceId: await settings.getOrMake('instance-id', () => `kst-hzz${randomText(alphabets.lowerAndDigits, 17)}`),
  };
}
