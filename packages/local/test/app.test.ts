import { generateKeyPairSync } from 'node:crypto';
import { decodeInstanceError, decodeOpenApiError } from 'alibabacloud-kms-sdk/internal';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from './support/server.js';
import { acs3Request, instanceRequest } from './support/signed-requests.js';

let parts: TestApp;
beforeEach(async () => {
  parts = await testApp();
});
afterEach(() => parts.store.close());

const remoteAddress = '127.0.0.1';

test('the KMS answers without a socket', async () => {
  const { status, headers, body } = await parts.app.handle({ ...acs3Request(parts, 'ListKeys', {}), remoteAddress });
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'x-acs-request-id': expect.any(String), date: expect.stringMatching(/GMT$/) });
  expect(JSON.parse(Buffer.from(body).toString()).TotalCount).toBe(0);
});

test('each answer has a request id of its own', async () => {
  const ask = () => parts.app.handle({ ...acs3Request(parts, 'ListKeys', {}), remoteAddress });
  const [first, second] = [await ask(), await ask()];
  expect(first.headers['x-acs-request-id']).not.toBe(second.headers['x-acs-request-id']);
});

test('what nobody expected becomes InternalFailure, and the log tells where it happened but none of the data', async () => {
  await parts.app.handle({ ...acs3Request(parts, 'ListKeys', {}), remoteAddress });
  await parts.store.close();
  const request = acs3Request(parts, 'CreateSecret', { SecretName: 's', VersionId: 'v', SecretData: 'very-secret' });
  const { status, headers, body } = await parts.app.handle({ ...request, remoteAddress });
  expect(status).toBe(500);
  expect(decodeOpenApiError(body)).toMatchObject({ code: 'InternalFailure', message: 'Internal Failure' });
  expect(parts.log).toHaveLength(1);
  expect(parts.log[0]).toContain(headers['x-acs-request-id']);
  expect(parts.log[0]).toMatch(/\n {4}at /);
  expect(parts.log[0]).not.toContain('very-secret');
});

test('the instance gateway says InternalFailure in protobuf', async () => {
  await parts.store.close();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const request = instanceRequest({ keyId: 'KAAP.x', privateKey }, 'GenerateRandom', { Length: 1 });
  const { status, body } = await parts.app.handle({ ...request, remoteAddress });
  expect(status).toBe(500);
  expect(decodeInstanceError(body)).toMatchObject({ status: 500, code: 'InternalFailure' });
});
