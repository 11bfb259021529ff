import { readFile } from 'node:fs/promises';
import { checkSeed } from './check-seed.js';
import { parseSeed } from './parse-seed.js';
import { SeedError } from './seed-error.js';
import type { Seed } from './types.js';

/**
 * The seed itself, or the one in a file.
 *
 * @throws SeedError with `Seed.Unreadable` or `Seed.Invalid`
 */
export async function readSeed(seed: string | Seed): Promise<Seed> {
  if (typeof seed !== 'string') return checkSeed(seed);
  let text: string;
  try {
    text = await readFile(seed, 'utf8');
  } catch (cause) {
    throw new SeedError('Seed.Unreadable', `the seed ${seed} cannot be read: ${(cause as Error).message}`, { cause });
  }
  return parseSeed(text, seed);
}
