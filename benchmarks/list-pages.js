// Cost of a page of ListKeys at the start, in the middle and at the end of 10,000 keys, over HTTPS, as a ratio to the
// first page: `npm run build && node benchmarks/list-pages.js [keys]`.
import { startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';

const keyCount = Number(process.argv[2] ?? 10_000);
const pageSize = 100;
const rounds = 300;

const kms = await startLocalKms();
const client = new Client({ publicConfig: kms.clientConfig().publicConfig });

let left = keyCount;
const make = async () => {
  while (left-- > 0) await client.createKey();
};
await Promise.all(Array.from({ length: 20 }, make));

const last = Math.ceil(keyCount / pageSize);
const pages = { first: 1, quarter: Math.ceil(last / 4), middle: Math.ceil(last / 2), last };
const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
// Alternately, so that other load on the machine affects all pages alike.
for (let round = 0; round < rounds; round += 1) {
  for (const [name, pageNumber] of Object.entries(pages)) {
    const start = process.hrtime.bigint();
    await client.listKeys({ pageNumber, pageSize });
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
  }
}
await client.close();
await kms.close();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times.first);
for (const [name, values] of Object.entries(times)) {
  const ms = median(values);
  console.log(`page ${pages[name]} of ${last} (${name}): ${ms.toFixed(2)} ms, ${(ms / base).toFixed(2)} × the first`);
}
