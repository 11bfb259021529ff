// What the documentation is made of, read from the sources themselves.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from '../setup.js';

const modules = {
  errors: 'sdk/src/model/service-errors.ts',
  advice: 'sdk/src/model/advice.ts',
  subjects: 'sdk/src/model/api-subjects.ts',
  keySpecs: 'sdk/src/model/key-specs.ts',
  limits: 'sdk/src/model/limits.ts',
  settings: 'cli/src/config/settings.ts',
  failures: 'cli/src/failures.ts',
  program: 'cli/src/program.ts',
};

/** @returns the exports of these modules, with `program` as commander has it */
export async function readFacts() {
  // Beside the package's sources: the program looks there for its package.json, and Node.js for what it imports.
  const dir = join(root, 'packages', 'cli', '.cache');
  mkdirSync(dir, { recursive: true });
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, join(root, 'packages', path)])),
    platform: 'node',
    external: (id) => /^[^./]/.test(id),
  });
  try {
    await bundle.write({ dir, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' });
    await bundle.close();
    const read = async (name) => [name, await import(pathToFileURL(join(dir, `${name}.js`)).href)];
    const { program, ...facts } = Object.fromEntries(await Promise.all(Object.keys(modules).map(read)));
    const { stdout, stderr, env } = process;
    return { ...facts, program: await program.buildProgram({ stdout, stderr, env }) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
