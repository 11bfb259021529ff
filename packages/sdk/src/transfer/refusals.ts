import { KmsServiceError } from '../errors.js';
import { serviceErrors } from '../model/service-errors.js';

/** What KMS 1.0 would answer to a request that cannot become a call to the instance; nothing was sent. */
function refusal(api: string, code: string, serviceMessage: string, advice?: string): KmsServiceError {
  return new KmsServiceError(code, { api, attempts: 0, status: 400, serviceMessage, advice });
}

export const missingParameter = (api: string, name: string): KmsServiceError =>
  refusal(api, 'MissingParameter', serviceErrors.MissingParameter.message.replace('{}', name));

/** With two spaces around the name: those are its words. */
export const invalidParameter = (api: string, name: string, advice?: string): KmsServiceError =>
  refusal(api, 'InvalidParameter', `The parameter  ${name}  is invalid.`, advice);

/** The one refusal with this code and these words. */
export const invalidKeySpec = (api: string): KmsServiceError =>
  refusal(api, 'InvalidParam', 'The specified parameter KeySpec is not valid.');

/** Something that the public gateway does, and an instance cannot. */
export const onlyPublic = (api: string, name: string): KmsServiceError =>
  refusal(
    api,
    'UnsupportedOperation',
    serviceErrors.UnsupportedOperation.message,
    `An instance does not know ${name}: send the call to the public gateway with isUseKmsShareGateway.`,
  );
