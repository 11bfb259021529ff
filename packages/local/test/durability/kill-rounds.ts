import { setTimeout as passing } from 'node:timers/promises';
import { KmsProcess } from './kms-process.js';
import { Random } from './random.js';
import { expectSound, type Query } from './sound-database.js';
import { checkAll, Writer } from './write-load.js';

export interface KillRounds {
  rounds: number;
  /** Arguments of the next process. */
  args: () => readonly string[];
  env?: Record<string, string>;
  /** Processes on the same data; one of them is killed, the others must go on without an error. Default 1. */
  processes?: number;
  query: Query;
}

const writersPerKms = 5;
/** Writes to the processes that were not killed, when one was. */
const moreWrites = 5;
/** Rounds between two jumps of the clock, after which asymmetric keys may have another version. */
const roundsPerWeek = 4;

/**
 * Starts the KMS, lets it be written to, kills it in the middle of that, again and again; holds what it has after each
 * start against what it had acknowledged.
 *
 * @returns how many writes were acknowledged
 */
export async function killAgainAndAgain({ rounds, args, env, processes = 1, query }: KillRounds): Promise<number> {
  const random = new Random();
  const writers = Array.from({ length: writersPerKms * processes }, (_, index) => {
    return new Writer(`w${index}`, new Random(random.seed + index + 1));
  });
  const running: KmsProcess[] = [];
  let total = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const week = Math.floor(round / roundsPerWeek);
      for (const writer of writers) writer.week = week;
      const clock = `+${week * 7 + 1}d`;
      const options = () => [[...args(), '--clock', clock], { env, clients: writersPerKms }] as const;
      // Some are killed while they start.
      if (random.next() < 0.1) await killDuringStart(new KmsProcess(...options()), random);
      while (running.length < processes) running.push(await KmsProcess.start(...options()));
      await checkAll(writers, random.pick(running), 'touched');
      total += await writeAndKill(writers, running, random);
      await expectSound(query);
    }
    if (running.length === 0) running.push(await KmsProcess.start(args(), { env, clients: writersPerKms }));
    for (const kms of running) await checkAll(writers, kms, 'all');
    await Promise.all(running.map((kms) => kms.end('SIGTERM')));
    await expectSound(query);
    return total;
  } catch (error) {
    throw new Error(`with KMS_TEST_SEED=${random.seed}: ${(error as Error).message}`, { cause: error });
  } finally {
    for (const kms of running) kms.signal('SIGKILL');
  }
}

async function killDuringStart(kms: KmsProcess, random: Random): Promise<void> {
  await Promise.race([kms.ready().catch(() => {}), passing(random.integer(0, 250))]);
  await kms.end('SIGKILL');
}

/**
 * Kills one of the processes, which leaves the list, when enough was written; the others are written to a while longer.
 *
 * @returns how many writes were acknowledged
 */
async function writeAndKill(writers: readonly Writer[], running: KmsProcess[], random: Random): Promise<number> {
  const enough = random.integer(1, 20);
  const killDelayMs = random.integer(0, 4);
  const [killed] = running.splice(random.integer(0, running.length - 1), 1) as [KmsProcess];
  const all = [killed, ...running];
  let acknowledged = 0;
  let acknowledgedByOthers = 0;
  let isDead = false;
  const writing = writers.map((writer, index) => {
    const kms = all[index % all.length] as KmsProcess;
    return writer.write(kms, {
      acknowledged: () => {
        acknowledged += 1;
        if (acknowledged === enough) void passing(killDelayMs).then(() => killed.signal('SIGKILL'));
        if (isDead && kms !== killed) acknowledgedByOthers += 1;
      },
      isOver: () => isDead && kms !== killed && acknowledgedByOthers >= moreWrites,
    });
  });
  try {
    await Promise.all(writing.filter((_, index) => index % all.length === 0));
  } finally {
    await killed.end('SIGKILL');
    isDead = true;
  }
  await Promise.all(writing);
  return acknowledged;
}
