import { createHash } from 'node:crypto';
import { utf8Bytes } from '../util/value-kinds.js';

/**
 * How an EncryptionContext is bound to a ciphertext: as SHA-256 of `k1=v1&k2=v2` with sorted keys, its 32 bytes (`raw`)
 * or their lower-case hexadecimal text (`hex`), or as the JSON text that was given (`json`). Nothing in a ciphertext
 * tells which, and the official clients differ.
 */
export type EncryptionContextBinding = 'raw' | 'hex' | 'json';

/** Those that most clients write come first. */
export const encryptionContextBindings: readonly EncryptionContextBinding[] = ['raw', 'hex', 'json'];

type Context = Readonly<Record<string, string>>;

/** The additional authenticated data that stands for a context, and what made it; neither of them: there is no context. */
export interface BoundContext {
  binding?: EncryptionContextBinding;
  aad?: Uint8Array;
}

interface ContextText {
  /** Makes bytes of text. Default UTF-8. */
  encode?: (text: string) => Uint8Array;
  /** The context as it was given. Default: its members in their order, without blanks. */
  json?: string;
}

/** What a new ciphertext is bound to. Undefined when there is no context, which an empty one is. */
export const encryptionContextAad = (
  context: Context | undefined,
  binding: EncryptionContextBinding,
  text?: ContextText,
): Uint8Array | undefined =>
  context === undefined || Object.keys(context).length === 0 ? undefined : boundTo(context, binding, text)[0];

/** All that a ciphertext can be bound to whose maker was given this context, the likeliest first. */
export function possibleContexts(
  context: Context | undefined,
  text?: ContextText,
  likeliest: EncryptionContextBinding = 'raw',
): BoundContext[] {
  if (context === undefined) return [{}];
  const bindings = new Set([likeliest, ...encryptionContextBindings]);
  const bound = [...bindings].flatMap((binding) => boundTo(context, binding, text).map((aad) => ({ binding, aad })));
  // The clients of Go and Java bind an empty context as they do any other.
  return Object.keys(context).length === 0 ? [{}, ...bound] : bound;
}

/** What clients of this binding make of a context; the first is what most of them do. */
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

/** Keys are sorted by code points, as in Go, Python and PHP; Java's strings sort U+10000 and above before U+E000. */
function sortedTexts(context: Context): string[] {
  const keys = Object.keys(context);
  const orders = [keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))), keys.toSorted()];
  return [...new Set(orders.map((order) => order.map((key) => `${key}=${context[key]}`).join('&')))];
}
