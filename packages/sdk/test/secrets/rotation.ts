import { randomBytes } from 'node:crypto';
import type { Place } from './support.js';

/** Changes the password where it is used. */
export type ChangePassword = (password: string) => Promise<void>;

const newPassword = () => randomBytes(12).toString('hex');
const loginText = (user: string, password: string) => JSON.stringify({ user, password });

/** The first version of a secret. */
export async function createLogin(place: Place, name: string, user: string): Promise<string> {
  const password = newPassword();
  await place.create(name, loginText(user, password), 'v0');
  return password;
}

/** The orders in which a password can be changed in two places. */
export const orders: Record<string, (place: Place, rotation: Rotation) => Promise<void>> = {
  /** For a moment KMS has a password that nobody takes yet: ACSPrevious is the one. */
  'KMS first': async (place, { name, user, versionId, change }) => {
    const password = newPassword();
    await place.rotate(name, loginText(user, password), versionId);
    await change(password);
  },
  /** As KMS rotates managed secrets. For a moment ACSCurrent is taken no more: ACSPending is the one. */
  'pending, server, current': async (place, { name, user, versionId, change }) => {
    const password = newPassword();
    const secretData = loginText(user, password);
    await place.public.putSecretValue({ secretName: name, secretData, versionId, versionStages: ['ACSPending'] });
    await change(password);
    const secretName = name;
    await place.public.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: versionId });
  },
};

export interface Rotation {
  name: string;
  user: string;
  versionId: string;
  change: ChangePassword;
}

/**
 * Rotates again and again while others work, each time when all of them have got something done since the last time.
 *
 * @returns how much was done, and what failed
 */
export async function rotateUnderLoad(rotate: (version: number) => Promise<void>, work: () => Promise<unknown>) {
  let isOver = false;
  let done = 0;
  const failures: unknown[] = [];
  const waiting = new Set<() => void>();
  const worker = async () => {
    while (!isOver) {
      await work().then(
        () => (done += 1),
        (error: unknown) => failures.push(error),
      );
      for (const tell of waiting) tell();
    }
  };
  const progress = (pieces: number) =>
    new Promise<void>((resolve) => {
      const wanted = done + failures.length + pieces;
      const tell = () => {
        if (done + failures.length < wanted) return;
        waiting.delete(tell);
        resolve();
      };
      waiting.add(tell);
    });
  const workers = Array.from({ length: workersCount }, worker);
  for (let version = 1; version <= rotations; version += 1) {
    await rotate(version);
    await progress(2 * workersCount);
  }
  isOver = true;
  await Promise.all(workers);
  return { done, failures };
}

const workersCount = 4;
const rotations = 25;
