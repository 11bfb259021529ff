import { KmsConnectionError, KmsServiceError, KmsTimeoutError, KmsTransferError } from '../errors.js';
import { type ServiceErrorCode, serviceErrors } from '../model/service-errors.js';
import { wireBodyOf } from '../transport/response-checks.js';
import type { ApiGeneration } from './api-generation.js';

/** Codes of the instance gateway and their equivalents in KMS 1.0, whose messages are used. */
const codes: Readonly<Record<string, ServiceErrorCode>> = {
  Unauthorized: 'InvalidAccessKeyId.NotFound',
  'Forbidden.KeyNotFound': 'Forbidden.KeyNotFound',
  'Forbidden.NoPermission': 'Forbidden.NoPermission',
  InternalFailure: 'InternalFailure',
  'Rejected.Throttling': 'Rejected.Throttling',
};

/** The same for `InvalidParam`, which has several meanings: by message. */
const invalidParams: Readonly<Record<string, ServiceErrorCode>> = {
  'The Param Date is invalid.': 'IllegalTimestamp',
  'The Param Authorization is invalid.': 'IncompleteSignature',
};

/** An error as the KMS 1.0 client of this generation would throw it. Other errors stay as they are. */
export function errorInWordsOfKms10(
  error: unknown,
  gateway: 'instance' | 'public',
  generation: ApiGeneration,
): unknown {
  if (error instanceof KmsServiceError) return transferError(error, gateway, generation);
  if (error instanceof KmsTimeoutError && error.code !== 'Timeout.Deadline') {
    return new KmsTimeoutError('SDK.ReadTimeout', error.message, error.timeoutMs, {
      ...contextOf(error),
      cause: error,
    });
  }
  if (error instanceof KmsConnectionError && error.code === 'Connection.Dns') {
    return new KmsConnectionError('SDK.ServerUnreachable', error.message, { ...contextOf(error), cause: error });
  }
  return error;
}

const contextOf = ({ api, endpoint, attempts }: KmsTimeoutError | KmsConnectionError) => ({ api, endpoint, attempts });

function transferError(error: KmsServiceError, gateway: 'instance' | 'public', generation: ApiGeneration) {
  const { api, endpoint, attempts, status, requestId, advice, recommend, description, accessDeniedDetail } = error;
  const known = gateway === 'instance' ? known10(error) : undefined;
  const code = known ?? error.code;
  const serviceMessage = known ? serviceErrors[known].message : error.serviceMessage;
  const reported = { requestId, serviceMessage, advice, recommend, description, accessDeniedDetail };
  const details = { api, endpoint, attempts, status, ...reported };
  const data = wireBodyOf(error) ?? {
    ...(status > 0 && { HttpStatus: status }),
    Code: code,
    Message: serviceMessage,
    ...(requestId !== undefined && { RequestId: requestId }),
    ...(endpoint !== undefined && { HostId: endpoint }),
  };
  // Version 1.x of the client adds a suffix to codes, and writes `requestid` as one word.
  const word = generation === 1 ? `${code}Error` : code;
  const id = generation === 1 ? 'requestid' : 'request id';
  // A request that this client refused itself has no request id.
  const end = requestId === undefined ? '' : ` ${id}: ${requestId}`;
  const message = `${word}: code: ${status}, ${serviceMessage}${end}`;
  return new KmsTransferError(word, details, { message, data });
}

function known10({ code, serviceMessage }: KmsServiceError): ServiceErrorCode | undefined {
  const table = code === 'InvalidParam' ? invalidParams : codes;
  const key = code === 'InvalidParam' ? serviceMessage : code;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
