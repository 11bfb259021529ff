import {
  KmsConfigurationError,
  KmsConnectionError,
  KmsServiceError,
  KmsTimeoutError,
  KmsUndoError,
  type Leftover,
} from '../errors.js';
import { isError } from '../util/value-kinds.js';

/** A step of a call that makes several things. */
export interface Step<T> extends Pick<Leftover, 'what' | 'removedBy'> {
  make(): Promise<T>;
  remove(made: T): Promise<unknown>;
}

/** The steps that were done, so that what they made can be taken away when a later one fails. */
export class Steps {
  readonly #done: { name: Pick<Leftover, 'what' | 'removedBy'>; remove(): Promise<unknown> }[] = [];
  readonly #leftovers: Leftover[] = [];

  async run<T>({ what, removedBy, make, remove }: Step<T>): Promise<T> {
    try {
      const made = await make();
      this.#done.push({ name: { what, removedBy }, remove: () => remove(made) });
      return made;
    } catch (reason) {
      // Not to be removed on suspicion: it may be somebody else's, of the same name.
      if (!isSurelyNotDone(reason)) this.#leftovers.push({ what: `perhaps ${what}`, removedBy, reason });
      throw reason;
    }
  }

  /**
   * Takes everything away, the last thing first.
   *
   * @throws KmsUndoError `Undo.Incomplete` when something is left, else `cause`
   */
  async undo(api: string, cause: unknown): Promise<never> {
    for (const { name, remove } of this.#done.reverse()) {
      await remove().catch((reason: unknown) => this.#leftovers.push({ ...name, reason }));
    }
    if (this.#leftovers.length === 0) throw cause;
    const left = this.#leftovers.map(({ what, removedBy }) => `${what} (${removedBy})`).join(', ');
    const why = isError(cause) ? cause.message : String(cause);
    const message = `${api} failed, and this is left to be taken away: ${left}. What failed: ${why}`;
    throw new KmsUndoError(message, this.#leftovers, cause);
  }
}

const neverSent: readonly string[] = ['Timeout.Connect', 'Connection.Dns', 'Connection.Refused', 'Connection.Tls'];

/** The service refused the call, or never got it. */
function isSurelyNotDone(error: unknown): boolean {
  if (error instanceof KmsServiceError) return error.status < 500;
  if (error instanceof KmsTimeoutError || error instanceof KmsConnectionError) return neverSent.includes(error.code);
  return error instanceof KmsConfigurationError;
}
