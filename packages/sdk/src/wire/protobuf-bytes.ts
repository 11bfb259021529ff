import { utf8Text } from '../util/value-kinds.js';
import { messageBounds, WireFormatError } from './wire-format.js';

/**
 * The protobuf wire format as far as KMS messages need it; skips everything else.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export const wireTypes = { varint: 0, fixed64: 1, lengthDelimited: 2, startGroup: 3, endGroup: 4, fixed32: 5 } as const;

/** The field number and wire type, combined as on the wire. */
export const fieldTag = (number: number, wireType: number): number => (number << 3) | wireType;

const varintMaxBytes = 10;

export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];

  /** A 32-bit integer; a negative one has the ten bytes of its 64-bit two's complement. */
  varint(value: number): this {
    const bytes: number[] = [];
    let rest = value;
    while (rest > 0x7f || (rest < 0 && bytes.length < varintMaxBytes - 1)) {
      bytes.push((rest & 0x7f) | 0x80);
      rest = value < 0 ? rest >> 7 : rest >>> 7;
    }
    bytes.push(value < 0 ? 1 : rest);
    this.#parts.push(Uint8Array.from(bytes));
    return this;
  }

  lengthDelimited(bytes: Uint8Array): this {
    this.varint(bytes.length).#parts.push(bytes);
    return this;
  }

  finish(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

/** @throws WireFormatError from every method if the bytes are not what is read */
export class ProtobufReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  tag(): { number: number; wireType: number } {
    const tag = this.#unsigned();
    const number = Math.floor(tag / 8);
    if (number === 0) throw new WireFormatError('a field has the number 0');
    return { number, wireType: tag % 8 };
  }

  /** The low 32 bits, as the specification requires for a longer varint. */
  int32(): number {
    return this.#varint()
      .subarray(0, 5)
      .reduce((value, byte, index) => value | ((byte & 0x7f) << (7 * index)), 0);
  }

  bool(): boolean {
    return this.#unsigned() !== 0;
  }

  /** A copy, so that it does not keep the whole message alive. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#take(this.#unsigned()));
  }

  string(): string {
    try {
      return utf8Text(this.#take(this.#unsigned()));
    } catch {
      throw new WireFormatError('a text is not UTF-8, or is truncated');
    }
  }

  /** Skips the value of an unknown field. */
  skip({ number, wireType }: { number: number; wireType: number }, depth = 0): void {
    if (wireType === wireTypes.varint) this.#varint();
    else if (wireType === wireTypes.fixed64) this.#take(8);
    else if (wireType === wireTypes.lengthDelimited) this.#take(this.#unsigned());
    else if (wireType === wireTypes.fixed32) this.#take(4);
    else if (wireType === wireTypes.startGroup && depth < messageBounds.depthMax) this.#skipGroup(number, depth);
    else throw new WireFormatError('a field has an impossible wire type');
  }

  #skipGroup(number: number, depth: number): void {
    for (;;) {
      const inner = this.tag();
      if (inner.wireType !== wireTypes.endGroup) this.skip(inner, depth + 1);
      else if (inner.number === number) return;
      else throw new WireFormatError('a group ends that did not begin');
    }
  }

  /** Exact up to 2^53; anything larger is not a valid length or tag. */
  #unsigned(): number {
    const first = this.#bytes[this.#position];
    if (first !== undefined && first < 0x80) {
      this.#position++;
      return first;
    }
    return this.#varint().reduce((value, byte, index) => value + (byte & 0x7f) * 2 ** (7 * index), 0);
  }

  #varint(): Uint8Array {
    const start = this.#position;
    const end = start + varintMaxBytes;
    for (let last = start; last < end && last < this.#bytes.length; last++) {
      if ((this.#bytes[last] as number) < 0x80) return this.#take(last + 1 - start);
    }
    throw new WireFormatError('a varint does not end');
  }

  #take(length: number): Uint8Array {
    const end = this.#position + length;
    if (end > this.#bytes.length) throw new WireFormatError('the message is cut short');
    const taken = this.#bytes.subarray(this.#position, end);
    this.#position = end;
    return taken;
  }
}
