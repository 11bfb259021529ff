import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { variables } from '../src/env.js';
import { namesOf } from './support/names-of.js';
import { useExamples } from './support/run-example.js';

const examples = useExamples();

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string) => readFileSync(path(name), 'utf8');
const list = (...flags: string[]) =>
  execFileSync(process.execPath, [path('examples/run.js'), '--list', ...flags], { encoding: 'utf8' }).trim();

/** Every place where an example reads a variable, with its default, if that is text. */
const readVariables = readdirSync(path('examples/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...read(`examples/src/${file}`).matchAll(/\benv(?:Or)?\(\s*'([A-Z_]+)'(?:,\s*'([^']+)')?/g)])
  .map(([, variable = '', otherwise]) => ({ variable, otherwise }));

/** Cells of all tables whose rows start with code that looks like `first`. */
const rows = (page: string, first: RegExp) =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| |\|$|`/g, '').trim()))
    .filter(([name = '']) => first.test(name));

const pages = [
  { name: 'docs/examples.md', chinese: false },
  { name: 'docs/zh/examples.md', chinese: true },
];

it('the English page lists the examples as their files describe them; npm run example -- --write-page', () => {
  expect(read('docs/examples.md')).toContain(`\n${list('--markdown')}\n`);
});

it('every file in the folders of the examples says in its first line what it shows', () => {
  const files = ['operation', 'manage', 'transfer', 'recipes'].flatMap((group) =>
    namesOf(group).map((name) => `${group}/${name}`),
  );
  const listed = list()
    .split('\n')
    .flatMap((line) => line.trim().split(' ')[0] || []);
  expect([...listed].sort()).toEqual(files.sort());
});

describe.each(pages)('$name', ({ name, chinese }) => {
  const page = read(name);

  it('has a row for every example, in the order of the list', () => {
    const described = rows(page, /^(operation|manage|transfer|recipes)\/[a-z\d-]+$/);
    const names = list('--markdown').matchAll(/^\| `(\S+)`/gm);
    expect(described.map(([example]) => example)).toEqual(Array.from(names, ([, example]) => example));
    expect(described.filter(([, text = '']) => /\p{Script=Han}/u.test(text) !== chinese)).toEqual([]);
  });

  it('has a row for every variable that an example reads', () => {
    const documented = rows(page, /^[A-Z][A-Z_]+$/).map(([variable]) => variable);
    expect(documented.sort()).toEqual(Object.keys(variables).sort());
  });

  it('tells the defaults that the examples have', () => {
    const documented = new Map(rows(page, /^[A-Z][A-Z_]+$/).map(([variable = '', , text = '']) => [variable, text]));
    const withDefaults = readVariables.filter(({ otherwise }) => otherwise !== undefined);
    expect(withDefaults.length).toBeGreaterThan(0);
    expect(withDefaults.filter(({ variable, otherwise }) => documented.get(variable) !== otherwise)).toEqual([]);
  });

  it('shows what the examples really print', async () => {
    const shown = [...page.matchAll(/```console\n\$ npm run example (\S+)\n([^$]+?)```/g)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, example = '', output] of shown) expect((await examples.run(example)).stdout).toBe(output);
  });
});

it('a variable that is missing can be explained, whichever an example reads', () => {
  expect(readVariables.map(({ variable }) => variable).filter((variable) => !(variable in variables))).toEqual([]);
});
