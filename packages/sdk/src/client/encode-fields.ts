import { checkBytes, checkBytesOrText, checkObject, invalidRequest, kindOf, mustBe, requestOf } from '../checks.js';
import { type FieldFacts, type FieldsFacts, fieldNames, type Shape } from '../model/action-facts.js';
import { toBase64 } from '../util/encodings.js';
import { rejectUnknownNames } from '../util/unknown-names.js';
import { isBytes, isObject, isValidDate, utf8Bytes } from '../util/value-kinds.js';
import { formatTimestamp } from '../wire/timestamps.js';

/** How bytes travel: raw in messages, base64 in OpenAPI parameters. */
export type BytesOnWire = 'raw' | 'base64';

interface Place {
  api: string;
  /** Path within the request, for messages: `tags[2].tagKey`. */
  path: string;
  bytes: BytesOnWire;
}

/**
 * Checks a request against its table and encodes it to wire names and values: text where the wire has text, structure
 * where the table has an encoding.
 *
 * @throws KmsConfigurationError `Request.Invalid` with the name of the invalid field
 */
export function encodeRequest(
  api: string,
  facts: FieldsFacts,
  request: Record<string, unknown>,
  bytes: BytesOnWire,
): Record<string, unknown> {
  return encodeFields(facts, request, { api, path: '', bytes });
}

/** Checked at run time: callers may use JavaScript. */
export function checkRequest(api: string, request: unknown): Record<string, unknown> {
  return checkObject('the request', request, requestOf(api));
}

/** {@link checkRequest} for a request without a table. */
export function checkFields(api: string, request: unknown, known: readonly string[]): void {
  rejectUnknownNames(checkRequest(api, request), known, (name, suggestion) =>
    invalidRequest(api, `${name} is not a field of this request${suggestion}`),
  );
}

function encodeFields(facts: FieldsFacts, given: Record<string, unknown>, place: Place): Record<string, unknown> {
  rejectUnknownNames(given, fieldNames(facts), (name, suggestion) =>
    invalidRequest(place.api, `${place.path}${name} is not a field of this request${suggestion}`),
  );
  const encoded: Record<string, unknown> = {};
  for (const [wireName, field] of Object.entries(facts)) {
    const value = given[field.field];
    if (field.required) checkPresent(place.api, `${place.path}${field.field}`, value);
    if (value === undefined || value === null) continue;
    const here = { ...place, path: `${place.path}${field.field}` };
    encoded[wireName] = encodeValue(field.shape, value, here);
    if (field.shape === 'secretData' && isBytes(value)) encoded.SecretDataType = binaryType(given, place);
    checkBounds(field, value, here);
  }
  return encoded;
}

/** Required fields for which an empty value is valid. */
const mayBeEmpty = /(^|\.)(message|secretData|description|tagValue)$/;

/** Refuses a required field that is absent or empty, usually because an environment variable or a file is. */
export function checkPresent(api: string, path: string, value: unknown): void {
  if (value === undefined || value === null) throw invalidRequest(api, `${path} is missing`);
  const isEmpty = (typeof value === 'string' || isBytes(value)) && value.length === 0;
  if (isEmpty && !mayBeEmpty.test(path)) throw invalidRequest(api, `${path} is empty`);
}

/** Bytes travel as base64, and only the type `binary` distinguishes them from text. */
function binaryType(given: Record<string, unknown>, { api }: Place): string {
  if (given.secretDataType === undefined || given.secretDataType === 'binary') return 'binary';
  throw invalidRequest(api, 'secretData given as bytes is binary: leave secretDataType out, or give the text');
}

function encodeValue(shape: Shape, value: unknown, place: Place): unknown {
  if (typeof shape === 'object') return encodeStructure(shape, value, place);
  const wrong = (expected: string) => wrongValue(place, expected, value);
  switch (shape) {
    case 'string':
      if (typeof value !== 'string') throw wrong('a string');
      return value;
    case 'number':
    case 'numberText':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong('a whole number');
      return shape === 'number' ? value : String(value);
    case 'boolean':
    case 'booleanText':
      if (typeof value !== 'boolean') throw wrong('true or false');
      return shape === 'boolean' ? value : String(value);
    case 'date':
      if (!isValidDate(value)) throw wrong('a valid Date');
      return formatTimestamp(value);
    case 'bytes': {
      const bytes = checkBytes(place.path, value, requestOf(place.api));
      return place.bytes === 'raw' ? bytes : toBase64(bytes);
    }
    case 'utf8': {
      const bytes = checkBytesOrText(place.path, value, requestOf(place.api));
      return place.bytes === 'raw' ? bytes : toBase64(bytes);
    }
    case 'secretData':
      if (typeof value === 'string') return value;
      if (!isBytes(value)) throw wrong('a string or a Uint8Array');
      return toBase64(value);
    case 'map':
      if (!isObject(value)) throw wrong('an object');
      return value;
  }
}

function encodeStructure(shape: Exclude<Shape, string>, value: unknown, place: Place): unknown {
  const wrong = (expected: string) => wrongValue(place, expected, value);
  if ('json' in shape) {
    // A document that is JSON text already is sent as it is.
    if (shape.json === 'map' && typeof value === 'string') return value;
    return JSON.stringify(encodeValue(shape.json, value, place));
  }
  if ('fields' in shape) {
    if (!isObject(value)) throw wrong('an object');
    return encodeFields(shape.fields, value, { ...place, path: `${place.path}.` });
  }
  if (!Array.isArray(value)) throw wrong('an array');
  const items = value.map((item, index) =>
    encodeValue('commas' in shape ? shape.commas : shape.list, item, { ...place, path: `${place.path}[${index}]` }),
  );
  return 'commas' in shape ? items.join(',') : items;
}

function checkBounds(facts: FieldFacts, value: unknown, { api, path }: Place): void {
  const { range, maxChars, maxItems } = facts;
  if (range && typeof value === 'number' && (value < range.min || value > (range.max ?? Number.MAX_SAFE_INTEGER))) {
    const bounds = range.max === undefined ? `${range.min} or more` : `${range.min} to ${range.max}`;
    throw invalidRequest(api, `${path} must be ${bounds}, not ${value}`);
  }
  if (maxChars !== undefined && typeof value === 'string' && value.length > maxChars) {
    throw invalidRequest(api, `${path} has ${value.length} characters, at most ${maxChars} are possible`);
  }
  const maxBytes = maxBytesOf(facts, value);
  const length = maxBytes === undefined ? 0 : (bytesOf(value)?.length ?? 0);
  if (maxBytes !== undefined && length > maxBytes) {
    throw invalidRequest(api, `${path} has ${length} bytes, at most ${maxBytes} are possible`);
  }
  if (maxItems !== undefined && Array.isArray(value) && value.length > maxItems) {
    throw invalidRequest(api, `${path} has ${value.length} entries, at most ${maxItems} are possible`);
  }
}

/** The service measures SecretData as sent: for binary secrets the base64, 4 characters for 3 bytes. */
const maxBytesOf = ({ maxBytes, shape }: FieldFacts, value: unknown): number | undefined =>
  maxBytes !== undefined && shape === 'secretData' && isBytes(value) ? Math.floor(maxBytes / 4) * 3 : maxBytes;

/** Messages show only the kind of the value: it may be a secret. */
const wrongValue = ({ api, path }: Place, expected: string, value: unknown) =>
  invalidRequest(api, mustBe(path, expected, kindOf(value)));

/** Bytes as they are, text as UTF-8; undefined for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value === 'string') return utf8Bytes(value);
  return isBytes(value) ? value : undefined;
}
