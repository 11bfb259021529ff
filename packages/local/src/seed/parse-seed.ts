import { checkSeed } from './check-seed.js';
import { parseYaml, YamlError } from './parse-yaml.js';
import { SeedError } from './seed-error.js';
import type { Seed } from './types.js';

/**
 * Reads the text of a seed file: JSON when its name ends in `.json`, else YAML 1.2, with merge keys (`<<`).
 *
 * @param fileName for messages
 * @throws SeedError with `Seed.Unreadable` for text that is neither, `Seed.Invalid` for what it says
 */
export async function parseSeed(text: string, fileName: string): Promise<Seed> {
  const value = /\.json$/i.test(fileName) ? parseJson(text, fileName) : await readYaml(text, fileName);
  try {
    return await checkSeed(value);
  } catch (error) {
    throw error instanceof SeedError ? new SeedError(error.code, `${fileName}: ${error.message}`) : error;
  }
}

/** What the parser says is not passed on: it quotes the text, and there are secrets in it. */
function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, offset] = / at position (\d+)/.exec((error as Error).message) ?? [];
    const before = text.slice(0, Number(offset ?? 0)).split('\n');
    const where = offset === undefined ? '' : `, see line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    throw new SeedError('Seed.Unreadable', `${fileName}: not valid JSON${where}`);
  }
}

async function readYaml(text: string, fileName: string): Promise<unknown> {
  try {
    return await parseYaml(text);
  } catch (error) {
    throw error instanceof YamlError ? new SeedError('Seed.Unreadable', `${fileName}: ${error.message}`) : error;
  }
}
