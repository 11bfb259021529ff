import type { CallOptions, Client } from 'alibabacloud-kms-sdk';
import type { CallSettings } from '../settings.js';

/** Input of an operation. */
export interface Subject extends Pick<CallSettings, 'dataSize' | 'keyPairSpec'> {
  client: Client;
  keyId: string;
  signingKeyId: string;
  secretName: string;
  /** `dataSize` random bytes. */
  data: Uint8Array;
}

/** A setting that an operation requires. */
export type Need = 'keyId' | 'signingKeyId' | 'secretName';

/** An operation that is ready to be called repeatedly. */
export interface Prepared<Answer extends { requestId: string }> {
  call(options: CallOptions): Promise<Answer>;
  /** A cheap check of the response, done for every one. */
  isRight(answer: Answer): boolean;
  /** A check by further calls to KMS, done for some responses after the load. */
  prove?(answer: Answer): Promise<boolean>;
}

export type AnyPrepared = Prepared<{ requestId: string }>;

export interface Operation {
  needs?: Need;
  prepare(subject: Subject): Promise<AnyPrepared> | AnyPrepared;
}

/** Gives each operation the type of its own response, and the table a common type. */
export function operation<Answer extends { requestId: string }>(
  needs: Need | undefined,
  prepare: (subject: Subject) => Promise<Prepared<Answer>> | Prepared<Answer>,
): Operation {
  return { needs, prepare: prepare as unknown as Operation['prepare'] };
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
