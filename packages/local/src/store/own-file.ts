import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';

/** Of file systems that know no hard links. */
const noLinks = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Makes an empty file that only its owner may read, unless there is one. A link that leads nowhere would make one
 * somewhere else, and is refused.
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
  /** Whether the content has to be on the disk before anybody sees the name; that takes some milliseconds. */
  sync?: boolean;
}

/**
 * Writes a file under a name that nothing has yet: whoever sees the name sees all of the content, and of two that do so
 * at once one wins. What is there already stays, links too.
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

/** Puts another file in the place of one; a link is replaced, not followed. */
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
