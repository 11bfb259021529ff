import { KmsEnvelopeError } from '../../errors.js';

/** Bytes in, bytes out: common to Node.js streams and in-memory calls. */
export interface ByteTransform {
  /** Takes bytes, which the caller may reuse afterwards, and returns what is ready. */
  update(bytes: Uint8Array): Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>;
  /** Returns the rest. */
  final(): Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>;
  /** Forgets keys and data; called exactly once, after success or failure. */
  dispose(): void;
}

/** Outputs its input. */
export const passThrough: ByteTransform = {
  update: (bytes) => (bytes.length > 0 ? [Uint8Array.from(bytes)] : []),
  final: () => [],
  dispose: () => undefined,
};

/** Transforms all of the bytes. */
export async function transformAll(transform: ByteTransform, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return Buffer.concat([...(await transform.update(bytes)), ...(await transform.final())]);
  } finally {
    transform.dispose();
  }
}

type Work = (bytes: Uint8Array) => Promise<Iterable<Uint8Array>> | Iterable<Uint8Array>;

/** Collects everything up to a limit, and transforms it at the end. */
export class Whole implements ByteTransform {
  readonly #maxBytes: number;
  readonly #work: Work;
  readonly #advice: string;
  #parts: Uint8Array[] = [];
  #length = 0;

  /** @param advice what to do if the data is too large */
  constructor(maxBytes: number, advice: string, work: Work) {
    this.#maxBytes = maxBytes;
    this.#advice = advice;
    this.#work = work;
  }

  update(bytes: Uint8Array): Iterable<Uint8Array> {
    this.#length += bytes.length;
    if (this.#length > this.#maxBytes) {
      const problem = `it has more than ${this.#maxBytes} bytes (maxBufferedBytes), which have to be in memory at once`;
      throw new KmsEnvelopeError('Envelope.LimitExceeded', `${problem}: ${this.#advice}`);
    }
    this.#parts.push(Uint8Array.from(bytes));
    return [];
  }

  final(): Promise<Iterable<Uint8Array>> | Iterable<Uint8Array> {
    const bytes = this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : Buffer.concat(this.#parts);
    this.#parts = [];
    return this.#work(bytes);
  }

  dispose(): void {
    for (const part of this.#parts) part.fill(0);
    this.#parts = [];
  }
}
