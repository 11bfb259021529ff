// Writes the list of examples in docs/examples.md from their files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asMarkdown } from './list.js';

const file = join(import.meta.dirname, '..', 'docs', 'examples.md');
const listInPage = /(<!-- list of examples, written by examples\/run.js -->\n)[\s\S]*?(\n<!-- end of list -->)/;

/** Writes the list to the page. */
export function writePage(examples) {
  const page = readFileSync(file, 'utf8');
  if (!listInPage.test(page)) throw new Error(`${file} has no place for the list of examples`);
  writeFileSync(
    file,
    page.replace(listInPage, (_, before, after) => `${before}\n${asMarkdown(examples)}\n${after}`),
  );
}
