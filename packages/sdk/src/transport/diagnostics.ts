import { channel } from 'node:diagnostics_channel';
import { KmsError } from '../errors.js';
import type { SigningAccessKey } from './types.js';

/** Published to the diagnostics channel `alibabacloud-kms:request` after every attempt, for telemetry; nothing in it is secret. */
export interface AttemptEvent {
  api: string;
  endpoint: string;
  /** 1 for the first. */
  attempt: number;
  /** The AccessKey that signed it, and what gave it; absent for a client key. */
  accessKey?: SigningAccessKey;
  /** HTTP status, when there was an answer. */
  status?: number;
  durationMs: number;
  /** Code of the error, when it failed; `Aborted` when the call was ended meanwhile. */
  errorCode?: string;
}

const requests = channel('alibabacloud-kms:request');

/** Starts the clock of an attempt; undefined when nobody listens. */
export function observeAttempt(attempt: Pick<AttemptEvent, 'api' | 'endpoint' | 'attempt' | 'accessKey'>) {
  if (!requests.hasSubscribers) return undefined;
  const startedAt = performance.now();
  return (status: number | undefined, failure?: { error: unknown; aborted: boolean }) => {
    const { error, aborted } = failure ?? {};
    const errorCode = aborted ? 'Aborted' : error instanceof KmsError ? error.code : failure && 'Unknown';
    requests.publish({
      ...attempt,
      status,
      durationMs: performance.now() - startedAt,
      errorCode,
    } satisfies AttemptEvent);
  };
}
