import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/** For its owner only: it holds secrets. */
export async function makeDataDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // Whatever repository it lies in, its secrets do not belong there.
    await writeFile(join(directory, '.gitignore'), '*\n');
  } catch (cause) {
    throw unusable(directory, cause);
  }
}

/** For the files of a KMS that keeps nothing; removed when it closes. */
export const makeTemporaryDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'kms-local-'));

export const removeDirectory = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true });

export interface AccessFiles {
  caFile: string;
  clientKeyFile: string;
}

/** Writes what clients need as files. */
export async function writeAccessFiles(
  directory: string,
  ca: string,
  clientKey: { keyId: string; content: string },
): Promise<AccessFiles> {
  const caFile = join(directory, 'ca.pem');
  const clientKeyFile = join(directory, `clientKey_${clientKey.keyId}.json`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await Promise.all([
      writeFile(caFile, ca, { mode: 0o644 }),
      writeFile(clientKeyFile, clientKey.content, { mode: 0o600 }),
    ]);
    await chmod(clientKeyFile, 0o600);
  } catch (cause) {
    throw unusable(directory, cause);
  }
  return { caFile, clientKeyFile };
}

const unusable = (directory: string, cause: unknown): StartError =>
  new StartError('Start.DirectoryUnusable', `${directory} cannot be written: ${(cause as Error).message}`, { cause });
