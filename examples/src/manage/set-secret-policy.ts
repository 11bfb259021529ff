/** Allow a RAM role to read a secret, with a statement in the secret's policy. */
import { publicClient } from '../client.js';
import { envOr } from '../env.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  const { arn } = await client.describeSecret({ secretName });
  const account = arn.split(':')[3];
  const role = `acs:ram::${account}:role/${envOr('RAM_ROLE_NAME', 'shop')}`; // must be there

  // The new policy replaces the old one: if it omits the account itself, you lock yourself out.
  const { policy } = await client.getSecretPolicy({ secretName });
  const read = {
    Sid: 'the shop may read',
    Effect: 'Allow',
    Principal: { RAM: [role] },
    Action: ['kms:GetSecretValue'],
    Resource: ['*'],
  };
  await client.setSecretPolicy({
    secretName,
    policy: { ...policy, Statement: [...(policy.Statement as object[]), read] },
  });

  const changed = (await client.getSecretPolicy({ secretName })).policy.Statement as { Sid: string }[];
  console.log(`Statements of ${secretName}: ${changed.map(({ Sid }) => Sid).join(', ')}`);
});

await client.close();
