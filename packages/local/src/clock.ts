import { isDate } from 'alibabacloud-kms-sdk/internal';
/** Where every part of the local KMS takes the time from. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The machine's clock: what clients date their requests by. */
export const systemClock: Clock = { now: () => Date.now() };

/** Of a moved clock: its offset from the machine's, or the moment at which it stands still. */
export interface ClockFacts {
  offsetMs: number;
  frozenAt?: number;
}

/** Keeps a clock's facts, and lets happen what falls due by them. */
export interface ClockKeeper {
  facts(): ClockFacts;
  change(change: (facts: ClockFacts) => ClockFacts): Promise<void>;
}

/** A span of time; its parts add up. */
export interface Duration {
  days?: number | undefined;
  hours?: number | undefined;
  minutes?: number | undefined;
  seconds?: number | undefined;
  milliseconds?: number | undefined;
}

const unitMs: Record<keyof Duration, number> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

/** The latest time that a `Date` can hold. */
const timeMax = 8_640_000_000_000_000;

/**
 * The time of a local KMS: the machine's, until somebody moves it. Rotations, deletions and expiries that fell due have
 * happened when a move is done. The dates that clients sign their requests with go by the machine's clock all the same.
 *
 * @example
 * await kms.clock.advance({ days: 8 });
 */
export class KmsClock implements Clock {
  readonly #keeper: ClockKeeper;
  readonly #machine: Clock;

  /** @internal */
  constructor(keeper: ClockKeeper, machine = systemClock) {
    this.#keeper = keeper;
    this.#machine = machine;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#now(this.#keeper.facts());
  }

  /** Whether the clock stands still. */
  get isFrozen(): boolean {
    return this.#keeper.facts().frozenAt !== undefined;
  }

  /**
   * Moves it forwards, or backwards by a negative duration. What has happened stays.
   *
   * @throws RangeError for a duration that is none
   */
  async advance(duration: Duration): Promise<void> {
    const ms = toMs(duration);
    await this.#keeper.change((facts) => this.#at(facts, this.#now(facts) + ms));
  }

  /**
   * Sets it to a time, from which it runs on, unless it is frozen.
   *
   * @param time a Date, ISO 8601 text with a zone, or milliseconds since the epoch
   * @throws RangeError for a time that is none
   */
  async set(time: Date | string | number): Promise<void> {
    const ms = toTime(time);
    await this.#keeper.change((facts) => this.#at(facts, ms));
  }

  /** Lets it stand still until `resume`; `advance` and `set` move it all the same. */
  async freeze(): Promise<void> {
    await this.#keeper.change((facts) => ({ ...facts, frozenAt: this.#now(facts) }));
  }

  /** Lets it run on from where it stands. */
  async resume(): Promise<void> {
    await this.#keeper.change((facts) => ({ offsetMs: this.#now(facts) - this.#machine.now() }));
  }

  /** Back to the machine's time. */
  async reset(): Promise<void> {
    await this.#keeper.change(() => ({ offsetMs: 0 }));
  }

  #now({ offsetMs, frozenAt }: ClockFacts): number {
    return frozenAt ?? this.#machine.now() + offsetMs;
  }

  #at({ frozenAt }: ClockFacts, time: number): ClockFacts {
    if (Math.abs(time) > timeMax) throw new RangeError('the clock cannot be moved that far');
    const offsetMs = time - this.#machine.now();
    return frozenAt === undefined ? { offsetMs } : { offsetMs, frozenAt: time };
  }
}

function toMs(duration: Duration): number {
  const parts = typeof duration === 'object' && duration !== null ? Object.entries(duration) : [];
  for (const [unit, count] of parts) {
    if (!Object.hasOwn(unitMs, unit)) {
      throw new RangeError(`a duration has ${Object.keys(unitMs).join(', ')}, not ${unit}`);
    }
    if (!Number.isFinite(count))
      throw new RangeError(`${unit} must be a number, not ${typeof count === 'object' ? 'an object' : String(count)}`);
  }
  if (parts.length === 0) throw new RangeError(`a duration has at least one of ${Object.keys(unitMs).join(', ')}`);
  return Math.round(parts.reduce((sum, [unit, count]) => sum + count * unitMs[unit as keyof Duration], 0));
}

const shortUnits: Readonly<Record<string, keyof Duration>> = { d: 'days', h: 'hours', m: 'minutes', s: 'seconds' };

/**
 * Reads a duration like `8d`, `+12h`, `-30m` or `5s`.
 *
 * @throws RangeError
 */
export function parseDuration(text: string): Duration {
  const [, sign = '', count, unit = ''] = /^([+-]?)(\d{1,9})([dhms])$/.exec(text) ?? [];
  const name = shortUnits[unit];
  if (!name) throw new RangeError(`a duration is a number and one of d, h, m and s, like 8d, not ${text}`);
  return { [name]: Number(`${sign}${count}`) };
}

/** Where a clock begins: at a time, or this far from the machine's. */
export type ClockStart = Date | string | Duration;

export async function moveClock(clock: KmsClock, start: ClockStart): Promise<void> {
  if (typeof start === 'string' || isDate(start)) return clock.set(start);
  await clock.reset();
  await clock.advance(start);
}

/** @throws RangeError */
export function checkClockStart(start: ClockStart): void {
  if (typeof start === 'string' || isDate(start)) toTime(start);
  else toMs(start);
}

const zoned = /(Z|[+-]\d\d:?\d\d)$/;

/**
 * Milliseconds since the epoch of a Date, of ISO 8601 text with a zone, or of a number that is them already.
 *
 * @throws RangeError
 */
export function toTime(time: Date | string | number): number {
  const isGiven = typeof time === 'number' || isDate(time);
  const isIso = isGiven || (/^\d{4}-\d\d-\d\dT/.test(time) && zoned.test(String(time)));
  const ms = isIso ? new Date(time).getTime() : Number.NaN;
  if (!Number.isFinite(ms)) {
    throw new RangeError(`a time is a Date, milliseconds, or ISO 8601 like 2026-01-31T00:00:00Z, not ${String(time)}`);
  }
  return ms;
}
