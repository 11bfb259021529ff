import { describe, expect, test } from 'vitest';
import { type PolicyRequest, requestValues } from './request-values.js';

const values = (key: string, changes: Partial<PolicyRequest> = {}) =>
  requestValues({ api: 'Encrypt', parameters: {}, remoteAddress: '10.0.0.1', now: 0, ...changes })(key);

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['fd00::1', 'fd00::1'],
])('a call from %s comes from the address %s', (remoteAddress, told) => {
  expect(values('acs:SourceIp', { remoteAddress })).toEqual([told]);
});

test('the time is that of the KMS, in whole seconds', () => {
  expect(values('acs:CurrentTime', { now: Date.UTC(2026, 0, 1) + 999 })).toEqual(['2026-01-01T00:00:00Z']);
});

test('a call comes from no VPC, and has nothing under keys that are not about requests', () => {
  for (const key of ['acs:SourceVpc', 'kms:tag/a', 'toString']) expect(values(key)).toEqual([]);
});

test.each<[api: string, parameters: Record<string, string>, algorithms: string[]]>([
  ['Encrypt', {}, ['SYMMETRIC_DEFAULT']],
  ['GenerateDataKey', {}, ['SYMMETRIC_DEFAULT']],
  ['AsymmetricDecrypt', { Algorithm: 'RSAES_OAEP_SHA_256' }, ['RSAES_OAEP_SHA_256']],
  ['AsymmetricEncrypt', {}, []],
  ['ReEncrypt', { SourceEncryptionAlgorithm: 'SM2PKE' }, ['SM2PKE', 'SYMMETRIC_DEFAULT']],
  ['AsymmetricSign', { Algorithm: 'ECDSA_SHA_256' }, []],
])('%s with %j encrypts with %j', (api, parameters, algorithms) => {
  expect(values('kms:EncryptionAlgorithm', { api, parameters })).toEqual(algorithms);
});

describe('an encryption context', () => {
  const key = 'kms:EncryptionContext:tenant';

  test('is found by the names in it', () => {
    expect(values(key, { parameters: { EncryptionContext: '{"tenant":"a"}' } })).toEqual(['a']);
    expect(values(key, { parameters: { EncryptionContext: '{"user":"a"}' } })).toEqual([]);
  });

  test('is both that of the source and that of the destination', () => {
    const parameters = {
      SourceEncryptionContext: '{"tenant":"a"}',
      DestinationEncryptionContext: '{"tenant":"b"}',
    };
    expect(values(key, { api: 'ReEncrypt', parameters })).toEqual(['a', 'b']);
  });

  test.each(['{', '[]', 'null', '7', '{"tenant":1}', '{"toString":"a"}'])('that is %s has nothing in it', (text) => {
    expect(values(key, { parameters: { EncryptionContext: text } })).toEqual([]);
    expect(values('kms:EncryptionContext:constructor', { parameters: { EncryptionContext: text } })).toEqual([]);
  });
});
