// Which of the declarations that tsc writes, one for each source file, users of a package can come to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const specifiers = /(?:\bfrom\s+|\bimport\(|\bimport\s+)['"](\.{1,2}\/[^'"]+)['"]/g;

/** The declarations that a package's exports lead to, as absolute paths. */
function reachable(folder, exported) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(specifiers))
      visit(resolve(dirname(file), specifier.replace(/\.js$/, '.d.ts')));
  };
  for (const target of Object.values(exported)) {
    const file = target.types && join(folder, target.types);
    // Where only the JavaScript was built there is nothing to follow.
    if (file && existsSync(file)) visit(file);
  }
  return found;
}

/** @returns those that nobody comes to, as npm ignores files: relative to `dist`, with a slash in front */
export function unreachableDeclarations(folder) {
  const dist = join(folder, 'dist');
  const { exports: exported } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const needed = reachable(folder, exported);
  return readdirSync(dist, { recursive: true })
    .map((path) => join(dist, path))
    .filter((file) => file.endsWith('.d.ts') && !needed.has(file))
    .map((file) => `/${relative(dist, file).replaceAll(sep, '/')}`)
    .sort();
}
