import { readFile } from 'node:fs/promises';
import type { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { Child } from '../child/child.js';
import { configurationError, fileError } from '../failures.js';
import { Lifetime } from '../lifetime.js';
import type { Session } from '../session.js';
import { replaceFile } from './replace-file.js';

/** What to do after the file has changed. */
export interface AfterChange {
  command?: { words: readonly string[]; env: NodeJS.ProcessEnv; timeoutMs: number };
  signal?: { name: NodeJS.Signals; pid?: number; pidFile?: string };
}

/** A file generated from secrets, and regenerated when one of them rotates. */
interface WatchedFile {
  file: string;
  /** Reads the template again each time, to pick up changes. */
  content: () => Promise<{ text: string; secretNames: readonly string[] }>;
  after: AfterChange;
}

/** Writes the file now and at each rotation, until it is stopped; SIGHUP refreshes all secrets and reloads the template. */
export async function watch(session: Session, cache: SecretCache, watched: WatchedFile): Promise<void> {
  const { file, content, after } = watched;
  let names: readonly string[] = [];
  let isEnding = false;
  const update = async () => {
    const { text, secretNames } = await content();
    names = secretNames;
    if (!(await replaceFile(file, text))) return;
    session.note(`kms: ${file} is written`);
    await tell(session, after);
  };
  const updates = new OneAfterAnother(update, (error) => {
    if (!isEnding) session.note(`kms: ${file} stays as it is: ${(error as Error).message}`);
  });
  const lifetime = new Lifetime();
  lifetime.hangUp = async () => {
    await Promise.allSettled(names.map((name) => cache.refreshNow(name)));
    updates.request();
  };
  cache.on('rotate', () => updates.request());
  await Promise.race([updates.begin(), lifetime.ended]);
  await lifetime.wait();
  isEnding = true;
}

/** Repeats work if it is requested again while it runs. */
class OneAfterAnother {
  readonly #work: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #running?: Promise<void>;
  #isWished = false;

  constructor(work: () => Promise<void>, failed: (error: unknown) => void) {
    this.#work = work;
    this.#failed = failed;
  }

  /** Runs it for the first time. @throws the error of the work */
  begin(): Promise<void> {
    const first = this.#work();
    this.#running = this.#whenDone(first.then(() => this.#run()).catch(() => {}));
    return first;
  }

  request(): void {
    this.#isWished = true;
    this.#running ??= this.#whenDone(this.#run());
  }

  #whenDone(running: Promise<void>): Promise<void> {
    return running.finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    while (this.#isWished) {
      this.#isWished = false;
      await this.#work().catch(this.#failed);
    }
  }
}

/** A failure here has no consequences: the file is written, and will be written at the next rotation. */
async function tell(session: Session, { command, signal }: AfterChange): Promise<void> {
  try {
    if (signal) process.kill(signal.pid ?? (await pidIn(signal.pidFile as string)), signal.name);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    session.note(`kms: ${signal?.name} was not sent: ${code === 'ESRCH' ? 'there is no such process' : message}`);
  }
  if (!command) return;
  const child = new Child(command.words, command.env);
  const timer = setTimeout(() => {
    session.note(`kms: the command has not ended within ${command.timeoutMs / 1000} s: it is stopped`);
    void child.stop(stopGraceMs);
  }, command.timeoutMs);
  try {
    const code = await child.ended;
    if (code !== 0) session.note(`kms: the command ended with ${code}`);
  } catch (error) {
    session.note(`kms: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
  }
}

const stopGraceMs = 10_000;

async function pidIn(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileError(`${file} cannot be read`, error);
  });
  // 0 and negative numbers mean process groups.
  if (!/^\s*[1-9]\d{0,9}\s*$/.test(text)) throw configurationError(`${file} has no process id in it`);
  return Number(text);
}
