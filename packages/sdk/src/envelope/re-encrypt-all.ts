import { checkOptions, invalidInput } from '../checks.js';
import { checkWalk, type EntryResult, type WalkOptions, walk, walkNames } from '../re-encrypt-walk.js';
import { isBytes } from '../util/value-kinds.js';
import type { OpenOptions } from './envelope-options.js';

/** A message to re-encrypt. */
export interface ReEncryptAllEntry<Id = unknown> {
  /** The stored message: bytes, or text of `encryptText`; the result is of the same kind. */
  message: Uint8Array | string;
  /** Returned in the result, e.g. the primary key of the row. */
  id?: Id | undefined;
  /** The context of the message. Default: that of the options. */
  context?: OpenOptions['context'] | undefined;
}

/** Options of `reEncryptAll`. */
export interface ReEncryptAllOptions extends Omit<OpenOptions, 'context' | 'signal'>, WalkOptions {
  /** Default context for entries without their own. */
  context?: OpenOptions['context'] | undefined;
}

/** Result of one entry: its new message, or the error. */
export type ReEncryptResult<Id = unknown> = EntryResult<Id> &
  ({ message: Uint8Array | string; error?: undefined } | { message?: undefined; error: Error });

/** Re-encrypts one message under the keys of an envelope. */
export type ReEncryptOne = (message: Uint8Array | string, options: OpenOptions) => Promise<Uint8Array | string>;

/** Entries in order. */
export type ReEncryptSource<Id> = AsyncIterable<ReEncryptAllEntry<Id>> | Iterable<ReEncryptAllEntry<Id>>;

const openNames = ['context', 'keys', 'identities', 'allowUnauthenticated', 'allowLegacy'];

/** Checks the options at once; starts when the first result is requested. */
export function reEncryptAll<Id>(
  reEncrypt: ReEncryptOne,
  source: ReEncryptSource<Id>,
  options: ReEncryptAllOptions,
): AsyncGenerator<ReEncryptResult<Id>, void, undefined> {
  checkOptions('options', options, [...openNames, ...walkNames]);
  const { concurrency, skip, onError, onProgress, signal, ...open } = options;
  const plan = checkWalk({ concurrency, skip, onError, onProgress, signal });
  const workUntil = (signal: AbortSignal) => async (entry: ReEncryptAllEntry<Id>, index: number) => {
    const message = messageOf(entry, index);
    return { message: await reEncrypt(message, { ...open, context: contextOf(entry, open, index), signal }) };
  };
  return walk(source, workUntil, plan);
}

function messageOf(entry: ReEncryptAllEntry | undefined, index: number): Uint8Array | string {
  const message: unknown = entry?.message;
  if ((typeof message === 'string' || isBytes(message)) && message.length > 0) return message;
  throw invalidInput(`reEncryptAll: entry ${index} has no message: give bytes or text`);
}

function contextOf({ context }: ReEncryptAllEntry, open: Pick<ReEncryptAllOptions, 'context'>, index: number) {
  const found = context ?? open.context;
  if (found !== undefined) return found;
  const problem = `reEncryptAll: entry ${index} has no context, and neither have the options`;
  throw invalidInput(problem);
}
