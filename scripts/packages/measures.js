// What the SDK costs those who install and import it, beside the packages that they would use otherwise.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.js';

const rounds = 15;
const importMaxMs = 40;
/** What an installation in an empty project may come to. */
const installed = { packagesMax: 14, bytesMax: 9e6 };

/** Packages and bytes that an installation in an empty project came to. */
export function installedSize(project) {
  const modules = join(project, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  const sizes = readdirSync(modules, { recursive: true }).map((path) => lstatSync(join(modules, path)));
  return {
    packages: Object.keys(packages).length,
    bytes: sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0),
  };
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const described = ({ packages, bytes }) => `${packages} packages, ${megabytes(bytes)}`;

export function checkSize(ours, theirs) {
  const told = `${described(ours)}; @alicloud/kms20160120: ${described(theirs)}`;
  const { packagesMax, bytesMax } = installed;
  if (ours.packages > packagesMax || ours.bytes > bytesMax) {
    throw new Error(`${told}; to be at most ${packagesMax} packages, ${megabytes(bytesMax)}`);
  }
  if (ours.packages >= theirs.packages || ours.bytes >= theirs.bytes) throw new Error(told);
  return told;
}

/** Milliseconds that the import takes in a new process: `ms` by the clock, `busyMs` of processor time. */
async function importTime(project, name) {
  const program = `
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    await import(${JSON.stringify(name)});
    const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(cpu)];
    console.log(JSON.stringify({ ms, busyMs: (user + system) / 1000 }));`;
  return JSON.parse(await runCommand(process.execPath, ['--input-type=module', '--eval', program], { cwd: project }));
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** In turns, so that both meet the same disturbances of the machine. */
export async function checkImportTime(project) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await importTime(project, 'alibabacloud-kms-sdk'));
    theirs.push(await importTime(project, '@aws-sdk/client-kms'));
  }
  const [our, their] = [ours, theirs].map((times) => median(times.map(({ ms }) => ms)));
  // On a busy machine an import mostly waits; what it computes stays the same.
  const leastMs = Math.min(...ours.flatMap(({ ms, busyMs }) => [ms, busyMs]));
  const told = `${our.toFixed(1)} ms, at best ${leastMs.toFixed(1)} ms; @aws-sdk/client-kms ${their.toFixed(1)} ms`;
  if (our > their || leastMs >= importMaxMs) throw new Error(`${told}; to be under ${importMaxMs} ms, and no slower`);
  return `${told}; ratio ${(our / their).toFixed(2)}`;
}
