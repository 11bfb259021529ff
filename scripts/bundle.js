// Writes what packages run from: few files in place of hundreds, since Node.js takes about half a millisecond for each
// module that it imports. `tsc --build` checks the types and writes the declarations.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import {
  builtinRequires,
  chunkFileName,
  Libraries,
  libraryChunks,
  pathsOf,
  writeForBundlers,
} from './bundle/libraries.js';
import { writeCommonJsTypes } from './common-js-types.js';
import { typedEntries, unreachableDeclarations } from './declarations.js';
import { root } from './setup.js';

const source = (path) => join(root, 'packages', path);

/** Small modules that several entries share: together, since each file takes its time to load. */
const basics = new RegExp(
  `sdk/src/(${[
    '[\\w-]+',
    'util/[\\w-]+',
    'model/(access|service-errors|signature-algorithms)',
    'transport/(call-signal|limiter)',
    'wire/(ciphertext|encryption-context|pem|wire-format)',
  ].join('|')})(?<!/index|/internal|/gateways)\\.ts$`,
);

/**
 * An application pays for what it imports: bundlers drop whole files of a package without side effects, but of a file that
 * they keep whatever runs when it loads. So an entry hands on names and nothing else, what is imported alone has a file of
 * its own, and all other modules lie with those that the same entries need.
 */
const sdkChunks = [
  { name: 'errors', test: /sdk\/src\/(errors|util\/text)\.ts$/, priority: 2 },
  { name: 'facts', test: /sdk\/src\/model\/(limits|key-specs)\.ts$/, priority: 2 },
  { name: 'public-key', test: /sdk\/src\/public-key\/.*(?<!\/index)\.ts$/, priority: 2 },
  { name: 'basics', test: basics, priority: 2 },
  { name: 'of', test: /sdk\/src\/.*(?<!\/index)\.ts$/, priority: 1, entriesAware: true },
];

/** Entry points by package, and the dependencies that become part of its files; all others are imported. */
const packages = [
  {
    name: 'sdk',
    entries: {
      index: 'src/index.ts',
      internal: 'src/internal.ts',
      envelope: 'src/envelope/index.ts',
      'public-key': 'src/public-key/index.ts',
      secrets: 'src/secrets/index.ts',
      transfer: 'src/transfer/index.ts',
    },
    inlined: [
      ...['node-forge', 'ip-address', 'smart-buffer', 'socks'],
      ...['@noble/hashes', '@noble/ciphers', '@noble/curves', 'sm-crypto-v2'],
    ],
    forBundlers: ['@alicloud/credentials'],
    chunks: sdkChunks,
  },
  {
    name: 'local',
    entries: { index: 'src/index.ts', cli: 'src/cli.ts', vitest: 'src/vitest.ts', 'node-test': 'src/node-test.ts' },
    inlined: ['kysely'],
  },
  { name: 'cli', entries: { cli: 'src/cli.ts', 'bench-worker': 'src/bench-worker.ts' }, inlined: ['commander'] },
];

for (const { name, entries, inlined, forBundlers = [], chunks = [] } of packages) {
  const dir = source(`${name}/dist`);
  const libraries = new Libraries();
  const isInlined = (id) => inlined.some((inner) => id === inner || id.startsWith(`${inner}/`));
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([entry, path]) => [entry, source(`${name}/${path}`)])),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    external: (id) => /^[@\w][^:]*$/.test(id) && !isBuiltin(id) && !isInlined(id),
    plugins: [builtinRequires(), libraries.plugin()],
  });
  const { output } = await bundle.write({
    dir,
    format: 'esm',
    chunkFileNames: chunkFileName,
    paths: pathsOf(forBundlers),
    codeSplitting: { groups: [...libraryChunks(inlined), ...chunks] },
  });
  await bundle.close();
  const written = output.map(({ fileName }) => fileName);
  for (const dependency of forBundlers) written.push(await writeForBundlers(dependency, dir, libraries));
  written.push(...(await libraries.write(dir, JSON.parse(readFileSync(source(`${name}/package.json`), 'utf8')))));
  // npm publishes the licence that stands beside a package.json; there is one text for all.
  copyFileSync(join(root, 'LICENSE'), source(`${name}/LICENSE`));
  for (const { declarations } of typedEntries(source(name))) writeCommonJsTypes(declarations);
  writeFileSync(join(dir, '.npmignore'), `${unreachableDeclarations(source(name)).join('\n')}\n`);
  // Names of chunks come and go; what is left of an earlier build would be published.
  for (const folder of ['chunks', 'libraries', 'licenses']) {
    for (const file of existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)) : []) {
      if (!written.includes(`${folder}/${file}`)) rmSync(join(dir, folder, file), { force: true });
    }
  }
}
