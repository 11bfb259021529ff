import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../failures.js';
import { isTemporaryName } from '../io/output-file.js';

/** Entry of a walk. */
export type TreeEntry = { path: string; kind: 'file' } | { path: string; kind: 'other' | 'unreadable'; reason: string };

/**
 * All files of a tree, directory by directory in the order of their names. Reports links but does not follow them: their
 * targets may belong to somebody else.
 *
 * @param folder a directory, or a single file; a link stands for its target
 * @throws CliError if it cannot be read; for directories inside it, there is an entry instead
 */
export async function* walkTree(folder: string, isTop = true): AsyncGenerator<TreeEntry, void, undefined> {
  let entries: Awaited<ReturnType<typeof listOf>>;
  try {
    entries = await listOf(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const failure = fileError(`${folder} cannot be read`, error);
    if (!isTop) return yield { path: folder, kind: 'unreadable', reason: failure.message };
    if (code === 'ENOTDIR' && (await stat(folder)).isFile()) return yield { path: folder, kind: 'file' };
    throw failure;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkTree(path, false);
    else if (entry.isSymbolicLink()) yield { path, kind: 'other', reason: 'a link, which is not followed' };
    else if (!entry.isFile()) yield { path, kind: 'other', reason: 'no regular file' };
    else if (isTemporaryName(entry.name))
      yield { path, kind: 'other', reason: 'left by an interrupted run: delete it' };
    else yield { path, kind: 'file' };
  }
}

const listOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
