/** Create a key only once, however many processes run this: the alias decides. */
import { KmsServiceError } from 'alibabacloud-kms-sdk';
import { publicClient } from '../client.js';
import { instanceId, newName } from '../scratch.js';

const client = publicClient();
const isRefused = (error: unknown, code: string) => error instanceof KmsServiceError && error.code === code;

async function ensureKey(aliasName: string): Promise<string> {
  try {
    return (await client.describeKey({ keyId: aliasName })).keyMetadata.keyId;
  } catch (error) {
    if (!isRefused(error, 'Forbidden.AliasNotFound')) throw error;
  }
  const { keyId } = (await client.createKey({ dkmsInstanceId: instanceId() })).keyMetadata;
  try {
    await client.createAlias({ aliasName, keyId });
    return keyId;
  } catch (error) {
    // Another process was faster: use its key, and delete this one.
    await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });
    if (isRefused(error, 'Rejected.ResourceExist')) return ensureKey(aliasName);
    throw error;
  }
}

const aliasName = `alias/${newName('once')}`;
const keyIds = [...(await Promise.all([ensureKey(aliasName), ensureKey(aliasName)])), await ensureKey(aliasName)];
console.log(`Asked ${keyIds.length} times, ${aliasName} is ${new Set(keyIds).size} key: ${keyIds[0]}`);

await client.deleteAlias({ aliasName });
await client.scheduleKeyDeletion({ keyId: keyIds[0] as string, pendingWindowInDays: 7 });

await client.close();
