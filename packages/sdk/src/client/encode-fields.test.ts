import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import { type ActionName, actions } from '../model/generated/actions.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { limits } from '../model/limits.js';
import { checkRequest, encodeRequest } from './encode-fields.js';

const encode = (action: ActionName, request: object) =>
  encodeRequest(action, actions[action].parameters, checkRequest(action, request), 'base64');

function problem(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(KmsConfigurationError);
    expect(error).toMatchObject({ code: 'Request.Invalid', attempts: 0 });
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('a request becomes what the wire wants', () => {
  test('JSON parameters become text', () => {
    expect(encode('CreateKey', { tags: [{ tagKey: 'team', tagValue: 'a' }], keySpec: 'Aliyun_SM4' })).toEqual({
      Tags: '[{"TagKey":"team","TagValue":"a"}]',
      KeySpec: 'Aliyun_SM4',
    });
    expect(encode('ListKeys', { filters: [{ key: 'KeyState', values: ['Enabled'] }] })).toEqual({
      Filters: '[{"Key":"KeyState","Values":["Enabled"]}]',
    });
  });

  test('a document that is JSON text already goes as it is', () => {
    const base = { keyId: 'k', policyName: 'default' };
    expect(encode('SetKeyPolicy', { ...base, policy: { Version: '1' } }).Policy).toBe('{"Version":"1"}');
    expect(encode('SetKeyPolicy', { ...base, policy: '{ "Version": "1" }' }).Policy).toBe('{ "Version": "1" }');
  });

  test('numbers and booleans that the wire has as text become text', () => {
    const request = { secretName: 's', recoveryWindowInDays: 7, forceDeleteWithoutRecovery: false };
    expect(encode('DeleteSecret', request)).toEqual({
      SecretName: 's',
      RecoveryWindowInDays: '7',
      ForceDeleteWithoutRecovery: 'false',
    });
  });

  test('dates become UTC without milliseconds, lists are joined where the API wants commas', () => {
    const notAfter = new Date('2028-08-31T17:14:33.999Z');
    expect(encode('CreateClientKey', { aapName: 'a', password: 'pass-word-1', notAfter }).NotAfter).toBe(
      '2028-08-31T17:14:33Z',
    );
    const vpc = {
      kmProvider: 'Aliyun',
      kmsInstanceId: 'kst-1',
      vpcId: 'vpc-1',
      zoneIds: ['a', 'b'],
      vSwitchIds: ['v'],
    };
    expect(encode('ConnectKmsInstance', vpc)).toMatchObject({ ZoneIds: 'a,b', VSwitchIds: 'v', KMProvider: 'Aliyun' });
  });

  test('structure with an encoding of its own stays structure', () => {
    expect(
      encode('TagResources', { regionId: 'r', resourceType: 'key', resourceId: ['a'], tag: [{ key: 'k' }] }),
    ).toEqual({ RegionId: 'r', ResourceType: 'key', ResourceId: ['a'], Tag: [{ Key: 'k' }] });
    expect(
      encode('UpdateSecret', { secretName: 's', extendedConfig: { customData: { a: 1 } } }).ExtendedConfig,
    ).toEqual({
      CustomData: { a: 1 },
    });
  });

  test('text is UTF-8, bytes are base64 as a parameter and themselves in a message', () => {
    const sign = { keyId: 'k', keyVersionId: 'v', algorithm: 'SM2DSA' };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (digest) => {
        expect(encode('AsymmetricSign', { ...sign, digest }).Digest).toBe(Buffer.from(digest).toString('base64'));
      }),
    );
    const { request } = instanceOperations.Encrypt;
    const message = encodeRequest('Encrypt', request, { keyId: 'k', plaintext: '密' }, 'raw');
    expect(message).toEqual({ KeyId: 'k', Plaintext: new Uint8Array([0xe5, 0xaf, 0x86]) });
  });

  test('a secret given as bytes is binary by itself', () => {
    const secret = { secretName: 's', versionId: 'v1', secretData: new Uint8Array([1, 2, 3]) };
    expect(encode('CreateSecret', secret)).toMatchObject({ SecretData: 'AQID', SecretDataType: 'binary' });
    expect(problem(() => encode('CreateSecret', { ...secret, secretDataType: 'text' }))).toContain('is binary');
    expect(encode('PutSecretValue', { ...secret, secretData: 'AQID' })).not.toHaveProperty('SecretDataType');
  });

  test('a secret given as bytes may be as long as its base64 fits into the limit', () => {
    const secret = { secretName: 's', versionId: 'v1' };
    const { SecretData } = encode('CreateSecret', { ...secret, secretData: new Uint8Array(23_040) });
    expect(SecretData).toHaveLength(limits.secretDataMaxBytes);
    for (const action of ['CreateSecret', 'PutSecretValue'] as const) {
      const tooLong = { ...secret, secretData: new Uint8Array(23_041) };
      expect(problem(() => encode(action, tooLong))).toContain('has 23041 bytes, at most 23040 are possible');
    }
  });

  test('a description, the value of a tag and a secret may be empty', () => {
    expect(encode('UpdateKeyDescription', { keyId: 'k', description: '' })).toEqual({ KeyId: 'k', Description: '' });
    expect(encode('CreateKey', { tags: [{ tagKey: 'a', tagValue: '' }] }).Tags).toBe('[{"TagKey":"a","TagValue":""}]');
    expect(encode('PutSecretValue', { secretName: 's', versionId: 'v', secretData: '' }).SecretData).toBe('');
  });

  test('undefined and null are not there', () => {
    expect(encode('ListKeys', { pageNumber: undefined, pageSize: null })).toEqual({});
  });
});

