import { KmsConfigurationError } from '../errors.js';
import { bytesInPlaceOf, isBytes, utf8Bytes } from '../util/value-kinds.js';

/** Says what is wrong with which value. Nothing was sent, and nothing would be. */
export const invalidInput = (problem: string, cause?: unknown): KmsConfigurationError =>
  new KmsConfigurationError('Request.Invalid', problem, { attempts: 0, cause });

/** @throws KmsConfigurationError `Request.Invalid` */
export function checkBytes(name: string, value: unknown): Uint8Array {
  if (isBytes(value)) return value;
  throw invalidInput(`${name} must be ${bytesInPlaceOf(value)}`);
}

/** Bytes as they are, text as UTF-8. @throws KmsConfigurationError `Request.Invalid` */
export function checkBytesOrText(name: string, value: unknown): Uint8Array {
  if (typeof value === 'string') return utf8Bytes(value);
  if (isBytes(value)) return value;
  throw invalidInput(`${name} must be a Uint8Array, or a string to be taken as UTF-8`);
}

/** Whoever writes JavaScript may give anything. @throws KmsConfigurationError `Request.Invalid` */
export function checkObject<T extends object>(name: string, value: T): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw invalidInput(`${name} must be an object`);
}

/** Undefined stays so. @throws KmsConfigurationError `Request.Invalid` */
export function checkOptionalText(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw invalidInput(`${name} must be a string`);
}
