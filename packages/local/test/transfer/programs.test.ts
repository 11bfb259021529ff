import { createRequire } from 'node:module';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { runStranger } from '../strangers/run-stranger.js';
import { program3 } from './program-3.js';
import { makeThings, type Things, transferConfigs } from './things.js';

const { program1 } = createRequire(import.meta.url)('./program-1.cjs');

let kms: LocalKms;
let things: Things;
beforeAll(async () => {
  kms = await startLocalKms();
  things = await makeThings(kms);
});
afterAll(() => kms.close());

/** Which gateways an API was called at. */
const gatewaysOf = (api: string) => new Set(kms.requests({ api }).map(({ gateway }) => gateway));

const keyResponse = ['ciphertextBlob', 'keyId', 'keyVersionId', 'requestId'];
const opened = ['keyId', 'keyVersionId', 'plaintext', 'requestId'];
const notFound = 'code: 404, The specified Key is not found.';
const seen1 = {
  encrypt: [keyResponse, true, true],
  version: true,
  decrypt: [opened, 'hello 密', true],
  dataKey: [['ciphertextBlob', 'keyId', 'keyVersionId', 'plaintext', 'requestId'], 16],
  dataKeyOpens: true,
  hidden: [keyResponse, 24],
  verified: [['keyId', 'keyVersionId', 'requestId', 'value'], true, false],
  provenHere: true,
  rsa: [opened, 'to RSA', true],
  secret: ['transfer/one', 'value & 密', 'text', 'v1', { versionStage: ['ACSCurrent'] }],
  listed: true,
  unknownKey: {
    code: 'Forbidden.KeyNotFoundError',
    message: `Forbidden.KeyNotFoundError: ${notFound} requestid: ID`,
    data: ['Forbidden.KeyNotFound', 'The specified Key is not found.', 'string'],
  },
  unknownManaged: {
    code: 'Forbidden.KeyNotFoundError',
    message: `Forbidden.KeyNotFoundError: ${notFound} requestid: ID`,
    data: ['Forbidden.KeyNotFound', 'The specified Key is not found.', 'string'],
  },
  missing: 'MissingParameterError',
};

describe('a program for version 1.2.0 of the KMS 1.0 client', () => {
  test('sees this with the client that it was written for', async () => {
    const seen = await runStranger('../transfer/original-client.cjs', kms, { THINGS: JSON.stringify(things) });
    expect(seen).toEqual(seen1);
  });

  test.each([false, true])('sees the same with a TransferClient, low version %s', async (low) => {
    const { config, kmsConfig } = transferConfigs(kms);
    kms.clearRequests();
    const options = { config, kmsConfig: { ...kmsConfig, forceLowVersionCryptoTransfer: low } };
    await using client = new TransferClient({ ...options, apiGeneration: 1 });
    expect(await program1(client, things)).toEqual(seen1);
    expect(gatewaysOf(low ? 'Decrypt' : 'AdvanceDecrypt')).toEqual(new Set(['instance']));
    expect(gatewaysOf('AsymmetricSign')).toEqual(new Set());
    expect(gatewaysOf('DescribeKey')).toEqual(new Set(['public']));
  });

  test('sees the same with a TransferClient that has the public gateway only', async () => {
    await using client = new TransferClient({ config: transferConfigs(kms).config, apiGeneration: 1 });
    expect(await program1(client, things)).toEqual(seen1);
  });
});

describe('a program for version 3 of the KMS 1.0 client', () => {
  const seen3 = {
    encrypt: [['headers', 'statusCode', 'body'], 200, keyResponse, 'string'],
    layout: true,
    decrypt: [opened, 'hello 密'],
    dataKey: [24, true],
    verified: true,
    rsa: 'to RSA',
    secret: ['value & 密', ['ACSCurrent'], 'Generic'],
    created: [true, 'made by version 3'],
    tags: [['team', 'orders+more']],
    regions: true,
    wire: ['CiphertextBlob', 'KeyId', 'KeyVersionId', 'RequestId'],
    refused: ['Forbidden.KeyNotFound', 404, 404, 'Forbidden.KeyNotFound', 'string'],
    words: `Forbidden.KeyNotFound: ${notFound} request id: ID`,
  };

  test.each([
    ['both gateways', {}, true],
    ['both gateways, low version', { forceLowVersionCryptoTransfer: true }, true],
    ['the public gateway only', {}, false],
  ])('sees this with %s', async (_, changes, both) => {
    const { config, kmsConfig } = transferConfigs(kms);
    await using client = new TransferClient({ config, ...(both && { kmsConfig: { ...kmsConfig, ...changes } }) });
    expect(await program3(client, things)).toEqual(seen3);
  });
});
