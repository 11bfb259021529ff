import { type EncryptionContextBinding, TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import golden from '../../../../vectors/transfer/contexts.json' with { type: 'json' };
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { transferConfigs } from './things.js';

const { encryptionContext, plaintext } = golden;
const keyId = 'key-golden';
const seed = { keys: [{ id: keyId, versions: [{ id: golden.keyVersionId, material: golden.keyBase64 }] }] };
const bindings = golden.vectors.map(({ binding }) => binding as EncryptionContextBinding);

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms({ seed });
});
afterAll(() => kms.close());

const transferClient = (change: object = {}) => {
  const { config, kmsConfig } = transferConfigs(kms);
  return new TransferClient({ config, kmsConfig: { ...kmsConfig, ...change } });
};

describe.each(golden.vectors)('what $client encrypted with a context', ({ binding, ciphertextBlob }) => {
  test.each([false, true])('a TransferClient decrypts, and tells the binding; low-version mode: %s', async (low) => {
    await using client = transferClient({ forceLowVersionCryptoTransfer: low });
    const answer = await client.decrypt({ ciphertextBlob, encryptionContext });
    expect(answer.body.plaintext).toBe(plaintext);
    expect(answer.$metadata.encryptionContextBinding).toBe(binding);
    expect(Object.keys(answer)).toEqual(['headers', 'statusCode', 'body']);
  });

  test('programs of version 1.x read the binding off the answer too', async () => {
    await using client = new TransferClient({ ...transferConfigs(kms), apiGeneration: 1 });
    const answer = await client.decrypt({ ciphertextBlob, encryptionContext });
    expect(answer.plaintext).toBe(plaintext);
    expect(answer.$metadata.encryptionContextBinding).toBe(binding);
  });

  test('the public gateway decrypts', async () => {
    await using client = new TransferClient({ config: transferConfigs(kms).config });
    expect((await client.decrypt({ ciphertextBlob, encryptionContext })).body.plaintext).toBe(plaintext);
  });

  test('ReEncrypt makes one of that all read that read raw bytes', async () => {
    await using client = transferClient();
    const { body } = await client.reEncrypt({
      ciphertextBlob,
      sourceEncryptionContext: encryptionContext,
      destinationKeyId: keyId,
      destinationEncryptionContext: encryptionContext,
    });
    const answer = await client.decrypt({ ciphertextBlob: body.ciphertextBlob, encryptionContext });
    expect(answer.body.plaintext).toBe(plaintext);
    expect(answer.$metadata.encryptionContextBinding).toBe('raw');
  });

  test('reEncryptAll tells which ciphertexts were bound in which way', async () => {
    await using client = transferClient();
    for await (const result of client.reEncryptAll([ciphertextBlob], { keyId, encryptionContext })) {
      expect(result).toMatchObject({ sourceKeyId: keyId, sourceEncryptionContextBinding: binding });
    }
    expect.assertions(1);
  });

  test('nobody decrypts with another context, or without one', async () => {
    await using client = transferClient();
    for (const other of [{ ...JSON.parse(encryptionContext), tenant: '43' }, undefined]) {
      for (const isUseKmsShareGateway of [false, true]) {
        const call = client.decryptWithOptions({ ciphertextBlob, encryptionContext: other }, { isUseKmsShareGateway });
        await expect(call).rejects.toMatchObject({ code: 'InvalidParameter', status: 400 });
      }
    }
  });
});

describe.each([false, true])('a new ciphertext, low-version mode: %s', (forceLowVersionCryptoTransfer) => {
  test('is bound to raw bytes, as the clients of Java and Go have it', async () => {
    await using client = transferClient({ forceLowVersionCryptoTransfer });
    const { ciphertextBlob } = (await client.encrypt({ keyId, plaintext, encryptionContext })).body;
    const answer = await client.decrypt({ ciphertextBlob, encryptionContext });
    expect(answer.$metadata).toMatchObject({ encryptionContextBinding: 'raw', attempts: 1 });
  });

  test.each(bindings)('is bound as encryptionContextBinding: %s says, data keys included', async (binding) => {
    const mode = { forceLowVersionCryptoTransfer };
    await using writer = transferClient({ ...mode, encryptionContextBinding: binding });
    await using reader = transferClient(mode);
    const request = { keyId, plaintext, encryptionContext };
    const { body: sealed } = await writer.encrypt(request);
    const { body: dataKey } = await writer.generateDataKey(request);
    for (const { ciphertextBlob } of [sealed, dataKey]) {
      const answer = await reader.decrypt({ ciphertextBlob, encryptionContext });
      expect(answer.$metadata.encryptionContextBinding).toBe(binding);
    }
  });
});

test('one call more for each binding that does not fit, and none without a context', async () => {
  await using client = transferClient();
  const callsFor = async (request: object) => {
    kms.clearRequests();
    await client.decrypt(request);
    return kms.requests().length;
  };
  const calls = [];
  for (const { ciphertextBlob } of golden.vectors) calls.push(await callsFor({ ciphertextBlob, encryptionContext }));
  const { ciphertextBlob } = (await client.encrypt({ keyId, plaintext })).body;
  expect([...calls, await callsFor({ ciphertextBlob })]).toEqual([1, 2, 3, 1]);
});

test('a ciphertext is not said to be wrong when KMS was too busy for the binding that it has', async () => {
  await using client = transferClient();
  const ciphertextBlob = golden.vectors[1]?.ciphertextBlob as string;
  kms.faults.add({ api: 'AdvanceDecrypt', after: 1, times: 1, code: 'Rejected.Throttling' });
  const once = client.decryptWithOptions({ ciphertextBlob, encryptionContext }, { autoretry: false });
  await expect(once).rejects.toMatchObject({ code: 'Rejected.Throttling' });
  expect((await client.decrypt({ ciphertextBlob, encryptionContext })).body.plaintext).toBe(plaintext);
});

test('an answer without a context says nothing of bindings', async () => {
  await using client = transferClient();
  const { ciphertextBlob } = (await client.encrypt({ keyId, plaintext })).body;
  expect((await client.decrypt({ ciphertextBlob })).$metadata).not.toHaveProperty('encryptionContextBinding');
});

test('a binding that there is not is refused when the client is made', () => {
  expect(() => transferClient({ encryptionContextBinding: 'base64' })).toThrow(
    'kmsConfig.encryptionContextBinding must be one of raw, hex, json, not "base64"',
  );
});
