import { generateKeyPairSync } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterEach, describe, expect, test } from 'vitest';
import type { FieldsFacts, Shape } from '../../src/model/action-facts.js';
import { actions } from '../../src/model/generated/actions.js';
import { type InstanceApi, instanceApis } from '../../src/model/generated/instance-messages.js';
import { instanceOperations } from '../../src/model/generated/instance-operations.js';
import { missingIn } from '../../src/transport/response-checks.js';
import { encodeMessage } from '../../src/wire/protobuf.js';
import { failureOf } from '../support/calls.js';
import { startServer, testCa } from '../support/hostile-server.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

/** Clients whose gateways all answer with success and these fields. */
async function clientsOf(answer: Record<string, unknown>) {
  const server = await startServer((request, response) => {
    const api = request.headers['x-kms-apiname'];
    const fields = { RequestId: 'request-1', ...answer };
    response.end(api ? encodeMessage(`${api}Response` as 'EncryptResponse', fields) : JSON.stringify(fields));
  });
  const shared = { endpoint: server.origin, ca: testCa };
  const accessKey = { accessKeyId: 'LTAI.test', accessKeySecret: 'secret' };
  const kmsConfig = { ...shared, accessKeyId: 'KAAP.test', privateKey };
  const withClientKey = new Client({ instanceConfig: kmsConfig });
  const throughPublic = new Client({ publicConfig: { ...shared, ...accessKey } });
  const transfer = new TransferClient({ kmsConfig, config: { ...shared, ...accessKey, regionId: 'cn-hangzhou' } });
  opened.push(server, withClientKey, throughPublic, transfer);
  return { withClientKey, throughPublic, transfer, server };
}

const incomplete = (lack: string) => ({
  name: 'KmsConnectionError',
  code: 'Connection.InvalidResponse',
  message: expect.stringContaining(`answered with success, but with ${lack}`),
});

const keyId = 'key-1';
const blob = Buffer.alloc(60, 1);

describe('success without what was asked for is an error, with a client key', () => {
  test('encrypt, sign, generateRandom and generateDataKey gave empty bytes', async () => {
    const { withClientKey: client } = await clientsOf({ KeyId: keyId });
    await expect(client.encrypt({ keyId, plaintext: 'x' })).rejects.toMatchObject(incomplete('no CiphertextBlob'));
    await expect(client.sign({ keyId, message: 'x' })).rejects.toMatchObject(incomplete('no Signature'));
    await expect(client.generateRandom({ length: 8 })).rejects.toMatchObject(incomplete('no Random'));
    await expect(client.generateDataKey({ keyId })).rejects.toMatchObject(incomplete('no Plaintext'));
  });

  test('bytes of another length than was asked for', async () => {
    const answer = { KeyId: keyId, Plaintext: blob.subarray(0, 16), CiphertextBlob: blob, Random: blob };
    const { withClientKey: client } = await clientsOf(answer);
    const expected = incomplete('a Plaintext of 16 bytes in place of 32');
    await expect(client.generateDataKey({ keyId, numberOfBytes: 32 })).rejects.toMatchObject(expected);
    await expect(client.advanceGenerateDataKey({ keyId })).rejects.toMatchObject(expected);
    const random = incomplete('a Random of 60 bytes in place of 61');
    await expect(client.generateRandom({ length: 61 })).rejects.toMatchObject(random);
    expect((await client.generateRandom({ length: 60 })).random).toHaveLength(60);
  });

  test('a ciphertext whose IV is missing could never be decrypted', async () => {
    const { withClientKey: client } = await clientsOf({ CiphertextBlob: blob, Algorithm: 'AES_GCM' });
    await expect(client.encrypt({ keyId, plaintext: 'x' })).rejects.toMatchObject(incomplete('no Iv'));
    const ecb = await clientsOf({ CiphertextBlob: blob, Algorithm: 'AES_ECB' });
    expect((await ecb.withClientKey.encrypt({ keyId, plaintext: 'x' })).ciphertextBlob).toHaveLength(60);
  });

  test('an empty plaintext is what was encrypted', async () => {
    const { withClientKey: client } = await clientsOf({ KeyId: keyId });
    expect((await client.decrypt({ keyId, ciphertextBlob: blob })).plaintext).toEqual(new Uint8Array());
    expect((await client.advanceDecrypt({ ciphertextBlob: blob })).plaintext).toEqual(new Uint8Array());
  });
});

