import { createHash } from 'node:crypto';
import type { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import type { Things } from './things.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const text = (encoded: string) => Buffer.from(encoded, 'base64').toString();

/** A program in the shape of version 3 of the KMS 1.0 client, with plain objects. */
export async function program3(client: TransferClient, { keyId, signing, rsa, secretName, instanceId }: Things) {
  const encryptionContext = { tenant: '42', app: 'a&b=c' };
  const sealed = await client.encrypt({ keyId, plaintext: base64('hello 密'), encryptionContext });
  const ciphertextBlob = sealed.body.ciphertextBlob;
  // In version 2 the context can be JSON as well.
  const opened = await client.decryptWithOptions(
    { ciphertextBlob, encryptionContext: '{"tenant":"42","app":"a&b=c"}' },
    { readTimeout: 10_000, autoretry: true, maxAttempts: 2 },
  );
  const { body: dataKey } = await client.generateDataKey({ keyId, numberOfBytes: 24 });
  const { body: dataKeyOpened } = await client.decrypt({ ciphertextBlob: dataKey.ciphertextBlob });
  const signer = {
    ...signing,
    algorithm: 'ECDSA_SHA_256',
    digest: createHash('sha256').update('message').digest('base64'),
  };
  const { value } = (await client.asymmetricSign(signer)).body;
  const verified = await client.asymmetricVerify({ ...signer, value });
  const cipher = { ...rsa, algorithm: 'RSAES_OAEP_SHA_1' };
  const toRsa = await client.asymmetricEncrypt({ ...cipher, plaintext: base64('to RSA') });
  const fromRsa = await client.asymmetricDecrypt({ ...cipher, ciphertextBlob: toRsa.body.ciphertextBlob });
  const secret = await client.getSecretValueWithOptions({ secretName, fetchExtendedConfig: true }, {});
  const created = await client.createKey({ description: 'made by version 3', DKMSInstanceId: instanceId });
  const tag = [{ key: 'team', value: 'orders+more' }];
  const resource = { resourceType: 'key', resourceId: [keyId] };
  await client.tagResources({ ...resource, tag });
  const tags = await client.listTagResources(resource);
  const regions = await client.describeRegionsWithOptions({ readTimeout: 5_000 });
  const refused = await client.encrypt({ keyId: 'no-such-key', plaintext: 'eA==' }).catch((error) => error);
  return {
    encrypt: [Object.keys(sealed), sealed.statusCode, Object.keys(sealed.body).sort(), typeof sealed.headers.date],
    layout: Buffer.from(ciphertextBlob, 'base64').subarray(0, 36).toString() === sealed.body.keyVersionId,
    decrypt: [Object.keys(opened.body).sort(), text(opened.body.plaintext)],
    dataKey: [Buffer.from(dataKey.plaintext, 'base64').length, dataKeyOpened.plaintext === dataKey.plaintext],
    verified: verified.body.value,
    rsa: text(fromRsa.body.plaintext),
    secret: [secret.body.secretData, secret.body.versionStages.versionStage, secret.body.secretType],
    created: [created.body.keyMetadata.DKMSInstanceId === instanceId, created.body.keyMetadata.description],
    tags: tags.body.tagResources.tagResource.map(({ tagKey, tagValue }) => [tagKey, tagValue]),
    regions: regions.body.regions.region.length > 0,
    wire: Object.keys(sealed.body.toMap()).sort(),
    refused: [refused.code, refused.statusCode, refused.data.HttpStatus, refused.data.Code, typeof refused.requestId],
    words: refused.message.replace(refused.requestId, 'ID'),
  };
}
