/** Generate random bytes in the instance. */
import { instanceClient } from '../client.js';

const client = instanceClient();
const { random } = await client.generateRandom({ length: 32 });
console.log(`${random.length} random bytes: ${Buffer.from(random).toString('hex')}`);

await client.close();
