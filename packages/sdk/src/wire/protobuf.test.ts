import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../../vectors/wire/instance-messages.json' with { type: 'json' };
import { type FieldType, instanceMessages, type MessageName } from '../model/generated/instance-messages.js';
import { decodeMessage, encodeMessage } from './protobuf.js';
import { ProtobufReader, ProtobufWriter } from './protobuf-bytes.js';
import { WireFormatError } from './wire-format.js';

const messageNames = Object.keys(instanceMessages) as MessageName[];

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = () => fc.string({ unit: 'binary' });

/** Values that are written: proto3 omits defaults. */
const writtenValue: Record<FieldType, () => fc.Arbitrary<unknown>> = {
  string: () => text().filter((value) => value !== ''),
  bytes: () => fc.uint8Array({ minLength: 1 }),
  int32: () => fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((value) => value !== 0),
  bool: () => fc.constant(true),
  'repeated string': () => fc.array(text(), { minLength: 1 }),
};

const messageArbitrary = (name: MessageName) =>
  fc.record(Object.fromEntries(instanceMessages[name].map(([, field, type]) => [field, writtenValue[type]()])), {
    requiredKeys: [],
  });

describe('messages of the instance gateway', () => {
  const fromHex = (value: unknown) =>
    typeof value === 'object' && value !== null && 'hex' in value
      ? new Uint8Array(Buffer.from(String(value.hex), 'hex'))
      : value;

  it.each(golden.vectors)('$message has the bytes that the official Python SDK writes', ({ message, value, hex }) => {
    const name = message as MessageName;
    const fields = Object.fromEntries(Object.entries(value).map(([field, item]) => [field, fromHex(item)]));
    expect(Buffer.from(encodeMessage(name, fields)).toString('hex')).toBe(hex);
    expect(decodeMessage(name, Buffer.from(hex, 'hex'))).toEqual(fields);
  });

  it('the official Python SDK has every message of the table', () => {
    expect(golden.vectors.map(({ message }) => message)).toEqual(expect.arrayContaining(messageNames));
  });

  it.each(messageNames)('%s comes out of its bytes as it went in', (name) => {
    fc.assert(
      fc.property(messageArbitrary(name), (value) => {
        expect(decodeMessage(name, encodeMessage(name, value))).toEqual(value);
      }),
      { numRuns: 30 },
    );
  });

  it('integers have the bytes that another implementation writes, and come back from them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        const written = new BinaryWriter().int32(value).finish();
        expect(new ProtobufWriter().varint(value).finish()).toEqual(written);
        expect(new ProtobufReader(written).int32()).toBe(value);
      }),
    );
  });

  it('of a varint that is longer than its type the low bits count, as in another implementation', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const written = new BinaryWriter().uint64(value).finish();
        expect(new ProtobufReader(written).int32()).toBe(new BinaryReader(written).int32());
        expect(new ProtobufReader(written).bool()).toBe(value !== 0n);
      }),
    );
  });

  it('arbitrary bytes are a message or a WireFormatError', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messageNames), fc.uint8Array({ maxLength: 64 }), (name, input) => {
        try {
          decodeMessage(name, input);
        } catch (error) {
          expect(error).toBeInstanceOf(WireFormatError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a message cut short at any byte of its last field is a WireFormatError', () => {
    const encoded = encodeMessage('KmsEncryptRequest', { KeyId: 'key', Aad: bytes(1, 2, 3) });
    for (let length = 6; length < encoded.length; length++) {
      expect(() => decodeMessage('KmsEncryptRequest', encoded.subarray(0, length))).toThrow(WireFormatError);
    }
  });

  it('defaults are not written', () => {
    const value = { KeyId: '', NumberOfBytes: 0, Aad: bytes(), Algorithm: undefined };
    expect(encodeMessage('GenerateDataKeyRequest', value)).toEqual(bytes());
    expect(encodeMessage('GetSecretValueRequest', { FetchExtendedConfig: false })).toEqual(bytes());
  });

  it('of a field that comes twice the last one counts', () => {
    const twice = Buffer.concat([
      encodeMessage('GetPublicKeyRequest', { KeyId: 'first' }),
      encodeMessage('GetPublicKeyRequest', { KeyId: 'last' }),
    ]);
    expect(decodeMessage('GetPublicKeyRequest', twice)).toEqual({ KeyId: 'last' });
  });

  it.each([
    ['varint', [0x98, 0x06, 0x96, 0x01]],
    ['64 bit', [0x99, 0x06, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['length-delimited', [0x9a, 0x06, 2, 0xff, 0xff]],
    ['group', [0x9b, 0x06, 0x08, 0x01, 0x9c, 0x06]],
    ['32 bit', [0x9d, 0x06, 1, 2, 3, 4]],
  ])('an unknown %s field is skipped', (_kind, unknown) => {
    const known = encodeMessage('GetPublicKeyRequest', { KeyId: 'key' });
    expect(decodeMessage('GetPublicKeyRequest', bytes(...unknown, ...known))).toEqual({ KeyId: 'key' });
  });

  it.each([
    ['a field with another wire type', bytes(0x08, 0x01)],
    ['a length past the end', bytes(0x0a, 0x05, 0x61)],
    ['a length of four gigabytes', bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f)],
    ['a varint that does not end', bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)],
    ['a length of more than 32 bits', bytes(0x0a, 0x81, 0x80, 0x80, 0x80, 0x80, 0x01, 0x61)],
    ['field number 0', bytes(0x02, 0x00)],
    ['a group that does not end', bytes(0x9b, 0x06)],
    [
      'groups in groups without end',
      new Uint8Array(100_000).fill(0x9b).map((byte, index) => (index % 2 ? 0x06 : byte)),
    ],
    ['a group with the end of another', bytes(0x9b, 0x06, 0xa4, 0x06)],
    ['text that is no UTF-8', bytes(0x0a, 0x01, 0xff)],
    ['more than 1000 fields', new Uint8Array(3 * 1001).map((_, index) => [0x98, 0x06, 0x01][index % 3] as number)],
  ])('%s is a WireFormatError', (_what, input) => {
    expect(() => decodeMessage('GetPublicKeyRequest', input)).toThrow(WireFormatError);
  });

  it('decoded bytes do not share memory with the input', () => {
    const input = Buffer.from(encodeMessage('GenerateRandomResponse', { Random: bytes(1, 2, 3) }));
    const { Random: random } = decodeMessage('GenerateRandomResponse', input);
    input.fill(0xff);
    expect(random).toEqual(bytes(1, 2, 3));
    expect((random as Uint8Array).buffer.byteLength).toBe(3);
  });
});
