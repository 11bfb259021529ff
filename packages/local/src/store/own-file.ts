import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';

/** Error codes of file systems without hard links. */
const noLinks = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Creates an empty file that only its owner may read, unless it exists. Refuses a dangling link, which would create a file
 * somewhere else.
 */
export function makeEmptyFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    closeSync(openSync(path, 'r+'));
  }
}

interface Writing {
  mode: number;
  /** Whether the content must be on disk before the name is visible; that takes some milliseconds. */
  sync?: boolean;
}

/**
 * Writes a new file atomically: its name appears only with all of its content, and of two concurrent writers one
 * wins. Never overwrites, not even a link.
 *
 * @returns whether it was written
 */
export async function createFile(path: string, content: string, writing: Writing): Promise<boolean> {
  const draft = await writeDraft(path, content, writing);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!noLinks.includes(codeOf(error))) throw error;
    await rename(draft, path);
    return true;
  } finally {
    await unlink(draft).catch(() => {});
  }
}

/** Replaces a file atomically; a link is replaced, not followed. */
export async function replaceFile(path: string, content: string, writing: Writing): Promise<void> {
  const draft = await writeDraft(path, content, writing);
  await rename(draft, path).finally(() => unlink(draft).catch(() => {}));
}

async function writeDraft(path: string, content: string, { mode, sync = false }: Writing): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(content);
    if (sync) await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}
