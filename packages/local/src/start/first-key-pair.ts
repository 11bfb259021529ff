import { generateKeyPair, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export const databaseFile = 'kms.db';

/** RSA-2048, made on another thread. */
const generate = async (): Promise<KeyPair> => promisify(generateKeyPair)('rsa', { modulusLength: 2048 });

/** Undefined for a data directory that has its client key already. */
function begin(dataDir: string | undefined): Promise<KeyPair> | undefined {
  if (dataDir !== undefined && existsSync(join(dataDir, databaseFile))) return undefined;
  const pair = generate();
  // Whoever waits for it sees the failure; when the start fails before that, nobody does.
  pair.catch(() => {});
  return pair;
}

let prepared: Promise<KeyPair> | undefined;

/**
 * Begins to make the key pair that the first start on `dataDir` will need. It takes its time, so the command begins
 * with it and loads everything else meanwhile.
 */
export function prepareFirstKeyPair(dataDir: string | undefined): void {
  prepared = begin(dataDir);
}

/** The key pair that was prepared, else one that is begun now if it will be needed, else one that is made when asked for. */
export function takeFirstKeyPair(dataDir: string | undefined): () => Promise<KeyPair> {
  const begun = prepared ?? begin(dataDir);
  prepared = undefined;
  return () => begun ?? generate();
}
