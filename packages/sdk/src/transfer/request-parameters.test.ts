import { expect, test } from 'vitest';
import { flatParameters, wireParameters } from './request-parameters.js';

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const flat = (action: string, request: unknown) => flatParameters(action, wireParameters(action, request), utf8);

test.each([
  [
    'CreateKey',
    { DKMSInstanceId: 'kst-1', enableAutomaticRotation: true },
    { DKMSInstanceId: 'kst-1', EnableAutomaticRotation: 'true' },
  ],
  ['CreateKey', { dkmsInstanceId: 'kst-1', description: null, origin: undefined }, { DKMSInstanceId: 'kst-1' }],
  ['ListKeys', { PageNumber: 2, pageSize: '10' }, { PageNumber: '2', PageSize: '10' }],
  ['Encrypt', { keyId: 'k', encryptionContext: { a: '1' } }, { KeyId: 'k', EncryptionContext: '{"a":"1"}' }],
  ['Encrypt', { keyId: 'k', encryptionContext: '{"a": "1"}' }, { KeyId: 'k', EncryptionContext: '{"a": "1"}' }],
  ['Encrypt', { plaintext: Buffer.from('密') }, { Plaintext: '密' }],
  ['AsymmetricSign', { digest: Buffer.from('密') }, { Digest: '5a+G' }],
  ['TagResource', { keyId: 'k', tags: '[{"TagKey":"a"}]' }, { KeyId: 'k', Tags: '[{"TagKey":"a"}]' }],
  ['TagResource', { tags: [{ tagKey: 'a', tagValue: 'b' }] }, { Tags: '[{"TagKey":"a","TagValue":"b"}]' }],
  [
    'TagResources',
    { resourceId: ['k'], tag: [{ key: 'a', value: 'b' }, { key: 'c' }] },
    { 'ResourceId.1': 'k', 'Tag.1.Key': 'a', 'Tag.1.Value': 'b', 'Tag.2.Key': 'c' },
  ],
  [
    'UpdateSecret',
    { secretName: 's', extendedConfig: { customData: { aKey: 1 } } },
    { SecretName: 's', 'ExtendedConfig.CustomData': '{"aKey":1}' },
  ],
  ['BatchGetSecretValue', { secretsList: [{ secretName: 's' }] }, { SecretsList: '[{"SecretName":"s"}]' }],
  ['DescribeService', {}, {}],
  ['DescribeRegions', undefined, {}],
])('%s %j travels as %j', (action, request, expected) => {
  expect(flat(action, request)).toEqual(expected);
});

test('a model says itself what its fields are called, also those that are newer than this SDK', () => {
  class EncryptShrinkRequest {
    keyId = 'k';
    encryptionContextShrink = '{"a":"1"}';
    somethingNew = 5;
    static names() {
      return { keyId: 'KeyId', encryptionContextShrink: 'EncryptionContext', somethingNew: 'SomethingNew' };
    }
  }
  expect(flat('Encrypt', new EncryptShrinkRequest())).toEqual({
    ...{ KeyId: 'k', EncryptionContext: '{"a":"1"}', SomethingNew: '5' },
  });
});

test('a field of another request is passed over, as programs give one object to several calls', () => {
  expect(flat('GenerateDataKey', { keyId: 'k', plaintext: 'x', secretName: 's' })).toEqual({ KeyId: 'k' });
});

test.each([
  [{ keyIdd: 'k' }, 'Encrypt: keyIdd is not a field of this request; did you mean keyId?'],
  [[], 'Encrypt: the request must be an object'],
  ['text', 'Encrypt: the request must be an object'],
])('%j is refused', (request, message) => {
  expect(() => wireParameters('Encrypt', request)).toThrow(message);
});
