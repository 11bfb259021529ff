import type { CallOptions, Client } from 'alibabacloud-kms-sdk';
import type { CallSettings } from '../settings.js';

/** What an operation is about. */
export interface Subject extends Pick<CallSettings, 'dataSize' | 'keyPairSpec'> {
  client: Client;
  keyId: string;
  signingKeyId: string;
  secretName: string;
  /** `dataSize` random bytes. */
  data: Uint8Array;
}

/** Which setting an operation cannot do without. */
export type Need = 'keyId' | 'signingKeyId' | 'secretName';

/** An operation with everything at hand to be called over and over. */
export interface Prepared<Answer extends { requestId: string }> {
  call(options: CallOptions): Promise<Answer>;
  /** Whether the answer is right, as far as can be said without much work: every one is looked at. */
  isRight(answer: Answer): boolean;
  /** Whether it is right by calling KMS again, for some answers, when the load is over. */
  prove?(answer: Answer): Promise<boolean>;
}

export type AnyPrepared = Prepared<{ requestId: string }>;

export interface Operation {
  needs?: Need;
  prepare(subject: Subject): Promise<AnyPrepared> | AnyPrepared;
}

/** Lets each operation have the type of its own answer, and the table one type for all. */
export function operation<Answer extends { requestId: string }>(
  needs: Need | undefined,
  prepare: (subject: Subject) => Promise<Prepared<Answer>> | Prepared<Answer>,
): Operation {
  return { needs, prepare: prepare as unknown as Operation['prepare'] };
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
