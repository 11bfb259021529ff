/** Cache a secret: one request for all callers, refreshed before its TTL expires, available while KMS is not. */
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const name = envOr('KMS_SECRET_NAME', 'example/db');
const client = instanceClient();
const secrets = new SecretCache({ client, ttlMs: 600_000 });
secrets.on('rotate', ({ versionId }) => console.log(`${name} is now ${versionId}`));
secrets.on('stale', ({ ageMs }) => console.log(`KMS is away: ${name} is ${ageMs} ms old`));

await Promise.all(Array.from({ length: 1_000 }, () => secrets.get(name)));
const secret = await secrets.get(name);
console.log(`${secret.name}, version ${secret.versionId}: ${secrets.stats().refreshes} request for 1,001 reads`);

await secrets.close();
await client.close();
