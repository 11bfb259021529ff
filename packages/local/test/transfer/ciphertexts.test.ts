import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { Client } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { makeThings, type Things, transferConfigs } from './things.js';

const { EncryptRequest } = createRequire(import.meta.url)('@alicloud/kms20160120');

let kms: LocalKms;
let things: Things;
/** KMS 1.0: the public gateway, with its own layout. */
let kms10: TransferClient;
let advance: TransferClient;
let low: TransferClient;

beforeAll(async () => {
  kms = await startLocalKms();
  things = await makeThings(kms);
  const { config, kmsConfig } = transferConfigs(kms);
  kms10 = new TransferClient({ config });
  advance = new TransferClient({ config, kmsConfig });
  low = new TransferClient({ config, kmsConfig: { ...kmsConfig, forceLowVersionCryptoTransfer: true } });
});
afterAll(async () => {
  await Promise.all([kms10.close(), advance.close(), low.close()]);
  await kms.close();
});

const clients = { 'KMS 1.0': () => kms10, advance: () => advance, 'low version': () => low };
type Name = keyof typeof clients;

const contexts = { 'no context': undefined, 'a context': { tenant: '42', app: 'a&b=c 密' } };

/** Who made a ciphertext, who opens it. */
const pairs = (Object.keys(clients) as Name[]).flatMap((maker) =>
  (Object.keys(clients) as Name[]).flatMap((opener) =>
    Object.entries(contexts).map(([name, encryptionContext]) => ({ maker, opener, name, encryptionContext })),
  ),
);

const rotate = async (keyId: string) => {
  await using client = new Client(kms.clientConfig());
  const versions = async () => (await client.listKeyVersions({ keyId })).totalCount;
  const before = await versions();
  await client.updateRotationPolicy({ keyId, enableAutomaticRotation: true, rotationInterval: '7d' });
  await kms.clock.advance({ days: 8 });
  expect(await versions()).toBe(before + 1);
};

describe.each(pairs)('what $maker encrypts with $name, $opener decrypts', ({ maker, opener, encryptionContext }) => {
  test('text', async () => {
    const plaintext = Buffer.from('a message 密').toString('base64');
    const sealed = await clients[maker]().encrypt({ keyId: things.keyId, plaintext, encryptionContext });
    const { ciphertextBlob } = sealed.body;
    const { body } = await clients[opener]().decrypt({ ciphertextBlob, encryptionContext });
    expect(body).toMatchObject({ plaintext, keyId: things.keyId, keyVersionId: sealed.body.keyVersionId });
  });

  test('data keys', async () => {
    const { body: dataKey } = await clients[maker]().generateDataKey({ keyId: things.keyId, encryptionContext });
    expect(Buffer.from(dataKey.plaintext, 'base64')).toHaveLength(32);
    const { ciphertextBlob } = dataKey;
    const { body } = await clients[opener]().decrypt({ ciphertextBlob, encryptionContext });
    expect(body.plaintext).toBe(dataKey.plaintext);
  });
});

test('the same after the key was rotated, and new ciphertexts have the new version', async () => {
  const made = await Promise.all(
    pairs.map(async ({ maker, opener, encryptionContext }) => {
      const request = { keyId: things.keyId, plaintext: `${maker} ${opener}`, encryptionContext };
      const { body } = await clients[maker]().encrypt(request);
      const { body: dataKey } = await clients[maker]().generateDataKeyWithoutPlaintext(request);
      return { ...body, dataKey: dataKey.ciphertextBlob, plaintext: request.plaintext, opener, encryptionContext };
    }),
  );
  await rotate(things.keyId);
  for (const { opener, ciphertextBlob, dataKey, encryptionContext, plaintext, keyVersionId } of made) {
    const { body } = await clients[opener]().decrypt({ ciphertextBlob, encryptionContext });
    expect(body).toMatchObject({ plaintext, keyVersionId });
    const { body: opened } = await clients[opener]().decrypt({ ciphertextBlob: dataKey, encryptionContext });
    expect(Buffer.from(opened.plaintext, 'base64')).toHaveLength(32);
  }
  const old = made[0]?.keyVersionId;
  for (const name of Object.keys(clients) as Name[]) {
    const { body } = await clients[name]().encrypt({ keyId: things.keyId, plaintext: 'x' });
    expect(body.keyVersionId).not.toBe(old);
    expect(Buffer.from(body.ciphertextBlob, 'base64').subarray(0, 36).toString()).toBe(body.keyVersionId);
  }
});

test.each(['advance', 'low version'] as const)(
  '%s: another context opens nothing, and says InvalidParameter',
  async (name) => {
    for (const made of [{ tenant: '42' }, undefined]) {
      const { body } = await clients[name]().encrypt({ keyId: things.keyId, plaintext: 'x', encryptionContext: made });
      for (const other of [{ tenant: '43' }, { tenant: '42', more: '' }, made ? undefined : { tenant: '42' }]) {
        const call = clients[name]().decrypt({ ciphertextBlob: body.ciphertextBlob, encryptionContext: other });
        await expect(call).rejects.toMatchObject({ name: 'KmsTransferError', code: 'InvalidParameter', status: 400 });
      }
    }
  },
);

test('bytes are taken as they are, and come back under an encoding that has them all', async () => {
  const plaintext = new Uint8Array(randomBytes(64));
  for (const client of [advance, low]) {
    const { body } = await client.encrypt({ keyId: things.keyId, plaintext });
    const { ciphertextBlob } = body;
    const opened = await client.decryptWithOptions({ ciphertextBlob }, { encoding: 'latin1' });
    expect(Buffer.from(opened.body.plaintext, 'latin1')).toEqual(Buffer.from(plaintext));
    await expect(client.decryptWithOptions({ ciphertextBlob }, { encoding: 'ascii' })).rejects.toMatchObject({
      code: 'InvalidParameter',
      advice: 'Plaintext: it is not valid text in ascii; latin1 takes all bytes as they are.',
    });
  }
});

test('the encoding of the call comes before that of kmsConfig', async () => {
  const { config, kmsConfig } = transferConfigs(kms);
  await using gbk = new TransferClient({ config, kmsConfig: { ...kmsConfig, encoding: 'gbk' } });
  const { ciphertextBlob } = (await gbk.encrypt({ keyId: things.keyId, plaintext: '密钥' })).body;
  expect((await gbk.decrypt({ ciphertextBlob })).body.plaintext).toBe('密钥');
  const raw = await gbk.decryptWithOptions({ ciphertextBlob }, { encoding: 'latin1' });
  expect(Buffer.from(raw.body.plaintext, 'latin1').toString('hex')).toBe('c3dcd4bf');
});

test('a request model of version 1.2.0 is taken by a client of generation 3 too', async () => {
  const request = new EncryptRequest({ keyId: things.keyId, plaintext: 'x', encryptionContext: { a: '1' } });
  const { ciphertextBlob } = (await advance.encrypt(request)).body;
  expect((await kms10.decrypt({ ciphertextBlob, encryptionContext: { a: '1' } })).body.plaintext).toBe('x');
});
