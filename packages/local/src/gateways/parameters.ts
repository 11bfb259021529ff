import {
  type ActionName,
  actions,
  decodeParameters,
  type FieldFacts,
  type FieldsFacts,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import type { PublicRequests } from '../handlers/generated/public-types.js';
import { ServiceError } from '../service-error.js';
import { readValue, rulesOf } from './parameter-values.js';

/** Parameters as sent: text by name. */
export type FlatParameters = Readonly<Record<string, string>>;

/**
 * Decodes and checks the request of an API against the table: required parameters are present, types are right, and values
 * are in range and known. Ignores parameters that are not in the table, as the service does.
 *
 * @throws ServiceError MissingParameter, InvalidParameter or UnsupportedOperation, naming the parameter
 */
export function readParameters<Api extends ActionName>(api: Api, flat: FlatParameters): PublicRequests[Api] {
  const { parameters } = actions[api];
  const request: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(decode(parameters, given(api, parameters, flat)))) {
    const rules = rulesOf(api, name);
    if (rules.refused !== undefined) {
      throw new ServiceError('UnsupportedOperation', { message: `${name}: ${rules.refused}.` });
    }
    request[name] = readValue(name, parameters[name] as FieldFacts, rules, value);
  }
  for (const [name, { required }] of Object.entries(parameters)) {
    if (required && request[name] === undefined) throw new ServiceError('MissingParameter', { subject: name });
  }
  return request as unknown as PublicRequests[Api];
}

/** Some clients send unset parameters as empty text; few parameters may be empty. */
function given(api: ActionName, parameters: FieldsFacts, flat: FlatParameters): FlatParameters {
  const counts = ([name, text]: [string, string]): boolean =>
    (text !== '' || rulesOf(api, name).mayBeEmpty === true) && !flat[parameters[name]?.ignoredBeside ?? ''];
  return Object.fromEntries(Object.entries(flat).filter(counts));
}

function decode(parameters: FieldsFacts, flat: FlatParameters): Record<string, unknown> {
  try {
    return decodeParameters(parameters, flat);
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    throw new ServiceError('InvalidParameter', { message: `The specified parameter is not valid. ${error.message}` });
  }
}
