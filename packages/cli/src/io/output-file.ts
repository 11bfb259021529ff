import { randomBytes } from 'node:crypto';
import { createWriteStream, type Stats } from 'node:fs';
import { type FileHandle, link, lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { checkPath, configurationError, fileError, usageError } from '../failures.js';
import type { FileIdentity } from './input.js';

/** Rules for writing a file. */
export interface OutputRules {
  /** Overwrites an existing file; `secret` files are for their owner only in any case. */
  force?: boolean;
  secret?: boolean;
  /** The input, which must not be the same file. */
  source?: FileIdentity;
}

const temporaryName = /^\.(.+)\.[0-9a-f]{12}\.kms-tmp$/;

/** Whether a file is left over from an interrupted write. */
export const isTemporaryName = (name: string): boolean => temporaryName.test(name);

const temporaryPath = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 200)}.${randomBytes(6).toString('hex')}.kms-tmp`);

/**
 * Checks that a file may be written, before anything is read or KMS is called.
 *
 * @throws CliError
 */
export async function checkOutput(file: string, { force = false, secret = false, source }: OutputRules): Promise<void> {
  checkPath('the file to write', file);
  const found = await stat(file).catch(() => undefined);
  if (!found) return;
  if (source && found.dev === source.dev && found.ino === source.ino) {
    throw usageError(`${file} is the file that is read: give another one to -o`);
  }
  if (force || !found.isFile()) return;
  const why = `it is there already, and is not overwritten${secret ? ' with a secret' : ''}`;
  throw configurationError(`${file} cannot be written: ${why}; --force does it`);
}

/**
 * A file that is written atomically: next to its place, then moved there when it is complete. Readers see the old file or
 * the new one; a failure leaves nothing behind.
 */
export class OutputFile {
  readonly #place: string;
  readonly #rules: OutputRules;
  /** Undefined for a device or a pipe, which is written directly. */
  readonly #temporary?: string;
  readonly stream: Writable;

  private constructor(place: string, rules: OutputRules, stream: Writable, temporary?: string) {
    this.#place = place;
    this.#rules = rules;
    this.#temporary = temporary;
    this.stream = stream;
  }

  /** @throws CliError */
  static async open(file: string, rules: OutputRules): Promise<OutputFile> {
    await checkOutput(file, rules);
    try {
      const found = await stat(file).catch(() => undefined);
      if (found && !found.isFile()) {
        const stream = createWriteStream(file);
        return new OutputFile(file, rules, stream);
      }
      // A link is preserved: its target is replaced.
      const place = found ? await realpath(file) : file;
      const temporary = temporaryPath(place);
      const mode = rules.secret ? 0o600 : 0o666;
      const handle = await open(temporary, 'wx', mode);
      try {
        if (found && !rules.secret) {
          await keepOwner(handle, found);
          await handle.chmod(found.mode & 0o777);
        }
      } catch (error) {
        await handle.close();
        await rm(temporary, { force: true });
        throw error;
      }
      return new OutputFile(place, rules, handle.createWriteStream({ flush: true }), temporary);
    } catch (error) {
      throw fileError(`${file} cannot be written`, error);
    }
  }

  /** Moves the file to its place, once its stream has ended. */
  async commit(): Promise<void> {
    try {
      await finished(this.stream);
      if (this.#temporary === undefined) return;
      if (this.#rules.force) await rename(this.#temporary, this.#place);
      else await moveToFreePlace(this.#temporary, this.#place);
    } catch (error) {
      await this.discard();
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') await checkOutput(this.#place, this.#rules);
      throw fileError(`${this.#place} cannot be written`, error);
    }
  }

  /** Removes what was written so far. */
  async discard(): Promise<void> {
    this.stream.destroy();
    if (this.#temporary !== undefined) await rm(this.#temporary, { force: true });
  }
}

/** Uses a link, because a rename would overwrite a file that somebody has created in the meantime. */
async function moveToFreePlace(temporary: string, place: string): Promise<void> {
  try {
    await link(temporary, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw error;
    // FAT and some network file systems have no links.
    if (await lstat(place).catch(() => undefined)) throw Object.assign(new Error(), { code: 'EEXIST' });
    return rename(temporary, place);
  }
  await rm(temporary);
}

/** Keeps the owner, so that those who could read the old file can read the new one. */
async function keepOwner(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
}
