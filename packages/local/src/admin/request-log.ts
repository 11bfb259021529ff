import { toTime } from '../clock.js';
import type { CallFacts, Disruption, Gateway } from '../gateways/http.js';

/** A call that was answered, or not. It holds no data of the caller's: no plaintext, no ciphertext, no secret. */
export interface RequestEntry {
  requestId: string;
  /** When it came, ISO 8601, by the clock of this KMS. */
  time: string;
  gateway: Gateway['name'];
  /** Undefined when the call did not say which. */
  api?: string;
  /** Id of the AccessKey or client key; undefined when none was proven. */
  caller?: string;
  /** Key id, alias or ARN as the call named it. */
  keyId?: string;
  secretName?: string;
  /** HTTP status; undefined when there was no answer. */
  status?: number;
  /** Error code; undefined for a call that went well. */
  code?: string;
  /** From the last byte of the call to the answer. */
  durationMs: number;
  /** Id of the fault that struck. */
  fault?: string;
  /** How a fault kept the call without an answer. */
  disruption?: Disruption;
  remoteAddress: string;
  userAgent?: string;
}

/** Which entries; what is left out does not matter. */
export interface RequestFilter extends Pick<CallFacts, 'caller' | 'keyId' | 'secretName'> {
  api?: string | undefined;
  gateway?: Gateway['name'] | undefined;
  code?: string | undefined;
  status?: number | undefined;
  /** Those that came at this time or later, ISO 8601. */
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

/** The latest calls, oldest first. */
export class RequestLog {
  readonly #size: number;
  /** Kept in a ring, of which `#next` is the oldest entry once it is full. */
  #entries: RequestEntry[] = [];
  #next = 0;

  /** @param size how many entries are kept */
  constructor(size: number) {
    this.#size = size;
  }

  add(entry: RequestEntry): void {
    if (this.#size === 0) return;
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#size;
  }

  /** @throws RangeError for a filter that is none */
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
