import { Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { usageError } from '../failures.js';
import type { Encoding } from '../io/encodings.js';
import { encode } from '../io/encodings.js';
import { type Input, wholeMaxBytes } from '../io/input.js';
import { interruptible } from '../io/interruptible.js';
import { OutputFile } from '../io/output-file.js';
import { bytesText, Progress } from '../io/progress.js';
import type { Session } from '../session.js';

/** Where bytes go, and how. */
export interface Destination {
  /** Path of a file; undefined or `-`: stdout. */
  out?: string;
  encoding?: Encoding;
  force?: boolean;
  /** For a plaintext: a file for its owner only, a terminal only with `--show`. */
  secret?: boolean;
}

export const isFile = (out: string | undefined): out is string => out !== undefined && out !== '-';

const watchedMinBytes = 1024 * 1024;

/**
 * Sends an input through a transform to a file or to stdout, with constant memory for any size. A file appears when it is
 * complete; text (base64, hex, what a terminal shows) is collected first.
 */
export async function send(
  session: Session,
  input: Input,
  transform: Transform | undefined,
  { out, encoding = 'raw', force, secret }: Destination,
): Promise<void> {
  const { context } = session;
  const isStream = isFile(out) ? encoding === 'raw' : encoding === 'raw' && !context.isTerminal.stdout;
  const progress = new Progress(context);
  // No progress for short work, nor for input or output on the same terminal.
  const isWatched = isStream && !(input.sizeBytes !== undefined && input.sizeBytes < watchedMinBytes);
  const isTyped = input.sizeBytes === undefined && context.isTerminal.stdin;
  const chunks = () => (isWatched && !isTyped ? counted(input, progress) : input.stream());
  const source = () => Readable.from(chunks(), { objectMode: false });
  const through = transform ? [transform] : [];
  await interruptible(async (signal) => {
    if (isFile(out)) {
      const file = await OutputFile.open(out, { force, secret, source: input.identity });
      try {
        if (isStream) await pipeline([source(), ...through, file.stream], { signal });
        else {
          const text = new Collected();
          await pipeline([source(), ...through, text], { signal });
          await pipeline([encode(text.bytes, encoding)], file.stream, { signal });
        }
      } catch (error) {
        await file.discard();
        throw error;
      }
      return file.commit();
    }
    if (isStream) return pipeline([source(), ...through, context.stdout], { signal, end: false });
    const text = new Collected();
    await pipeline([source(), ...through, text], { signal });
    return session.writeBytes(text.bytes, { encoding: encoding === 'raw' ? undefined : encoding, secret });
  }).finally(() => progress.clear());
}

async function* counted(input: Input, progress: Progress) {
  let done = 0;
  const text = (elapsedMs: number) => bytesText(done, input.sizeBytes, elapsedMs);
  yield* input.stream((bytes) => {
    done += bytes;
    progress.show(text);
  });
  progress.show(text, { now: true });
}

/** Output as text, collected as a whole. */
class Collected extends Writable {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#length += chunk.length;
    this.#chunks.push(chunk);
    const isTooLong = this.#length > wholeMaxBytes;
    done(
      isTooLong ? usageError(`more than ${wholeMaxBytes} bytes are not written as text: use -o FILE, raw`) : undefined,
    );
  }
}
