import type { ByteTransform } from './byte-transform.js';

/** How a stream continues after its beginning. */
export interface Begun {
  /** Output first. */
  head?: readonly Uint8Array[];
  /** How many of the bytes belong to the beginning; `rest` gets the bytes after them. */
  used: number;
  rest: ByteTransform;
}

/** Reads the beginning of a stream; undefined while more bytes are needed, which is not allowed once the stream has ended. */
export type Begin = (bytes: Uint8Array, ended: boolean) => Begun | undefined | Promise<Begun | undefined>;

/** A transform that depends on the first bytes of its stream, or that starts with a call to KMS. */
export class Beginning implements ByteTransform {
  readonly #begin: Begin;
  #waiting: Uint8Array[] = [];
  #length = 0;
  /** Waits for more bytes before it tries again: a beginning in many small pieces would otherwise be read for each of them. */
  #next = 0;
  #rest?: ByteTransform;
  #disposed = false;

  constructor(begin: Begin) {
    this.#begin = begin;
  }

  update(bytes: Uint8Array): ReturnType<ByteTransform['update']> {
    return this.#rest ? this.#rest.update(bytes) : this.#start(bytes);
  }

  async final(): Promise<Iterable<Uint8Array>> {
    const begun = this.#rest ? [] : await this.#start(new Uint8Array(), true);
    return chain(begun, await (this.#rest as ByteTransform).final());
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting = [];
    this.#rest?.dispose();
  }

  async #start(bytes: Uint8Array, ended = false): Promise<Iterable<Uint8Array>> {
    this.#length += bytes.length;
    if (this.#length < this.#next && !ended) {
      this.#waiting.push(Uint8Array.from(bytes));
      return [];
    }
    this.#next = this.#length + Math.max(64, this.#length >> 3);
    // Avoids a copy if the first bytes are enough: they may be all of a large message.
    const all = this.#waiting.length === 0 ? bytes : Buffer.concat([...this.#waiting, bytes]);
    const begun = await this.#begin(all, ended);
    if (!begun) {
      this.#waiting = [Uint8Array.from(all)];
      return [];
    }
    this.#waiting = [];
    this.#rest = begun.rest;
    if (this.#disposed) {
      // The stream was destroyed during the call to KMS.
      this.#rest.dispose();
      return [];
    }
    return chain(begun.head ?? [], await begun.rest.update(all.subarray(begun.used)));
  }
}

function* chain(...parts: Iterable<Uint8Array>[]): Generator<Uint8Array, void, undefined> {
  for (const part of parts) yield* part;
}
