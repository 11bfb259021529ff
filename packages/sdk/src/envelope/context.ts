import { invalidOption, kindOf, mustBe } from '../checks.js';
import type { EncryptionContext } from '../client/response.js';
import { KmsEnvelopeError } from '../errors.js';
import { isObject } from '../util/value-kinds.js';
import { envelopeLimits } from './limits.js';
import { malformed } from './malformed.js';

/** A context in both forms: the object for KMS, and the bytes that messages contain and that are compared. */
export interface Context {
  readonly entries: EncryptionContext;
  /** Empty if there are no entries; otherwise their count, then each entry in UTF-8 order: lengths (32-bit big-endian) and texts. */
  readonly bytes: Uint8Array;
}

const none: Context = { entries: {}, bytes: new Uint8Array() };

/** @throws KmsConfigurationError `Config.Invalid` */
export function checkContext(value: unknown): Context {
  if (!isObject(value)) {
    const expected = 'an object of names and values that belong to the data, {} for none';
    throw invalidOption(mustBe('options.context', expected, kindOf(value)));
  }
  const entries = Object.entries(value);
  for (const [name, text] of entries) {
    if (typeof text !== 'string') throw invalidOption(mustBe(`options.context.${name}`, 'a string', kindOf(text)));
    if (!name.isWellFormed() || !text.isWellFormed()) {
      throw invalidOption(mustBe(`options.context.${name}`, 'Unicode without lone surrogates'));
    }
  }
  const context = contextOf(entries as Entry[]);
  if (context.bytes.length > envelopeLimits.contextMaxBytes) {
    const most = `at most ${envelopeLimits.contextMaxBytes} bytes`;
    throw invalidOption(mustBe('options.context', most, `${context.bytes.length} bytes`));
  }
  return context;
}

function contextOf(entries: readonly Entry[]): Context {
  if (entries.length === 0) return none;
  return { entries: Object.fromEntries(entries), bytes: serialise([...entries].sort(utf8Order)) };
}

type Entry = readonly [name: string, value: string];

/** JavaScript compares UTF-16, whose order differs from that of UTF-8 if there are surrogates. */
function utf8Order([a]: Entry, [b]: Entry): number {
  if (/[\ud800-\udfff]/.test(a + b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

function serialise(entries: readonly Entry[]): Uint8Array {
  const length = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  const bytes = Buffer.allocUnsafe(4 + 8 * entries.length + length);
  let end = bytes.writeUInt32BE(entries.length);
  const append = (text: string) => {
    const written = bytes.write(text, end + 4);
    bytes.writeUInt32BE(written, end);
    end += 4 + written;
  };
  for (const [name, value] of entries) {
    append(name);
    append(value);
  }
  return bytes;
}

/** The same in UTF-16 order, as Java wrote it before 1.0.7. */
export function legacyContextBytes({ entries }: Context): Uint8Array {
  const names = Object.keys(entries).sort();
  if (names.length === 0) return none.bytes;
  return serialise(names.map((name) => [name, entries[name] as string]));
}

/** A context as messages contain it. @throws KmsEnvelopeError `Envelope.Malformed` */
export function contextOfBytes(pairs: readonly (readonly [Uint8Array, Uint8Array])[]): Context {
  const entries = pairs.map(([key, value]) => [utf8Text(key), utf8Text(value)] as const);
  if (new Set(entries.map(([key]) => key)).size !== entries.length) throw malformed('a name is twice in its context');
  const context = contextOf(entries);
  if (context.bytes.length > envelopeLimits.contextMaxBytes) throw malformed('its context is too long');
  return context;
}

/** Reads the serialised form. @throws KmsEnvelopeError `Envelope.Malformed` */
export function readContextBytes(bytes: Uint8Array): Context {
  if (bytes.length > envelopeLimits.contextMaxBytes) throw malformed('its context is too long');
  if (bytes.length === 0) return none;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pairs: [Uint8Array, Uint8Array][] = [];
  let at = 4;
  const next = () => {
    if (at + 4 > buffer.length) throw malformed('its context ends early');
    const start = at + 4;
    at = start + buffer.readUInt32BE(at);
    if (at > buffer.length) throw malformed('its context ends early');
    return buffer.subarray(start, at);
  };
  while (at < buffer.length) pairs.push([next(), next()]);
  const context = contextOfBytes(pairs);
  // Each context has only one encoding, so that nobody can vary a message without changing its meaning.
  if (!buffer.equals(context.bytes)) throw malformed('its context is not in order');
  return context;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws KmsEnvelopeError `Envelope.Malformed` */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw malformed('a text in its header is not UTF-8');
  }
}

/** The caller says which context the data belongs to; the context of the message is only compared with it. */
export function requireContext(found: Context, wanted: Context): void {
  if (Buffer.compare(found.bytes, wanted.bytes) === 0) return;
  const names = (context: Context) => Object.keys(context.entries).join(', ') || 'none';
  throw new KmsEnvelopeError(
    'Envelope.ContextMismatch',
    `the message is bound to another context (its names: ${names(found)}; given: ${names(wanted)})`,
  );
}