describe('success without what was asked for is an error, through OpenAPI', () => {
  test('createKey without an id', async () => {
    for (const [answer, lack] of [
      [{}, 'no KeyMetadata'],
      [{ KeyMetadata: {} }, 'no KeyId in KeyMetadata'],
      [{ KeyMetadata: { KeyId: '' } }, 'no KeyId in KeyMetadata'],
    ] as const) {
      const { throughPublic: client } = await clientsOf(answer);
      await expect(client.createKey()).rejects.toMatchObject(incomplete(lack));
      await expect(client.doAction('CreateKey')).rejects.toMatchObject(incomplete(lack));
    }
  });

  test('a wrong JSON type is no bytes', async () => {
    for (const CiphertextBlob of [7, true, null, {}, ['AQID'], '', '***']) {
      const { throughPublic: client } = await clientsOf({ CiphertextBlob });
      await expect(client.encrypt({ keyId, plaintext: 'x' })).rejects.toMatchObject(incomplete('no CiphertextBlob'));
    }
    const { throughPublic: client } = await clientsOf({ Plaintext: 7, Value: 'yes' });
    await expect(client.decrypt({ ciphertextBlob: blob })).rejects.toMatchObject(incomplete('no Plaintext'));
    const mac = { keyId, algorithm: 'HMAC_SHA_256', message: 'm', mac: blob };
    await expect(client.verifyMac(mac)).rejects.toMatchObject(incomplete('no Value'));
  });

  test('text that is no base64 is no ciphertext, and no other bytes either', async () => {
    for (const CiphertextBlob of ['AQ*ID', 'AQ=IDAQ', '<html>']) {
      const { throughPublic: client } = await clientsOf({ CiphertextBlob });
      await expect(client.encrypt({ keyId, plaintext: 'x' })).rejects.toMatchObject(incomplete('no CiphertextBlob'));
    }
    const { throughPublic: client } = await clientsOf({ CiphertextBlob: 'AQID\r\nBA==\n' });
    expect((await client.encrypt({ keyId, plaintext: 'x' })).ciphertextBlob).toEqual(Uint8Array.of(1, 2, 3, 4));
  });

  test('a list that is none does not say that there are no keys', async () => {
    for (const Keys of [5, true, 'key-1']) {
      const { throughPublic: client } = await clientsOf({ Keys });
      await expect(client.listKeys()).rejects.toMatchObject(incomplete('no list of Keys'));
      await expect(client.keys().next()).rejects.toMatchObject(incomplete('no list of Keys'));
    }
    for (const Keys of [undefined, null, '', {}, { Key: [] }]) {
      const { throughPublic: client } = await clientsOf({ Keys });
      expect((await client.listKeys()).keys).toEqual([]);
    }
  });

  test('a description of nothing, and a policy that is a list of nothing', async () => {
    const { throughPublic: client } = await clientsOf({});
    const secretName = 'app';
    await expect(client.describeSecret({ secretName })).rejects.toMatchObject(incomplete('no SecretName'));
    await expect(client.getSecretPolicy({ secretName })).rejects.toMatchObject(incomplete('no Policy'));
    await expect(client.getKeyPolicy({ keyId })).rejects.toMatchObject(incomplete('no Policy'));
    await expect(client.describePolicy({ name: 'p' })).rejects.toMatchObject(incomplete('no Name'));
    await expect(client.describeKeyVersion({ keyId, keyVersionId: 'v' })).rejects.toMatchObject(
      incomplete('no KeyVersion'),
    );
  });

  test('an error with status 200', async () => {
    const { throughPublic: client } = await clientsOf({ Code: 'Forbidden.KeyNotFound', Message: 'not found' });
    const error = incomplete('the error code Forbidden.KeyNotFound');
    await expect(client.enableKey({ keyId })).rejects.toMatchObject(error);
    await expect(client.doAction('EnableKey', { KeyId: keyId })).rejects.toMatchObject(error);
  });

  test('an answer without a request id is not from KMS', async () => {
    const { throughPublic: client } = await clientsOf({ RequestId: undefined, CiphertextBlob: 'AQID' });
    for (const call of [client.encrypt({ keyId, plaintext: 'x' }), client.doAction('AnyFutureApi')]) {
      expect(await failureOf(call)).toMatchObject({ code: 'Connection.InvalidResponse' });
    }
  });

  test('an empty plaintext is what was encrypted, a sealed one is for the enclave', async () => {
    const { throughPublic: client } = await clientsOf({ Plaintext: '' });
    expect((await client.decrypt({ ciphertextBlob: blob })).plaintext).toEqual(new Uint8Array());
    const recipient = 'attestation';
    await expect(client.decrypt({ ciphertextBlob: blob, recipient })).rejects.toMatchObject(
      incomplete('no CiphertextForRecipient'),
    );
    const sealed = await clientsOf({ CiphertextForRecipient: 'AQID', CiphertextBlob: 'AQID' });
    const answer = await sealed.throughPublic.generateDataKey({ keyId, recipient });
    expect(answer.ciphertextForRecipient).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('what it is not sent again for: a key may have been made', async () => {
    const { throughPublic: client, server } = await clientsOf({});
    expect(await failureOf(client.createKey())).toMatchObject({ attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

test('a TransferClient stores no empty ciphertext either', async () => {
  const { transfer } = await clientsOf({ KeyId: keyId });
  const request = { keyId, plaintext: 'aGVsbG8=' };
  await expect(transfer.encrypt(request)).rejects.toMatchObject({ code: 'Connection.InvalidResponse' });
});

describe('the table of essential fields', () => {
  const sample = (shape: Shape, from: 'message' | 'json'): unknown => {
    if (shape === 'bytes') return from === 'json' ? 'AQID' : Uint8Array.of(1, 2, 3);
    if (shape === 'boolean') return true;
    if (typeof shape === 'object' && 'list' in shape) return [];
    return typeof shape === 'object' && 'fields' in shape ? filled(shape.fields, from) : 'text';
  };
  const filled = (facts: FieldsFacts, from: 'message' | 'json'): Record<string, unknown> =>
    Object.fromEntries(Object.entries(facts).map(([name, { shape }]) => [name, sample(shape, from)]));
  const check = (facts: FieldsFacts, from: 'message' | 'json') => {
    const whole = { ...filled(facts, from), Algorithm: 'AES_GCM' };
    expect(missingIn(facts, whole, {}, from)).toBeUndefined();
    for (const [name, { essential }] of Object.entries(facts)) {
      const lack = missingIn(facts, { ...whole, [name]: undefined }, {}, from);
      expect(lack).toBe(essential && (from === 'json' || essential !== 'given') ? `no ${name}` : undefined);
    }
  };

  test.each(Object.entries(actions))('%s', (_, { answer }) => check(answer, 'json'));
  test.each(instanceApis)('%s with a client key', (api: InstanceApi) =>
    check(instanceOperations[api].answer, 'message'),
  );

  test('says of every field of bytes that is always there whether it may be empty', () => {
    const tables = [...Object.entries(actions), ...Object.entries(instanceOperations)];
    const silent = tables.flatMap(([api, { answer }]) =>
      Object.entries(answer)
        .filter(([, { shape, required, essential }]) => shape === 'bytes' && required && !essential)
        .map(([name]) => `${api}.${name}`),
    );
    expect(silent).toEqual([]);
  });
});
