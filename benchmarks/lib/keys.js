import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';

/** A client of the public gateway of a local KMS. */
export const publicClient = ({ endpoint, regionId, accessKeyId, accessKeySecret, caFile }) =>
  new Client({ publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca: readFileSync(caFile, 'utf8') } });

/** Creates AES keys in the instance of a local KMS. @returns its facts for clients, with `keyIds` */
export async function withKeys({ facts }, count) {
  const { instanceId: dkmsInstanceId } = facts;
  const client = publicClient(facts);
  const keyIds = [];
  const make = async () => {
    while (keyIds.length < count) keyIds.push((await client.createKey({ dkmsInstanceId })).keyMetadata.keyId);
  };
  await Promise.all(Array.from({ length: Math.min(count, 16) }, make));
  await client.close();
  return { ...facts, keyIds: keyIds.slice(0, count) };
}
