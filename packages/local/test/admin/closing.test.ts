import { Client, KmsConnectionError } from 'alibabacloud-kms-sdk';
import { expect, test } from 'vitest';
import { type FaultRule, Faults } from '../../src/admin/faults.js';
import type { RequestEntry } from '../../src/admin/request-log.js';
import { systemClock } from '../../src/clock.js';
import { createApp } from '../../src/server/app.js';
import { startLocalKms } from '../../src/start.js';
import { testApp } from '../support/server.js';
import { acs3Request } from '../support/signed-requests.js';

/** A call that a fault keeps from its answer. */
async function stuckCall(fault: FaultRule) {
  const log: string[] = [];
  const kms = await startLocalKms({ faults: [fault], log: (line) => log.push(line) });
  const client = new Client(kms.clientConfig());
  const giveUp = new AbortController();
  const call = client.listKeys({}, { maxAttempts: 1, signal: giveUp.signal }).then(
    () => 'answered',
    (error: unknown) => error,
  );
  while (kms.faults.list()[0]?.struck === 0) await new Promise(setImmediate);
  return { kms, client, call, giveUp, log };
}

test('a call that hangs does not keep the local KMS from closing', async () => {
  const { kms, client, call, log } = await stuckCall({ hang: true });
  await kms.close();
  expect(await call).toBeInstanceOf(KmsConnectionError);
  await client.close();
  expect(log).toEqual([]);
});

test('a call that hangs ends with its client, and nothing of it stays', async () => {
  const { kms, client, call, giveUp, log } = await stuckCall({ hang: true, times: 1 });
  giveUp.abort(new Error('enough'));
  expect(await call).toMatchObject({ message: 'enough' });
  await client.listKeys();
  await Promise.all([client.close(), kms.close()]);
  expect(log).toEqual([]);
});

test('a call that is delayed is still answered while the local KMS closes', async () => {
  const { kms, client, call, log } = await stuckCall({ delayMs: 300 });
  await kms.close();
  expect(await call).toBe('answered');
  await client.close();
  expect(log).toEqual([]);
});

test('a call that is delayed for longer than the local KMS lives does not take place', async () => {
  const { kms, store, log, accessKeyId, accessKeySecret } = await testApp();
  const faults = new Faults({ clock: systemClock });
  faults.add({ delayMs: 20 });
  const entries: RequestEntry[] = [];
  const observe = (entry: RequestEntry) => entries.push(entry);
  const app = createApp(kms, { log: (line) => log.push(line), faults, observe, isEnded: () => true });
  const request = acs3Request({ accessKeyId, accessKeySecret }, 'CreateKey', {});
  expect(await app.handle({ ...request, remoteAddress: '127.0.0.1' })).toBe('reset');
  expect(await store.db.selectFrom('keys').selectAll().execute()).toEqual([]);
  expect(entries).toMatchObject([{ api: 'CreateKey', disruption: 'reset' }]);
  expect(log).toEqual([]);
  await store.close();
});
