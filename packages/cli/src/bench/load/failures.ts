import {
  type ConfigurationCode,
  type ConnectionCode,
  KmsConfigurationError,
  KmsConnectionError,
  KmsError,
  KmsServiceError,
  KmsTimeoutError,
  type TimeoutCode,
} from 'alibabacloud-kms-sdk';
import type { Failure } from './messages.js';

/** Serialises an error for another process. */
export function failureOf(error: unknown): Failure {
  if (error instanceof KmsError) return { name: error.name, code: error.code, message: error.message };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, code: '', message };
}

/** Restores an error of another process, with the same class. */
export function errorOfFailure({ name, code, message }: Failure): Error {
  switch (name) {
    case 'KmsConfigurationError':
      return new KmsConfigurationError(code as ConfigurationCode, message);
    case 'KmsConnectionError':
      return new KmsConnectionError(code as ConnectionCode, message);
    case 'KmsTimeoutError':
      return new KmsTimeoutError(code as TimeoutCode, message, 0);
    case 'KmsServiceError':
      return new KmsServiceError(code, { status: 0, serviceMessage: '' }, message);
    default:
      return new Error(message);
  }
}
