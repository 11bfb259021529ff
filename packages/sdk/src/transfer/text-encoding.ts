import { TextDecoder } from 'node:util';
import { checkText, invalidOption, mustBe, shown } from '../checks.js';
import { invalidParameter } from './refusals.js';

/** Converts text to bytes and back without loss. */
export interface TextCodec {
  /** Name of the encoding, as given. */
  readonly name: string;
  /** @throws RangeError for a character outside the encoding */
  encode(text: string): Uint8Array;
  /** @throws TypeError for bytes that are invalid in the encoding */
  decode(bytes: Uint8Array): string;
}

export const defaultEncoding = 'utf-8';

/** Every byte is one character. WHATWG uses the same names for windows-1252. */
const latin1Names = ['latin1', 'latin-1', 'iso-8859-1', 'iso8859-1', 'binary'];
const asciiNames = ['ascii', 'us-ascii'];
/** Node.js supports them, but they do not encode text that a user wrote. */
const notText = ['hex', 'base64', 'base64url'];
/** TextDecoder supports them, but their characters have other lengths than one or two bytes, or versions of Node.js differ. */
const refused = ['gb18030', 'iso-2022-jp', 'euc-jp', 'utf-16be', 'windows-1252', 'x-user-defined', 'replacement'];

const codecs = new Map<string, TextCodec>();

/**
 * The codec of an encoding: utf-8, utf-16le, latin1, ascii, and every one- or two-byte encoding of TextDecoder (gbk, big5,
 * shift_jis, euc-kr, koi8-r, …).
 *
 * @param path where the name was given, for messages
 * @throws KmsConfigurationError `Config.Invalid`
 */
export function textCodec(encoding: unknown, path: string): TextCodec {
  const name = checkText(path, encoding);
  const known = codecs.get(name);
  if (known) return known;
  const codec = makeCodec(name, path);
  codecs.set(name, codec);
  return codec;
}

function makeCodec(name: string, path: string): TextCodec {
  const label = name
    .trim()
    .toLowerCase()
    .replace(/_(?=16|8)/, '-');
  if (latin1Names.includes(label)) return singleByteCodec(name, 0xff);
  if (asciiNames.includes(label)) return singleByteCodec(name, 0x7f);
  const decoder = notText.includes(label) ? undefined : tryDecoder(label);
  if (!decoder || refused.includes(decoder.encoding)) throw unknownEncoding(path, name);
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  if (decoder.encoding === 'utf-8') return { name, decode, encode: (text) => Buffer.from(whole(name, text)) };
  if (decoder.encoding === 'utf-16le') {
    return { name, decode, encode: (text) => Buffer.from(whole(name, text), 'utf16le') };
  }
  let table: Map<string, Uint8Array> | undefined;
  const encode = (text: string) => {
    table ??= encodingTable(decoder);
    return encodeWith(table, name, text);
  };
  return { name, encode, decode: (bytes) => decodedWhole(name, bytes, decode, encode) };
}

/** Built-in decoders are not always strict: refuses text that does not encode to the same bytes. */
function decodedWhole(
  name: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
  encode: (text: string) => Uint8Array,
): string {
  const text = decode(bytes);
  try {
    if (Buffer.compare(encode(text), bytes) === 0) return text;
  } catch {
    // not a character of the encoding
  }
  throw new TypeError(`the bytes are not valid text in ${name}`);
}

function singleByteCodec(name: string, last: number): TextCodec {
  return {
    name,
    encode: (text) => {
      for (const character of text) if (character.charCodeAt(0) > last) throw noCharacter(name);
      return Buffer.from(text, 'latin1');
    },
    decode: (bytes) => {
      if (bytes.some((byte) => byte > last)) throw new TypeError(`the bytes are not valid text in ${name}`);
      return Buffer.from(bytes).toString('latin1');
    },
  };
}

/** A lone surrogate cannot be encoded. */
function whole(name: string, text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw noCharacter(name);
  return text;
}

function tryDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** TextDecoder only decodes: builds the reverse table from all one- and two-byte characters. */
function encodingTable(decoder: TextDecoder): Map<string, Uint8Array> {
  const table = new Map<string, Uint8Array>();
  const note = (...bytes: number[]) => {
    const encoded = Uint8Array.from(bytes);
    try {
      const character = decoder.decode(encoded);
      if ([...character].length === 1 && !table.has(character)) table.set(character, encoded);
    } catch {
      // not a character
    }
  };
  for (let byte = 0; byte <= 0xff; byte += 1) note(byte);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) note(lead, trail);
  return table;
}

function encodeWith(table: ReadonlyMap<string, Uint8Array>, name: string, text: string): Uint8Array {
  const parts = [...text].map((character) => {
    const bytes = table.get(character);
    if (!bytes) throw noCharacter(name);
    return bytes;
  });
  return Buffer.concat(parts);
}

/** Does not quote the character, which is part of a plaintext. */
const noCharacter = (name: string) => new RangeError(`the text has a character that ${name} does not have`);

const unknownEncoding = (path: string, name: string) =>
  invalidOption(
    mustBe(path, 'an encoding of text such as utf-8, utf-16le, latin1, gbk, big5 or shift_jis', shown(name)),
  );

/** @throws KmsServiceError `InvalidParameter` for a character outside the encoding */
export function encodeText(action: string, name: string, codec: TextCodec, text: string): Uint8Array {
  try {
    return codec.encode(text);
  } catch (error) {
    throw because(action, name, `it has a character that ${codec.name} does not have`, error);
  }
}

/** @throws KmsServiceError `InvalidParameter` for bytes that are invalid in the encoding */
export function decodeText(action: string, name: string, codec: TextCodec, bytes: Uint8Array): string {
  try {
    return codec.decode(bytes);
  } catch (error) {
    throw because(action, name, `it is not valid text in ${codec.name}`, error);
  }
}

function because(action: string, name: string, reason: string, error: unknown): unknown {
  if (!(error instanceof RangeError || error instanceof TypeError)) return error;
  return invalidParameter(action, name, `${name}: ${reason}; latin1 takes all bytes as they are.`);
}
