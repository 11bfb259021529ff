import { KmsConfigurationError } from '../errors.js';

/** A request that cannot be right. Names the field; shows a value only where the caller of this knows it is harmless. */
export function invalidRequest(api: string, problem: string): KmsConfigurationError {
  return new KmsConfigurationError('Request.Invalid', `${api}: ${problem}`, { api, attempts: 0 });
}
