// A secret cache in good and bad times, with a clock that is moved: an hour of refreshes; then KMS throttles, is unavailable for
// an hour, and recovers. Reads never stop. A read that needs no response from KMS completes before the event loop turns, however
// busy the machine is; all others count as waits. For those, the report has the CPU time if less than the elapsed time: other
// work had the CPU then.
import { readFileSync } from 'node:fs';
import { createHistogram } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { readFacts } from './tasks.cjs';

const { names, outageNames, ttlMs, minutes, ...facts } = await readFacts();
const { endpoint, regionId, accessKeyId, accessKeySecret } = facts;
const ca = readFileSync(facts.caFile, 'utf8');
// The clock runs hundreds of times faster than the pauses between attempts, and the cache retries by the clock.
const publicConfig = { endpoint, regionId, accessKeyId, accessKeySecret, ca, maxAttempts: 1 };
const client = new Client({ publicConfig });

async function admin(path, method, body) {
  const headers = { authorization: `Bearer ${facts.adminToken}` };
  const response = await fetch(`${facts.adminEndpoint}/admin/${path}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
}

let now = Date.now();
const clock = { now: () => now };
let requests = 0;
const counting = (method) => (request, options) => {
  requests += 1;
  return client[method](request, options);
};
const source = {
  getSecretValue: counting('getSecretValue'),
  batchGetSecretValue: counting('batchGetSecretValue'),
  describeCall: (...args) => client.describeCall(...args),
};
const cacheOf = (maxEntries) => new SecretCache({ client: source, ttlMs, clock, maxEntries });

const readsPerTurn = 20;

/** Reads until stopped. @returns the times of reads, and how many had to wait */
function readAlways(cache, ofThese) {
  const found = { reads: 0, waits: 0, slowestMs: 0 };
  const times = createHistogram();
  let reading = true;
  const reader = (async () => {
    for (let next = 0; reading; await nextTurn()) {
      for (let read = 0; read < readsPerTurn; read += 1) {
        // A prime, so that neighbours are not read together.
        next = (next + 7_919) % ofThese.length;
        let turned = false;
        const turn = setImmediate(() => {
          turned = true;
        });
        const [cpu, start] = [process.cpuUsage(), performance.now()];
        await cache.get(ofThese[next]);
        const passedMs = performance.now() - start;
        const { user, system } = process.cpuUsage(cpu);
        const ms = turned ? passedMs : Math.min(passedMs, (user + system) / 1_000);
        clearImmediate(turn);
        times.record(Math.max(1, Math.round(ms * 1_000)));
        found.slowestMs = Math.max(found.slowestMs, ms);
        found.reads += 1;
        if (turned) found.waits += 1;
      }
    }
  })();
  return async () => {
    reading = false;
    await reader;
    return { ...found, p9999Ms: times.percentile(99.99) / 1_000 };
  };
}

async function pass(cache, minutes, stepMs) {
  for (const end = now + minutes * 60_000; now < end; ) {
    now += stepMs;
    await cache.refreshDue();
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Memory in use after a garbage collection; RSS would include garbage of any size. */
function heapMb() {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function goodTimes() {
  const cache = cacheOf(names.length);
  await Promise.all(Array.from({ length: 1_000 }, () => cache.get(names[0])));
  const coldRequests = requests;
  await cache.preload(names);
  // By then code is compiled, and every secret has been refreshed.
  await pass(cache, minutes / 4, 20_000);
  const heapBefore = heapMb();
  requests = 0;
  await pass(cache, minutes, 20_000);
  const hour = { coldRequests, hourRequests: requests, hourHeapMb: heapMb(), hourHeapRatio: heapMb() / heapBefore };
  await cache.close();
  return hour;
}

async function badTimes() {
  const cache = cacheOf(outageNames.length);
  await cache.preload(outageNames);
  let stop = readAlways(cache, outageNames);
  await pass(cache, minutes, 10_000);
  const usual = await stop();
  stop = readAlways(cache, outageNames);
  await admin('faults', 'POST', { qps: 1 });
  await pass(cache, minutes / 3, 10_000);
  await admin('faults', 'DELETE');
  await admin('faults', 'POST', { reset: true });
  await pass(cache, minutes, 20_000);
  await admin('faults', 'DELETE');
  // The longest pause between two attempts.
  now += 60_000;
  await cache.refreshDue();
  const outage = await stop();
  const stale = cache.list().filter(({ expiresAt }) => expiresAt.getTime() <= now).length;
  const { failures, staleHits } = cache.stats();
  await cache.close();
  return { usual, outage, stale, failures, staleHits };
}

console.log(JSON.stringify({ ...(await goodTimes()), ...(await badTimes()) }));
await client.close();
