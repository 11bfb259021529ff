// A secret cache in good and in bad times, by a clock that is moved: an hour of refreshes; then KMS throttled, away for an
// hour, and back. Somebody reads all the time. A read that needs no answer of KMS is there before the event loop has turned,
// however busy the machine is: those that are not are counted as waits. Of the others it is told what they took of the
// processor when that is less than the time that passed: then other work had it.
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
// The clock runs hundreds of times as fast as the pauses between attempts: the cache tries again by the clock.
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

/** Reads until it is stopped. @returns what reads took, and how many had to wait */
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

/** What is really held: between two collections V8 lets garbage of any size lie, and RSS says no more than that. */
function heapMb() {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function goodTimes() {
  const cache = cacheOf(names.length);
  await Promise.all(Array.from({ length: 1_000 }, () => cache.get(names[0])));
  const coldRequests = requests;
  await cache.preload(names);
  // Until then code is compiled and every secret has been refreshed.
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
