import { createHash } from 'node:crypto';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsConfigurationError } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let kms: LocalKms;
/** Reaches the dedicated endpoint with an AccessKey and nothing else. */
let client: Client;
let manager: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  manager = new Client(kms.clientConfig());
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  client = new Client({
    instanceConfig: { endpoint, ca, accessKeyId: kms.accessKeyId, accessKeySecret: kms.accessKeySecret },
  });
});
afterAll(async () => {
  await client.close();
  await manager.close();
  await kms.close();
});

async function newKey(keySpec: string, keyUsage?: string) {
  const { keyMetadata } = await manager.createKey({ keySpec, keyUsage, dkmsInstanceId: kms.instanceId });
  return { keyId: keyMetadata.keyId, keyVersionId: keyMetadata.primaryKeyVersion as string };
}

describe('an AccessKey on the dedicated endpoint', () => {
  test('encrypts and decrypts with a symmetric key', async () => {
    const { keyId } = await newKey('Aliyun_AES_256');
    const { ciphertextBlob } = await client.encrypt({ keyId, plaintext: 'hello', encryptionContext: { a: '1' } });
    const { plaintext } = await client.decrypt({ ciphertextBlob, encryptionContext: { a: '1' } });
    expect(Buffer.from(plaintext).toString()).toBe('hello');
  });

  test('encrypts and decrypts with an RSA key', async () => {
    const key = await newKey('RSA_2048', 'ENCRYPT/DECRYPT');
    const algorithm = 'RSAES_OAEP_SHA_256';
    const { ciphertextBlob } = await client.encrypt({ ...key, plaintext: 'hello', algorithm });
    const { plaintext } = await client.decrypt({ ...key, ciphertextBlob, algorithm });
    expect(Buffer.from(plaintext).toString()).toBe('hello');
  });

  test('signs and verifies, RAW and DIGEST alike', async () => {
    const key = await newKey('EC_P256');
    const algorithm = 'ECDSA_SHA_256';
    const { signature } = await client.sign({ ...key, message: 'pay 10', algorithm });
    const digest = createHash('sha256').update('pay 10').digest();
    const verified = await client.verify({ ...key, message: digest, messageType: 'DIGEST', signature, algorithm });
    expect(verified.value).toBe(true);
  });

  test('generates data keys, reads public keys and secrets', async () => {
    const { keyId } = await newKey('Aliyun_AES_256');
    const dataKey = await client.generateDataKey({ keyId, numberOfBytes: 16 });
    const opened = await client.decrypt({ ciphertextBlob: dataKey.ciphertextBlob });
    expect(opened.plaintext).toEqual(dataKey.plaintext);
    const { publicKey } = await client.getPublicKey(await newKey('RSA_2048'));
    expect(publicKey).toContain('BEGIN PUBLIC KEY');
    await manager.createSecret({ secretName: 'dedicated', secretData: 's', versionId: 'v1' });
    expect((await client.getSecretValue({ secretName: 'dedicated' })).secretData).toBe('s');
  });

  test('says that a client key is needed for what has no OpenAPI form', async () => {
    const { keyId } = await newKey('Aliyun_AES_256');
    await expect(client.advanceEncrypt({ keyId, plaintext: 'x' })).rejects.toBeInstanceOf(KmsConfigurationError);
    await expect(client.generateRandom({ length: 8 })).rejects.toThrow(/client key/);
  });
});
