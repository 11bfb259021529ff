import { KmsConfigurationError } from '../errors.js';
import { inOrder } from '../in-order.js';
import {
  checkInteger,
  checkNames,
  checkObject,
  checkSignal,
  invalidOption,
  shown,
} from '../transport/option-checks.js';
import { isBytes } from '../value-kinds.js';
import type { OpenOptions } from './envelope-options.js';

/** A message to encrypt under other keys, and what belongs to it. */
export interface ReEncryptAllEntry<Id = unknown> {
  /** As it was stored: bytes, or the text of `encryptText`; what comes back is of the same kind. */
  message: Uint8Array | string;
  /** Comes back in the result, e.g. the key of the row that the message is from. */
  id?: Id;
  /** What the message is bound to. Default: that of the options. */
  context?: OpenOptions['context'];
}

/** Options of `reEncryptAll`. */
export interface ReEncryptAllOptions extends Omit<OpenOptions, 'context'> {
  /** What messages are bound to that do not say so themselves. */
  context?: OpenOptions['context'];
  /** Entries that are worked on at the same time. Default 8; 1 to 256. */
  concurrency?: number;
  /** Entries at the beginning to pass over: the `checkpoint` of the last result that was stored. Default 0. */
  skip?: number;
  /**
   * What an entry that fails does: `throw` ends the walk when its turn comes, so it is the one after the last checkpoint;
   * `yield` gives a result with `error`, and goes on. Default `throw`.
   */
  onError?: 'throw' | 'yield';
  /** Is told after each entry, in the source's order. What it throws ends the walk. */
  onProgress?: (progress: ReEncryptAllProgress) => void;
}

/** How far a walk is. */
export interface ReEncryptAllProgress {
  /** Entries from the beginning that are finished, those that were passed over included: the next `skip`. */
  done: number;
  /** Entries that this walk encrypted under the new keys. */
  reEncrypted: number;
  /** Entries that failed; only with `onError: 'yield'` more than one. */
  failed: number;
}

interface EntryResult<Id> {
  /** Place in the source, from 0. */
  index: number;
  /** As it was given. */
  id: Id | undefined;
  /** `skip` of a walk that goes on after this entry. */
  checkpoint: number;
}

/** What became of one entry: its new message, or why it stays as it was. */
export type ReEncryptResult<Id = unknown> = EntryResult<Id> &
  ({ message: Uint8Array | string; error?: undefined } | { message?: undefined; error: Error });

/** Encrypts one message under the keys of an envelope. */
export type ReEncryptOne = (message: Uint8Array | string, options: OpenOptions) => Promise<Uint8Array | string>;

/** Entries, one after the other. */
export type ReEncryptSource<Id> = AsyncIterable<ReEncryptAllEntry<Id>> | Iterable<ReEncryptAllEntry<Id>>;

const walkNames = ['concurrency', 'skip', 'onError', 'onProgress'] as const;
const openNames = ['context', 'keys', 'identities', 'allowUnauthenticated', 'allowLegacy', 'signal'];

/** Checks the options at once; the walk begins with the first result that is asked for. */
export function reEncryptAll<Id>(
  reEncrypt: ReEncryptOne,
  source: ReEncryptSource<Id>,
  options: ReEncryptAllOptions,
): AsyncGenerator<ReEncryptResult<Id>, void, undefined> {
  checkNames('options', checkObject('options', options), [...openNames, ...walkNames]);
  const { concurrency = 8, skip = 0, onError = 'throw', onProgress, signal, ...open } = options;
  if (onError !== 'throw' && onError !== 'yield')
    throw invalidOption('options.onError', shown(onError), "'throw' or 'yield'");
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalidOption('options.onProgress', shown(onProgress), 'a function');
  }
  const plan = {
    concurrency: checkInteger('options.concurrency', concurrency, 1, 256),
    skip: checkInteger('options.skip', skip, 0, Number.MAX_SAFE_INTEGER),
    onError,
    onProgress,
    signal: signal === undefined ? undefined : checkSignal('options.signal', signal),
  };
  return walk((message, own) => reEncrypt(message, own), source, open, plan);
}

async function* walk<Id>(
  reEncrypt: ReEncryptOne,
  source: ReEncryptSource<Id>,
  open: Omit<ReEncryptAllOptions, 'signal'>,
  plan: { concurrency: number; skip: number; onError: string; signal?: AbortSignal } & Pick<
    ReEncryptAllOptions,
    'onProgress'
  >,
): AsyncGenerator<ReEncryptResult<Id>, void, undefined> {
  // Ends what still runs when nobody wants the rest any more.
  const controller = new AbortController();
  const onAbort = () => controller.abort(plan.signal?.reason);
  if (plan.signal?.aborted) onAbort();
  plan.signal?.addEventListener('abort', onAbort, { once: true });
  const { signal } = controller;
  const ids = new Map<number, Id | undefined>();
  const progress = { done: plan.skip, reEncrypted: 0, failed: 0 };
  const work = async (entry: ReEncryptAllEntry<Id>, index: number) => {
    ids.set(index, entry?.id);
    const message = messageOf(entry, index);
    return reEncrypt(message, { ...open, context: contextOf(entry, open, index), signal });
  };
  try {
    for await (const outcome of inOrder(source, work, { concurrency: plan.concurrency, first: plan.skip, signal })) {
      signal.throwIfAborted();
      const { index } = outcome;
      if ('error' in outcome && plan.onError === 'throw') throw outcome.error;
      progress.done = index + 1;
      progress['error' in outcome ? 'failed' : 'reEncrypted'] += 1;
      plan.onProgress?.({ ...progress });
      const place = { index, id: ids.get(index), checkpoint: index + 1 };
      ids.delete(index);
      yield 'error' in outcome ? { ...place, error: asError(outcome.error) } : { ...place, message: outcome.value };
    }
  } finally {
    plan.signal?.removeEventListener('abort', onAbort);
    controller.abort();
  }
}

function messageOf(entry: ReEncryptAllEntry | undefined, index: number): Uint8Array | string {
  const message: unknown = entry?.message;
  if ((typeof message === 'string' || isBytes(message)) && message.length > 0) return message;
  throw new KmsConfigurationError('Request.Invalid', `reEncryptAll: entry ${index} has no message: give bytes or text`);
}

function contextOf({ context }: ReEncryptAllEntry, open: Omit<ReEncryptAllOptions, 'signal'>, index: number) {
  const found = context ?? open.context;
  if (found !== undefined) return found;
  const problem = `reEncryptAll: entry ${index} has no context, and neither have the options`;
  throw new KmsConfigurationError('Request.Invalid', problem);
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error), { cause: error });
