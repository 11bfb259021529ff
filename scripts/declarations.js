// The declarations that tsc writes, one for each source file: of which entries they are, and which users can come to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const specifiers = /(?:\bfrom\s+|\bimport\(|\bimport\s+)['"](\.{1,2}\/[^'"]+)['"]/g;

/** @returns `{ entry, declarations }` of each entry that has types; `declarations` as absolute path */
export function typedEntries(folder) {
  const { exports: exported } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(exported)
    .filter(([, target]) => target.types !== undefined)
    .map(([entry, target]) => ({ entry, declarations: join(folder, target.types.default) }));
}

/** The declarations that a package's exports lead to, as absolute paths. */
function reachable(folder) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(specifiers))
      visit(resolve(dirname(file), specifier.replace(/\.js$/, '.d.ts')));
  };
  for (const { declarations } of typedEntries(folder)) {
    // Where only the JavaScript was built there is nothing to follow.
    if (existsSync(declarations)) visit(declarations);
  }
  return found;
}

/** @returns those that nobody comes to, as npm ignores files: relative to `dist`, with a slash in front */
export function unreachableDeclarations(folder) {
  const dist = join(folder, 'dist');
  const needed = reachable(folder);
  return readdirSync(dist, { recursive: true })
    .map((path) => join(dist, path))
    .filter((file) => file.endsWith('.d.ts') && !needed.has(file))
    .map((file) => `/${relative(dist, file).replaceAll(sep, '/')}`)
    .sort();
}
