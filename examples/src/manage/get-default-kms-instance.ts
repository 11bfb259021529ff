/** Get the default instance. */
import { publicClient } from '../client.js';

const client = publicClient();
const { defaultKmsInstanceId } = await client.getDefaultKmsInstance();
console.log(`The default instance is ${defaultKmsInstanceId ?? 'none'}`);

await client.close();
