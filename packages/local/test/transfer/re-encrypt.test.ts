import { Client, KmsError } from 'alibabacloud-kms-sdk';
import { type ReEncryptEntry, TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { transferConfigs } from './things.js';

let kms: LocalKms;
let client: TransferClient;
/** A key of the account's shared service, which KMS 1.0 had, and one of the instance. */
let oldKey: string;
let keyId: string;
let ciphertexts: { id: string; ciphertextBlob: string }[];

const context = { tenant: '42' };
const count = 20;
const toInstance = { sourceGateway: 'public', encryptionContext: context } as const;

beforeAll(async () => {
  kms = await startLocalKms();
  await using management = new Client(kms.clientConfig());
  oldKey = (await management.createKey({})).keyMetadata.keyId;
  keyId = (await management.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata.keyId;
  client = new TransferClient(transferConfigs(kms));
  const runtime = { isUseKmsShareGateway: true };
  ciphertexts = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const request = { keyId: oldKey, plaintext: `row ${index} 密`, encryptionContext: context };
      const { body } = await client.encryptWithOptions(request, runtime);
      return { id: `row-${index}`, ciphertextBlob: body.ciphertextBlob };
    }),
  );
});
beforeEach(() => kms.clearRequests());
afterAll(async () => {
  await client.close();
  await kms.close();
});

async function* rows<T>(entries: readonly T[]): AsyncGenerator<T, void, undefined> {
  for (const entry of entries) {
    await null;
    yield entry;
  }
}

const plaintextOf = async (ciphertextBlob: string, encryptionContext: object = context) =>
  (await client.decrypt({ ciphertextBlob, encryptionContext: { ...encryptionContext } })).body.plaintext;

test('ciphertexts of KMS 1.0 come out under the new key, in order, with what they were', async () => {
  const told: object[] = [];
  const results = [];
  const onProgress = (progress: object) => told.push(progress);
  for await (const result of client.reEncryptAll(rows(ciphertexts), { keyId, ...toInstance, onProgress })) {
    results.push(result);
  }
  expect(results.map(({ index, id, checkpoint }) => [index, id, checkpoint])).toEqual(
    ciphertexts.map(({ id }, index) => [index, id, index + 1]),
  );
  for (const [index, result] of results.entries()) {
    expect(result).toMatchObject({ keyId, sourceKeyId: oldKey });
    const [oldVersion, newVersion] = [ciphertexts[index]?.ciphertextBlob ?? '', result.ciphertextBlob].map((blob) =>
      Buffer.from(blob, 'base64').subarray(0, 36).toString(),
    );
    expect([result.sourceKeyVersionId, result.keyVersionId]).toEqual([oldVersion, newVersion]);
    expect(await plaintextOf(result.ciphertextBlob)).toBe(`row ${index} 密`);
  }
  expect(told).toEqual(results.map((_, index) => ({ done: index + 1, reEncrypted: index + 1, failed: 0 })));
});

test('a walk that was left goes on at its checkpoint, and does nothing twice', async () => {
  let checkpoint = 0;
  const kept: string[] = [];
  for await (const result of client.reEncryptAll(ciphertexts, { keyId, ...toInstance, concurrency: 1 })) {
    kept.push(String(result.id));
    checkpoint = result.checkpoint;
    if (checkpoint === 7) break;
  }
  kms.clearRequests();
  const options = { keyId, ...toInstance, skip: checkpoint };
  for await (const { id } of client.reEncryptAll(rows(ciphertexts), options)) kept.push(String(id));
  expect(kept).toEqual(ciphertexts.map(({ id }) => id));
  expect(kms.requests({ api: 'Decrypt' })).toHaveLength(count - 7);
});

test('one that fails does not take the others along when errors are asked for', async () => {
  const broken = [...ciphertexts.slice(0, 3), { id: 'broken', ciphertextBlob: 'AAAA' }, ...ciphertexts.slice(3, 5)];
  const seen: unknown[] = [];
  const onProgress = ({ done, failed }: { done: number; failed: number }) => seen.push([done, failed]);
  const options = { keyId, ...toInstance, onError: 'yield', onProgress } as const;
  const results = [];
  for await (const result of client.reEncryptAll(broken, options)) results.push(result);
  expect(results.map(({ id, error }) => [id, error instanceof KmsError ? error.code : error])).toEqual([
    ['row-0', undefined],
    ['row-1', undefined],
    ['row-2', undefined],
    ['broken', 'InvalidParameter'],
    ['row-3', undefined],
    ['row-4', undefined],
  ]);
  expect(seen.at(-1)).toEqual([6, 1]);
});

