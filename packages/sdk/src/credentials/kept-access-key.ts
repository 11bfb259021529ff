import { debuglog } from 'node:util';
import type { GivenAccessKey, UsableAccessKey } from './access-key.js';

/** Whom to ask, and how to check the response. */
export interface Source {
  ask(): Promise<GivenAccessKey>;
  /** @throws if the response is not an AccessKey, or one that expired before `now` */
  check(answer: GivenAccessKey, now: Date): UsableAccessKey;
  /** @param ended the AccessKey in use until it expired @returns the error for callers */
  failure(reason: unknown, ended?: UsableAccessKey): Error;
}

/** Remaining share of an AccessKey's life at which it is renewed in the background, and at which calls wait for that. */
const renewAtShare = 1 / 4;
const waitAtShare = 1 / 20;

/** Pause after a failed renewal: a tenth of the remaining time, within these bounds. */
const minPauseMs = 1000;
const maxPauseMs = 60_000;

const debug = debuglog('alibabacloud-kms');

interface Kept {
  accessKey: UsableAccessKey;
  renew: () => Promise<GivenAccessKey>;
  renewAtMs: number;
  waitAtMs: number;
  endsAtMs: number;
}

/**
 * Asks a source once for all callers, caches the AccessKey while it is valid, and renews it before it expires. There is no
 * timer: calls trigger the renewal.
 */
export class KeptAccessKey {
  readonly #source: Source;
  #kept?: Kept;
  readonly #question = new SharedWork<UsableAccessKey>();
  /** Resolves to undefined on failure. */
  readonly #renewal = new SharedWork<Kept | undefined>();
  #pauseUntilMs = 0;
  #lastSource?: string;

  constructor(source: Source) {
    this.#source = source;
  }

  /** @param now the current time @throws what {@link Source.failure} returns */
  get(now: Date): UsableAccessKey | Promise<UsableAccessKey> {
    const nowMs = now.getTime();
    const kept = this.#kept;
    if (!kept) return this.#ask(now);
    if (nowMs < kept.renewAtMs) return kept.accessKey;
    const renewal = this.#renew(kept, now);
    return nowMs < kept.waitAtMs ? kept.accessKey : this.#afterRenewal(renewal, kept, now);
  }

  /** Discards an AccessKey that KMS refused: the next call gets another one. */
  forget({ accessKeyId }: Pick<UsableAccessKey, 'accessKeyId'>): void {
    if (this.#kept?.accessKey.accessKeyId !== accessKeyId) return;
    debug('AccessKey %s of %s was refused by KMS', accessKeyId, this.#kept.accessKey.source);
    this.#kept = undefined;
  }

  async #afterRenewal(renewal: Promise<Kept | undefined>, kept: Kept, now: Date): Promise<UsableAccessKey> {
    const renewed = await renewal;
    if (renewed) return renewed.accessKey;
    return now.getTime() < kept.endsAtMs ? kept.accessKey : this.#ask(now, kept.accessKey);
  }

  #renew(kept: Kept, now: Date): Promise<Kept | undefined> {
    const nowMs = now.getTime();
    if (nowMs < this.#pauseUntilMs && !this.#renewal.isRunning(nowMs)) return Promise.resolve(undefined);
    return this.#renewal.join(nowMs, () => this.#renewNow(kept, now));
  }

  async #renewNow(kept: Kept, now: Date): Promise<Kept | undefined> {
    try {
      return this.#keep(await kept.renew(), now);
    } catch (reason) {
      const leftMs = kept.endsAtMs - now.getTime();
      this.#pauseUntilMs = now.getTime() + Math.max(minPauseMs, Math.min(maxPauseMs, leftMs / 10));
      const { accessKeyId, source } = kept.accessKey;
      debug('AccessKey %s of %s was not renewed: %s', accessKeyId, source, this.#source.failure(reason).message);
      return undefined;
    }
  }

  #ask(now: Date, ended?: UsableAccessKey): Promise<UsableAccessKey> {
    return this.#question.join(now.getTime(), () => this.#askNow(now, ended));
  }

  async #askNow(now: Date, ended: UsableAccessKey | undefined): Promise<UsableAccessKey> {
    try {
      return this.#keep(await this.#source.ask(), now).accessKey;
    } catch (reason) {
      throw this.#source.failure(reason, ended);
    }
  }

  #keep(answer: GivenAccessKey, now: Date): Kept {
    const accessKey = this.#source.check(answer, now);
    const kept = { accessKey, renew: answer.renew ?? (() => this.#source.ask()), ...timesOf(accessKey, answer, now) };
    const { accessKeyId, source, expiration } = accessKey;
    if (this.#lastSource !== source) {
      const before = this.#lastSource === undefined ? '' : `, no longer from ${this.#lastSource}`;
      debug('AccessKey %s from %s%s, %s', accessKeyId, source, before, expiration?.toISOString() ?? 'without an end');
      this.#lastSource = source;
    }
    this.#pauseUntilMs = 0;
    this.#kept = kept.endsAtMs > now.getTime() ? kept : undefined;
    return kept;
  }
}

function timesOf({ expiration }: UsableAccessKey, { keptForMs }: GivenAccessKey, now: Date) {
  const nowMs = now.getTime();
  if (!expiration) {
    const renewAtMs = nowMs + keptForMs;
    const endsAtMs = keptForMs > 0 ? Number.POSITIVE_INFINITY : nowMs;
    return { renewAtMs, waitAtMs: endsAtMs, endsAtMs };
  }
  const endsAtMs = expiration.getTime();
  const lifeMs = endsAtMs - nowMs;
  return { renewAtMs: endsAtMs - lifeMs * renewAtShare, waitAtMs: endsAtMs - lifeMs * waitAtShare, endsAtMs };
}

/** How long a caller waits for another caller's request: as long as the library waits for a command. */
const patienceMs = 60_000;

/** Work that concurrent callers share. Callers do not join work that has been running for too long. */
class SharedWork<T> {
  #running?: { promise: Promise<T>; sinceMs: number };

  isRunning(nowMs: number): boolean {
    return this.#running !== undefined && nowMs - this.#running.sinceMs < patienceMs;
  }

  /** Joins the work in progress, or starts it. */
  join(nowMs: number, work: () => Promise<T>): Promise<T> {
    if (this.#running && this.isRunning(nowMs)) return this.#running.promise;
    const running = { promise: work(), sinceMs: nowMs };
    running.promise = running.promise.finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running.promise;
  }
}
