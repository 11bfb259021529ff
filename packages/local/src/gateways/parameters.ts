import {
  decodeParameters,
  type FieldFacts,
  type FieldsFacts,
  parseBoundedJson,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import type { Parameters } from '../handlers/types.js';
import { invalidParameter, ServiceError } from '../service-error.js';

/**
 * The parameters of an API, checked against the table: what is required is there, numbers, booleans and JSON are such,
 * and bounds and known values are kept. Parameters that the table does not have are ignored, as the service does.
 *
 * @throws ServiceError MissingParameter or InvalidParameter, naming the parameter
 */
export function readParameters(facts: FieldsFacts, flat: Readonly<Record<string, string>>): Parameters {
  // Some clients send what was not set as an empty text; only plain text can be meant to be empty.
  const sent = Object.entries(flat).filter(([name, text]) => text !== '' || isPlainText(facts[name]));
  const counting = sent.filter(([name]) => !flat[facts[name]?.ignoredBeside ?? '']);
  const values = decode(facts, Object.fromEntries(counting));
  for (const [name, field] of Object.entries(facts)) {
    const value = values[name];
    if (value !== undefined) check(name, field, value);
    else if (field.required) throw new ServiceError('MissingParameter', { subject: name });
  }
  return values;
}

/** Sealed before they are stored, or not stored; all other texts are, and a database may not take U+0000. */
const anyCharacter: ReadonlySet<string> = new Set(['SecretData', 'Plaintext', 'EncryptionContext']);

const isPlainText = (field: FieldFacts | undefined): boolean => field?.shape === 'string' && !field.values;

function decode(facts: FieldsFacts, flat: Readonly<Record<string, string>>): Record<string, unknown> {
  try {
    return decodeParameters(facts, flat);
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    throw new ServiceError('InvalidParameter', { message: `The specified parameter is not valid. ${error.message}` });
  }
}

function check(name: string, field: FieldFacts, value: unknown): void {
  if (!anyCharacter.has(name) && holdsNul(value)) throw invalidParameter(name, 'must not hold the character U+0000');
  if (Array.isArray(value)) checkList(name, field, value);
  else if (typeof value === 'string') checkText(name, field, value);
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flat().some(holdsNul);
  return typeof value === 'string' && value.includes('\0');
}

function checkText(name: string, field: FieldFacts, value: string): void {
  const { shape, values, maxChars } = field;
  if (shape === 'number' || shape === 'numberText') {
    checkNumber(name, field, value);
  } else if (shape === 'boolean' || shape === 'booleanText') {
    if (!/^(true|false)$/i.test(value)) throw invalidParameter(name, 'must be true or false');
  } else if (typeof shape === 'object' && 'json' in shape) {
    const inner = parseJson(name, value);
    if (Array.isArray(inner)) checkList(name, field, inner);
  } else if (values && !values.includes(value)) {
    throw invalidParameter(name, `must be one of ${values.join(', ')}`);
  }
  if (maxChars !== undefined && value.length > maxChars) {
    throw invalidParameter(name, `must not have more than ${maxChars} characters`);
  }
}

function checkNumber(name: string, { range }: FieldFacts, text: string): void {
  if (!/^-?\d{1,15}$/.test(text)) throw invalidParameter(name, 'must be a whole number');
  const { min = -Infinity, max = Infinity } = range ?? {};
  if (Number(text) < min || Number(text) > max) {
    throw invalidParameter(name, max === Infinity ? `must be at least ${min}` : `must be ${min} to ${max}`);
  }
}

function checkList(name: string, { values, maxItems = Infinity }: FieldFacts, items: readonly unknown[]): void {
  if (items.length > maxItems) throw invalidParameter(name, `must not have more than ${maxItems} entries`);
  if (values && !items.every((item) => typeof item === 'string' && values.includes(item))) {
    throw invalidParameter(name, `entries must be of ${values.join(', ')}`);
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(name, error.message) : error;
  }
}
