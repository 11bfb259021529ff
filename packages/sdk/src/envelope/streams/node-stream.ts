import { Transform, type TransformCallback } from 'node:stream';
import { isError, isPromise } from '../../util/value-kinds.js';
import type { ByteTransform } from './byte-transform.js';

/** A transform as a Node.js stream. Destroying the stream, or aborting the signal, aborts its calls. */
export class ByteStream extends Transform {
  readonly #transform: ByteTransform;
  readonly #controller = new AbortController();
  readonly #signal?: AbortSignal;
  readonly #onAbort = () => this.destroy(asError(this.#signal?.reason));

  /** @param make gets the signal that aborts its calls */
  constructor(make: (signal: AbortSignal) => ByteTransform, signal: AbortSignal | undefined) {
    super();
    this.#transform = make(this.#controller.signal);
    this.#signal = signal;
    if (signal?.aborted) this.#onAbort();
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  override _transform(bytes: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#give(() => this.#transform.update(bytes), done);
  }

  override _flush(done: TransformCallback): void {
    this.#give(() => this.#transform.final(), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#controller.abort(error ?? undefined);
    this.#transform.dispose();
    done(error);
  }

  #give(work: () => ReturnType<ByteTransform['update']>, done: TransformCallback): void {
    try {
      const given = work();
      if (isPromise(given)) given.then((parts) => this.#push(parts, done)).catch((error) => done(asError(error)));
      else this.#push(given, done);
    } catch (error) {
      done(asError(error));
    }
  }

  #push(parts: Iterable<Uint8Array>, done: TransformCallback): void {
    try {
      for (const part of parts) {
        if (this.destroyed) break;
        if (part.length > 0) this.push(part);
      }
    } catch (error) {
      done(asError(error));
      return;
    }
    done();
  }
}

const asError = (reason: unknown): Error => (isError(reason) ? reason : new Error(String(reason), { cause: reason }));
