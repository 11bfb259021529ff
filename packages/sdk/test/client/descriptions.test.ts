import { generateKeyPairSync } from 'node:crypto';
import { apiNames, Client, describeApi, inspectCiphertext } from 'alibabacloud-kms-sdk';
import { describe, expect, test } from 'vitest';
import { packAdvanceCiphertext, packPublicCiphertext } from '../../src/wire/ciphertext.js';
import { failureOf } from '../support/calls.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const instanceConfig = { endpoint: 'kst-test.cryptoservice.kms.aliyuncs.com', accessKeyId: 'KAAP.test', privateKey };
const publicConfig = { regionId: 'cn-hangzhou', accessKeyId: 'LTAI.test', accessKeySecret: 'secret' };
const client = new Client({ instanceConfig, publicConfig });

describe('describeCall', () => {
  test('says what a call with an AccessKey would send, and to whom', async () => {
    expect(
      await client.describeCall('createKey', { keySpec: 'Aliyun_SM4', tags: [{ tagKey: 'a', tagValue: 'b' }] }),
    ).toEqual({
      api: 'CreateKey',
      gateway: 'public',
      endpoint: 'kms.cn-hangzhou.aliyuncs.com',
      credential: 'accessKey',
      parameters: { KeySpec: 'Aliyun_SM4', Tags: '[{"TagKey":"a","TagValue":"b"}]' },
      secrets: [],
    });
  });

  test('says what a call with a client key would send, bytes as base64, and what of it is secret', async () => {
    expect(await client.describeCall('advanceEncrypt', { keyId: 'alias/app', plaintext: 'hello' })).toEqual({
      api: 'AdvanceEncrypt',
      gateway: 'instance',
      endpoint: 'kst-test.cryptoservice.kms.aliyuncs.com',
      credential: 'clientKey',
      parameters: { KeyId: 'alias/app', Plaintext: 'aGVsbG8=' },
      secrets: ['Plaintext'],
    });
    const decrypt = { keyId: 'k', ciphertextBlob: Uint8Array.of(1), keyVersionId: 'v' };
    expect((await client.describeCall('decrypt', decrypt)).parameters).toEqual({
      KeyId: 'k',
      CiphertextBlob: 'AQ==',
      KeyVersionId: 'v',
    });
  });

  test('names the API that an operation becomes through OpenAPI, and the region that tags want', async () => {
    const request = { keyId: 'k', keyVersionId: 'v', algorithm: 'ECDSA_SHA_256', message: 'hello' };
    const { api, parameters } = await client.describeCall('sign', request, { gateway: 'public' });
    expect(api).toBe('AsymmetricSign');
    expect(parameters.Digest).toBe('LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=');
    expect((await client.describeCall('listTagResources', { resourceType: 'key' })).parameters).toEqual({
      RegionId: 'cn-hangzhou',
      ResourceType: 'key',
    });
  });

  test('refuses what cannot be sent, and methods that are more than one call', async () => {
    expect(await failureOf(client.describeCall('enableKey', {}))).toMatchObject({
      code: 'Request.Invalid',
      message: expect.stringContaining('keyId is missing'),
    });
    expect(await failureOf(client.describeCall('importKey' as 'createKey', {}))).toMatchObject({
      code: 'Request.Invalid',
      message: expect.stringContaining('importKey is not a method that makes one call'),
    });
    const onlyInstance = new Client({ instanceConfig });
    expect(await failureOf(onlyInstance.describeCall('createKey'))).toMatchObject({ code: 'Config.Missing' });
  });

  test('describeAction takes names of the wire, also of an API that has no method yet', async () => {
    expect(await client.describeAction('CreateSecret', { SecretName: 's', SecretData: 'x' })).toMatchObject({
      api: 'CreateSecret',
      parameters: { SecretName: 's', SecretData: 'x' },
      secrets: ['SecretData'],
    });
    expect(await client.describeAction('FutureApi', { A: [1] })).toMatchObject({
      parameters: { A: '[1]' },
      secrets: [],
    });
  });
});

describe('describeApi', () => {
  test('describes every API, under the name of a method that the client has', () => {
    expect(apiNames).toHaveLength(100);
    for (const name of apiNames) expect(client[describeApi(name)?.method as 'createKey'], name).toBeTypeOf('function');
  });

  test('says where an API is served, what it takes and what RAM has to allow', () => {
    expect(describeApi('EnableKey')).toEqual({
      name: 'EnableKey',
      method: 'enableKey',
      gateways: expect.arrayContaining(['public']),
      parameters: [{ name: 'KeyId', field: 'keyId', type: 'string', required: true, secret: false }],
      permissions: [{ action: 'kms:EnableKey', resource: 'key', parameters: ['KeyId'] }],
    });
    const advance = describeApi('AdvanceEncrypt');
    expect(advance).toMatchObject({ gateways: [], parameters: [] });
    expect(advance?.clientKeyParameters).toContainEqual(
      expect.objectContaining({ name: 'Plaintext', type: 'bytes', required: true, secret: true }),
    );
    const names = (parameters?: { name: string }[]) => parameters?.map(({ name }) => name) ?? [];
    const encrypt = describeApi('Encrypt');
    expect(names(encrypt?.parameters)).toContain('EncryptionContext');
    expect(names(encrypt?.clientKeyParameters)).toContain('Aad');
    const types = Object.fromEntries(
      describeApi('CreateClientKey')?.parameters.map(({ name, type }) => [name, type]) ?? [],
    );
    expect(types).toMatchObject({ NotAfter: 'date', Password: 'string' });
    expect(describeApi('enableKey')).toBeUndefined();
    expect(describeApi('toString')).toBeUndefined();
  });
});

describe('inspectCiphertext', () => {
  const parts = {
    keyVersionId: '2ab1a983-7072-4bbc-a582-584b5bd81234',
    iv: new Uint8Array(12).fill(7),
    ciphertext: new Uint8Array(16 + 5),
  };
  const { keyVersionId, iv } = parts;

  test('tells what a ciphertext says about itself', () => {
    const known = { keyVersionId, iv, plaintextBytes: 5 };
    expect(inspectCiphertext(packAdvanceCiphertext(parts))).toEqual({
      format: 'instance',
      algorithm: 'AES_GCM',
      ...known,
    });
    expect(inspectCiphertext(packPublicCiphertext(parts))).toEqual({ format: 'public', ...known });
    expect(inspectCiphertext(packAdvanceCiphertext({ ...parts, algorithm: 9 }))).toEqual({
      format: 'instance',
      ...known,
    });
  });

  test('says nothing about what says nothing, or is cut off', () => {
    const text = Buffer.from('no ciphertext at all, but some text that is long enough to be one. '.repeat(3));
    for (const other of [text, new Uint8Array(256), new Uint8Array(), packAdvanceCiphertext(parts).subarray(0, 66)]) {
      expect(inspectCiphertext(other)).toBeUndefined();
    }
  });
});
