import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyPair, newClientKeyPair, onePrimeAfterTheOther } from '../access/client-key-pair.js';

export type { KeyPair };

export const databaseFile = 'kms.db';

/** Where a KMS keeps its data: in a directory, in a database of others, or in memory. */
export interface Place {
  dataDir?: string;
  database?: string;
}

/** Undefined where a client key probably exists already. */
function begin({ dataDir, database }: Place, primes?: typeof onePrimeAfterTheOther): Promise<KeyPair> | undefined {
  if (database !== undefined || (dataDir !== undefined && existsSync(join(dataDir, databaseFile)))) return undefined;
  const pair = newClientKeyPair(primes);
  // Whoever waits for it sees the failure; when the start fails before that, nobody does.
  pair.catch(() => {});
  return pair;
}

let prepared: Promise<KeyPair> | undefined;

/**
 * Begins to make the key pair that the first start at this place will need. It takes its time, so the command begins
 * with it and loads everything else meanwhile.
 */
export function prepareFirstKeyPair(place: Place): void {
  prepared = begin(place, onePrimeAfterTheOther);
}

/** The key pair that was prepared, else one that is begun now if it will be needed, else one that is made when asked for. */
export function takeFirstKeyPair(place: Place): () => Promise<KeyPair> {
  const begun = prepared ?? begin(place);
  prepared = undefined;
  return () => begun ?? newClientKeyPair();
}
