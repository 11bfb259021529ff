import { KmsError, KmsSecretError } from '../errors.js';
import type { CallSignal } from '../transport/call-signal.js';
import { failureKind } from './failure-kind.js';
import { Gatherer } from './gather.js';
import type { Secret } from './secret.js';
import type { GatewaySource } from './source.js';
import type { SecretKey } from './which.js';

/** The clients of a cache, several regions or both gateways, in the order in which they are asked. */
export class Sources {
  readonly #gatherers: readonly Gatherer[];
  readonly #patienceMs: number;

  constructor(sources: readonly GatewaySource[], patienceMs: number) {
    this.#gatherers = sources.map((source) => new Gatherer(source));
    this.#patienceMs = patienceMs;
  }

  /** Whether the first client reads several secrets with one request. */
  get batches(): boolean {
    return this.#gatherers[0]?.batches ?? false;
  }

  /** @throws the error of KMS, or KmsSecretError `Secret.Unavailable` if one of several clients could not tell */
  async fetch(key: SecretKey, signal: CallSignal): Promise<Secret> {
    const attempts = this.#gatherers.map((gatherer) => (rest: AbortSignal) => gatherer.fetch(key, rest));
    try {
      return await firstSuccess(attempts, this.#patienceMs, signal);
    } catch (error) {
      throw error instanceof AllFailed ? decisive(key, error.failures) : error;
    }
  }
}

/** A secret is known to be gone only if all clients say so. */
function decisive({ name }: SecretKey, failures: readonly unknown[]): unknown {
  const away = failures.find((error) => failureKind(error) === 'away');
  if (failures.length === 1 || away === undefined) return failures[0];
  const reasons = failures.map((error) => {
    const { code, endpoint } = error instanceof KmsError ? error : { code: 'failed', endpoint: undefined };
    return `${endpoint ?? 'a client'}: ${code}`;
  });
  return new KmsSecretError(
    'Secret.Unavailable',
    `${name} could not be read from any of ${failures.length} clients (${reasons.join('; ')})`,
    { secretName: name, failures, cause: away },
  );
}

/** Asks one client after the other, the next if one fails or is silent for `patienceMs`. Resolves with the first success. */
function firstSuccess<T>(
  attempts: readonly ((signal: AbortSignal) => Promise<T>)[],
  patienceMs: number,
  signal: CallSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const rest = new AbortController();
    const failures: unknown[] = new Array(attempts.length);
    let started = 0;
    let failed = 0;
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const end = () => {
      settled = true;
      clearTimeout(timer);
      signal.offAbort(abort);
    };
    const abort = () => {
      end();
      rest.abort(signal.reason);
      reject(signal.reason);
    };
    const startNext = () => {
      clearTimeout(timer);
      const index = started;
      const attempt = attempts[index];
      if (!attempt || settled) return;
      started += 1;
      if (started < attempts.length) {
        timer = setTimeout(startNext, patienceMs);
        timer.unref();
      }
      attempt(rest.signal).then(
        (value) => {
          end();
          resolve(value);
          if (started > failed + 1) rest.abort(new Error('another client has answered'));
        },
        (error: unknown) => {
          failures[index] = error;
          failed += 1;
          if (failed < attempts.length) startNext();
          else {
            end();
            reject(new AllFailed(failures));
          }
        },
      );
    };
    if (signal.aborted) reject(signal.reason);
    else {
      signal.onAbort(abort);
      startNext();
    }
  });
}

/** The error of each attempt, in order. */
class AllFailed extends Error {
  readonly failures: readonly unknown[];

  constructor(failures: readonly unknown[]) {
    super('all attempts failed');
    this.failures = failures;
  }
}
