// Types for CommonJS programs under `module: node16` and `node18`, where TypeScript lets nobody require an ES module: a
// declaration beside each entry that is CommonJS by its name and hands on the very types and values of the ES module.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const lists = /^export (type )?\{([^}]*)\} from '(\.[^']+)';$/gm;
const declared = /^export (?:declare )?(?:abstract )?(class|const|function|interface|type) (\w+)/gm;

/** @returns `{ name, isType, file, source }` of everything that a declaration file exports; `source` is the name in `file` */
function exportsOf(file) {
  const text = readFileSync(file, 'utf8');
  const direct = [...text.matchAll(declared)].map(([, kind, name]) => {
    return { name, source: name, isType: kind === 'interface' || kind === 'type', file };
  });
  const handedOn = [...text.matchAll(lists)].flatMap(([, allTypes, names, specifier]) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((entry) => {
        const [, isType, source, name = source] = /^(type )?(\w+)(?: as (\w+))?$/.exec(entry);
        const target = join(dirname(file), specifier.replace(/\.js$/, '.d.ts'));
        return { name, source, isType: Boolean(allTypes ?? isType), file: target };
      }),
  );
  return [...direct, ...handedOn];
}

/** A class is a value and a type, which takes the parameters of the class; their limits are types of the same entry. */
function typeOfClass({ name, source, file }, types) {
  const text = readFileSync(file, 'utf8');
  const [isClass, parameters = ''] =
    new RegExp(`^export declare (?:abstract )?class ${source}(<[^{]*?>)?(?: extends| implements| \\{)`, 'm').exec(
      text,
    ) ?? [];
  if (!isClass) return [];
  const given = parameters.replace(/ (extends|=) [^,>]+/g, '');
  const qualified = parameters.replace(/\w+/g, (word) => (types.includes(word) ? `esm.${word}` : word));
  return [`export type ${name}${qualified} = esm.${name}${given};`];
}

/** Writes `<entry>.d.cts` beside `<entry>.d.ts`. */
export function writeCommonJsTypes(declarations) {
  const all = exportsOf(declarations);
  const [, base] = /([\w-]+)\.d\.ts$/.exec(declarations);
  const module = `'./${base}.js' with { 'resolution-mode': 'import' }`;
  const types = all.filter(({ isType }) => isType).map(({ name }) => name);
  const values = all.filter(({ isType }) => !isType);
  const lines = [
    ...(values.length > 0 ? [`import type * as esm from ${module};`] : []),
    ...(types.length > 0 ? [`export type { ${types.join(', ')} } from ${module};`] : []),
    ...values.flatMap((value) => [
      `export declare const ${value.name}: typeof esm.${value.name};`,
      ...typeOfClass(value, types),
    ]),
  ];
  writeFileSync(declarations.replace(/\.d\.ts$/, '.d.cts'), `${lines.join('\n')}\n`);
}
