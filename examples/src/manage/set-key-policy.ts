/** Allow a RAM user to describe a key, with a statement in the key's policy. */
import { publicClient } from '../client.js';
import { envOr } from '../env.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const { keyMetadata } = await client.describeKey({ keyId });
  const account = keyMetadata.arn.split(':')[3];
  const user = `acs:ram::${account}:user/${envOr('RAM_USER_NAME', 'auditor')}`; // must be there

  // The new policy replaces the old one: if it omits the account itself, you lock yourself out.
  const { policy } = await client.getKeyPolicy({ keyId });
  const look = {
    Sid: 'auditors may look',
    Effect: 'Allow',
    Principal: { RAM: [user] },
    Action: ['kms:DescribeKey', 'kms:ListKeyVersions'],
    Resource: ['*'],
  };
  await client.setKeyPolicy({ keyId, policy: { ...policy, Statement: [...(policy.Statement as object[]), look] } });

  const changed = (await client.getKeyPolicy({ keyId })).policy.Statement as { Sid: string }[];
  console.log(`Statements of ${keyId}: ${changed.map(({ Sid }) => Sid).join(', ')}`);
});

await client.close();
