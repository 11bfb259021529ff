import { onceFor } from '../util/work.js';

/**
 * The type of a value in the SDK, and its form on the wire.
 *
 * - `bytes`: Uint8Array, base64 text on the wire; `utf8`: the same, and a request may also have text, encoded as UTF-8;
 * - `date`: Date, ISO 8601 text in UTC;
 * - `numberText`, `booleanText`: number and boolean that JSON carries as text (`"7"`, `"true"`);
 * - `secretData`: text, or bytes that travel as base64 with SecretDataType `binary`;
 * - `map`: an object with any members; `list`: an array, wrapped as `{wrapper: [...]}` on the wire if there is a wrapper;
 * - `json`: text with JSON of the inner shape; `commas`: text with a comma-separated list.
 */
export type Shape =
  | 'string'
  | 'number'
  | 'numberText'
  | 'boolean'
  | 'booleanText'
  | 'bytes'
  | 'utf8'
  | 'date'
  | 'secretData'
  | 'map'
  | { readonly list: Shape; readonly wrapper?: string }
  | { readonly fields: FieldsFacts }
  | { readonly json: Shape }
  | { readonly commas: 'string' };

export interface FieldFacts {
  /** Name in the SDK: the wire name in camelCase. */
  readonly field: string;
  readonly shape: Shape;
  /** A parameter that must be given; a response field that is always present. */
  readonly required?: true;
  /**
   * A response without it is invalid: `given`: it must be present, `filled`: and not empty, `filled by mode`: if the algorithm
   * uses an IV. Messages omit empty fields, so only filled ones can be missing there.
   */
  readonly essential?: 'given' | 'filled' | 'filled by mode';
  /** Wire name of the parameter that requests this length. */
  readonly lengthAsked?: string;
  /** Never shown in messages or by util.inspect. */
  readonly secret?: true;
  /** How a structured parameter becomes text; without it, the parameter is the text of the value. */
  readonly encoding?: 'json' | 'numbered' | 'dotted';
  /** The values known today. */
  readonly values?: readonly string[];
  /** KMS ignores this parameter if the request has that one. */
  readonly ignoredBeside?: string;
  /** Inclusive bounds of a number. */
  readonly range?: { readonly min: number; readonly max?: number };
  /** Longest text. */
  readonly maxChars?: number;
  /** Most bytes of `bytes` and `secretData`. */
  readonly maxBytes?: number;
  /** Most entries of a list. */
  readonly maxItems?: number;
}

/** Fields by their wire name. */
export type FieldsFacts = Readonly<Record<string, FieldFacts>>;

/** One API of the instance gateway. */
export interface OperationFacts<Api extends string> {
  readonly request: FieldsFacts;
  readonly answer: FieldsFacts;
  /** Values for fields that the message requires and the caller may omit. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** The equivalent APIs of the public gateway, first the one for symmetric keys. */
  readonly public: readonly PublicForm<Api>[];
}

/** The public gateway's form of an API of the instance gateway. Fields have their SDK names. */
export interface PublicForm<Api extends string> {
  readonly api: Api;
  /** Fields with another name there. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Fields that it does not need: the ciphertext contains them. */
  readonly ignored?: readonly string[];
}

/** One API of the public gateway. */
export interface ActionFacts {
  /** The client's method. */
  readonly method: string;
  /** Gateways that serve it with an AccessKey. */
  readonly gateways: readonly ('public' | 'instance')[];
  /** Calls per second that the public gateway allows an account. */
  readonly publicQps?: number;
  /** Whether repeating it leaves the same state and an equally good response. */
  readonly repeatable: boolean;
  readonly parameters: FieldsFacts;
  readonly answer: FieldsFacts;
}

/** The fields of a request, by their SDK names. */
export const fieldNames = onceFor((facts: FieldsFacts): readonly string[] =>
  Object.values(facts).map(({ field }) => field),
);
