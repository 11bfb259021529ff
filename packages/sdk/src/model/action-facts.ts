import { onceFor } from '../util/work.js';

/**
 * How a value looks in a program, and how it is spelt on the wire.
 *
 * - `bytes`: Uint8Array, base64 text on the wire; `utf8`: the same, and a request may give text for its UTF-8;
 * - `date`: Date, ISO 8601 text in UTC;
 * - `numberText`, `booleanText`: number and boolean that JSON carries as text (`"7"`, `"true"`);
 * - `secretData`: text, or bytes that travel as base64 with SecretDataType `binary`;
 * - `map`: an object with any members; `list`: an array, on the wire wrapped as `{wrapper: [...]}` when there is one;
 * - `json`: one text that holds JSON of the inner shape; `commas`: one text that holds a list separated by commas.
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
  /** Name in a program: the wire's in camelCase. */
  readonly field: string;
  readonly shape: Shape;
  /** A parameter must be given; a field of an answer is always there. */
  readonly required?: true;
  /**
   * An answer without it is none: `given`: it is there, `filled`: and not empty, `filled by mode`: where the algorithm
   * works with an IV. Of messages, which leave out what is empty, only the filled ones can be missed.
   */
  readonly essential?: 'given' | 'filled' | 'filled by mode';
  /** Wire name of the parameter that asks for this length. */
  readonly lengthAsked?: string;
  /** Never shown: not in messages, not by util.inspect. */
  readonly secret?: true;
  /** How a parameter with structure becomes text; without it, it is one parameter with the text of the value. */
  readonly encoding?: 'json' | 'numbered' | 'dotted';
  /** The values known today. */
  readonly values?: readonly string[];
  /** The parameter that this one gives way to: beside it, KMS does not look at this one. */
  readonly ignoredBeside?: string;
  /** Bounds of a number, both included. */
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
  /** What is sent for fields that the message needs and the caller may leave out. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** The APIs of the public gateway that do the same: first the one for symmetric keys. */
  readonly public: readonly PublicForm<Api>[];
}

/** How an API of the instance gateway is spelt on the public one. Fields are by their names in a program. */
export interface PublicForm<Api extends string> {
  readonly api: Api;
  /** Fields that have another name in it. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Fields that it does without: the ciphertext says it. */
  readonly ignored?: readonly string[];
}

/** One API of the public gateway. */
export interface ActionFacts {
  /** The client's method. */
  readonly method: string;
  /** Which gateways serve it with an AccessKey. */
  readonly gateways: readonly ('public' | 'instance')[];
  /** Calls a second that the public gateway allows an account. */
  readonly publicQps?: number;
  /** Sending it twice leaves the same state and gives an equally good answer. */
  readonly repeatable: boolean;
  readonly parameters: FieldsFacts;
  readonly answer: FieldsFacts;
}

/** The fields of a request, by their names in this SDK. */
export const fieldNames = onceFor((facts: FieldsFacts): readonly string[] =>
  Object.values(facts).map(({ field }) => field),
);
