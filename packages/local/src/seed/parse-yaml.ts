import type { Document } from 'yaml';

/** Far beyond what anchors in a seed are used for, and far below what makes a small file fill the memory. */
const aliasesMax = 10_000;

/** Text that cannot be read as YAML 1.2 with merge keys. Nothing of the text is in the message: there are secrets in it. */
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