test('by default the first error ends the walk, after the results before it, and the source is told', async () => {
  let left = false;
  async function* source(): AsyncGenerator<ReEncryptEntry<string>, void, undefined> {
    try {
      yield* ciphertexts.slice(0, 2);
      yield { id: 'broken', ciphertextBlob: 'AAAA' };
      for (;;) yield* ciphertexts;
    } finally {
      left = true;
    }
  }
  const ids: unknown[] = [];
  const walk = async () => {
    for await (const { id } of client.reEncryptAll(source(), { keyId, ...toInstance })) ids.push(id);
  };
  await expect(walk()).rejects.toMatchObject({ name: 'KmsTransferError', code: 'InvalidParameter' });
  expect(ids).toEqual(['row-0', 'row-1']);
  expect(left).toBe(true);
});

test('no more entries are worked on at once than concurrency says, and as many as that', async () => {
  for (const concurrency of [1, 3]) {
    let taken = 0;
    let finished = 0;
    let most = 0;
    async function* source(): AsyncGenerator<string, void, undefined> {
      for (const { ciphertextBlob } of ciphertexts) {
        taken += 1;
        most = Math.max(most, taken - finished);
        yield ciphertextBlob;
      }
    }
    for await (const result of client.reEncryptAll(source(), { keyId, ...toInstance, concurrency })) {
      finished = result.checkpoint;
    }
    expect(most).toBe(concurrency);
  }
});

test('what a source throws comes after what was begun before', async () => {
  async function* source(): AsyncGenerator<string, void, undefined> {
    yield ciphertexts[0]?.ciphertextBlob as string;
    throw new Error('the table is gone');
  }
  const results: unknown[] = [];
  const walk = async () => {
    for await (const { index } of client.reEncryptAll(source(), { keyId, ...toInstance })) results.push(index);
  };
  await expect(walk()).rejects.toThrow('the table is gone');
  expect(results).toEqual([0]);
});

test('a signal ends it with its reason, also while the source is silent', async () => {
  const controller = new AbortController();
  async function* silent(): AsyncGenerator<string, void, undefined> {
    yield ciphertexts[0]?.ciphertextBlob as string;
    await new Promise(() => {});
  }
  const walk = async () => {
    const options = { keyId, ...toInstance, signal: controller.signal };
    for await (const { index } of client.reEncryptAll(silent(), options)) controller.abort(new Error(`after ${index}`));
  };
  await expect(walk()).rejects.toThrow('after 0');
});

test('bytes that are no text pass through the instance as they are, under another context if wanted', async () => {
  const plaintext = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { ciphertextBlob } = (await client.encrypt({ keyId, plaintext, encryptionContext: context })).body;
  const entry = { ciphertextBlob: Buffer.from(ciphertextBlob, 'base64'), newEncryptionContext: { tenant: '43' } };
  for await (const result of client.reEncryptAll([entry], { keyId, encryptionContext: context })) {
    const request = { ciphertextBlob: result.ciphertextBlob, encryptionContext: { tenant: '43' } };
    const opened = await client.decryptWithOptions(request, { encoding: 'latin1' });
    expect(Buffer.from(opened.body.plaintext, 'latin1')).toEqual(Buffer.from(plaintext));
  }
  expect(kms.requests().map(({ gateway }) => gateway)).toEqual(Array(3 + 1).fill('instance'));
});

test.each([
  [{}, 'options.keyId'],
  [{ keyId: 'k', concurrency: 0 }, 'options.concurrency must be an integer from 1 to 256, not 0'],
  [{ keyId: 'k', concurrency: 257 }, 'options.concurrency must be'],
  [{ keyId: 'k', skip: -1 }, 'options.skip must be'],
  [{ keyId: 'k', onError: 'ignore' }, "options.onError must be 'throw' or 'yield', not \"ignore\""],
  [{ keyId: 'k', sourceGateway: 'shared' }, 'options.sourceGateway must be'],
  [{ keyId: 'k', concurency: 3 }, 'did you mean concurrency?'],
  [{ keyId: 'k', runtime: { encoding: 'klingon' } }, 'runtime.encoding must be'],
])('options %j are refused at once', (options, message) => {
  expect(() => client.reEncryptAll([], options as never)).toThrow(message);
});

test('an entry without ciphertext is named', async () => {
  const walk = client.reEncryptAll([{ id: 1 } as never], { keyId });
  await expect(walk.next()).rejects.toMatchObject({
    code: 'Request.Invalid',
    message: expect.stringContaining('entry 0'),
  });
});
