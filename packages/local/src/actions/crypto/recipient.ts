import { ServiceError } from '../../service-error.js';
import type { Parameters } from '../types.js';

/** Recipient asks for an answer that an attested enclave alone can open: there is none here. */
export function refuseRecipient(parameters: Parameters): void {
  if (parameters.Recipient) {
    throw new ServiceError('UnsupportedOperation', { message: 'Recipient: enclaves are not supported.' });
  }
}
