import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionName, actions } from '../model/generated/actions.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { decodeResponse } from './decode-fields.js';

const decode = (action: ActionName, wire: unknown) => decodeResponse(actions[action].answer, wire);

describe('an answer becomes what a program wants', () => {
  test('dates, wrapped lists and nested objects', () => {
    const wire = {
      RequestId: 'r',
      SecretName: 's',
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      VersionIds: {
        VersionId: [
          { VersionId: 'v1', CreateTime: '2024-02-21T15:39:26Z', VersionStages: { VersionStage: ['ACSCurrent'] } },
        ],
      },
    };
    expect(decode('ListSecretVersionIds', wire)).toEqual({
      requestId: 'r',
      secretName: 's',
      totalCount: 1,
      pageNumber: 1,
      pageSize: 10,
      versionIds: [{ versionId: 'v1', createTime: new Date('2024-02-21T15:39:26Z'), versionStages: ['ACSCurrent'] }],
    });
  });

  test('JSON in text, and numbers in text', () => {
    expect(decode('CreateApplicationAccessPoint', { Policies: '["a","b"]' }).policies).toEqual(['a', 'b']);
    expect(decode('CreatePolicy', { AccessControlRules: '{"NetworkRules":["n"]}' }).accessControlRules).toEqual({
      networkRules: ['n'],
    });
    const { kmsInstance } = decode('GetKmsInstance', { KmsInstance: { SecretNum: '12', KeyNum: 3 } });
    expect(kmsInstance).toMatchObject({ secretNum: 12, keyNum: 3, bindVpcs: [] });
  });

  test('bytes are a Uint8Array of their own', () => {
    const wire = { CiphertextBlob: 'AQID', KeyId: 'k', KeyVersionId: 'v', RequestId: 'r' };
    const { ciphertextBlob } = decode('AsymmetricEncrypt', wire) as { ciphertextBlob: Uint8Array };
    expect(ciphertextBlob).toEqual(new Uint8Array([1, 2, 3]));
    expect(ciphertextBlob.buffer.byteLength).toBe(3);
  });

  test('a binary secret has its bytes, a text secret too', () => {
    const base = { SecretName: 's', VersionStages: { VersionStage: [] } };
    expect(decode('GetSecretValue', { ...base, SecretData: 'AQID', SecretDataType: 'binary' })).toMatchObject({
      secretData: 'AQID',
      secretBytes: new Uint8Array([1, 2, 3]),
    });
    expect(decode('GetSecretValue', { ...base, SecretData: 'é', SecretDataType: 'text' })).toMatchObject({
      secretData: 'é',
      secretBytes: new Uint8Array([0xc3, 0xa9]),
    });
  });

  test('what a message leaves out because it is false or empty is false or empty', () => {
    expect(decodeResponse(instanceOperations.GetPublicKey.answer, {}, 'raw')).toEqual({
      keyId: '',
      publicKey: '',
      requestId: '',
    });
    expect(decodeResponse(instanceOperations.Verify.answer, { KeyId: 'k' }, 'raw')).toMatchObject({ value: false });
    expect(decodeResponse(instanceOperations.Decrypt.answer, { KeyId: 'k' }, 'raw').plaintext).toEqual(
      new Uint8Array(),
    );
  });

  test('empty text is text as it came, and no date', () => {
    const secret = decodeResponse(instanceOperations.GetSecretValue.answer, {
      NextRotationDate: '',
      RotationInterval: '',
    });
    expect(secret).not.toHaveProperty('nextRotationDate');
    expect(secret).toHaveProperty('rotationInterval', '');
    const { tags } = decode('ListResourceTags', { Tags: { Tag: [{ KeyId: 'k', TagKey: 'a', TagValue: '' }] } });
    expect(tags).toMatchObject([{ tagKey: 'a', tagValue: '' }]);
    const { keyMetadata } = decode('DescribeKey', { KeyMetadata: { Description: '', DeleteDate: '' } });
    expect(keyMetadata).toMatchObject({ description: '' });
    expect(keyMetadata).not.toHaveProperty('deleteDate');
  });
});

test('no answer, whatever is in it, makes a call that succeeded fail', () => {
  const names = Object.keys(actions) as ActionName[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), fc.jsonValue(), (name, value, inner) => {
      const wireNames = Object.keys(actions[name].answer);
      decode(name, value);
      decode(name, Object.fromEntries(wireNames.map((wireName) => [wireName, inner])));
    }),
  );
});

describe('an answer with a secret', () => {
  test.each([
    [
      'AsymmetricDecrypt',
      { Plaintext: Buffer.from('open sesame').toString('base64') },
      /open sesame|6f 70 65|111, 112/,
    ],
    ['GetSecretValue', { SecretData: 'open sesame', SecretDataType: 'text' }, /open sesame|6f 70 65|111, 112/],
    ['BatchGetSecretValue', { SecretValues: [{ SecretData: 'open sesame' }] }, /open sesame|6f 70 65|111, 112/],
    ['GetRandomPassword', { RandomPassword: 'open sesame' }, /open sesame/],
    ['CreateClientKey', { PrivateKeyData: 'open sesame' }, /open sesame/],
  ] as [ActionName, object, RegExp][])('%s does not show it when it is printed', (action, wire, secret) => {
    const answer = decode(action, { ...wire, RequestId: 'r-1' });
    const printed = inspect(answer, { depth: 9, showHidden: true });
    expect(printed).not.toMatch(secret);
    expect(printed).toContain('not shown');
    expect(printed).toContain('r-1');
    expect(inspect(answer, { depth: 9 })).not.toMatch(secret);
  });

  test('can still be read, spread and compared', () => {
    const answer = decode('GetRandomPassword', { RandomPassword: 'open sesame', RequestId: 'r' });
    expect(answer).toEqual({ randomPassword: 'open sesame', requestId: 'r' });
    expect({ ...answer }.randomPassword).toBe('open sesame');
  });
});
