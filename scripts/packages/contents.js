// What is in the packages, and what they say about themselves.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../setup.js';

const belongs = [
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
  /^dist\/[\w/-]+\.js$/,
  /^dist\/[\w/-]+\.d\.c?ts$/,
  /^dist\/licenses\/[\w-]+\.txt$/,
  /^dist\/sbom\.cdx\.json$/,
];
const specifiers = /(?:\bfrom\s*|\bimport\(|\bimport\s*)["'](\.{1,2}\/[^"']+)["']/g;
const ownNames = /^alibabacloud-kms-/;

const reading = (folder) => (path) => readFileSync(join(folder, path), 'utf8');

/** Throws for a file that should not be there, or is missing. */
export function checkFiles({ folder, files }) {
  const read = reading(folder);
  const strange = files.filter((path) => !belongs.some((pattern) => pattern.test(path)));
  assert.ok(strange.length === 0, `files that do not belong: ${strange.join(', ')}`);
  for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md']) assert.ok(files.includes(path), `${path} is missing`);
  assert.equal(read('LICENSE'), readFileSync(join(root, 'LICENSE'), 'utf8'), 'LICENSE is not that of the repository');
  checkBillOfMaterials(JSON.parse(read('dist/sbom.cdx.json')), files);
  for (const path of files.filter((file) => file.endsWith('.d.ts'))) {
    const source = path.replace(/^dist\//, 'src/').replace(/\.d\.ts$/, '.ts');
    assert.ok(existsSync(join(folder, source)), `${path} is left of a source file that is gone: remove it`);
  }
  for (const path of files.filter((file) => /\.(js|d\.c?ts)$/.test(file))) {
    const text = read(path);
    assert.doesNotMatch(text, /sourceMappingURL/, `${path} names a source map, and none is published`);
    // Comments of inlined packages name files of theirs.
    for (const [, specifier] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(specifiers)) {
      const target = posix.join(posix.dirname(path), specifier);
      const wanted = /\.d\.c?ts$/.test(path) ? target.replace(/\.js$/, '.d.ts') : target;
      assert.ok(files.includes(wanted), `${path} imports ${specifier}, which is not published`);
    }
  }
}

/** Of what has become part of our files the licence is there, and the files that it became. */
function checkBillOfMaterials({ components }, files) {
  for (const { name, evidence } of components) {
    const license = `dist/licenses/${name.replace('@', '').replace('/', '-')}.txt`;
    assert.ok(files.includes(license), `${license} is missing`);
    for (const { location } of evidence.occurrences) {
      assert.ok(files.includes(location), `${location} has ${name} in it, and is not published`);
    }
  }
}

/** Throws where the packages do not fit together: they have one version, and need each other in exactly that. */
export function checkManifests(packs) {
  const [{ manifest: first }] = packs;
  for (const { name, manifest } of packs) {
    assert.equal(manifest.version, first.version, `${name} has a version of its own`);
    assert.deepEqual(manifest.engines, first.engines, `${name} says otherwise on which Node.js it runs`);
    for (const field of ['description', 'keywords', 'license', 'exports', 'files'])
      assert.ok(manifest[field], `${name} has no ${field}`);
    for (const [needed, range] of Object.entries(manifest.dependencies).filter(([other]) => ownNames.test(other)))
      assert.equal(range, first.version, `${name} needs ${needed} in another version`);
  }
}
