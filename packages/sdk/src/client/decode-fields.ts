import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { tryParseJson } from '../util/encodings.js';
import { hideSecrets } from '../util/hide-secrets.js';
import { isBytes, isObject } from '../util/value-kinds.js';
import { onceFor } from '../util/work.js';
import type { BytesOnWire } from './encode-fields.js';

/**
 * Decodes a response from wire names and values to those of the SDK. A field that is absent or has an unexpected type
 * becomes undefined, or an empty list; `response-checks.ts` reports missing essential fields.
 */
export function decodeResponse(
  facts: FieldsFacts,
  wire: unknown,
  from: BytesOnWire = 'base64',
): Record<string, unknown> {
  const given = isObject(wire) ? wire : {};
  const answer: Record<string, unknown> = {};
  const secrets: string[] = [];
  for (const [wireName, field] of entriesOf(facts)) {
    const value = decodeValue(field.shape, given[wireName]) ?? emptyValue(field, from);
    if (value === undefined) continue;
    answer[field.field] = value;
    if (field.secret) secrets.push(field.field);
    if (field.shape === 'secretData') {
      answer.secretBytes = textBytes(value as string, given.SecretDataType === 'binary' ? 'base64' : 'utf8');
      secrets.push('secretBytes');
    }
  }
  return hideSecrets(answer, secrets);
}

const entriesOf = onceFor((facts: FieldsFacts) => Object.entries(facts));

function decodeValue(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof shape === 'object') return decodeStructure(shape, value);
  switch (shape) {
    case 'string':
    case 'secretData':
      return typeof value === 'string' ? value : undefined;
    case 'number':
    case 'numberText':
      return isText(value) || typeof value === 'number' ? finite(Number(value)) : undefined;
    case 'boolean':
    case 'booleanText':
      return value === true || value === 'true';
    case 'date': {
      const time = isText(value) ? finite(Date.parse(value)) : undefined;
      return time === undefined ? undefined : new Date(time);
    }
    case 'bytes':
    case 'utf8':
      if (isBytes(value)) return new Uint8Array(value);
      return typeof value === 'string' ? textBytes(value, 'base64') : undefined;
    case 'map':
      return isObject(value) ? value : undefined;
  }
}

function decodeStructure(shape: Exclude<Shape, string>, value: unknown): unknown {
  if ('json' in shape) return typeof value === 'string' ? decodeValue(shape.json, tryParseJson(value)) : undefined;
  if ('fields' in shape) return isObject(value) ? decodeResponse(shape.fields, value) : undefined;
  if ('commas' in shape) return isText(value) ? value.split(',') : undefined;
  const items = shape.wrapper && isObject(value) ? value[shape.wrapper] : value;
  if (!Array.isArray(items)) return undefined;
  return items.map((item) => decodeValue(shape.list, item)).filter((item) => item !== undefined);
}

/**
 * The value of a required field that is absent: a list is empty, and protobuf messages omit whatever is false, 0 or
 * empty.
 */
function emptyValue({ shape, required }: FieldFacts, from: BytesOnWire): unknown {
  if (!required) return undefined;
  if (typeof shape === 'object') return isList('json' in shape ? shape.json : shape) ? [] : undefined;
  if (shape === 'bytes') return new Uint8Array();
  if (shape === 'boolean') return false;
  return from === 'raw' && (shape === 'string' || shape === 'secretData') ? '' : undefined;
}

const isList = (shape: Shape): boolean => typeof shape === 'object' && ('list' in shape || 'commas' in shape);

/** The bytes of a text in memory of their own: a Buffer may share its memory with others. */
export const textBytes = (text: string, encoding: 'base64' | 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const finite = (number: number): number | undefined => (Number.isFinite(number) ? number : undefined);
