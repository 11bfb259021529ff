import { KmsServiceError } from '../errors.js';
import { serviceErrors } from '../model/service-errors.js';

/** KMS 1.0's error for a request that cannot become a call to the instance; nothing was sent. */
function refusal(api: string, code: string, serviceMessage: string, advice?: string): KmsServiceError {
  return new KmsServiceError(code, { api, attempts: 0, status: 400, serviceMessage, advice });
}

export const missingParameter = (api: string, name: string): KmsServiceError =>
  refusal(api, 'MissingParameter', serviceErrors.MissingParameter.message.replace('{}', name));

/** KMS 1.0's message, which has two spaces around the name. */
export const invalidParameter = (api: string, name: string, advice?: string): KmsServiceError =>
  refusal(api, 'InvalidParameter', `The parameter  ${name}  is invalid.`, advice);

/** The only error with this code and message. */
export const invalidKeySpec = (api: string): KmsServiceError =>
  refusal(api, 'InvalidParam', 'The specified parameter KeySpec is not valid.');

/** A feature that only the public gateway has. */
export const onlyPublic = (api: string, name: string): KmsServiceError =>
  refusal(
    api,
    'UnsupportedOperation',
    serviceErrors.UnsupportedOperation.message,
    `An instance does not know ${name}: send the call to the public gateway with isUseKmsShareGateway.`,
  );
