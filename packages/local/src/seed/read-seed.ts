import { readFile } from 'node:fs/promises';
import { fileProblem, looksLikeContent } from 'alibabacloud-kms-sdk/internal';
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
  if (looksLikeContent(seed)) {
    const message = 'the seed is the content of a file, not shown here: give its path, or the seed as an object';
    throw new SeedError('Seed.Unreadable', message);
  }
  let text: string;
  try {
    text = await readFile(seed, 'utf8');
  } catch (cause) {
    const why = fileProblem(cause as NodeJS.ErrnoException);
    throw new SeedError('Seed.Unreadable', `the seed ${seed} cannot be read: ${why}`, { cause });
  }
  return parseSeed(text, seed);
}
