import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { CliContext } from '../context.js';
import { checkPath, fileError, usageError } from '../failures.js';

/** More than KMS takes in any call, and than anybody stores as text: the limit for data in memory. */
export const wholeMaxBytes = 64 * 1024 * 1024;

/** Identifies a file, whatever its name. */
export interface FileIdentity {
  dev: number;
  ino: number;
}

/** Bytes of a file or of stdin, which can be inspected before they are read. */
export class Input {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #source: Readable;
  #held: Uint8Array[] = [];
  #ended = false;

  /** @param name for messages */
  constructor(
    source: Readable,
    readonly name: string,
    /** Only for a regular file. */
    readonly sizeBytes?: number,
    readonly identity?: FileIdentity,
  ) {
    this.#source = source;
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The same input with other content, after decoding. */
  withBytes(bytes: Uint8Array): Input {
    return new Input(Readable.from([bytes]), this.name, bytes.length, this.identity);
  }

  /** The first bytes; fewer only at the end of the input. Later reads return them again. */
  async head(bytes: number): Promise<Uint8Array> {
    while (!this.#ended && length(this.#held) < bytes) await this.#pull();
    this.#held = [Buffer.concat(this.#held)];
    return (this.#held[0] as Uint8Array).subarray(0, bytes);
  }

  /** Everything. @throws CliError if it is too long for memory */
  async whole(): Promise<Uint8Array> {
    while (!this.#ended) {
      await this.#pull();
      if (length(this.#held) > wholeMaxBytes) throw usageError(`${this.name} has more than ${wholeMaxBytes} bytes`);
    }
    this.#held = [Buffer.concat(this.#held)];
    return this.#held[0] as Uint8Array;
  }

  /** Everything, in chunks. @param onBytes called with the number of bytes read */
  async *stream(onBytes: (bytes: number) => void = () => undefined): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const next = this.#held.shift();
      if (next === undefined && this.#ended) return;
      if (next === undefined) await this.#pull();
      else {
        yield next;
        onBytes(next.length);
      }
    }
  }

  /** Also aborts a read in progress, so that nothing waits for a pipe without a writer. */
  close(): void {
    this.#source.destroy();
  }

  async #pull(): Promise<void> {
    try {
      const { value, done } = await this.#chunks.next();
      if (done) this.#ended = true;
      else this.#held.push(value);
    } catch (error) {
      throw fileError(`${this.name} cannot be read`, error);
    }
  }
}

const length = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

/**
 * Opens a file, or stdin if there is none or it is `-`.
 *
 * @param what the input, for the user at a terminal
 */
export async function openInput(context: CliContext, file: string | undefined, what: string): Promise<Input> {
  if (file !== undefined && file !== '-') return openFile(file);
  if (context.isTerminal.stdin) context.stderr.write(`${what}, then Ctrl-D:\n`);
  return new Input(context.stdin, 'stdin');
}

async function openFile(file: string): Promise<Input> {
  checkPath('the file to read', file);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const stat = await handle.stat();
    // Only reading reports that it is a directory.
    if (stat.isDirectory()) await handle.read(Buffer.alloc(1), 0, 1, 0);
    return new Input(handle.createReadStream(), file, stat.isFile() ? stat.size : undefined, stat);
  } catch (error) {
    await handle?.close();
    throw fileError(`${file} cannot be read`, error);
  }
}
