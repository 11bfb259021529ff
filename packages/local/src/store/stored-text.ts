import { invalidParameter } from '../service-error.js';

/**
 * Applies to every engine, because PostgreSQL has no text with U+0000.
 *
 * @param parameters of a statement
 * @throws ServiceError InvalidParameter: only a client can have sent such a text
 */
export function checkStoredText(parameters: readonly unknown[]): void {
  if (parameters.some((parameter) => typeof parameter === 'string' && parameter.includes('\0'))) {
    throw invalidParameter('a text', 'it must not hold the character U+0000');
  }
}
