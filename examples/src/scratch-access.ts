/** Network rules, policies and application access points for the management examples, created before and deleted after. */
import type { Client } from 'alibabacloud-kms-sdk';
import { instanceId, newName } from './scratch.js';

/** Allowed addresses: those of this machine's VPC, and of a local KMS. */
export const sourcePrivateIp = ['10.0.0.0/8', '127.0.0.1'];

/** Allows cryptography with keys. */
export const keyUser = 'RbacPermission/Template/CryptoServiceKeyUser';

/** Allows reading secrets. */
export const secretUser = 'RbacPermission/Template/CryptoServiceSecretUser';

/** Creates a network rule, works with it, and deletes it. */
export async function withNetworkRule(client: Client, use: (name: string) => Promise<void>): Promise<void> {
  const name = newName('rule');
  await client.createNetworkRule({ name, type: 'Private', sourcePrivateIp });
  try {
    await use(name);
  } finally {
    await client.deleteNetworkRule({ name });
  }
}

/** Creates a policy that allows every key of the instance, works with it, and deletes it. */
export async function withPolicy(client: Client, use: (name: string) => Promise<void>): Promise<void> {
  const name = newName('policy');
  await client.createPolicy({ name, kmsInstance: instanceId(), permissions: [keyUser], resources: ['key/*'] });
  try {
    await use(name);
  } finally {
    await client.deletePolicy({ name });
  }
}

/** Creates an application access point and its policy, works with it, and deletes both, client keys first. */
export async function withAccessPoint(client: Client, use: (name: string) => Promise<void>): Promise<void> {
  await withPolicy(client, async (policy) => {
    const name = newName('app');
    await client.createApplicationAccessPoint({ name, policies: [policy] });
    try {
      await use(name);
    } finally {
      const { clientKeys } = await client.listClientKeys({ aapName: name });
      for (const { clientKeyId } of clientKeys) await client.deleteClientKey({ clientKeyId });
      await client.deleteApplicationAccessPoint({ name });
    }
  });
}
