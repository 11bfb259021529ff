// @vitest-environment jsdom
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const newKey = async (keySpec: string, keyUsage?: string) =>
  (await client.createKey({ keySpec, keyUsage, dkmsInstanceId: kms.instanceId })).keyMetadata.keyId;

test('tests of a web application run with jsdom', () => {
  expect(globalThis).toHaveProperty('document');
});

test('text and bytes are encrypted and decrypted', async () => {
  const keyId = await newKey('Aliyun_AES_256');
  for (const plaintext of ['Grüße', new TextEncoder().encode('Grüße'), Buffer.from('Grüße')]) {
    const { ciphertextBlob, iv } = await client.encrypt({ keyId, plaintext });
    const opened = await client.decrypt({ keyId, ciphertextBlob, iv });
    expect(Buffer.from(opened.plaintext).toString()).toBe('Grüße');
  }
});

test('data keys come as long as they were asked for, and open again', async () => {
  const keyId = await newKey('Aliyun_AES_256');
  const { plaintext, ciphertextBlob, iv } = await client.generateDataKey({ keyId, numberOfBytes: 32 });
  expect(plaintext).toHaveLength(32);
  expect((await client.decrypt({ keyId, ciphertextBlob, iv })).plaintext).toEqual(plaintext);
});

test('signatures verify, at KMS and here', async () => {
  for (const keySpec of ['RSA_2048', 'EC_P256', 'EC_SM2']) {
    const keyId = await newKey(keySpec, 'SIGN/VERIFY');
    const { signature } = await client.sign({ keyId, message: 'hello' });
    expect((await client.verify({ keyId, message: 'hello', signature })).value).toBe(true);
    const key = await PublicKey.fromPem((await client.getPublicKey({ keyId })).publicKey);
    expect(key.verify({ message: 'hello', signature })).toBe(true);
  }
});

test('secrets are stored and read, binary ones too', async () => {
  const secretData = new TextEncoder().encode('one');
  await client.createSecret({ secretName: 'dom', versionId: 'v1', secretData });
  expect(
    Buffer.from((await client.getSecretValue({ secretName: 'dom' }, { gateway: 'public' })).secretBytes).toString(),
  ).toBe('one');
});

test('a signal of jsdom ends a call', async () => {
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  const call = client.generateRandom({ length: 1 }, { signal: controller.signal });
  await expect(call).rejects.toThrow('enough');
});

test('a TransferClient works', async () => {
  const keyId = await newKey('Aliyun_AES_256');
  const { publicConfig: config, instanceConfig: kmsConfig } = kms.clientConfig();
  const transfer = new TransferClient({ config, kmsConfig });
  const { ciphertextBlob } = (await transfer.encrypt({ keyId, plaintext: 'aGVsbG8=' })).body;
  expect((await transfer.decrypt({ ciphertextBlob })).body.plaintext).toBe('aGVsbG8=');
  await transfer.close();
});

test('moving the clock of the local KMS', async () => {
  await kms.clock.set(new Date('2031-05-05T00:00:00Z'));
  expect(new Date(kms.clock.now()).toISOString()).toMatch(/^2031-05-05/);
});
