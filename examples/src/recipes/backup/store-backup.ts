import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Envelope } from 'alibabacloud-kms-sdk/envelope';

/** What a backup is bound to. */
export interface BackupName {
  [name: string]: string;
  host: string;
  day: string;
}

/**
 * Encrypts what a program writes, on its way to storage: nothing of it is on a disk in plain.
 *
 * @param command e.g. `tar`, `pg_dump`
 * @param place path on the mounted storage
 */
export async function storeBackup(
  envelope: Envelope,
  [command, ...args]: readonly [string, ...string[]],
  place: string,
  context: BackupName,
): Promise<void> {
  const dump = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(dump, 'close');
  const part = `${place}.part`;
  try {
    await pipeline(dump.stdout, envelope.encryptStream({ context }), createWriteStream(part, { flush: true }));
    // A program that fails closes its output as one that is through: half a backup would pass for a whole one.
    const [code] = await ended;
    if (code !== 0) throw new Error(`${command} ended with ${code}`);
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Unpacks a backup made with `tar` into a new folder, which is there when all of it was verified. */
export async function restoreBackup(
  envelope: Envelope,
  place: string,
  folder: string,
  context: BackupName,
): Promise<void> {
  const part = `${folder}.part`;
  await mkdir(part);
  const tar = spawn('tar', ['-x', '-C', part], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(tar, 'close');
  try {
    await pipeline(createReadStream(place), envelope.decryptStream({ context }), tar.stdin);
    const [code] = await ended;
    if (code !== 0) throw new Error(`tar ended with ${code}`);
    await rename(part, folder);
  } catch (error) {
    tar.kill();
    await rm(part, { recursive: true });
    throw error;
  }
}
