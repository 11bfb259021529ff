import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAuthority } from '../pki/certificates.js';
import { createFile, replaceFile } from '../store/own-file.js';
import { StartError } from './start-error.js';

/** Created for its owner only: it contains secrets. */
export async function makeDataDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // If it is inside a repository, its secrets must not be committed. An existing directory is left alone.
    await writeFile(join(directory, '.gitignore'), '*\n', { flag: 'wx', mode: 0o600 }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } catch (cause) {
    throw unusable(directory, cause);
  }
}

/** For the files of a KMS that stores nothing; removed when it closes. */
export const makeTemporaryDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'kms-local-'));

export const removeDirectory = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true });

export interface AccessFiles {
  caFile: string;
  clientKeyFile: string;
}

/** Writes the files that clients need. */
export async function writeAccessFiles(
  directory: string,
  ca: string,
  clientKey: { keyId: string; content: string },
): Promise<AccessFiles> {
  const caFile = join(directory, 'ca.pem');
  const clientKeyFile = join(directory, `clientKey_${clientKey.keyId}.json`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // Readable by everybody who is to trust it.
    await put(caFile, ca, 0o644, isOurAuthority);
    // No other file has this name.
    await put(clientKeyFile, clientKey.content, 0o600, () => true);
  } catch (cause) {
    throw cause instanceof StartError ? cause : unusable(directory, cause);
  }
  return { caFile, clientKeyFile };
}

/** Writes a file, or replaces one of an earlier start; never touches anybody else's file. */
async function put(path: string, content: string, mode: number, isOurs: (existing: string) => boolean): Promise<void> {
  if ((await read(path, mode)) === undefined && (await createFile(path, content, { mode }))) return;
  const existing = await read(path, mode);
  if (existing === content) return;
  if (existing === undefined || !isOurs(existing)) throw foreign(path);
  await replaceFile(path, content, { mode });
}

/** Reads a file and restricts its permissions to `mode`; undefined if it does not exist. */
async function read(path: string, mode: number): Promise<string | undefined> {
  try {
    // Windows does not have this flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const given = (await file.stat()).mode & 0o777;
      if ((given & ~mode) !== 0) await file.chmod(given & mode);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw code === 'ELOOP' ? foreign(path) : error;
  }
}

function isOurAuthority(pem: string): boolean {
  try {
    return isAuthority(new X509Certificate(pem));
  } catch {
    return false;
  }
}

const foreign = (path: string): StartError =>
  new StartError(
    'Start.DirectoryUnusable',
    `${path} is there already, and no local KMS has made it: it stays as it is. Move it away, or have the files written to another directory`,
  );

const unusable = (directory: string, cause: unknown): StartError =>
  new StartError('Start.DirectoryUnusable', `${directory} cannot be written: ${(cause as Error).message}`, { cause });
