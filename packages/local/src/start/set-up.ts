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
  /** Snapshot of the KMS after its creation. */
  initialSnapshot: string;
}

/**
 * Sets up the KMS in a store. Its names, its CA and the first credentials are created with the store, in one transaction:
 * if several processes start on an empty database, one creates them, and the others find them.
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
  // First, because the validity of the first client key starts at this time.
  if (options.clock !== undefined) await moveClock(clock, options.clock);
  const setUp = await store.transaction(async (db) => {
    const settings = new Settings(store, db);
    const identity = await readIdentity(settings, options.regionId);
    // Other machines check certificates, and do not know about a clock that was moved.
    const now = Date.now();
    const authority = await openAuthority(settings, now);
    const server = await openServerCertificate(settings, authority, options.names, now);
    const kms = createKms({ store, clock, identity });
    await kms.instances.makeFirst(identity.instanceId, db);
    const accessKey = await kms.access.accessKeys.first(db);
    const clientKey = await firstClientKey(kms.access, db, keyPair);
    const initialSnapshot = await settings.getOrMake('birth', () => takeSnapshot(store, db));
    return { kms, clock, authority, server, accessKey, clientKey, initialSnapshot };
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
