import { KmsConfigurationError } from '../errors.js';
import { looksLikeContent } from './file-paths.js';
import { oneLine } from './text.js';
import { rejectUnknownNames } from './unknown-names.js';
import { isAbortSignal } from './value-kinds.js';

/** Longest delay that a timer of Node.js takes; a longer one would fire at once. */
const maxTimerMs = 2 ** 31 - 1;

/** The option at `path` holds something that cannot work. `found` must not show a secret. */
export function invalidOption(path: string, found: string, expected: string): KmsConfigurationError {
  return new KmsConfigurationError('Config.Invalid', `${path} is ${found}: it must be ${expected}`);
}

/** A value as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return oneLine(JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value), Number.POSITIVE_INFINITY);
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}

export function checkInteger(path: string, value: unknown, min: number, max: number): number {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
  throw invalidOption(path, shown(value), `an integer from ${min} to ${max}`);
}

/** 0 means no limit. */
export const checkMilliseconds = (path: string, value: unknown): number => checkInteger(path, value, 0, maxTimerMs);

export function checkBoolean(path: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidOption(path, shown(value), 'true or false');
}

export function checkText(path: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalidOption(path, shown(value), 'a text that is not empty');
}

/**
 * The path of a file.
 *
 * @param contentOption the option that takes the file's content
 */
export function checkPath(path: string, value: unknown, contentOption: string): string {
  const text = checkText(path, value);
  if (!looksLikeContent(text)) return text;
  throw invalidOption(path, 'the content of a file, not shown here', `its path; the content goes to ${contentOption}`);
}

export function checkSignal(path: string, value: unknown): AbortSignal {
  if (isAbortSignal(value)) return value;
  throw invalidOption(path, shown(value), 'an AbortSignal');
}

/** Says the type only: what stands in the place of an object may be a secret. */
export function checkObject(path: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalidOption(path, typeof value === 'object' ? shown(value) : `of type ${typeof value}`, 'an object');
}

/** A mistyped option would be ignored in silence, and a limit that somebody relies on would not be there. */
export function checkNames(path: string, options: object, known: readonly string[]): void {
  rejectUnknownNames(
    options,
    known,
    (name, suggestion) => new KmsConfigurationError('Config.Invalid', `${path}: ${name} is no option${suggestion}`),
  );
}
