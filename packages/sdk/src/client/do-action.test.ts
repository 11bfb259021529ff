import { describe, expect, test } from 'vitest';
import { encodeActionParameters, isRepeatable } from './do-action.js';

describe('parameters of any action', () => {
  test('a known API’s are encoded as its table says', () => {
    expect(
      encodeActionParameters('TagResources', {
        RegionId: 'cn-hangzhou',
        ResourceId: ['a', 'b'],
        Tag: [{ Key: 'k', Value: 'v' }],
      }),
    ).toEqual({
      RegionId: 'cn-hangzhou',
      'ResourceId.1': 'a',
      'ResourceId.2': 'b',
      'Tag.1.Key': 'k',
      'Tag.1.Value': 'v',
    });
    expect(encodeActionParameters('UpdateSecret', { ExtendedConfig: { CustomData: { a: '1' } } })).toEqual({
      'ExtendedConfig.CustomData': '{"a":"1"}',
    });
    expect(encodeActionParameters('ConnectKmsInstance', { ZoneIds: ['a', 'b'] })).toEqual({ ZoneIds: 'a,b' });
  });

  test('structure can be given as the text that it becomes', () => {
    expect(encodeActionParameters('Encrypt', { EncryptionContext: '{"a":"1"}' })).toEqual({
      EncryptionContext: '{"a":"1"}',
    });
  });

  test('what the table does not know is text, or JSON', () => {
    expect(
      encodeActionParameters('AnyFutureApi', {
        Text: 'x',
        Number: 7,
        Flag: false,
        List: ['a'],
        Bytes: new Uint8Array([1, 2, 3]),
        When: new Date('2024-02-21T15:39:26.5Z'),
        Nothing: undefined,
        'Dotted.Name': 'kept',
      }),
    ).toEqual({
      Text: 'x',
      Number: '7',
      Flag: 'false',
      List: '["a"]',
      Bytes: 'AQID',
      When: '2024-02-21T15:39:26Z',
      'Dotted.Name': 'kept',
    });
  });

  test('parameters that are no object are refused', () => {
    expect(() => encodeActionParameters('ListKeys', [] as never)).toThrow('ListKeys: the parameters must be an object');
  });
});

test.each([
  ['CreateKey', false],
  ['PutSecretValue', true],
  ['ScheduleKeyDeletion', false],
  ['ListFutureThings', true],
  ['BatchGetFuture', true],
  ['DestroyFuture', false],
  ['constructor', false],
])('%s may be sent twice: %s', (action, repeatable) => {
  expect(isRepeatable(action)).toBe(repeatable);
});
