import { invalidRequest } from '../checks.js';
import { isJoseForm, joseFormAdvice } from '../public-key/ec.js';
import { bytesInPlaceOf, isBytes } from '../util/value-kinds.js';

/**
 * Requires bytes for a digest: a text of 32 characters would pass for one.
 *
 * @throws KmsConfigurationError `Request.Invalid`
 */
export function checkDigest(api: string, message: unknown, messageType: unknown): void {
  if (messageType !== 'DIGEST' || typeof message !== 'string') return;
  throw invalidRequest(api, `message with messageType DIGEST must be ${bytesInPlaceOf(message)}`);
}

/**
 * Catches a wrong signature format early: KMS would only return false.
 *
 * @throws KmsConfigurationError `Request.Invalid`
 */
export function checkSignatureForm(api: string, signature: unknown): void {
  if (isBytes(signature) && isJoseForm(signature)) throw invalidRequest(api, joseFormAdvice);
}
