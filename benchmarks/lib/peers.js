// npm packages that only a measurement needs: installed on first use, into a folder that git ignores.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const folder = join(import.meta.dirname, '..', '.peers');
const installTimeoutMs = 300_000;

/**
 * @param name name of the folder
 * @param specs packages with their versions
 * @returns the folder whose node_modules contains them
 * @throws Error with a one-line message if they cannot be installed
 */
export async function npmPackages(name, specs) {
  const place = join(folder, name);
  const stamp = join(place, `installed-${specs.join('+').replaceAll('/', '-')}`);
  if (existsSync(stamp)) return place;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true }));
  const options = { cwd: place, timeout: installTimeoutMs, shell: process.platform === 'win32' };
  try {
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...specs], options);
  } catch ({ stderr, message }) {
    const lines = `${stderr ?? message}`.trim().split('\n');
    throw new Error(`${specs.join(', ')} cannot be had: ${lines[0]}`);
  }
  writeFileSync(stamp, '');
  return place;
}

/** A peer, or why the measurement continues without it. @returns `{ found }` or `{ missing }` */
export async function peerOr(quick, find) {
  if (quick) return { missing: '--quick leaves it out' };
  return find().then(
    (found) => ({ found }),
    ({ message }) => ({ missing: message }),
  );
}
