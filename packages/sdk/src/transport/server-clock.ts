/** A smaller difference cannot be the reason why a date was refused. */
const significantMs = 60_000;

/** The server's time as far as known: this machine's time, corrected after a refusal for a wrong date. */
export class ServerClock {
  #offsetMs = 0;

  /** Added to this machine's time. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /**
   * Learns from the answer that refused the date of a request.
   * @param usedOffsetMs the offset that the refused request was signed with
   * @param date the answer's Date header
   * @returns whether signing again makes a difference
   */
  correct(usedOffsetMs: number, date: string | undefined): boolean {
    // Of many calls in flight the first refusal corrects the clock; the others were signed before that and just go again.
    if (usedOffsetMs !== this.#offsetMs) return true;
    const server = new Date(date ?? '');
    // Date reads nearly anything ("garbage 1" is a day in 2001): only what it would write itself is an HTTP date.
    if (Number.isNaN(server.getTime()) || server.toUTCString() !== date) return false;
    const offsetMs = server.getTime() - Date.now();
    if (Math.abs(offsetMs - usedOffsetMs) < significantMs) return false;
    this.#offsetMs = offsetMs;
    return true;
  }
}
