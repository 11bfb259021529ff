// Hits of our secret cache, like python-secret-cache.py.
import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { readFacts, serveTasks } from './tasks.cjs';

const { endpoint, regionId, accessKeyId, accessKeySecret, caFile, secretName, hitsPerCall } = await readFacts();
const ca = readFileSync(caFile, 'utf8');
const client = new Client({ publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
const cache = new SecretCache({ client });
await cache.get(secretName);

await serveTasks({
  async hits() {
    for (let hit = 0; hit < hitsPerCall; hit += 1) await cache.get(secretName);
  },
});
await cache.close();
await client.close();
