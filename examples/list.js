// Lists the examples: the files in the folders of src whose first line describes them in a comment.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, tableOf } from '../scripts/docs/markdown.js';

const source = join(import.meta.dirname, 'src');

/** The folders, in reading order. */
const groups = ['operation', 'manage', 'transfer', 'recipes'];

const describe = (file) => /^\/\*\* (.+) \*\/$/.exec(readFileSync(file, 'utf8').split(/\r?\n/, 1)[0])?.[1];

/** Names of a folder's files, sorted. */
const namesIn = (group) =>
  readdirSync(join(source, group))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

/** Every example: `{ group, name, description }`, the name as `npm run example` takes it. */
export const examples = () =>
  groups.flatMap((group) =>
    namesIn(group).flatMap((file) => {
      const description = describe(join(source, group, `${file}.ts`));
      return description ? [{ group, name: `${group}/${file}`, description }] : [];
    }),
  );

const byGroup = (list) =>
  groups.map((group) => list.filter((example) => example.group === group)).filter((entries) => entries.length > 0);

/** For a terminal. */
export const asText = (list) => {
  const width = Math.max(...list.map(({ name }) => name.length));
  return byGroup(list)
    .map((entries) => entries.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n'))
    .join('\n\n');
};

/** The tables of docs/examples.md. */
export const asMarkdown = (list) =>
  byGroup(list)
    .map((entries) => {
      const rows = entries.map(({ name, description }) => [code(name), description]);
      return `### ${entries[0].group}\n\n${tableOf(['example', 'what it shows'], rows)}`;
    })
    .join('\n\n');
