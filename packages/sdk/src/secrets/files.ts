import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Secrets have at most 30,720 bytes; a much longer file is not from a cache. */
const maxBytes = 1024 * 1024;

/** Undefined if the file does not exist. */
export async function readSmallFile(path: string): Promise<Buffer | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new Error(`it has ${size} bytes`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Writes a file atomically, readable by its owner only.
 *
 * @param mode `replace` overwrites an existing file; `keep` leaves it and returns false
 */
export async function writeFileAtOnce(path: string, bytes: Uint8Array, mode: 'replace' | 'keep'): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode === 'replace') await rename(draft, path);
    else await link(draft, path);
    return true;
  } catch (error) {
    if (mode === 'keep' && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
