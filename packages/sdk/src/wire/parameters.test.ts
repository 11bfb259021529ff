import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldsFacts } from '../model/action-facts.js';
import { actions } from '../model/generated/actions.js';
import { decodeParameters, encodeParameters } from './parameters.js';
import { WireFormatError } from './wire-format.js';

const parametersOf = (action: keyof typeof actions): FieldsFacts => actions[action].parameters;

describe('parameters of the public gateway', () => {
  it('without encoding are the text of their value', () => {
    const values = { KeySpec: 'RSA_2048', EnableAutomaticRotation: false, Description: undefined, Unknown: 'x' };
    expect(encodeParameters(parametersOf('CreateKey'), values)).toEqual({
      KeySpec: 'RSA_2048',
      EnableAutomaticRotation: 'false',
    });
  });

  it('with encoding json are one JSON text', () => {
    const flat = encodeParameters(parametersOf('Encrypt'), { EncryptionContext: { a: 'b' } });
    expect(flat).toEqual({ EncryptionContext: '{"a":"b"}' });
  });

  it('with encoding numbered have one name per value', () => {
    const values = { ResourceId: ['key-1', 'key-2'], Tag: [{ Key: 'a', Value: '1' }, { Key: 'b' }] };
    expect(encodeParameters(parametersOf('TagResources'), values)).toEqual({
      'ResourceId.1': 'key-1',
      'ResourceId.2': 'key-2',
      'Tag.1.Key': 'a',
      'Tag.1.Value': '1',
      'Tag.2.Key': 'b',
    });
  });

  it('with encoding dotted have one name per member', () => {
    const flat = encodeParameters(parametersOf('UpdateSecret'), { ExtendedConfig: { CustomData: { a: 1 } } });
    expect(flat).toEqual({ 'ExtendedConfig.CustomData': '{"a":1}' });
  });

  it('with encoding dotted may have one name per entry of a member, as newer official clients send them', () => {
    const flat = {
      'ExtendedConfig.CustomData.a': '1',
      'ExtendedConfig.CustomData.b.c': '2',
      'ExtendedConfig.CustomData.b.d.1': '3',
      'ExtendedConfig.CustomData.__proto__.e': '4',
    };
    const { ExtendedConfig } = decodeParameters(parametersOf('UpdateSecret'), flat);
    const expected = '{"CustomData":{"a":"1","b":{"c":"2","d":{"1":"3"}},"__proto__":{"e":"4"}}}';
    expect(JSON.stringify(ExtendedConfig)).toBe(expected);
  });

  it('come out of every encoding as they went in', () => {
    const text = () => fc.string({ unit: 'binary' });
    const table = { ...parametersOf('TagResources'), ...parametersOf('UpdateSecret'), ...parametersOf('Encrypt') };
    const values = fc.record(
      {
        KeyId: text(),
        ResourceId: fc.array(text(), { minLength: 1 }),
        Tag: fc.array(fc.record({ Key: text(), Value: text() }, { requiredKeys: ['Key'] }), { minLength: 1 }),
        EncryptionContext: fc.dictionary(text(), text()),
        ExtendedConfig: fc.record({ CustomData: fc.dictionary(text(), text()) }),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(values, (value) => {
        const flat = encodeParameters(table, value);
        const json = (input: unknown) => JSON.parse(JSON.stringify(input));
        expect(json(decodeParameters(table, flat))).toEqual(json(value));
      }),
    );
  });

  it('are numbered by order, whatever the gaps', () => {
    const flat = { 'ResourceId.10': 'c', 'ResourceId.2': 'b', 'ResourceId.1': 'a' };
    expect(decodeParameters(parametersOf('TagResources'), flat)).toEqual({ ResourceId: ['a', 'b', 'c'] });
  });

  it.each([
    ['EncryptionContext', 'Encrypt', { EncryptionContext: '{' }],
    ['an array for an object', 'Encrypt', { EncryptionContext: '[]' }],
    ['a number for an object', 'Encrypt', { EncryptionContext: '7' }],
    ['an object for an array', 'BatchGetSecretValue', { SecretsList: '{}' }],
    ['null', 'BatchGetSecretValue', { SecretsList: 'null' }],
    ['number 0', 'TagResources', { 'ResourceId.0': 'a' }],
    ['a number with a leading zero', 'TagResources', { 'ResourceId.01': 'a' }],
    ['a number without end', 'TagResources', { 'ResourceId.99999999': 'a' }],
    ['a member where a text should be', 'TagResources', { 'ResourceId.1.Key': 'a' }],
    ['a text where members should be', 'TagResources', { 'Tag.1': 'a' }],
    ['no number', 'TagResources', { 'Tag.Key': 'a' }],
    ['a dotted member that is not JSON', 'UpdateSecret', { 'ExtendedConfig.CustomData': '{' }],
  ] as const)('broken ones are a WireFormatError: %s', (_what, action, flat) => {
    expect(() => decodeParameters(parametersOf(action), flat)).toThrow(WireFormatError);
  });

  it('that the table does not have are left out', () => {
    expect(decodeParameters(parametersOf('CreateKey'), { Action: 'CreateKey', constructor: 'x' })).toEqual({});
    expect(decodeParameters(parametersOf('UpdateSecret'), { 'ExtendedConfig.Other': 'x' })).toEqual({});
    const flat = { 'Tag.1.Key': 'a', 'Tag.1.Other': 'x', 'Tag.2.__proto__': 'x' };
    expect(decodeParameters(parametersOf('TagResources'), flat)).toEqual({ Tag: [{ Key: 'a' }] });
  });

  it('name the parameter that is broken, not its value', () => {
    expect(() => decodeParameters(parametersOf('Encrypt'), { EncryptionContext: 'top secret' })).toThrow(
      /^EncryptionContext is not JSON$/,
    );
  });
});
