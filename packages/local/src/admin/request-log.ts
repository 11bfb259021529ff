import { toTime } from '../clock.js';
import type { CallFacts, Disruption, Gateway } from '../gateways/http.js';

/** A call and its outcome. It contains no data of the caller: no plaintext, no ciphertext, no secret. */
export interface RequestEntry {
  requestId: string;
  /** When it arrived, ISO 8601, by the clock of this KMS. */
  time: string;
  gateway: Gateway['name'];
  /** Undefined if the call did not name one. */
  api?: string;
  /** Id of the AccessKey or client key; undefined if none was authenticated. */
  caller?: string;
  /** Key id, alias or ARN, as in the call. */
  keyId?: string;
  secretName?: string;
  /** HTTP status; undefined if there was no response. */
  status?: number;
  /** Error code; undefined for a successful call. */
  code?: string;
  /** From the last byte of the call to the response. */
  durationMs: number;
  /** Id of the injected fault. */
  fault?: string;
  /** How a fault prevented a response. */
  disruption?: Disruption;
  remoteAddress: string;
  userAgent?: string;
}

/** Which entries to return; absent fields match everything. */
export interface RequestFilter extends Pick<CallFacts, 'caller' | 'keyId' | 'secretName'> {
  api?: string | undefined;
  gateway?: Gateway['name'] | undefined;
  code?: string | undefined;
  status?: number | undefined;
  /** Only entries from this time on, ISO 8601. */
  since?: string | undefined;
}

const filterNames: readonly string[] = [
  'api',
  'gateway',
  'caller',
  'keyId',
  'secretName',
  'code',
  'status',
  'since',
] satisfies (keyof RequestFilter)[];

/** The most recent calls, oldest first. */
export class RequestLog {
  readonly #size: number;
  /** A ring buffer; once it is full, `#next` is the oldest entry. */
  #entries: RequestEntry[] = [];
  #next = 0;

  /** @param size how many entries to keep */
  constructor(size: number) {
    this.#size = size;
  }

  add(entry: RequestEntry): void {
    if (this.#size === 0) return;
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#size;
  }

  /** @throws RangeError for an invalid filter */
  find(filter: RequestFilter = {}): RequestEntry[] {
    for (const name of Object.keys(filter)) {
      if (!filterNames.includes(name)) {
        throw new RangeError(`${name} is unknown; requests are found by ${filterNames.join(', ')}`);
      }
    }
    const { since, ...equal } = filter;
    const sinceMs = since === undefined ? undefined : toTime(since);
    const wanted = Object.entries(equal).filter(([, value]) => value !== undefined);
    const matches = (entry: RequestEntry) =>
      wanted.every(([name, value]) => entry[name as keyof RequestEntry] === value) &&
      (sinceMs === undefined || Date.parse(entry.time) >= sinceMs);
    const isFull = this.#entries.length === this.#size;
    const inOrder = isFull
      ? [...this.#entries.slice(this.#next), ...this.#entries.slice(0, this.#next)]
      : this.#entries;
    return inOrder.filter(matches).map((entry) => ({ ...entry }));
  }

  clear(): void {
    this.#entries = [];
    this.#next = 0;
  }
}
