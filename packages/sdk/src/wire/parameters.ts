import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { parseBoundedJson } from './bounded-json.js';
import { WireFormatError } from './wire-format.js';

type Flat = Readonly<Record<string, string>>;

/** Converts a parameter to names and text, and back; `decode` returns undefined if the parameter is absent. */
interface Encoding {
  encode(name: string, value: unknown, into: Record<string, string>): void;
  decode(name: string, shape: Shape, flat: Flat): unknown;
}

const json: Encoding = {
  encode: (name, value, into) => {
    into[name] = JSON.stringify(value);
  },
  decode: (name, shape, flat) => {
    const text = flat[name];
    if (text === undefined) return undefined;
    const value = parseJson(name, text);
    const list = typeof shape === 'object' && 'list' in shape;
    if (list !== Array.isArray(value) || typeof value !== 'object' || value === null) {
      throw new WireFormatError(`${name} must be a JSON ${list ? 'array' : 'object'}`);
    }
    return value;
  },
};

/** `Name.1`, `Name.2`; for objects `Name.1.Key`, `Name.1.Value`. */
const numbered: Encoding = {
  encode: (name, value, into) => {
    for (const [index, item] of (value as unknown[]).entries()) {
      const itemName = `${name}.${index + 1}`;
      if (typeof item === 'object' && item !== null) {
        for (const [key, member] of present(item)) into[`${itemName}.${key}`] = String(member);
      } else {
        into[itemName] = String(item);
      }
    }
  },
  decode: (name, shape, flat) => {
    const item = typeof shape === 'object' && 'list' in shape ? shape.list : undefined;
    const fields = typeof item === 'object' && 'fields' in item ? item.fields : undefined;
    const items = new Map<number, unknown>();
    for (const [flatName, text] of withPrefix(`${name}.`, flat)) {
      const [, digits, key] = /^([1-9]\d{0,5})(?:\.(.+))?$/.exec(flatName) ?? [];
      if (digits === undefined || (fields === undefined) !== (key === undefined)) {
        throw new WireFormatError(`${name}.${digits ?? '…'} is not numbered as ${name}.1${fields ? '.Key' : ''}`);
      }
      const number = Number(digits);
      if (key === undefined) items.set(number, text);
      else if (fields && Object.hasOwn(fields, key))
        items.set(number, { ...(items.get(number) as object), [key]: text });
    }
    // Numbers may have gaps; only their order matters.
    return items.size === 0 ? undefined : [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
  },
};

/**
 * `Name.Member`: the member's JSON, or its text if it is text. Newer official clients send one name for each entry of a
 * map member, `Name.Member.entry`: decoding supports that too.
 */
const dotted: Encoding = {
  encode: (name, value, into) => {
    for (const [key, member] of present(value as object)) {
      into[`${name}.${key}`] = typeof member === 'string' ? member : JSON.stringify(member);
    }
  },
  decode: (name, shape, flat) => {
    const fields = typeof shape === 'object' && 'fields' in shape ? shape.fields : {};
    const members = Object.entries(fields).flatMap(([key, member]) => {
      const text = flat[`${name}.${key}`];
      if (text !== undefined) return [[key, member.shape === 'string' ? text : parseJson(`${name}.${key}`, text)]];
      const entries = withPrefix(`${name}.${key}.`, flat);
      return entries.length === 0 ? [] : [[key, nested(entries)]];
    });
    return members.length === 0 ? undefined : Object.fromEntries(members);
  },
};

/** `a.b` is entry `b` of entry `a`, unless `a` is a text. */
function nested(entries: readonly [name: string, text: string][]): Record<string, unknown> {
  const names = new Set(entries.map(([name]) => name.split('.', 1)[0] ?? ''));
  const flat = new Map(entries);
  return Object.fromEntries(
    [...names].map((name) => {
      const inner = entries.filter(([other]) => other.startsWith(`${name}.`));
      const value = flat.get(name) ?? nested(inner.map(([other, text]) => [other.slice(name.length + 1), text]));
      return [name, value];
    }),
  );
}

const plain: Encoding = {
  encode: (name, value, into) => {
    into[name] = String(value);
  },
  decode: (name, _shape, flat) => flat[name],
};

const encodings = { json, numbered, dotted };
const encodingOf = ({ encoding }: FieldFacts): Encoding => (encoding ? encodings[encoding] : plain);

/**
 * Encodes the parameters of an API as a flat map of texts. Omits names that are not in the table, and undefined values.
 *
 * @param parameters the API's entry in the table of actions
 * @param values by wire name: text, numbers and booleans; arrays and objects if the table has an `encoding`
 */
export function encodeParameters(
  parameters: FieldsFacts,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, facts] of Object.entries(parameters)) {
    const value = values[name];
    if (value !== undefined && value !== null) encodingOf(facts).encode(name, value, flat);
  }
  return flat;
}

/**
 * Decodes the parameters of an API from a flat map: text unchanged; arrays and objects if the table has an `encoding`.
 * Omits names that are not in the table.
 *
 * @throws WireFormatError for broken JSON or numbering
 */
export function decodeParameters(parameters: FieldsFacts, flat: Flat): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, facts] of Object.entries(parameters)) {
    const value = encodingOf(facts).decode(name, facts.shape, flat);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function parseJson(name: string, text: string): unknown {
  try {
    return parseBoundedJson(text);
  } catch (error) {
    throw new WireFormatError(`${name} ${(error as WireFormatError).message}`);
  }
}

const present = (value: object) => Object.entries(value).filter(([, member]) => member !== undefined);

const withPrefix = (prefix: string, flat: Flat): [name: string, text: string][] =>
  Object.entries(flat)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => [name.slice(prefix.length), text]);
