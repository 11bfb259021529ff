import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';

/** Makes AES keys in the instance of a local KMS. @returns the facts of it that clients get, with `keyIds` */
export async function withKeys({ facts }, count) {
  const { endpoint, regionId, accessKeyId, accessKeySecret, instanceId: dkmsInstanceId } = facts;
  const ca = readFileSync(facts.caFile, 'utf8');
  const client = new Client({ openApiConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
  const keyIds = [];
  const make = async () => {
    while (keyIds.length < count) keyIds.push((await client.createKey({ dkmsInstanceId })).keyMetadata.keyId);
  };
  await Promise.all(Array.from({ length: Math.min(count, 16) }, make));
  await client.close();
  return { ...facts, keyIds: keyIds.slice(0, count) };
}
