import { type FieldType, instanceMessages, type MessageName } from '../model/generated/instance-messages.js';
import { fieldTag, ProtobufReader, ProtobufWriter, wireTypes } from './protobuf-bytes.js';
import { messageBounds, WireFormatError } from './wire-format.js';

interface FieldCodec {
  wireType: number;
  /** Defaults are not written: an absent field means the default. */
  isDefault(value: unknown): boolean;
  write(writer: ProtobufWriter, tag: number, value: unknown): void;
  read(reader: ProtobufReader, previous: unknown): unknown;
}

const isEmpty = (value: unknown) => (value as ArrayLike<unknown>).length === 0;

const codecs: Record<FieldType, FieldCodec> = {
  string: {
    wireType: wireTypes.lengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => writer.varint(tag).lengthDelimited(Buffer.from(value as string)),
    read: (reader) => reader.string(),
  },
  bytes: {
    wireType: wireTypes.lengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => writer.varint(tag).lengthDelimited(value as Uint8Array),
    read: (reader) => reader.bytes(),
  },
  int32: {
    wireType: wireTypes.varint,
    isDefault: (value) => value === 0,
    write: (writer, tag, value) => writer.varint(tag).varint(value as number),
    read: (reader) => reader.int32(),
  },
  bool: {
    wireType: wireTypes.varint,
    isDefault: (value) => value === false,
    write: (writer, tag, value) => writer.varint(tag).varint(value ? 1 : 0),
    read: (reader) => reader.bool(),
  },
  'repeated string': {
    wireType: wireTypes.lengthDelimited,
    isDefault: isEmpty,
    write: (writer, tag, value) => {
      for (const item of value as string[]) writer.varint(tag).lengthDelimited(Buffer.from(item));
    },
    read: (reader, previous) => {
      const items = (previous as string[] | undefined) ?? [];
      items.push(reader.string());
      return items;
    },
  },
};

interface Field {
  name: string;
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
      return [number, { name, tag: fieldTag(number, codec.wireType), codec }];
    });
    return [message, { fields: entries.map(([, field]) => field), byNumber: new Map(entries) }];
  }),
);

const layoutOf = (message: MessageName): Layout => layouts.get(message) as Layout;

/**
 * Encodes a message of the instance gateway: {@link https://protobuf.dev/programming-guides/encoding/ proto3}.
 * Omits undefined fields and fields with the default of their type.
 */
export function encodeMessage(message: MessageName, value: Readonly<Record<string, unknown>>): Uint8Array {
  const writer = new ProtobufWriter();
  for (const { name, tag, codec } of layoutOf(message).fields) {
    const fieldValue = value[name];
    if (fieldValue !== undefined && !codec.isDefault(fieldValue)) codec.write(writer, tag, fieldValue);
  }
  return writer.finish();
}

/**
 * Decodes a message: its fields by wire name; absent fields stay absent. Skips unknown fields; if a field repeats, the last
 * one counts.
 *
 * @throws WireFormatError for bytes that are not such a message, and for more fields than {@link messageBounds} allows
 */
export function decodeMessage(message: MessageName, bytes: Uint8Array): Record<string, unknown> {
  const { byNumber } = layoutOf(message);
  const value: Record<string, unknown> = {};
  const reader = new ProtobufReader(bytes);
  for (let fields = 1; !reader.atEnd; fields += 1) {
    if (fields > messageBounds.parametersMax) {
      throw new WireFormatError(`${message} has more than ${messageBounds.parametersMax} fields`);
    }
    const tag = reader.tag();
    const field = byNumber.get(tag.number);
    if (field === undefined) {
      reader.skip(tag);
    } else if (tag.wireType !== field.codec.wireType) {
      throw new WireFormatError(`${message}: field ${field.name} has wire type ${tag.wireType}`);
    } else {
      value[field.name] = field.codec.read(reader, value[field.name]);
    }
  }
  return value;
}
