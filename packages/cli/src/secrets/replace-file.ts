import { randomBytes } from 'node:crypto';
import { lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkPath, configurationError, fileError } from '../failures.js';

const mode = 0o600;

/**
 * Replaces a file with secrets atomically, for its owner only: readers see the old or the new content. Does not touch a file
 * that already has this content.
 *
 * @returns whether it has changed
 * @throws CliError; the old file is then unchanged
 */
export async function replaceFile(file: string, content: string): Promise<boolean> {
  checkPath('the file to write', file);
  try {
    if (await isThere(file, content)) return false;
    const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`);
    try {
      const handle = await open(draft, 'wx', mode);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error)) throw error;
    throw fileError(`${file} cannot be written`, error);
  }
}

/** Whether the file has this content already. A device or a link is never replaced by a file. */
async function isThere(file: string, content: string): Promise<boolean> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return false;
  if (found.isSymbolicLink()) throw configurationError(`${file} is a link: name the file that it leads to`);
  if (!found.isFile()) throw configurationError(`${file} is no file, so it cannot be replaced by one`);
  const isPrivate = process.platform === 'win32' || (found.mode & 0o777) === mode;
  return isPrivate && found.size === Buffer.byteLength(content) && (await readFile(file, 'utf8')) === content;
}
