import { open, readFile, rm } from 'node:fs/promises';
import type { CliContext } from '../context.js';
import { checkPath, configurationError, fileError, usageError } from '../failures.js';

/** More than KMS takes in any call: a longer input must be a mistake. */
const inputMaxBytes = 64 * 1024 * 1024;

/**
 * Reads a file, or stdin if there is none or it is `-`.
 *
 * @param what the input, for the user at a terminal
 */
export async function readInput(context: CliContext, file: string | undefined, what: string): Promise<Uint8Array> {
  if (file !== undefined && file !== '-') return readGivenFile(file);
  if (context.isTerminal.stdin) context.stderr.write(`${what}, then Ctrl-D:\n`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of context.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > inputMaxBytes) throw usageError(`stdin has more than ${inputMaxBytes} bytes`);
  }
  return Buffer.concat(chunks);
}

export async function readGivenFile(file: string): Promise<Uint8Array> {
  checkPath('the file to read', file);
  try {
    return await readFile(file);
  } catch (error) {
    throw fileError(`${file} cannot be read`, error);
  }
}

/** Writes a file; one with a secret is for its owner only, and never overwrites another. */
export async function writeGivenFile(file: string, bytes: Uint8Array, { secret = false } = {}): Promise<void> {
  checkPath('the file to write', file);
  try {
    const handle = await open(file, secret ? 'wx' : 'w', secret ? 0o600 : 0o666);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileError(`${file} cannot be written`, error);
    const why = 'it is there already, and is not overwritten with a secret';
    throw configurationError(`${file} cannot be written: ${why}`, error);
  }
}

/**
 * Creates files for secrets before their content exists, because KMS issues some secrets only once: a path that cannot be
 * written must not cost one. Removes them again if that fails.
 */
export async function withNewFiles<Value>(files: readonly string[], make: () => Promise<Value>): Promise<Value> {
  const made: string[] = [];
  try {
    for (const file of files) {
      await writeGivenFile(file, new Uint8Array(), { secret: true });
      made.push(file);
    }
    return await make();
  } catch (error) {
    for (const file of made) await rm(file, { force: true });
    throw error;
  }
}
