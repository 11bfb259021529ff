// `npm run conformance [-- client…]`: clients written by others, unmodified, against the local KMS and our own clients.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from '../scripts/setup.js';
import { goProgram, pythonWith } from './environments.js';
import { startKms } from './local-kms.js';
import { failure, runProgram } from './program.js';
import { report, withExceptions } from './report.js';

const conformance = join(root, 'conformance');
const clientsFolder = join(conformance, 'clients');
const programPattern = /^program(?:_(\w+))?\.(py|go|cjs|js|mjs)$/;

/** Every program under `clients/`: its client's name is that of its folder, with what stands behind `program_`. */
function findPrograms() {
  return readdirSync(clientsFolder).flatMap((folder) =>
    readdirSync(join(clientsFolder, folder)).flatMap((file) => {
      const [, part, ending] = programPattern.exec(file) ?? [];
      if (!ending) return [];
      const client = part ? `${folder}/${part.replaceAll('_', '-')}` : folder;
      return [{ client, folder, file: join(clientsFolder, folder, file), ending }];
    }),
  );
}

/** A local KMS, what we have to give, the program, and what it has to give. */
async function runClient(program, interpreter, exchange) {
  const folder = mkdtempSync(join(tmpdir(), 'kms-conformance-'));
  const kms = await startKms();
  try {
    const ours = await exchange.write(kms.facts, folder);
    const theirs = await runProgram({ interpreter, file: program.file }, kms.facts, folder);
    const file = join(folder, `${program.client.replaceAll('/', '-')}.json`);
    const back = existsSync(file) ? await exchange.check(kms.facts, file) : [];
    return { ours, found: [...theirs, ...back] };
  } finally {
    await kms.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function interpreterOf({ folder, ending }) {
  if (ending === 'go') return goProgram(folder, join(clientsFolder, folder));
  if (ending === 'py') return pythonWith(folder, join(clientsFolder, folder, 'requirements.txt'));
  return process.execPath;
}

function wantedPrograms(names) {
  const programs = findPrograms();
  const matches = (name) => programs.filter(({ client, folder }) => client === name || folder === name);
  const unknown = names.filter((name) => matches(name).length === 0);
  if (unknown.length > 0) {
    console.error(`There is no client ${unknown.join(', ')}: ${programs.map(({ client }) => client).join(', ')}`);
    process.exit(2);
  }
  return names.length === 0
    ? programs
    : programs.filter((program) => names.some((name) => matches(name).includes(program)));
}

const programs = wantedPrograms(process.argv.slice(2));
setUp();
// The exchange is made with the build.
const exchange = await import('./exchange.js');
const exceptions = JSON.parse(readFileSync(join(conformance, 'exceptions.json'), 'utf8'));
const interpreters = new Map();
for (const { folder, ending } of programs) {
  if (!interpreters.has(folder)) {
    interpreters.set(folder, await interpreterOf({ folder, ending }).catch((error) => error));
  }
}

// What our clients make is checked by them with each client; it counts once, as a failure if it ever was one.
const madeByOurs = new Map();
const results = new Map([['ours', []]]);
for (const program of programs) {
  const startedAt = performance.now();
  const interpreter = interpreters.get(program.folder);
  const failed = (error, operation) => ({ ours: [], found: [failure(error.message, operation)] });
  const { ours, found } =
    interpreter instanceof Error
      ? failed(interpreter, '(installation)')
      : await runClient(program, interpreter, exchange).catch((error) => failed(error));
  for (const result of ours) {
    const name = `${result.operation} ${result.case}`;
    if (madeByOurs.get(name)?.passed !== false) madeByOurs.set(name, result);
  }
  results.set(program.client, withExceptions(program.client, found, exceptions));
  console.log(`${program.client}: ${found.length} results in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
results.set('ours', [...madeByOurs.values()]);
console.log(report(results).join('\n'));
process.exitCode = [...results.values()].flat().every((result) => result.passed) ? 0 : 1;