describe('a request that cannot be right', () => {
  test.each<[ActionName, object, string]>([
    ['DescribeKey', {}, 'DescribeKey: keyId is missing'],
    ['DescribeKey', { keyId: '' }, 'DescribeKey: keyId is empty'],
    ['Encrypt', { keyId: 'k', plaintext: '' }, 'Encrypt: plaintext is empty'],
    ['Encrypt', { keyId: 'k', plaintext: new Uint8Array() }, 'Encrypt: plaintext is empty'],
    ['Decrypt', { ciphertextBlob: new Uint8Array() }, 'Decrypt: ciphertextBlob is empty'],
    ['DescribeSecret', { secretName: '' }, 'DescribeSecret: secretName is empty'],
    ['CreateKey', { tags: [{ tagKey: '', tagValue: 'a' }] }, 'CreateKey: tags[0].tagKey is empty'],
    [
      'GetSecretValue',
      { secretId: 'app' },
      'GetSecretValue: secretId is not a field of this request; did you mean secretName?',
    ],
    ['DescribeKey', { colour: 'red' }, 'DescribeKey: colour is not a field of this request; there is keyId'],
    ['DescribeKey', { keyId: 7 }, 'DescribeKey: keyId must be a string'],
    ['DescribeKey', { keyid: 'k' }, 'DescribeKey: keyid is not a field of this request; did you mean keyId?'],
    ['DescribeKey', { zzz: 'k' }, 'DescribeKey: zzz is not a field of this request'],
    ['ListKeys', { pageSize: 101 }, 'ListKeys: pageSize must be 1 to 100, not 101'],
    ['ListKeys', { pageNumber: 0 }, 'ListKeys: pageNumber must be 1 or more, not 0'],
    ['ListKeys', { pageSize: 1.5 }, 'ListKeys: pageSize must be a whole number'],
    ['ListKeys', { filters: [{ key: 'a', values: 'b' }] }, 'ListKeys: filters[0].values must be an array'],
    [
      'ListKeys',
      { filters: [{ key: 'a', value: ['b'] }] },
      'filters[0].value is not a field of this request; did you mean values?',
    ],
    ['ListKeys', { filters: 'all' }, 'ListKeys: filters must be an array'],
    ['CreateKey', { enableAutomaticRotation: 'true' }, 'CreateKey: enableAutomaticRotation must be true or false'],
    ['CreateKey', { tags: [{ tagKey: 'a' }] }, 'CreateKey: tags[0].tagValue is missing'],
    [
      'CreateKey',
      { tags: Array(21).fill({ tagKey: 'a', tagValue: 'b' }) },
      'CreateKey: tags has 21 entries, at most 20 are possible',
    ],
    [
      'CreateKey',
      { description: 'x'.repeat(8193) },
      'CreateKey: description has 8193 characters, at most 8192 are possible',
    ],
    [
      'CreateClientKey',
      { aapName: 'a', password: 'p', notAfter: '2028' },
      'CreateClientKey: notAfter must be a valid Date',
    ],
    ['SetKeyPolicy', { keyId: 'k', policy: [] }, 'SetKeyPolicy: policy must be an object'],
  ])('%s %j: %s', (action, request, message) => {
    expect(problem(() => encode(action, request))).toContain(message);
  });

  test.each([undefined, null, 'key-1', []])('a request that is no object (%j)', (request) => {
    expect(problem(() => encode('DescribeKey', request as unknown as object))).toContain('must be an object');
  });

  test('a required list may not be left out, whatever its name', () => {
    expect(problem(() => encode('TagResource', { keyId: 'k' }))).toBe('TagResource: tags is missing');
  });

  test('a secret value is in no message', () => {
    const secretData = 'correct horse battery staple '.repeat(1100);
    const tooLong = problem(() => encode('CreateSecret', { secretName: 's', versionId: 'v', secretData }));
    expect(tooLong).toBe('CreateSecret: secretData has 31900 bytes, at most 30720 are possible');
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 60 }),
        fc.constantFrom('password', 'aapName'),
        (secret, field) => {
          const request = { aapName: 'a', password: 'b', [field]: [`~${secret}~`] };
          const message = problem(() => encode('CreateClientKey', request));
          expect(inspect(message)).not.toContain(`~${secret}~`);
        },
      ),
    );
  });
});

test('every API accepts a request that has only what it needs', () => {
  const sample = (shape: unknown): unknown => {
    if (typeof shape === 'object' && shape !== null && 'list' in shape) return [];
    if (typeof shape === 'object' && shape !== null && 'commas' in shape) return [];
    if (typeof shape === 'object' && shape !== null && 'json' in shape) return sample(shape.json);
    return (
      {
        number: 7,
        numberText: 7,
        boolean: true,
        booleanText: true,
        date: new Date(0),
        map: {},
        bytes: new Uint8Array(1),
      }[String(shape)] ?? 'x'
    );
  };
  for (const [action, { parameters }] of Object.entries(actions)) {
    const required = Object.entries(parameters).filter(([, facts]) => facts.required);
    const request = Object.fromEntries(required.map(([, { field, shape }]) => [field, sample(shape)]));
    expect(Object.keys(encode(action as ActionName, request)).sort()).toEqual(required.map(([name]) => name).sort());
  }
});
