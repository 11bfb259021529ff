import { KmsConfigurationError } from './errors.js';
import { looksLikeContent } from './util/file-paths.js';
import { oneLine } from './util/text.js';
import { rejectUnknownNames } from './util/unknown-names.js';
import { bytesInPlaceOf, isAbortSignal, isBytes, isObject, utf8Bytes } from './util/value-kinds.js';

// Checks of what callers pass in. Options and requests share the checks and the wording, `PATH must be WHAT, not WHAT IT
// IS`; only the error class differs. Messages name the type of a value that may be secret, never the value.

/** Creates the error for a problem. */
export type Refuse = (problem: string) => Error;

/** An option with a value that cannot work. */
export const invalidOption = (problem: string, cause?: unknown): KmsConfigurationError =>
  new KmsConfigurationError('Config.Invalid', problem, { cause });

/** A required option that is missing. */
export const missingOption = (problem: string): KmsConfigurationError =>
  new KmsConfigurationError('Config.Missing', problem);

/** Invalid input of a call; nothing was sent. */
export const invalidInput = (problem: string, cause?: unknown): KmsConfigurationError =>
  new KmsConfigurationError('Request.Invalid', problem, { attempts: 0, cause });

/** The same for a request of this API. */
export const invalidRequest = (api: string, problem: string): KmsConfigurationError =>
  new KmsConfigurationError('Request.Invalid', `${api}: ${problem}`, { api, attempts: 0 });

export const requestOf =
  (api: string): Refuse =>
  (problem) =>
    invalidRequest(api, problem);

/** @param found the value found, in words, see {@link shown} and {@link kindOf}; without it the message does not mention it */
export const mustBe = (path: string, expected: string, found?: string): string =>
  `${path} must be ${expected}${found === undefined ? '' : `, not ${found}`}`;

/** A value as messages show it: short, on one line. Not for values that may be secret. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return oneLine(JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value), Number.POSITIVE_INFINITY);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}

/** The kind of a value in words, without the value itself. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (isBytes(value)) return 'a Uint8Array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Longest delay that a timer of Node.js supports; a longer one would fire at once. */
export const timerMaxMs = 2 ** 31 - 1;

export function checkInteger(path: string, value: unknown, min: number, max: number): number {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
  throw invalidOption(mustBe(path, `an integer from ${min} to ${max}`, shown(value)));
}

/** 0 means no limit. */
export const checkMilliseconds = (path: string, value: unknown): number => checkInteger(path, value, 0, timerMaxMs);

export function checkBoolean(path: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidOption(mustBe(path, 'true or false', shown(value)));
}

/** One of these names; undefined is refused. */
export function checkOneOf<const Name extends string>(path: string, value: unknown, names: readonly Name[]): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw invalidOption(mustBe(path, listed(names), shown(value)));
}

/** `'a'`, `'a' or 'b'`, `one of a, b, c`. */
const listed = (names: readonly string[]): string =>
  names.length > 2 ? `one of ${names.join(', ')}` : names.map((name) => `'${name}'`).join(' or ');

/** Non-empty text. Messages never show the value: it may be a secret. */
export function checkText(path: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalidOption(mustBe(path, 'a string that is not empty', value === '' ? '""' : kindOf(value)));
}

/** A list of non-empty texts; returns a copy. */
export function checkTexts(path: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw invalidOption(mustBe(path, 'an array of strings', kindOf(value)));
  return value.map((text, index) => checkText(`${path}[${index}]`, text));
}

/** Undefined is allowed, and so is an empty text. */
export function checkOptionalText(path: string, value: unknown, refuse: Refuse = invalidOption): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw refuse(mustBe(path, 'a string', kindOf(value)));
}

/** Whether a text fits in a header: a line break, for example from a file, would break the request. */
export const fitsHeader = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/**
 * The path of a file.
 *
 * @param contentOption the option that takes the file's content
 */
export function checkPath(path: string, value: unknown, contentOption: string): string {
  const text = checkText(path, value);
  if (!looksLikeContent(text)) return text;
  throw invalidOption(
    mustBe(path, 'the path of a file', `its content (not shown here), which goes to ${contentOption}`),
  );
}

export function checkSignal(path: string, value: unknown): AbortSignal {
  if (isAbortSignal(value)) return value;
  throw invalidOption(mustBe(path, 'an AbortSignal', kindOf(value)));
}

export function checkFunction<Work>(path: string, value: Work): Work {
  if (typeof value === 'function') return value;
  throw invalidOption(mustBe(path, 'a function', kindOf(value)));
}

/** Checked at run time: callers may use JavaScript. */
export function checkObject(path: string, value: unknown, refuse: Refuse = invalidOption): Record<string, unknown> {
  if (isObject(value)) return value;
  throw refuse(mustBe(path, 'an object', kindOf(value)));
}

/** A mistyped name would be ignored silently, and the limit that it sets would not apply. */
export function checkNames(path: string, options: object, known: readonly string[]): void {
  rejectUnknownNames(options, known, (name, suggestion) =>
    invalidOption(`${path}: ${name} is not an option${suggestion}`),
  );
}

/** An object that has only options with these names. */
export function checkOptions(path: string, options: unknown, known: readonly string[]): void {
  checkNames(path, checkObject(path, options), known);
}

/** Bytes. Text is refused: its encoding is unknown. */
export function checkBytes(path: string, value: unknown, refuse: Refuse = invalidInput): Uint8Array {
  if (isBytes(value)) return value;
  throw refuse(mustBe(path, bytesInPlaceOf(value)));
}

/** Bytes as they are; text as UTF-8. */
export function checkBytesOrText(path: string, value: unknown, refuse: Refuse = invalidInput): Uint8Array {
  if (typeof value === 'string') return utf8Bytes(value);
  if (isBytes(value)) return value;
  throw refuse(mustBe(path, 'a Uint8Array, or a string to be taken as UTF-8', kindOf(value)));
}
