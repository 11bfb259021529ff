import { readFile } from 'node:fs/promises';
import { fileProblem, looksLikeContent } from 'alibabacloud-kms-sdk/internal';
import type { Document } from 'yaml';
import { checkSeed } from './check-seed.js';
import { SeedError } from './seed-error.js';
import type { Seed } from './types.js';

/** Far more than seeds need, and far fewer than it takes for a small file to fill the memory. */
const aliasesMax = 10_000;

/** Text that is not valid YAML 1.2 with merge keys. The message quotes nothing: the text contains secrets. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
}

/** @throws YamlError */
export async function parseYaml(text: string): Promise<unknown> {
  const { isAlias, LineCounter, parseDocument, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  const mistake = (why: string, offset: number): YamlError => {
    const { line, col } = lineCounter.linePos(offset);
    return new YamlError(`${why}, see line ${line}, column ${col}`);
  };
  const parse = () => {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, merge: true });
    const [first] = [...document.errors, ...document.warnings];
    if (first) throw mistake(`not valid YAML (${first.code.toLowerCase().replaceAll('_', ' ')})`, first.pos[0]);
    return document;
  };
  const checkAliases = (document: Document.Parsed): void => {
    const anchors = new Set<string>();
    visit(document, {
      Node(_key, node) {
        if (isAlias(node) && !anchors.has(node.source)) {
          const why = 'this alias has no anchor before it; a text that begins with * needs quotes';
          throw mistake(why, node.range?.[0] ?? 0);
        }
        if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
      },
    });
  };
  try {
    const document = parse();
    checkAliases(document);
    return document.toJS({ maxAliasCount: aliasesMax });
  } catch (error) {
    if (error instanceof YamlError) throw error;
    throw new YamlError('its aliases stand for too much, or its brackets go too deep');
  }
}

/**
 * Parses the text of a seed file: JSON if its name ends in `.json`, otherwise YAML 1.2, with merge keys (`<<`).
 *
 * @param fileName for messages
 * @throws SeedError with `Seed.Unreadable` for invalid syntax, `Seed.Invalid` for invalid content
 */
export async function parseSeed(text: string, fileName: string): Promise<Seed> {
  const value = /\.json$/i.test(fileName) ? parseJson(text, fileName) : await readYaml(text, fileName);
  try {
    return await checkSeed(value);
  } catch (error) {
    throw error instanceof SeedError ? new SeedError(error.code, `${fileName}: ${error.message}`) : error;
  }
}

/** Drops the parser's message, which quotes the text: it contains secrets. */
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

/**
 * Reads the seed itself, or the one in a file.
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
