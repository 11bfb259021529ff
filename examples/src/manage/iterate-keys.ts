/** Iterate over a list of any length with `for await`, which requests pages when they are needed. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
const keySpec = 'Aliyun_AES_192';
await withKey(
  client,
  async (first) => {
    await withKey(
      client,
      async (second) => {
        const filters = [
          { key: 'KeySpec', values: [keySpec] },
          { key: 'KeyState', values: ['Enabled'] },
        ];
        let found = 0;
        // Pages of one entry, to show that there are several; the default is 100.
        for await (const { keyId } of client.keys({ filters, pageSize: 1 })) {
          if (keyId === first.keyId || keyId === second.keyId) found += 1;
          if (found === 2) break; // no further page is asked for
        }
        console.log(`Found ${found} of the 2 keys that were just created`);
      },
      { keySpec },
    );
  },
  { keySpec },
);

await client.close();
