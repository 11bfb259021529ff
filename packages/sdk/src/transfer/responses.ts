import type { FieldsFacts, Shape } from '../model/action-facts.js';
import { actionFacts } from '../model/generated/actions.js';
import { hideSecrets } from '../util/hide-secrets.js';
import type { ApiGeneration, TransferMetadata, WithMetadata } from './api-generation.js';
import { fieldOf } from './request-parameters.js';

type Json = Record<string, unknown>;

/** A response in the shape and spelling of a generation. `util.inspect` does not show its secrets. */
export function answerOf(action: string, wire: Json, metadata: TransferMetadata, generation: ApiGeneration): Json {
  const body = modelOf(wire, actionFacts(action)?.answer ?? {});
  if (generation === 1) return withMetadata(body, metadata);
  const { headers, status: statusCode } = metadata;
  const answer: Json = { headers, statusCode, body };
  return withMetadata(
    withMap(answer, () => ({ headers, statusCode, body: wire })),
    metadata,
  );
}

/** Adds `$metadata` as a non-enumerable member, because programs of KMS 1.0 may enumerate the fields. */
export const withMetadata = <T extends object>(answer: T, metadata: TransferMetadata) =>
  Object.defineProperty(answer, '$metadata', { enumerable: false, value: metadata }) as T & WithMetadata;

/** An object like the models of KMS 1.0: renamed fields, unchanged values, and `toMap`. */
function modelOf(wire: Json, facts: FieldsFacts): Json {
  const entries = Object.entries(wire).filter(([, value]) => value !== undefined && value !== null);
  const model = Object.fromEntries(
    entries.map(([name, value]) => [fieldOf(name), convert(value, own(facts, name)?.shape)]),
  );
  const secrets = entries.map(([name]) => name).filter((name) => own(facts, name)?.secret);
  return hideSecrets(
    withMap(model, () => wire),
    secrets.map(fieldOf),
  );
}

function convert(value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) {
    const inner = typeof shape === 'object' && 'list' in shape ? shape.list : undefined;
    return value.map((item) => convert(item, inner));
  }
  return typeof value === 'object' && value !== null ? modelOf(value as Json, factsOf(shape)) : value;
}

/** The facts of an object: its own fields, or the single array that it wraps. */
function factsOf(shape: Shape | undefined): FieldsFacts {
  if (typeof shape !== 'object') return {};
  if ('fields' in shape) return shape.fields;
  if ('list' in shape && shape.wrapper !== undefined) {
    return { [shape.wrapper]: { field: shape.wrapper, shape: { list: shape.list } } };
  }
  return {};
}

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const withMap = <T extends object>(object: T, toMap: () => Json): T =>
  Object.defineProperty(object, 'toMap', { enumerable: false, value: toMap });
