import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A code block of a page. */
export interface Block {
  readonly language: string;
  /** What the reader saves it as: "```js orders.test.js". */
  readonly file?: string;
  readonly text: string;
  /** Line of the page that the text begins in, from 1. */
  readonly line: number;
  /** Why it is not run, as the invisible comment before it says. */
  readonly notRun?: string;
}

const fences = /(?:^<!-- not run: ([^\n]+) -->\n)?^```(\w+)(?: (\S+))?\n(.*?)^```$/gms;

/** Written by scripts/generated-docs.js, and right by that. */
const generated = /<!-- generated: .*?<!-- end -->/gs;

/** @param page path in the repository: `docs/client.md` */
export function codeBlocks(page: string): Block[] {
  const markdown = readFileSync(root + page, 'utf8').replace(generated, (part) => part.replace(/[^\n]/g, ''));
  return [...markdown.matchAll(fences)].map(({ 0: all, 1: notRun, 2: language = '', 3: file, 4: text = '', index }) => {
    const before = markdown.slice(0, index + all.length - text.length - '```'.length);
    return { language, text, line: before.split('\n').length, ...(file && { file }), ...(notRun && { notRun }) };
  });
}

/** What the reader types, and what is printed then. */
export interface Command {
  text: string;
  prints: string[];
}

/** Commands that need a package registry. */
const install = /^npm (install|ci|init)\b/;

/** Lines with `$` are typed, `>` goes on with them; the others are printed. */
export function readConsole(body: string): Command[] {
  const commands: Command[] = [];
  for (const line of body.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) commands.push({ text: line.slice(2), prints: [] });
    else if (line.startsWith('> ')) (commands.at(-1) as Command).text += `\n${line.slice(2)}`;
    else commands.at(-1)?.prints.push(line);
  }
  return commands.filter(({ text }) => !install.test(text));
}

/**
 * The first of the promised lines that an output lacks; it must have all of them, in order. `…` stands for anything in a
 * line. One line after the other, since one pattern of all of them takes forever to find that it does not fit.
 */
export function firstMissing(output: string, promised: readonly string[]): string | undefined {
  let at = 0;
  return promised.find((line) => {
    const pattern = new RegExp(line.split('…').map(escaped).join('.*?'), 'g');
    pattern.lastIndex = at;
    const found = pattern.exec(output);
    at = pattern.lastIndex;
    return found === null;
  });
}

const escaped = (text: string): string => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
