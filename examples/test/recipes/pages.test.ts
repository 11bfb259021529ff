import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const pages = readdirSync(`${root}docs/recipes`).filter((name) => name !== 'index.md');

/** Code blocks that name their file: "```ts recipes/jwt.ts". */
const excerpts = (page: string) =>
  [...page.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, file = '', body = '']) => ({ file, body }));

/** `// …` stands for omitted code. */
const pieces = (body: string) => body.split(/^\/\/ …\n/m).filter((piece) => piece.trim() !== '');

describe.each(pages)('recipes/%s', (name) => {
  test('shows code as it is in the file that it names', () => {
    const shown = excerpts(read(`docs/recipes/${name}`));
    expect(shown.length).toBeGreaterThan(0);
    for (const { file, body } of shown)
      for (const piece of pieces(body)) expect(read(`examples/src/${file}`), file).toContain(piece);
  });
});

test('what the page about moving shows as changed is what changed', () => {
  const [before, after] = ['before', 'after'].map((name) => read(`examples/src/recipes/moving-${name}.ts`));
  const [, diff = ''] = /^```diff\n(.*?)^```$/ms.exec(read('docs/recipes/moving.md')) ?? [];
  const side = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  expect(side('-').length).toBeLessThan(side('+').length);
  expect(before).toContain(side('-'));
  expect(after).toContain(side('+'));
});

test('every recipe has a page and a test', () => {
  const recipes = readdirSync(`${root}examples/src/recipes`).filter((name) => name.endsWith('.ts'));
  const tests = readdirSync(`${root}examples/test/recipes`).map((name) => read(`examples/test/recipes/${name}`));
  const shown = pages.map((name) => read(`docs/recipes/${name}`)).join('\n');
  for (const recipe of recipes.map((name) => `recipes/${name.replace('.ts', '')}`)) {
    expect(shown).toContain(`npm run example ${recipe}`);
    expect(
      tests.some((text) => text.includes(`run('${recipe}'`)),
      `${recipe} is run by a test`,
    ).toBe(true);
  }
});
