import { createHash } from 'node:crypto';
import { utf8Bytes } from '../util/value-kinds.js';

/**
 * How an EncryptionContext is bound to a ciphertext: SHA-256 of `k1=v1&k2=v2` with sorted keys, as 32 bytes (`raw`)
 * or as lower-case hexadecimal text (`hex`), or the JSON text of the context (`json`). A ciphertext does not reveal which,
 * and the official clients differ.
 */
export type EncryptionContextBinding = 'raw' | 'hex' | 'json';

/** The most common ones first. */
export const encryptionContextBindings: readonly EncryptionContextBinding[] = ['raw', 'hex', 'json'];

type Context = Readonly<Record<string, string>>;

/** The additional authenticated data for a context, and its binding; both absent if there is no context. */
export interface BoundContext {
  binding?: EncryptionContextBinding;
  aad?: Uint8Array;
}

interface ContextText {
  /** Encodes text. Default UTF-8. */
  encode?: (text: string) => Uint8Array;
  /** The context's original JSON. Default: its members in order, without spaces. */
  json?: string;
}

/** The additional authenticated data for a new ciphertext. Undefined without a context, or with an empty one. */
export const encryptionContextAad = (
  context: Context | undefined,
  binding: EncryptionContextBinding,
  text?: ContextText,
): Uint8Array | undefined =>
  context === undefined || Object.keys(context).length === 0 ? undefined : boundTo(context, binding, text)[0];

/** Everything that a ciphertext with this context may be bound to, the most likely first. */
export function possibleContexts(
  context: Context | undefined,
  text?: ContextText,
  likeliest: EncryptionContextBinding = 'raw',
): BoundContext[] {
  if (context === undefined) return [{}];
  const bindings = new Set([likeliest, ...encryptionContextBindings]);
  const bound = [...bindings].flatMap((binding) => boundTo(context, binding, text).map((aad) => ({ binding, aad })));
  // The clients for Go and Java bind an empty context like any other.
  return Object.keys(context).length === 0 ? [{}, ...bound] : bound;
}

/** What clients with this binding derive from a context; the first is the most common. */
function boundTo(
  context: Context,
  binding: EncryptionContextBinding,
  { encode = utf8Bytes, json = JSON.stringify(context) }: ContextText = {},
): Uint8Array[] {
  if (binding === 'json') return [encode(json)];
  return sortedTexts(context).map((text) => {
    const digest = createHash('sha256').update(encode(text)).digest();
    return binding === 'hex' ? encode(digest.toString('hex')) : new Uint8Array(digest);
  });
}

/** Sorts keys by code point, like Go, Python and PHP; Java sorts U+10000 and above before U+E000. */
function sortedTexts(context: Context): string[] {
  const keys = Object.keys(context);
  const orders = [keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))), keys.toSorted()];
  return [...new Set(orders.map((order) => order.map((key) => `${key}=${context[key]}`).join('&')))];
}
