import {
  KmsConfigurationError,
  KmsConnectionError,
  KmsServiceError,
  KmsTimeoutError,
  KmsUndoError,
  type Leftover,
} from '../errors.js';
import { isError } from '../util/value-kinds.js';

/** A step of a call that creates several resources. */
export interface Step<T> extends Pick<Leftover, 'what' | 'removedBy'> {
  make(): Promise<T>;
  remove(made: T): Promise<unknown>;
}

/** The completed steps, so that what they created can be deleted if a later one fails. */
export class Steps {
  readonly #done: { name: Pick<Leftover, 'what' | 'removedBy'>; remove(): Promise<unknown> }[] = [];
  readonly #leftovers: Leftover[] = [];

  async run<T>({ what, removedBy, make, remove }: Step<T>): Promise<T> {
    try {
      const made = await make();
      this.#done.push({ name: { what, removedBy }, remove: () => remove(made) });
      return made;
    } catch (reason) {
      // Never delete on suspicion: it may be somebody else's resource of the same name.
      if (!isSurelyNotDone(reason)) this.#leftovers.push({ what: `perhaps ${what}`, removedBy, reason });
      throw reason;
    }
  }

  /**
   * Deletes everything, in reverse order.
   *
   * @throws KmsUndoError `Undo.Incomplete` if something is left, otherwise `cause`
   */
  async undo(api: string, cause: unknown): Promise<never> {
    for (const { name, remove } of this.#done.reverse()) {
      await remove().catch((reason: unknown) => this.#leftovers.push({ ...name, reason }));
    }
    if (this.#leftovers.length === 0) throw cause;
    const left = this.#leftovers.map(({ what, removedBy }) => `${what} (${removedBy})`).join(', ');
    const why = isError(cause) ? cause.message : String(cause);
    const message = `${api} failed, and could not delete everything that it had created; still there: ${left}. What failed: ${why}`;
    throw new KmsUndoError(message, this.#leftovers, cause);
  }
}

const neverSent: readonly string[] = ['Timeout.Connect', 'Connection.Dns', 'Connection.Refused', 'Connection.Tls'];

/** Whether the service refused the call or never received it. */
function isSurelyNotDone(error: unknown): boolean {
  if (error instanceof KmsServiceError) return error.status < 500;
  if (error instanceof KmsTimeoutError || error instanceof KmsConnectionError) return neverSent.includes(error.code);
  return error instanceof KmsConfigurationError;
}
