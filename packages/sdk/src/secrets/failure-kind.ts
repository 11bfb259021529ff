import { KmsConfigurationError, KmsError, KmsServiceError } from '../errors.js';
import { serviceErrorFacts } from '../model/service-errors.js';

/**
 * What a failed request means for the secret:
 *
 * - `away`: nothing. KMS was throttling, unreachable, failing, or an account was overdue; earlier values still hold.
 * - `gone`: the secret or version does not exist, or is being deleted.
 * - `refused`: reading it is not allowed, or the request is invalid.
 */
export type FailureKind = 'away' | 'gone' | 'refused';

/** Codes whose status would suggest something else. */
const kinds: Readonly<Record<string, FailureKind>> = {
  'Rejected.PendingDeletion': 'gone',
  'Forbidden.InDebt': 'away',
  'Forbidden.InDebtOverdue': 'away',
  // The AccessKey or the API is unknown; the secret may well exist.
  'InvalidAccessKeyId.NotFound': 'refused',
  'InvalidAction.NotFound': 'refused',
};

/** Not the caller's fault: a credential endpoint, or the gateway that returns the CA, is unavailable. */
const awayConfigurations = ['Credentials.Unavailable', 'InstanceCa.Unavailable'];

/**
 * What a failed request means for its secret, for your own sources and stores.
 *
 * @param error the rejection of the request; any other error counts as `away`
 */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof KmsConfigurationError) return awayConfigurations.includes(error.code) ? 'away' : 'refused';
  if (error instanceof KmsServiceError) return kindOfResponse(error.code, error.status);
  // Timeouts, connection failures, and whatever a caller's own source throws.
  return error instanceof KmsError && error.code.startsWith('Secret.Not') ? 'refused' : 'away';
}

function kindOfResponse(code: string, status: number): FailureKind {
  const known = kinds[code];
  if (known) return known;
  if (serviceErrorFacts(code)?.retry || code.startsWith('Throttling') || status === 429 || status >= 500) return 'away';
  return status === 404 || code.endsWith('NotFound') ? 'gone' : 'refused';
}
