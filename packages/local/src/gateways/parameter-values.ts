import {
  type FieldFacts,
  type FieldsFacts,
  parseBoundedJson,
  parseTimestamp,
  type Shape,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { decodeBase64 } from '../text-checks.js';
import { parameterRules } from './generated/request-rules.js';
import type { ParameterRules } from './request-rules.js';

/** The parameter that a value belongs to, for checks and messages. */
interface Parameter {
  name: string;
  /** The parameter, or a member of it: `Tags.TagKey`. */
  path: string;
  field: FieldFacts;
  rules: ParameterRules;
}

const none: ParameterRules = {};

/** The rules of a member of a parameter. */
const rulesOfMember = (name: string): ParameterRules => parameterRules[name] ?? none;

/** The rules of a parameter: those of this API, otherwise the general ones. */
export const rulesOf = (api: string, name: string): ParameterRules =>
  parameterRules[`${api}.${name}`] ?? rulesOfMember(name);

/**
 * Decodes the value of a parameter for its handler.
 *
 * @param value text; an array or object if the table says `encoding`
 * @throws ServiceError InvalidParameter
 */
export function readValue(name: string, field: FieldFacts, rules: ParameterRules, value: unknown): unknown {
  const decoded = read(field.shape === 'utf8' && rules.asText ? 'string' : field.shape, value, {
    name,
    path: name,
    field,
    rules,
  });
  return rules.asText ? value : decoded;
}

function read(shape: Shape, value: unknown, parameter: Parameter): unknown {
  if (typeof shape === 'object') return readStructure(shape, value, parameter);
  if (shape === 'map') return readMap(value, parameter);
  const text = textOf(value, shape, parameter);
  if (text === undefined) throw misshapen(parameter);
  return scalars[shape](text, parameter);
}

function readStructure(shape: Exclude<Shape, string>, value: unknown, parameter: Parameter): unknown {
  if ('commas' in shape) return textOf(value, 'string', parameter)?.split(',');
  if ('json' in shape) {
    return read(shape.json, typeof value === 'string' ? parseJson(parameter.name, value) : value, parameter);
  }
  if ('fields' in shape) return readMembers(shape.fields, value, parameter);
  if (!Array.isArray(value)) throw misshapen(parameter);
  const { maxItems = Infinity } = parameter.field;
  if (value.length > maxItems) throw invalidParameter(parameter.name, `must not have more than ${maxItems} entries`);
  return value.map((item) => read(shape.list, item, parameter));
}

function readMembers(fields: FieldsFacts, value: unknown, parameter: Parameter): Record<string, unknown> {
  if (!isObject(value)) throw misshapen(parameter);
  const members: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const rules = rulesOfMember(name);
    const member = value[name];
    const path = `${parameter.path}.${name}`;
    if (member !== undefined) members[name] = read(field.shape, member, { ...parameter, path, rules });
    else if (field.required && !rules.optional) throw misshapen(parameter);
  }
  return members;
}

function readMap(value: unknown, parameter: Parameter): Record<string, unknown> {
  const { name, rules } = parameter;
  if (!isObject(value)) throw misshapen(parameter);
  if (!rules.anyCharacter && holdsNul(value)) throw nulIn(name);
  if (isContext(name) && !Object.values(value).every((entry) => typeof entry === 'string')) throw misshapen(parameter);
  return value;
}

/** JSON numbers and booleans are equivalent to their text. */
function textOf(value: unknown, shape: Shape, { rules }: Parameter): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' && (shape === 'boolean' || shape === 'booleanText')) return String(value);
  const isNumber = shape === 'number' || shape === 'numberText' || rules.orNumber === true;
  return isNumber && Number.isSafeInteger(value) ? String(value) : undefined;
}

const scalars = {
  string: readText,
  secretData: readText,
  number: readNumber,
  numberText: readNumber,
  boolean: readFlag,
  booleanText: readFlag,
  bytes: (text: string, { path }: Parameter) => decodeBase64(path, text),
  utf8: (text: string, { path }: Parameter) => decodeBase64(path, text),
  date: readDate,
};

function readText(text: string, { path, field: { values, maxChars = Infinity }, rules }: Parameter): string {
  if (!rules.anyCharacter && text.includes('\0')) throw nulIn(path);
  if (values && !values.includes(text)) throw invalidParameter(path, `must be one of ${values.join(', ')}`);
  if (rules.only !== undefined && text !== rules.only) throw invalidParameter(path, `must be ${rules.only}`);
  if (text.length > maxChars) throw invalidParameter(path, `must not have more than ${maxChars} characters`);
  return text;
}

function readNumber(text: string, { path, field: { range } }: Parameter): number {
  if (!/^-?\d{1,15}$/.test(text)) throw invalidParameter(path, 'must be a whole number');
  const { min = -Infinity, max = Infinity } = range ?? {};
  const number = Number(text);
  if (number >= min && number <= max) return number;
  throw invalidParameter(path, max === Infinity ? `must be at least ${min}` : `must be ${min} to ${max}`);
}

function readFlag(text: string, { path }: Parameter): boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw invalidParameter(path, 'must be true or false');
}

function readDate(text: string, { path }: Parameter): Date {
  try {
    return parseTimestamp(text);
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(path, 'must be like 2028-08-31T17:14:33Z') : error;
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(path, error.message) : error;
  }
}

const isContext = (name: string): boolean => name.endsWith('EncryptionContext');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nulIn = (name: string) => invalidParameter(name, 'must not hold the character U+0000');

function holdsNul(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flat().some(holdsNul);
  return typeof value === 'string' && value.includes('\0');
}

const misshapen = ({ name, field: { shape, encoding } }: Parameter) => {
  if (isContext(name)) return invalidParameter(name, 'must be a JSON object whose values are texts');
  const inner = typeof shape === 'object' && 'json' in shape ? shape.json : shape;
  if (typeof inner === 'object' && 'list' in inner) {
    const list = encoding === 'numbered' ? 'a numbered list' : 'a JSON array';
    return invalidParameter(name, `must be ${list} of ${inner.list === 'string' ? 'texts' : sample(inner.list)}`);
  }
  return invalidParameter(name, typeof inner === 'string' ? 'must be one text' : `must be ${sample(inner)}`);
};

/** `{"Key":"…","Values":["…"]}` */
function sample(shape: Shape): string {
  if (typeof shape !== 'object') return shape === 'map' ? '{…}' : '"…"';
  if ('list' in shape) return `[${sample(shape.list)}]`;
  if ('json' in shape) return sample(shape.json);
  if (!('fields' in shape)) return '"…"';
  return `{${Object.entries(shape.fields)
    .map(([name, field]) => `"${name}":${sample(field.shape)}`)
    .join(',')}}`;
}
