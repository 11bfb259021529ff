import { KmsConfigurationError, KmsConnectionError, KmsError } from 'alibabacloud-kms-sdk';

const leastFailures = 10;

/**
 * Whether continuing is pointless: a call that is not sent because of the configuration fails every time, an untrusted
 * certificate stays untrusted, and a server that none of the first `concurrency` calls could reach is not there.
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
