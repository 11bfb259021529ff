import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { onceFor } from '../util/once-for.js';
import { isBytes } from '../util/value-kinds.js';

type Wire = Readonly<Record<string, unknown>>;

const essentialsOf = onceFor((facts: FieldsFacts) => Object.entries(facts).filter(([, { essential }]) => essential));

const listsOf = onceFor((facts: FieldsFacts) =>
  Object.entries(facts).filter(([, { shape }]) => typeof shape === 'object' && 'list' in shape),
);

/**
 * What an answer of success lacks to be one, in words, `no CiphertextBlob`; undefined: nothing. Whoever believed it would
 * store nothing where a ciphertext should be, or encrypt with a key of no bytes.
 *
 * @param answer fields by wire name: of a message, or JSON
 * @param request what was asked, by wire name
 */
export function lackOf(facts: FieldsFacts, answer: Wire, request: Wire, from: 'message' | 'json'): string | undefined {
  // For an enclave the plaintext is sealed in another field.
  const isSealed = Boolean(request.Recipient) && facts.CiphertextForRecipient !== undefined;
  if (isSealed && !sizeOf('bytes', answer.CiphertextForRecipient)) return 'no CiphertextForRecipient';
  for (const [name, field] of essentialsOf(facts)) {
    if (isSealed && field.secret) continue;
    const value = answer[name];
    const size = sizeOf(field.shape, value);
    if (size === undefined && (from === 'json' || !isNothing(value)) && field.essential === 'given')
      return `no ${name}`;
    if (!size && isFilled(field, answer)) return `no ${name}`;
    const asked = field.lengthAsked && request[field.lengthAsked];
    if (asked && size !== Number(asked)) return `a ${name} of ${size} bytes in place of ${asked}`;
    const inner = typeof field.shape === 'object' && 'fields' in field.shape && field.shape.fields;
    const lack = inner && lackOf(inner, value as Wire, request, from);
    if (lack) return `${lack} in ${name}`;
  }
  for (const [name] of listsOf(facts)) if (isScalar(answer[name])) return `no list of ${name}`;
  return undefined;
}

/** No list, and no JSON for none either: whoever took it for an empty one would say that there are no keys. */
const isScalar = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');

const isFilled = ({ essential }: FieldFacts, { Algorithm }: Wire): boolean =>
  essential === 'filled' || (essential === 'filled by mode' && /_(GCM|CBC)$/.test(String(Algorithm)));

/** Bytes, characters, or 1 for what has no length; undefined for what is not of this shape. */
function sizeOf(shape: Shape, value: unknown): number | undefined {
  if (shape === 'bytes' && isBytes(value)) return value.length;
  if (shape === 'bytes') return typeof value === 'string' ? base64Size(value) : undefined;
  if (shape === 'string' || shape === 'secretData') return typeof value === 'string' ? value.length : undefined;
  if (shape === 'boolean') return typeof value === 'boolean' || value === 'true' || value === 'false' ? 1 : undefined;
  if (typeof shape === 'object' && 'json' in shape) return typeof value === 'string' ? value.length : undefined;
  if (typeof shape === 'object') return typeof value === 'object' && value !== null ? 1 : undefined;
  return undefined;
}

/** 0 for what is no base64: Node.js skips it, and makes other bytes of the rest. */
const base64Size = (text: string): number =>
  /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) ? Buffer.from(text, 'base64').length : 0;

const isNothing = (value: unknown): boolean => value === undefined || value === null;
