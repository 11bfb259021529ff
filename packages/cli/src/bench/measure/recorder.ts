import { type Counts, type ErrorKind, noCounts } from './counts.js';
import { newSlice, type PackedSlice, pack, type Slice } from './slice.js';

export interface Outcome {
  serviceUs: number;
  /** Only with a rate. */
  responseUs?: number;
  error?: { kind: ErrorKind; code: string };
}

/** Collects results of calls; `take` returns those since its last call. */
export class Recorder {
  readonly #open: boolean;
  #slices = new Map<string, Slice>();
  /** Totals of the run, for the display. */
  readonly running: Counts = noCounts();

  constructor(open: boolean) {
    this.#open = open;
  }

  began(operation: string): void {
    this.#slice(operation).counts.requests += 1;
    this.running.requests += 1;
  }

  ended(operation: string, { serviceUs, responseUs, error }: Outcome): void {
    const slice = this.#slice(operation);
    slice.counts.responses += 1;
    this.running.responses += 1;
    slice.service.recordValue(serviceUs);
    if (responseUs !== undefined) slice.response?.recordValue(responseUs);
    if (!error) return;
    slice.counts[error.kind] += 1;
    this.running[error.kind] += 1;
    slice.counts.codes[error.code] = (slice.counts.codes[error.code] ?? 0) + 1;
  }

  take(): Record<string, PackedSlice> {
    const slices = this.#slices;
    this.#slices = new Map();
    return Object.fromEntries([...slices].map(([operation, slice]) => [operation, pack(slice)]));
  }

  #slice(operation: string): Slice {
    let slice = this.#slices.get(operation);
    if (!slice) {
      slice = newSlice(this.#open);
      this.#slices.set(operation, slice);
    }
    return slice;
  }
}
