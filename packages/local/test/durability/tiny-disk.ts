import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KmsProcess } from './kms-process.js';

/** A place for data in which a test can keep a process from writing. */
export interface Disk {
  directory: string;
  /** From now on the process can write no more. */
  fill(kms: KmsProcess): void;
  /** Now it can again. */
  free(kms: KmsProcess): void;
  remove(): void;
}

const newDirectory = () => mkdtempSync(join(tmpdir(), 'kms-disk-'));

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const mount = (directory: string, megabytes = 4): boolean =>
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory]);

/** Whether this user may mount disks: root may, outside of most containers. */
export const canMount = ((): boolean => {
  const directory = newDirectory();
  const isMounted = mount(directory);
  if (isMounted) run('umount', [directory]);
  rmSync(directory, { recursive: true });
  return isMounted;
})();

/** A small disk in memory, which is filled with one large file. */
export function fullDisk(megabytes = 4): Disk & { makeReadOnly(): void } {
  const directory = newDirectory();
  if (!mount(directory, megabytes)) throw new Error(`${directory}: no disk can be mounted`);
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill() {
      const file = openSync(ballast, 'w');
      // The last bytes too: what is left of a page would be enough for a small write.
      for (const bytes of [Buffer.alloc(4096), Buffer.alloc(1)]) while (wasWritten(file, bytes));
      closeSync(file);
    },
    free: () => rmSync(ballast),
    makeReadOnly() {
      if (!run('mount', ['-o', 'remount,ro', directory])) throw new Error(`${directory} cannot be mounted read-only`);
    },
    remove() {
      run('umount', ['-l', directory]);
      rmSync(directory, { recursive: true });
    },
  };
}

function wasWritten(file: number, bytes: Uint8Array): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

/** A disk on which every write of the process fails, as on one that is broken or was mounted read-only meanwhile. */
export function deadDisk(): Disk {
  const directory = newDirectory();
  const limit = (kms: KmsProcess, bytes: string) => {
    const args = ['--pid', String(kms.pid), `--fsize=${bytes}:`];
    if (!run('prlimit', args)) throw new Error(`prlimit ${args.join(' ')} failed`);
  };
  return {
    directory,
    fill: (kms) => limit(kms, '0'),
    free: (kms) => limit(kms, 'unlimited'),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
