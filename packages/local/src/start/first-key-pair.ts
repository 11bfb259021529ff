import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyPair, newClientKeyPair, sequentialPrimes } from '../access/client-key-pair.js';

export type { KeyPair };

export const databaseFile = 'kms.db';

/** Where a KMS stores its data: in a directory, in a database server, or in memory. */
export interface Place {
  dataDir?: string;
  database?: string;
}

/** Undefined if a client key probably exists already. */
function begin({ dataDir, database }: Place, primes?: typeof sequentialPrimes): Promise<KeyPair> | undefined {
  if (database !== undefined || (dataDir !== undefined && existsSync(join(dataDir, databaseFile)))) return undefined;
  const pair = newClientKeyPair(primes);
  // Callers see the failure; if the start fails earlier, nobody does.
  pair.catch(() => {});
  return pair;
}

let prepared: Promise<KeyPair> | undefined;

/**
 * Starts to generate the key pair for the first start at this place. It takes a while, so the command starts it first and
 * loads everything else meanwhile.
 */
export function prepareFirstKeyPair(place: Place): void {
  prepared = begin(place, sequentialPrimes);
}

/** The prepared key pair; otherwise one that is started now if it will probably be needed, or on request. */
export function takeFirstKeyPair(place: Place): () => Promise<KeyPair> {
  const begun = prepared ?? begin(place);
  prepared = undefined;
  return () => begun ?? newClientKeyPair();
}
