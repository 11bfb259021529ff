import { checkFunction, checkInteger, checkOneOf, checkSignal } from './checks.js';
import { abortReason } from './transport/call-scope.js';
import { inOrder } from './util/in-order.js';
import { isError } from './util/value-kinds.js';

/** How `reEncryptAll` processes its source. */
export interface WalkOptions {
  /** Entries processed at the same time. Default 8; 1 to 256. */
  concurrency?: number | undefined;
  /** Number of entries to skip at the beginning: the `checkpoint` of the last stored result. Default 0. */
  skip?: number | undefined;
  /**
   * What happens if an entry fails: `throw` ends the walk at this entry, so that it is the one after the last checkpoint;
   * `yield` returns a result with `error` and continues. Default `throw`.
   */
  onError?: 'throw' | 'yield' | undefined;
  /** Called after each entry, in the order of the source. If it throws, the walk ends. */
  onProgress?: ((progress: ReEncryptProgress) => void) | undefined;
  /** Aborts the walk, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Progress of a walk. */
export interface ReEncryptProgress {
  /** Finished entries from the beginning, including skipped ones: the next `skip`. */
  done: number;
  /** Entries that this walk re-encrypted. */
  reEncrypted: number;
  /** Entries that failed; more than one only with `onError: 'yield'`. */
  failed: number;
}

/** The entry that a result belongs to. */
export interface EntryResult<Id> {
  /** Position in the source, from 0. */
  index: number;
  /** The id that you gave. */
  id: Id | undefined;
  /** `skip` for a walk that continues after this entry. */
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
 * Re-encrypts the entries of a source, and yields results in the order of the source.
 *
 * @param workUntil re-encrypts one entry until the signal aborts, which happens when the walk ends for any reason
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
