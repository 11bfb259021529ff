import { KmsConfigurationError, KmsError, KmsServiceError } from '../errors.js';
import { serviceErrorFacts } from '../model/service-errors.js';

/**
 * What a failed request says about the secret:
 *
 * - `away`: nothing. KMS was throttling, not reachable, broken, or owed money; what it said before still holds.
 * - `gone`: there is no such secret or version, or it is being deleted.
 * - `refused`: it may not be read, or the request cannot be right.
 */
export type FailureKind = 'away' | 'gone' | 'refused';

/** Codes whose status says something else. */
const kinds: Readonly<Record<string, FailureKind>> = {
  'Rejected.PendingDeletion': 'gone',
  'Forbidden.InDebt': 'away',
  'Forbidden.InDebtOverdue': 'away',
  // The AccessKey or the API is not known; the secret may well be there.
  'InvalidAccessKeyId.NotFound': 'refused',
  'InvalidAction.NotFound': 'refused',
};

/** Not the caller's fault: a credential endpoint or the gateway that hands out the CA is away. */
const awayConfigurations = ['Credentials.Unavailable', 'InstanceCa.Unavailable'];

/**
 * What a failed request says about the secret that it was for, for sources and stores of your own.
 *
 * @param error what the request was rejected with; an error of another kind counts as `away`
 */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof KmsConfigurationError) return awayConfigurations.includes(error.code) ? 'away' : 'refused';
  if (error instanceof KmsServiceError) return kindOfResponse(error.code, error.status);
  // Timeouts, connections, and whatever a source of the caller's own throws.
  return error instanceof KmsError && error.code.startsWith('Secret.Not') ? 'refused' : 'away';
}

function kindOfResponse(code: string, status: number): FailureKind {
  const known = kinds[code];
  if (known) return known;
  if (serviceErrorFacts(code)?.retry || code.startsWith('Throttling') || status === 429 || status >= 500) return 'away';
  return status === 404 || code.endsWith('NotFound') ? 'gone' : 'refused';
}
