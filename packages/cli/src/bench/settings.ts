import type { ClientOptions } from 'alibabacloud-kms-sdk';
import type { Mix } from './load/mix.js';

/** Settings of calls; the same in every process of a benchmark. */
export interface CallSettings {
  client: ClientOptions;
  mix: Mix;
  /** Key of the operations that encrypt, decrypt and generate data keys. */
  keyId?: string;
  /** Key of the operations that sign, verify and read public keys. */
  signingKeyId?: string;
  secretName?: string;
  /** Bytes of plaintexts, random numbers and data keys. */
  dataSize: number;
  keyPairSpec: string;
  /** Longest time of one call; 0: that of the SDK. */
  timeoutMs: number;
  debugLog: boolean;
  /** How many responses of each operation each process verifies after the run. */
  proofs: number;
}
