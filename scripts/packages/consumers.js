// An empty project that installs the packages and uses them, as ES module, by `require`, from TypeScript and as commands.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../setup.js';
import { runCommand } from './command.js';

const programs = join(root, 'scripts', 'packages', 'project');
/** The compiler of this repository, and the one before it was written anew, which most projects have. */
const compilers = ['package.json', 'docs/package.json'].map((manifest) =>
  createRequire(join(root, manifest)).resolve('typescript/package.json'),
);

export function addPrograms(project) {
  for (const file of readdirSync(programs)) cpSync(join(programs, file), join(project, file));
  for (const [name, text] of readmePrograms) writeFileSync(join(project, name), text);
}

const readmes = ['README.md', 'packages/sdk/README.md', 'packages/local/README.md'];

/** Every program of the READMEs. What goes on from an earlier one is given its client. */
const readmePrograms = readmes.flatMap((readme) => {
  const blocks = [...readFileSync(join(root, readme), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)];
  assert.ok(blocks.length > 0, `${readme} has programs`);
  return blocks.map(([, text], index) => {
    const given = /\bconst client\b/.test(text) ? '' : "declare const client: import('alibabacloud-kms-sdk').Client;\n";
    return [`${readme.toLowerCase().replaceAll(/\W/g, '-')}-${index + 1}.mts`, `${given}${text}`];
  });
});

export const runProgram = (project, file, node = process.execPath) =>
  runCommand(node, [join(project, file)], { cwd: project });

/** How projects find modules. The newest compiler knows nothing of `node10`; vitest's own types do not either. */
const typeScripts = [
  ...['nodenext', 'node20', 'node18', 'node16'].map((module) => ({ module, files: ['types.mts', 'types.cts'] })),
  { module: 'esnext', moduleResolution: 'bundler', files: ['types.mts'] },
  { module: 'commonjs', moduleResolution: 'node10', files: ['node10.ts'], compilers: compilers.slice(1) },
];

/** Everything is checked, declarations of packages too. */
export async function checkTypes(project) {
  for (const { files, compilers: known = compilers, ...module } of typeScripts) {
    const name = `tsconfig.${module.module}.json`;
    const compilerOptions = {
      ...module,
      target: 'es2022',
      lib: ['es2023', 'esnext.disposable'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const programsToo = files.includes('types.mts') ? readmePrograms.map(([file]) => file) : [];
    writeFileSync(join(project, name), JSON.stringify({ compilerOptions, files: [...files, ...programsToo] }));
    for (const compiler of known) {
      const tsc = join(compiler, '..', 'bin', 'tsc');
      await runCommand(process.execPath, [tsc, '--project', name], { cwd: project });
    }
  }
}

/** The commands as `npx` finds them; `export` starts a local KMS and ends it. */
export async function checkCommands(project, version) {
  const npx = (...args) => runCommand('npx', ['--no-install', ...args], { cwd: project });
  for (const command of ['kms', 'kms-local']) assert.equal(await npx(command, '--version'), `${version}\n`, command);
  assert.match(await npx('kms', '--help'), /encrypt/);
  const { keys } = JSON.parse(await npx('kms-local', 'export', '--memory', '--format', 'json'));
  assert.deepEqual(keys ?? [], []);
}
