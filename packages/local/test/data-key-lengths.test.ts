import { generateKeyPairSync } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../src/start.js';

const KeyId = 'key-sm4';
/** What the Encryption SDK for Java asks for under an SM4 key. */
const bothOfJava = { KeyId, NumberOfBytes: 16, KeySpec: 'SM4_128' };

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const wrapping = {
  WrappingKeySpec: 'RSA_2048',
  WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  PublicKeyBlob: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
};
const actions = [
  ['GenerateDataKey', {}],
  ['GenerateDataKeyWithoutPlaintext', {}],
  ['GenerateAndExportDataKey', wrapping],
] as const;

let kms: LocalKms;
let client: Client;
let transferClient: TransferClient;

beforeAll(async () => {
  kms = await startLocalKms({ seed: { keys: [{ id: KeyId, spec: 'Aliyun_SM4' }] } });
  const { publicConfig, instanceConfig } = kms.clientConfig();
  client = new Client({ publicConfig });
  transferClient = new TransferClient({ config: publicConfig, kmsConfig: instanceConfig });
});
afterAll(async () => {
  await Promise.all([client.close(), transferClient.close()]);
  await kms.close();
});

const lengthOf = async (CiphertextBlob: unknown) => {
  const { Plaintext } = await client.doAction('Decrypt', { CiphertextBlob });
  return Buffer.from(String(Plaintext), 'base64').length;
};

describe.each(actions)('%s with NumberOfBytes and KeySpec', (action, more) => {
  test.each([bothOfJava, { ...bothOfJava, NumberOfBytes: 64, KeySpec: 'AES_128' }])(
    'has $NumberOfBytes bytes, whatever KeySpec $KeySpec would have',
    async (both) => {
      const { CiphertextBlob } = await client.doAction(action, { ...both, ...more });
      expect(await lengthOf(CiphertextBlob)).toBe(both.NumberOfBytes);
    },
  );

  test('a KeySpec that KMS does not know is refused when it stands alone', async () => {
    const call = client.doAction(action, { ...bothOfJava, NumberOfBytes: undefined, ...more });
    await expect(call).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test('a NumberOfBytes that is empty is none', async () => {
    const { CiphertextBlob } = await client.doAction(action, { KeyId, NumberOfBytes: '', KeySpec: 'AES_128', ...more });
    expect(await lengthOf(CiphertextBlob)).toBe(16);
  });
});

test.each(['generateDataKey', 'generateDataKeyWithoutPlaintext'] as const)(
  'TransferClient: %s with both has NumberOfBytes',
  async (method) => {
    const request = { keyId: KeyId, numberOfBytes: 16, keySpec: 'SM4_128' };
    const { body } = await transferClient[method](request);
    expect(await lengthOf(body.ciphertextBlob)).toBe(16);
    await expect(transferClient[method]({ ...request, numberOfBytes: undefined })).rejects.toMatchObject({
      code: 'InvalidParam',
    });
  },
);
