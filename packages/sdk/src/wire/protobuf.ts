import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type FieldType, instanceMessages, type MessageName } from '../model/generated/instance-messages.js';
import { WireFormatError } from './wire-format-error.js';

interface FieldCodec {
  wireType: WireType;
  /** The default of the type is not written, an absent field stands for it. */
  isDefault(value: unknown): boolean;
  write(writer: BinaryWriter, tag: number, value: unknown): void;
  read(reader: BinaryReader, previous: unknown): unknown;
}

const isEmpty = (value: unknown) => (value as ArrayLike<unknown>).length === 0;

const codecs: Record<FieldType, FieldCodec> = {
  string: {
    wireType: WireType.LengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => writer.uint32(tag).string(value as string),
    read: (reader) => reader.string(true),
  },
  bytes: {
    wireType: WireType.LengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => writer.uint32(tag).bytes(value as Uint8Array),
    // A copy: a plaintext that lives on must not keep the whole answer alive.
    read: (reader) => reader.bytes().slice(),
  },
  int32: {
    wireType: WireType.Varint,
    isDefault: (value) => value === 0,
    write: (writer, tag, value) => writer.uint32(tag).int32(value as number),
    read: (reader) => reader.int32(),
  },
  bool: {
    wireType: WireType.Varint,
    isDefault: (value) => value === false,
    write: (writer, tag, value) => writer.uint32(tag).bool(value as boolean),
    read: (reader) => reader.bool(),
  },
  'repeated string': {
    wireType: WireType.LengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => {
      for (const item of value as string[]) writer.uint32(tag).string(item);
    },
    read: (reader, previous) => {
      const items = (previous as string[] | undefined) ?? [];
      items.push(reader.string(true));
      return items;
    },
  },
};

interface Field {
  name: string;
  /** Number and wire type as one number, as it stands before the value. */
  tag: number;
  codec: FieldCodec;
}

interface Layout {
  fields: readonly Field[];
  byNumber: ReadonlyMap<number, Field>;
}

const layouts = new Map<string, Layout>(
  Object.entries(instanceMessages).map(([message, table]) => {
    const entries = table.map(([number, name, type]): [number, Field] => {
      const codec = codecs[type];
      return [number, { name, tag: (number << 3) | codec.wireType, codec }];
    });
    return [message, { fields: entries.map(([, field]) => field), byNumber: new Map(entries) }];
  }),
);

const layoutOf = (message: MessageName): Layout => layouts.get(message) as Layout;

/**
 * A message of the instance gateway as bytes: {@link https://protobuf.dev/programming-guides/encoding/ proto3}.
 * Fields that are undefined, and fields with the default of their type, are not written.
 */
export function encodeMessage(message: MessageName, value: Readonly<Record<string, unknown>>): Uint8Array {
  const writer = new BinaryWriter();
  for (const { name, tag, codec } of layoutOf(message).fields) {
    const fieldValue = value[name];
    if (fieldValue !== undefined && !codec.isDefault(fieldValue)) codec.write(writer, tag, fieldValue);
  }
  return writer.finish();
}

/**
 * The fields that the bytes hold, by wire name; an absent field is absent. Fields that the table does not know are
 * skipped, of a field that comes twice the last one counts.
 *
 * @throws WireFormatError for bytes that are no such message
 */
export function decodeMessage(message: MessageName, bytes: Uint8Array): Record<string, unknown> {
  const { byNumber } = layoutOf(message);
  const value: Record<string, unknown> = {};
  try {
    // A plain view: what is sliced off a Buffer would still be the Buffer's memory.
    const reader = new BinaryReader(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    while (reader.pos < reader.len) {
      const [number, wireType] = reader.tag();
      const field = byNumber.get(number);
      if (field === undefined) {
        reader.skip(wireType, number);
      } else if (wireType !== field.codec.wireType) {
        throw new WireFormatError(`${message}: field ${field.name} has wire type ${wireType}`);
      } else {
        value[field.name] = field.codec.read(reader, value[field.name]);
      }
    }
  } catch (error) {
    if (error instanceof WireFormatError) throw error;
    throw new WireFormatError(`${message}: not a message of this type`);
  }
  return value;
}
