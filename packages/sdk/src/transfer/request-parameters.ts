import { checkObject, invalidRequest, requestOf } from '../checks.js';
import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { actionFacts, actions } from '../model/generated/actions.js';
import { toBase64 } from '../util/encodings.js';
import { lowerFirst } from '../util/text.js';
import { rejectUnknownNames } from '../util/unknown-names.js';
import { isBytes, isDate } from '../util/value-kinds.js';
import { encodeParameters } from '../wire/parameters.js';
import { formatTimestamp } from '../wire/timestamps.js';
import { unchangedNames } from './generated/names.js';

/** Parameters by wire name, values unchanged. */
export type WireParameters = Readonly<Record<string, unknown>>;

/**
 * The parameters of a request: a model of `@alicloud/kms20160120`, or an object with the same fields.
 *
 * A model knows the wire names of its fields, so it may have fields that this SDK does not know yet. In any other
 * object, a field that no request of KMS has is refused as mistyped. A field of another request is ignored, as the KMS
 * 1.0 client does, because programs pass one object to several calls.
 *
 * @throws KmsConfigurationError `Request.Invalid`
 */
export function wireParameters(action: string, request: unknown): WireParameters {
  if (request === undefined || request === null) return {};
  checkObject('the request', request, requestOf(action));
  const facts = actionFacts(action)?.parameters ?? {};
  const ofModel = modelNames(request);
  if (!ofModel) rejectUnknown(action, facts, request);
  const parameters: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(request)) {
    if (value === undefined || value === null || typeof value === 'function') continue;
    const name = (ofModel && own(ofModel, field)) ?? wireNameOf(facts, field);
    if (name === undefined) continue;
    const shape = own(facts, name)?.shape;
    parameters[name] = shape === undefined ? value : renamed(shape, value);
  }
  return parameters;
}

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The wire names of a model's fields; undefined if the object is not a model. */
function modelNames(request: object): Record<string, string> | undefined {
  const tableOf = (request.constructor as { names?: unknown } | undefined)?.names;
  if (typeof tableOf !== 'function') return undefined;
  const table: unknown = tableOf.call(request.constructor);
  return typeof table === 'object' && table !== null ? (table as Record<string, string>) : undefined;
}

function rejectUnknown(action: string, facts: FieldsFacts, request: object): void {
  const known = Object.values(facts).map(({ field }) => field);
  const strange = Object.keys(request).filter((field) => !everyName().has(field.toLowerCase()));
  rejectUnknownNames(Object.fromEntries(strange.map((field) => [field, true])), known, (name, suggestion) =>
    invalidRequest(action, `${name} is not a field of this request${suggestion}`),
  );
}

let names: ReadonlySet<string> | undefined;

/** Names of all parameters of KMS, in lower case. */
function everyName(): ReadonlySet<string> {
  names ??= new Set(
    Object.values(actions).flatMap(({ parameters }) => Object.keys(parameters).map((name) => name.toLowerCase())),
  );
  return names;
}

/** Renames objects inside a parameter to wire names; free-form objects stay as they are. */
function renamed(shape: Shape, value: unknown): unknown {
  if (typeof shape !== 'object' || typeof value !== 'object' || value === null) return value;
  if ('json' in shape) return renamed(shape.json, value);
  if ('list' in shape && Array.isArray(value)) return value.map((item) => renamed(shape.list, item));
  if (!('fields' in shape) || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return Object.fromEntries(
    members.map(([field, member]) => {
      const name = wireNameOf(shape.fields, field) ?? field;
      const inner = own(shape.fields, name)?.shape;
      return [name, inner === undefined ? member : renamed(inner, member)];
    }),
  );
}

/**
 * Parameters as sent to the public gateway.
 *
 * @param decode converts a plaintext from bytes to text
 */
export function flatParameters(
  action: string,
  parameters: WireParameters,
  decode: (bytes: Uint8Array) => string,
): Record<string, string> {
  const known: FieldsFacts = actionFacts(action)?.parameters ?? {};
  const table: Record<string, FieldFacts> = {};
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    const facts = own(known, name);
    const structured = facts?.encoding !== undefined && typeof value === 'object';
    table[name] = structured && facts ? facts : { field: name, shape: 'string' };
    values[name] = structured ? value : plainText(action, name, value, decode);
  }
  return encodeParameters(table, values);
}

function plainText(action: string, name: string, value: unknown, decode: (bytes: Uint8Array) => string): string {
  if (isBytes(value)) {
    // Encrypt takes text; all other bytes travel as base64.
    return action === 'Encrypt' && name === 'Plaintext' ? decode(value) : toBase64(value);
  }
  if (isDate(value)) return formatTimestamp(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The spelling of a wire name in the models of KMS 1.0: `keyId` for `KeyId`; `DKMSInstanceId` stays. */
export const fieldOf = (wireName: string): string =>
  unchangedNames.includes(wireName) ? wireName : lowerFirst(wireName);

/** The wire name of a field in any spelling: `DKMSInstanceId`, `dkmsInstanceId`, `dKMSInstanceId`. */
function wireNameOf(facts: FieldsFacts, field: string): string | undefined {
  const given = field.toLowerCase();
  return Object.keys(facts).find((name) => name.toLowerCase() === given);
}
