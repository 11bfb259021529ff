/** List keys page by page, with a filter. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { keys, totalCount } = await client.listKeys({
      filters: [
        { key: 'KeyState', values: ['Enabled'] },
        { key: 'KeySpec', values: ['EC_P256K'] },
      ],
      pageNumber: 1,
      pageSize: 100,
    });
    console.log(`${totalCount} enabled keys of EC_P256K, ${keys.length} of them on this page`);
    console.log(`${keyId} is ${keys.some((key) => key.keyId === keyId) ? 'among them' : 'on a later page'}`);
  },
  { keySpec: 'EC_P256K' },
);

await client.close();
