/** Read a JSON secret with a Zod schema: typed, and refused if a member is missing. */
import { KmsError } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { z } from 'zod';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const name = envOr('KMS_SECRET_NAME', 'example/db');
const client = instanceClient();
const secrets = new SecretCache({ client });

const login = z.object({ user: z.string(), password: z.string().min(1) });
const { user, password } = await secrets.getJson(name, { schema: login });
console.log(`User ${user}, password of ${password.length} characters`);

const withPort = login.extend({ port: z.number() });
const error = await secrets.getJson(name, { schema: withPort }).catch((refusal: unknown) => refusal);
// The message says where the secret does not match, but nothing of its content.
if (error instanceof KmsError) console.log(`${error.code}: ${error.message}`);

await secrets.close();
await client.close();
