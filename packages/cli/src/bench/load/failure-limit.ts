import { KmsConfigurationError, KmsConnectionError, KmsError } from 'alibabacloud-kms-sdk';

const leastFailures = 10;

/**
 * Whether going on makes no sense: what was never sent for the way it is configured fails every time, a server whose
 * certificate is not trusted will not be, and one that was not reached once by as many calls as there are at a time is not
 * there.
 */
export class FailureLimit {
  readonly #limit: number;
  #failures = 0;
  #reached = false;

  constructor(concurrency: number) {
    this.#limit = Math.max(leastFailures, concurrency);
  }

  succeeded(): void {
    this.#reached = true;
  }

  isHopeless(error: unknown): boolean {
    if (error instanceof KmsConfigurationError) return true;
    const code = error instanceof KmsError ? error.code : '';
    if (!(error instanceof KmsConnectionError) && code !== 'Timeout.Connect') this.#reached = true;
    if (this.#reached) return false;
    if (code === 'Connection.Tls') return true;
    this.#failures += 1;
    return this.#failures >= this.#limit;
  }
}
