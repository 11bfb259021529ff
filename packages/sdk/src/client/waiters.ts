import { invalidRequest } from '../checks.js';
import { KmsServiceError } from '../errors.js';
import { checkFields } from './encode-fields.js';
import type { KeyState } from './generated/enumerations.js';
import type { DescribeKeyResponse } from './generated/keys.js';
import type { SecretVersionEntry } from './generated/objects.js';
import type { Operations } from './generated/operations.js';
import { type WaitOptions, waitUntil } from './wait-until.js';

/** Request of `waitUntilKeyState`. */
export interface WaitUntilKeyStateRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The state to wait for. */
  state: KeyState;
}

/** Request of `waitUntilSecretRotated`. */
export interface WaitUntilSecretRotatedRequest {
  /** Name of the secret. */
  secretName: string;
  /** The version that the rotation creates: `versionId` of rotateSecret. */
  versionId: string;
}

/** Request of `waitUntilSecretDeleted`. */
export interface WaitUntilSecretDeletedRequest {
  /** Name of the secret. */
  secretName: string;
}

export async function waitUntilKeyState(
  client: Pick<Operations, 'describeKey'>,
  request: WaitUntilKeyStateRequest,
  options: WaitOptions = {},
): Promise<DescribeKeyResponse> {
  checkFields('waitUntilKeyState', request, ['keyId', 'state']);
  const { keyId, state } = request;
  if (typeof state !== 'string' || state === '') throw invalidRequest('waitUntilKeyState', 'state must be a key state');
  const awaited = { api: 'DescribeKey', what: `key ${keyId} to be ${state}` };
  return waitUntil<DescribeKeyResponse>(awaited, options, async (call) => {
    const answer = await client.describeKey({ keyId }, call);
    const { keyState, origin } = answer.keyMetadata;
    if (keyState === state) return { done: answer };
    if (state === 'PendingImport' && origin !== 'EXTERNAL') {
      return {
        impossible: `its material is of origin ${origin}, and only a key of origin EXTERNAL waits for an import`,
      };
    }
    return { pending: `it was ${keyState}` };
  });
}

export async function waitUntilSecretRotated(
  client: Pick<Operations, 'describeSecret' | 'secretVersions'>,
  request: WaitUntilSecretRotatedRequest,
  options: WaitOptions = {},
): Promise<SecretVersionEntry> {
  checkFields('waitUntilSecretRotated', request, ['secretName', 'versionId']);
  const { secretName, versionId } = request;
  if (typeof versionId !== 'string' || versionId === '') {
    throw invalidRequest('waitUntilSecretRotated', 'versionId must be the one that rotateSecret was given');
  }
  const awaited = { api: 'ListSecretVersionIds', what: `version ${versionId} of secret ${secretName} to be current` };
  return waitUntil<SecretVersionEntry>(awaited, options, async (call) => {
    const { plannedDeleteTime } = await client.describeSecret({ secretName }, call);
    if (plannedDeleteTime) {
      return {
        impossible: `the secret will be deleted at ${plannedDeleteTime.toISOString()}; restoreSecret brings it back`,
      };
    }
    for await (const version of client.secretVersions({ secretName }, call)) {
      if (version.versionId !== versionId) continue;
      // The next rotation may have happened already; then this one is complete as well.
      if (version.versionStages.some((stage) => stage === 'ACSCurrent' || stage === 'ACSPrevious')) {
        return { done: version };
      }
      return { pending: `it was ${version.versionStages.join(', ') || 'without a stage'}` };
    }
    return { pending: 'it was not there' };
  });
}

export async function waitUntilSecretDeleted(
  client: Pick<Operations, 'describeSecret'>,
  request: WaitUntilSecretDeletedRequest,
  options: WaitOptions = {},
): Promise<void> {
  checkFields('waitUntilSecretDeleted', request, ['secretName']);
  const { secretName } = request;
  const awaited = { api: 'DescribeSecret', what: `secret ${secretName} to be gone` };
  return waitUntil<undefined>(awaited, options, async (call) => {
    try {
      const { plannedDeleteTime } = await client.describeSecret({ secretName }, call);
      if (plannedDeleteTime) return { pending: `it will be deleted at ${plannedDeleteTime.toISOString()}` };
      return { impossible: 'it was not deleted, or restoreSecret has restored it' };
    } catch (error) {
      if (error instanceof KmsServiceError && error.code === 'Forbidden.ResourceNotFound') return { done: undefined };
      throw error;
    }
  });
}
