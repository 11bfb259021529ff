import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../failures.js';
import { isTemporaryName } from '../io/output-file.js';

/** What a walk comes to. */
export type TreeEntry = { path: string; kind: 'file' } | { path: string; kind: 'other'; reason: string };

/**
 * All files of a tree, folder by folder in the order of their names. Links are told and not followed: what they lead to
 * may be somebody else's.
 *
 * @param top a folder, or a single file; given as a link, it is where that leads
 * @throws CliError when it cannot be read
 */
export async function* walkTree(top: string): AsyncGenerator<TreeEntry, void, undefined> {
  let entries: Awaited<ReturnType<typeof listOf>>;
  try {
    entries = await listOf(top);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' && (await lstat(top)).isFile()) return yield { path: top, kind: 'file' };
    throw fileError(`${top} cannot be read`, error);
  }
  for (const entry of entries) {
    const path = join(top, entry.name);
    if (entry.isDirectory()) yield* walkTree(path);
    else if (entry.isSymbolicLink()) yield { path, kind: 'other', reason: 'a link, which is not followed' };
    else if (!entry.isFile()) yield { path, kind: 'other', reason: 'no regular file' };
    else if (isTemporaryName(entry.name))
      yield { path, kind: 'other', reason: 'left by an interrupted run: delete it' };
    else yield { path, kind: 'file' };
  }
}

const listOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
