// What an application pays for an import, in bytes of its minified bundle: `packages/sdk/api/sizes.json`.
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { root } from '../setup.js';

const folder = join(root, 'packages', 'sdk');
const table = join(folder, 'api', 'sizes.json');
/** Sizes move a little with every change; the table is renewed when it is off by more. */
const tolerance = { ratio: 0.03, bytes: 150 };

const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
/** Loaded by the calls that need them, dependencies or what has become part of our files; what they weigh is theirs. */
const external = [
  '../libraries/*',
  '#*',
  ...[...Object.keys(dependencies), ...builtinModules].flatMap((name) => [name, `${name}/*`, `node:${name}`]),
];
const isOurs = (id) => id.startsWith('.') || id.startsWith('/') || id.startsWith('alibabacloud-kms-sdk');
const isExternal = (id) => !isOurs(id) || id.includes('/libraries/');

async function byEsbuild(program) {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].contents.length;
}

async function byRolldown(program) {
  const input = join(root, 'application.js');
  const given = {
    name: 'application',
    resolveId: (id) => (id === input ? id : null),
    load: (id) => (id === input ? program : null),
  };
  const bundle = await rolldown({ input, platform: 'node', external: isExternal, plugins: [given] });
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
  await bundle.close();
  return Buffer.byteLength(output[0].code);
}

const isNear = (was, is) => Math.abs(is - was) <= Math.max(tolerance.bytes, was * tolerance.ratio);

/** @returns what is wrong: an import that weighs more than its limit, or another size than the table says */
export async function checkSizes(write) {
  const rows = JSON.parse(readFileSync(table, 'utf8'));
  const problems = [];
  for (const row of rows) {
    const program = row.import.replace('import', 'export');
    const measured = { esbuild: await byEsbuild(program), rolldown: await byRolldown(program) };
    for (const [bundler, bytes] of Object.entries(measured)) {
      const told = `${row.import} is ${bytes} bytes by ${bundler}`;
      if (bytes > row.maxBytes) problems.push(`${told}, more than its limit of ${row.maxBytes}`);
      else if (!write && !isNear(row[bundler], bytes))
        problems.push(`${told}, ${relative(root, table)} says ${row[bundler]}; if that is on purpose: npm run api`);
    }
    Object.assign(row, measured);
  }
  if (write) writeFileSync(table, `${JSON.stringify(rows, null, 2)}\n`);
  return problems;
}
