// What programs run in: of Python a virtual environment for each set of packages, made when it is first wanted and when
// the set changes; of Go the program itself, built.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const folder = join(dirname(fileURLToPath(import.meta.url)), '.environments');
const windows = process.platform === 'win32';
const go = process.env.GO ?? 'go';
const systemPython = process.env.PYTHON ?? (windows ? 'python' : 'python3');
const installTimeoutMs = 300_000;

/**
 * The Python that has what a requirements file asks for.
 *
 * @throws Error in one line, when Python or a package cannot be had
 */
export async function pythonWith(name, requirementsFile) {
  const environment = join(folder, name);
  const stampFile = join(environment, 'installed');
  const python = join(environment, windows ? 'Scripts/python.exe' : 'bin/python');
  const version = (await command('Python', systemPython, ['--version'])).trim();
  const wanted = createHash('sha256').update(readFileSync(requirementsFile)).update(version).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return python;

  console.log(`Installing ${name} (${version}) …`);
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await command('a virtual environment', systemPython, ['-m', 'venv', environment]);
  const options = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await command('what it asks for', python, ['-m', 'pip', 'install', ...options, '--requirement', requirementsFile]);
  writeFileSync(stampFile, wanted);
  return python;
}

/**
 * The program of a Go module, built with the versions of its go.mod and go.sum; Go itself knows what has to be built anew.
 *
 * @throws Error in one line, when Go or a module cannot be had
 */
export async function goProgram(name, moduleFolder) {
  const program = join(folder, name, windows ? 'program.exe' : 'program');
  await command('what is written in Go', go, ['build', '-o', program, '.'], moduleFolder);
  return program;
}

async function command(what, program, args, cwd) {
  try {
    return (await execute(program, args, { cwd, timeout: installTimeoutMs })).stdout;
  } catch (error) {
    const lines = `${error.stderr ?? ''}`.trim().split('\n');
    throw new Error(`${what} cannot be had: ${lines.at(-1) || error.message.split('\n')[0]}`);
  }
}
