import { isDate } from 'alibabacloud-kms-sdk/internal';
/** The time source of all parts of the local KMS. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The machine's clock, which clients use to date their requests. */
export const systemClock: Clock = { now: () => Date.now() };

/** State of a moved clock: its offset from the machine's, or the moment at which it is frozen. */
export interface ClockFacts {
  offsetMs: number;
  frozenAt?: number;
}

/** Stores a clock's state, and processes what falls due when it moves. */
export interface ClockKeeper {
  facts(): ClockFacts;
  change(change: (facts: ClockFacts) => ClockFacts): Promise<void>;
}

/** A duration; its parts add up. */
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

/** The latest time of a `Date`. */
const timeMax = 8_640_000_000_000_000;

/**
 * The time of a local KMS: the machine's, until somebody moves it. After a move, rotations, deletions and expiries that fell
 * due have happened. The dates in clients' signatures are always checked against the machine's clock.
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

  /** Whether the clock is frozen. */
  get isFrozen(): boolean {
    return this.#keeper.facts().frozenAt !== undefined;
  }

  /**
   * Moves it forwards, or backwards by a negative duration. Does not undo what has happened.
   *
   * @throws RangeError for an invalid duration
   */
  async advance(duration: Duration): Promise<void> {
    const ms = toMs(duration);
    await this.#keeper.change((facts) => this.#at(facts, this.#now(facts) + ms));
  }

  /**
   * Sets it to a time. It continues to run from there, unless it is frozen.
   *
   * @param time a Date, ISO 8601 text with a zone, or milliseconds since the epoch
   * @throws RangeError for an invalid time
   */
  async set(time: Date | string | number): Promise<void> {
    const ms = toTime(time);
    await this.#keeper.change((facts) => this.#at(facts, ms));
  }

  /** Stops it until `resume`; `advance` and `set` still move it. */
  async freeze(): Promise<void> {
    await this.#keeper.change((facts) => ({ ...facts, frozenAt: this.#now(facts) }));
  }

  /** Lets it run again from where it is. */
  async resume(): Promise<void> {
    await this.#keeper.change((facts) => ({ offsetMs: this.#now(facts) - this.#machine.now() }));
  }

  /** Returns to the machine's time. */
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
 * Parses a duration like `8d`, `+12h`, `-30m` or `5s`.
 *
 * @throws RangeError
 */
export function parseDuration(text: string): Duration {
  const [, sign = '', count, unit = ''] = /^([+-]?)(\d{1,9})([dhms])$/.exec(text) ?? [];
  const name = shortUnits[unit];
  if (!name) throw new RangeError(`a duration is a number and one of d, h, m and s, like 8d, not ${text}`);
  return { [name]: Number(`${sign}${count}`) };
}

/** Start of a clock: a time, or an offset from the machine's clock. */
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
 * Milliseconds since the epoch for a Date, ISO 8601 text with a zone, or a number, which is returned unchanged.
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
