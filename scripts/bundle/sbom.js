// What is inside of a package's files, as a bill of materials in the format of CycloneDX 1.6.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.js';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** https://github.com/package-url/purl-spec: a scope is a namespace, and its @ is encoded. */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** npm has SHA-512 of the package in base64. */
function hashOf({ name, version }) {
  const { version: locked, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  if (locked !== version) throw new Error(`package-lock.json has ${name} ${locked}, what is installed is ${version}`);
  return { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') };
}

const isExpression = (license) => /[ (]/.test(license);
const licenseOf = (license) => (isExpression(license) ? { expression: license } : { license: { id: license } });

const described = (found) => ({
  type: 'library',
  'bom-ref': purlOf(found),
  name: found.name,
  version: found.version,
  licenses: [licenseOf(found.license)],
  purl: purlOf(found),
});

/**
 * Without time and serial number: the same files have the same bill.
 *
 * @param manifest the package.json of the package
 * @param inside what was inlined: a package.json each, with `files`
 */
export function sbomOf(manifest, inside) {
  const all = [manifest, ...inside];
  const components = inside.map((found) => ({
    ...described(found),
    hashes: [hashOf(found)],
    evidence: { occurrences: [...found.files].sort().map((file) => ({ location: `dist/${file}` })) },
  }));
  // Of ours what is inside; what a package depends on beside that is what npm installs.
  const needsOf = (found) =>
    found === manifest ? inside : inside.filter(({ name }) => found.dependencies?.[name] !== undefined);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: described(manifest) },
    components,
    dependencies: all.map((found) => ({ ref: purlOf(found), dependsOn: needsOf(found).map(purlOf) })),
  };
}
