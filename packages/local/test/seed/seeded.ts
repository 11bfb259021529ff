import { createKms, type Identity } from '../../src/kms.js';
import { exportSeed } from '../../src/seed/export-seed.js';
import { loadSeed } from '../../src/seed/load-seed.js';
import { parseSeed } from '../../src/seed/read-seed.js';
import type { Seed } from '../../src/seed/types.js';
import { openStore } from '../../src/store/store.js';
import { ActionHarness } from '../actions/harness.js';
import { testStorage } from '../support/storage.js';

export { ActionHarness } from '../actions/harness.js';

/** What another KMS than that of {@link ActionHarness.open} is called. */
export const otherIdentity: Identity = {
  regionId: 'eu-central-1',
  accountId: '1880000000000002',
  instanceId: 'kst-other5f176a1test0002',
};

async function openAs(identity: Identity): Promise<ActionHarness> {
  const { options, remove } = await testStorage();
  const store = await openStore(options);
  const harness = new ActionHarness((clock) => createKms({ store, clock, identity }));
  await harness.kms.instances.makeFirst(identity.instanceId);
  const close = harness.close.bind(harness);
  harness.close = async () => {
    await close();
    await remove();
  };
  return harness;
}

/** A new KMS with a seed in it, given as YAML text or as what it says. */
export async function seeded(seed: string | Seed, identity?: Identity): Promise<ActionHarness> {
  const harness = identity ? await openAs(identity) : await ActionHarness.open();
  try {
    await loadSeed(harness.kms, typeof seed === 'string' ? await parseSeed(seed, 'kms.yaml') : seed);
    return harness;
  } catch (error) {
    await harness.close();
    throw error;
  }
}

/** What a seed has become once it was loaded. */
export async function exported(seed: string | Seed, identity?: Identity): Promise<Seed> {
  await using harness = await closing(seeded(seed, identity));
  return await exportSeed(harness.value.kms);
}

/** Closed at the end of the block. */
async function closing(opening: Promise<ActionHarness>) {
  const value = await opening;
  return { value, [Symbol.asyncDispose]: () => value.close() };
}
