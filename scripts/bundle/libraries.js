// Packages of others that become part of our files: one file for each under `dist/libraries`, its licence in
// `dist/licenses`, and what they are in `dist/sbom.cdx.json`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { esmExternalRequirePlugin } from 'rolldown/plugins';
import { root } from '../setup.js';
import { sbomOf } from './sbom.js';

const folder = 'libraries';
const packagePath = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/** `@noble/curves` → `noble-curves`. */
const fileNameOf = (name) => name.replace('@', '').replace('/', '-');

/** The package that a module belongs to, or undefined for one of ours. */
function packageOf(moduleId) {
  const [, path] = packagePath.exec(moduleId) ?? [];
  return path && { path, ...JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) };
}

/**
 * A chunk for each package, so that a call loads what it needs, and everybody sees what a file is.
 *
 * @param names packages; each after those that it needs, as a chunk takes along what no chunk before it has
 */
export const libraryChunks = (names) =>
  names.map((name, index) => ({
    name: `${folder}/${fileNameOf(name)}`,
    test: (id) => packageOf(id)?.name === name,
    priority: 100 - index,
  }));

export const chunkFileName = ({ name }) =>
  name.startsWith(folder) ? `${name}.js` : `chunks/${name.replaceAll('~', '-')}.js`;

/** `require('crypto')` becomes an import: bundlers that write ES modules know no `require` at run time. */
export const builtinRequires = () => esmExternalRequirePlugin({ external: [/^node:/, ...builtinModules] });

/** What libraries a package has inside, as its files are written. */
export class Libraries {
  /** By name: the package, and the files that have something of it. */
  #inside = new Map();

  /** Takes note of what is inlined. */
  plugin() {
    return {
      name: 'libraries',
      generateBundle: (_, output) => {
        for (const { fileName, moduleIds = [] } of Object.values(output)) {
          for (const id of moduleIds) this.#note(fileName, packageOf(id));
        }
      },
    };
  }

  #note(fileName, found) {
    if (!found) return;
    const entry = this.#inside.get(found.name) ?? { ...found, files: new Set() };
    if (entry.version !== found.version) throw new Error(`${found.name} would be inlined in two versions`);
    entry.files.add(fileName);
    this.#inside.set(found.name, entry);
  }

  /** Licences and the table of contents. @returns names of the files */
  async write(dir, manifest) {
    for (const file of new Set([...this.#inside.values()].flatMap(({ files }) => [...files]))) {
      if (file.startsWith(folder)) await compact(join(dir, file));
    }
    const inside = [...this.#inside.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    mkdirSync(join(dir, 'licenses'), { recursive: true });
    const licenses = inside.map((found) => {
      const file = `licenses/${fileNameOf(found.name)}.txt`;
      writeFileSync(join(dir, file), licenseOf(found));
      return file;
    });
    writeFileSync(join(dir, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(manifest, inside), null, 1)}\n`);
    return licenses;
  }
}

/** Leaves comments and blanks of other people's code out; names stay, for stacks. */
async function compact(file) {
  const options = { minifyWhitespace: true, legalComments: 'none', charset: 'utf8', target: 'es2022' };
  const { code } = await transform(readFileSync(file, 'utf8'), options);
  writeFileSync(file, `/* Others' code: its licences are in licenses/, its versions in sbom.cdx.json. */\n${code}`);
}

function licenseOf({ name, version, license, author, path }) {
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(join(path, file));
  if (typeof license !== 'string')
    throw new Error(`${name} does not say what its licence is, so it must not be inlined`);
  const by = author ? `\nAuthor: ${author.name ?? author}` : '';
  return `${name} ${version}\nLicense: ${license}${by}\n\nThe package has no file with the text of its licence; this is what its package.json says.\n`;
}

/** `debug` asks for it and goes on without; nobody installs it with the SDK. */
const optional = 'supports-color';

/** Our files import such a dependency by its name under `imports` in package.json. */
export const pathsOf = (names) => Object.fromEntries(names.map((name) => [name, `#${fileNameOf(name)}`]));

/**
 * A dependency as one ES module, for applications that are bundled: what is CommonJS asks for `require` at run time, which
 * a bundle of ES modules has not. package.json names the file under `imports` for the condition `module`, which bundlers
 * have and Node.js has not, so that Node.js runs the dependency itself.
 *
 * @returns the name of the file
 */
export async function writeForBundlers(name, dir, libraries) {
  const entry = join(root, 'packages', 'for-bundlers.mjs');
  const names = Object.keys(await import(name)).filter((key) => key !== 'default' && key !== '__esModule');
  const program = `import library from '${name}'; export default library; export const { ${names.join(', ')} } = library;`;
  const given = {
    name: 'entry',
    resolveId: (id) => (id === entry || id === optional ? id : null),
    load: (id) => (id === entry ? program : id === optional ? 'module.exports = undefined;' : null),
  };
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [given, builtinRequires(), libraries.plugin()],
  });
  const entryFileNames = `${folder}/${fileNameOf(name)}.js`;
  await bundle.write({ dir, format: 'esm', entryFileNames, codeSplitting: false });
  await bundle.close();
  return entryFileNames;
}
