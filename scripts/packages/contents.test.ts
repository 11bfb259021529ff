import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unreachableDeclarations } from '../declarations.js';
import { root } from '../setup.js';
import { checkFiles } from './contents.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-contents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const manifest = JSON.stringify({
  exports: { '.': { types: { default: './dist/index.d.ts' }, default: './dist/index.js' } },
});

/** A package of these files, beside what each has. */
function write(files: Readonly<Record<string, string>>): { folder: string; files: string[] } {
  const all = { 'README.md': '# It', 'CHANGELOG.md': '# It', 'package.json': manifest, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  return { folder, files: ['LICENSE', ...Object.keys(all)].filter((path) => !path.startsWith('src/')) };
}

const good = {
  'src/index.ts': '',
  'src/client.ts': '',
  'dist/index.js': `import { a } from "./chunks/a.js";`,
  'dist/chunks/a.js': '/** @type {import("./of-an-inlined-package.js").A} */',
  'dist/index.d.ts': `export { Client } from './client.js';`,
  'dist/client.d.ts': '',
  'dist/sbom.cdx.json': JSON.stringify({ components: [component('kysely', 'dist/chunks/a.js')] }),
  'dist/licenses/kysely.txt': 'MIT',
};

function component(name: string, location: string) {
  return { name, evidence: { occurrences: [{ location }] } };
}

test('a package of what belongs to it passes', () => {
  expect(() => checkFiles(write(good))).not.toThrow();
});

test.each([
  ['a source map', { 'dist/index.js.map': '{}' }, 'files that do not belong: dist/index.js.map'],
  ['what the compiler keeps for itself', { 'dist/tsconfig.tsbuildinfo': '{}' }, 'dist/tsconfig.tsbuildinfo'],
  [
    'a comment that names a source map',
    { 'dist/chunks/a.js': '//# sourceMappingURL=a.js.map' },
    'dist/chunks/a.js names',
  ],
  ['an import of what is not published', { 'dist/chunks/a.js': `await import('./b.js')` }, 'imports ./b.js, which'],
  [
    'a library without its licence',
    { 'dist/sbom.cdx.json': JSON.stringify({ components: [component('@noble/curves', 'dist/chunks/a.js')] }) },
    'dist/licenses/noble-curves.txt is missing',
  ],
  [
    'a bill of materials that is out of date',
    { 'dist/sbom.cdx.json': JSON.stringify({ components: [component('kysely', 'dist/chunks/b.js')] }) },
    'dist/chunks/b.js has kysely in it',
  ],
  ['a declaration without its source', { 'dist/former.d.ts': '' }, 'dist/former.d.ts is left of a source file'],
])('%s is found', (_what, files, message) => {
  expect(() => checkFiles(write({ ...good, ...files }))).toThrow(message);
});

test('a licence of its own is found', () => {
  const packed = write(good);
  writeFileSync(join(folder, 'LICENSE'), 'Do as you like.');
  expect(() => checkFiles(packed)).toThrow('LICENSE is not that of the repository');
});

test('declarations that no export leads to are left out', () => {
  write({
    ...good,
    'dist/client.d.ts': `export type A = import('./inner/answer.js').Answer;`,
    'dist/inner/answer.d.ts': `import type { Answer } from '../client.js';`,
    'dist/inner/pool.d.ts': '',
  });
  expect(readdirSync(join(folder, 'dist/inner'))).toContain('pool.d.ts');
  expect(unreachableDeclarations(folder)).toEqual(['/inner/pool.d.ts']);
});
