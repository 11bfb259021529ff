import { checkFunction, checkInteger, checkOneOf, checkSignal } from './checks.js';
import { abortReason } from './transport/call-scope.js';
import { inOrder } from './util/in-order.js';
import { isError } from './util/value-kinds.js';

/** How `reEncryptAll` walks over what it encrypts again. */
export interface WalkOptions {
  /** Entries that are worked on at the same time. Default 8; 1 to 256. */
  concurrency?: number | undefined;
  /** Entries at the beginning to pass over: the `checkpoint` of the last result that was stored. Default 0. */
  skip?: number | undefined;
  /**
   * What an entry that fails does: `throw` ends the walk when its turn comes, so it is the one after the last checkpoint;
   * `yield` gives a result with `error`, and goes on. Default `throw`.
   */
  onError?: 'throw' | 'yield' | undefined;
  /** Is told after each entry, in the source's order. What it throws ends the walk. */
  onProgress?: ((progress: ReEncryptProgress) => void) | undefined;
  /** Ends the walk; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** How far a walk is. */
export interface ReEncryptProgress {
  /** Entries from the beginning that are finished, those that were passed over included: the next `skip`. */
  done: number;
  /** Entries that this walk encrypted again. */
  reEncrypted: number;
  /** Entries that failed; only with `onError: 'yield'` more than one. */
  failed: number;
}

/** Which entry a result is about. */
export interface EntryResult<Id> {
  /** Place in the source, from 0. */
  index: number;
  /** As it was given. */
  id: Id | undefined;
  /** `skip` of a walk that goes on after this entry. */
  checkpoint: number;
}

/** Options with their defaults. */
export type Walk = Required<Pick<WalkOptions, 'concurrency' | 'skip' | 'onError'>> &
  Pick<WalkOptions, 'onProgress' | 'signal'>;

export const walkNames: readonly (keyof WalkOptions)[] = ['concurrency', 'skip', 'onError', 'onProgress', 'signal'];

/** @throws KmsConfigurationError `Config.Invalid` */
export function checkWalk({ concurrency = 8, skip = 0, onError = 'throw', onProgress, signal }: WalkOptions): Walk {
  return {
    concurrency: checkInteger('options.concurrency', concurrency, 1, 256),
    skip: checkInteger('options.skip', skip, 0, Number.MAX_SAFE_INTEGER),
    onError: checkOneOf('options.onError', onError, ['throw', 'yield']),
    onProgress: onProgress && checkFunction('options.onProgress', onProgress),
    signal: signal === undefined ? undefined : checkSignal('options.signal', signal),
  };
}

type Source<Entry> = AsyncIterable<Entry> | Iterable<Entry>;

/**
 * Encrypts the entries of a source again, and gives what became of each in the source's order.
 *
 * @param workUntil what encrypts one entry, until a signal aborts: at the end of the walk, whoever ends it
 */
export async function* walk<Entry, Id, Made extends object>(
  source: Source<Entry>,
  workUntil: (signal: AbortSignal) => (entry: Entry, index: number) => Promise<Made>,
  plan: Walk,
): AsyncGenerator<EntryResult<Id> & (Made | { error: Error }), void, undefined> {
  const controller = new AbortController();
  const onAbort = () => controller.abort(plan.signal && abortReason(plan.signal));
  if (plan.signal?.aborted) onAbort();
  plan.signal?.addEventListener('abort', onAbort, { once: true });
  const { signal } = controller;
  const encrypt = workUntil(signal);
  const ids = new Map<number, Id | undefined>();
  const progress = { done: plan.skip, reEncrypted: 0, failed: 0 };
  const work = async (entry: Entry, index: number) => {
    ids.set(index, (entry as { id?: Id } | undefined)?.id);
    return encrypt(entry, index);
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
      yield 'error' in outcome ? { ...place, error: asError(outcome.error) } : { ...place, ...outcome.value };
    }
  } finally {
    plan.signal?.removeEventListener('abort', onAbort);
    controller.abort();
  }
}

const asError = (error: unknown): Error => (isError(error) ? error : new Error(String(error), { cause: error }));
