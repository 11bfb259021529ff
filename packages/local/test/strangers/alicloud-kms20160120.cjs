// A program written with the official client of KMS 1.0 (signature version 1.0), unaware of being tested.
// It trusts the local KMS through NODE_EXTRA_CA_CERTS and prints what it saw as JSON.
const KmsClient = require('@alicloud/kms20160120');
const { Config } = require('@alicloud/rpc-client');

const { ENDPOINT, ACCESS_KEY_ID, ACCESS_KEY_SECRET, REGION_ID } = process.env;

async function main() {
  const client = new KmsClient.default(
    new Config({
      accessKeyId: ACCESS_KEY_ID,
      accessKeySecret: ACCESS_KEY_SECRET,
      regionId: REGION_ID,
      endpoint: ENDPOINT,
    }),
  );
  const created = await client.createKey(
    new KmsClient.CreateKeyRequest({ description: 'made by a stranger & 密钥 *~' }),
  );
  const { keyId } = created.keyMetadata;
  const described = await client.describeKey(new KmsClient.DescribeKeyRequest({ keyId }));
  const plaintext = Buffer.from('hello from KMS 1.0').toString('base64');
  const encrypted = await client.encrypt(
    new KmsClient.EncryptRequest({ keyId, plaintext, encryptionContext: { tenant: '42', app: 'a&b=c' } }),
  );
  const decrypted = await client.decrypt(
    new KmsClient.DecryptRequest({
      ciphertextBlob: encrypted.ciphertextBlob,
      encryptionContext: { app: 'a&b=c', tenant: '42' },
    }),
  );
  const dataKey = await client.generateDataKey(new KmsClient.GenerateDataKeyRequest({ keyId, keySpec: 'AES_256' }));
  const opened = await client.decrypt(new KmsClient.DecryptRequest({ ciphertextBlob: dataKey.ciphertextBlob }));
  const listed = await client.listKeys(new KmsClient.ListKeysRequest({ pageNumber: 1, pageSize: 100 }));
  const refusal = await client
    .describeKey(new KmsClient.DescribeKeyRequest({ keyId: 'no-such-key' }))
    .catch((error) => error);
  return {
    keyId,
    description: described.keyMetadata.description,
    keyState: described.keyMetadata.keyState,
    decrypted: Buffer.from(decrypted.plaintext, 'base64').toString(),
    dataKeyOpens: opened.plaintext === dataKey.plaintext && Buffer.from(dataKey.plaintext, 'base64').length === 32,
    listed: listed.keys.key.some((key) => key.keyId === keyId),
    refusal: { code: refusal.code, message: refusal.message },
  };
}

main().then(
  (result) => console.log(JSON.stringify(result)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
