import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../clock.js';
import { createKms } from '../kms.js';
import { openStore, type Store } from '../store/store.js';
import { Metrics } from './metrics.js';
import type { RequestEntry } from './request-log.js';

let store: Store;
let metrics: Metrics;
beforeEach(async () => {
  store = await openStore({ memory: true });
  const identity = { regionId: 'cn-hangzhou', accountId: '1', instanceId: 'kst-test' };
  metrics = new Metrics(createKms({ store, clock: systemClock, identity }));
});
afterEach(() => store.close());

const entry = (facts: Partial<RequestEntry> = {}): RequestEntry => ({
  requestId: 'id',
  time: '2026-01-01T00:00:00.000Z',
  gateway: 'public',
  api: 'Decrypt',
  status: 200,
  durationMs: 2,
  remoteAddress: '127.0.0.1',
  ...facts,
});

/** The values on the page, by name and labels. */
async function values(): Promise<Record<string, string>> {
  const { text } = await metrics.page();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => /^(.+) (\S+)$/.exec(line)?.slice(1) as [string, string]));
}
const requests = (labels: string) => `kms_local_requests_total{gateway="public",${labels}}`;

test('no call is lost, whether it came before, while or after the counters were loaded', async () => {
  for (let count = 0; count < 2_500; count += 1) metrics.observe(entry());
  const loading = values();
  metrics.observe(entry());
  await loading;
  metrics.observe(entry());
  expect((await values())[requests('api="Decrypt",code="ok"')]).toBe('2502');
});

test('labels have few values, whatever clients send', async () => {
  for (const api of [undefined, 'Nope', 'x"} 1\n', '__proto__', 'toString']) metrics.observe(entry({ api, code: 'X' }));
  const found = await values();
  expect(Object.keys(found).filter((name) => name.startsWith('kms_local_requests_total'))).toEqual([
    requests('api="unknown",code="X"'),
  ]);
  expect(found[requests('api="unknown",code="X"')]).toBe('5');
});

test('a call without an answer is counted, and has no duration', async () => {
  metrics.observe(entry({ fault: 'fault-1', status: undefined, disruption: 'hang' }));
  metrics.observe(entry());
  const found = await values();
  expect(found[requests('api="Decrypt",code="none"')]).toBe('1');
  expect(found.kms_local_faults_total).toBe('1');
  const duration = 'kms_local_request_duration_seconds';
  expect(found[`${duration}_count{gateway="public",api="Decrypt"}`]).toBe('1');
  expect(found[`${duration}_bucket{le="0.0025",gateway="public",api="Decrypt"}`]).toBe('1');
  expect(found[`${duration}_bucket{le="0.001",gateway="public",api="Decrypt"}`]).toBe('0');
});

test('metrics tell the version of this package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect((await values())[`kms_local_info{version="${version}"}`]).toBe('1');
});

test('each local KMS of a process counts for itself', async () => {
  const other = new Metrics(
    createKms({ store, clock: systemClock, identity: { regionId: 'r', accountId: '1', instanceId: 'i' } }),
  );
  other.observe(entry());
  expect((await values())[requests('api="Decrypt",code="ok"')]).toBeUndefined();
  expect((await other.page()).text).toContain(requests('api="Decrypt",code="ok"'));
});
