import { errorOfCall, KmsConfigurationError, KmsTimeoutError } from '../errors.js';
import { abortable, CallScope } from './call-scope.js';
import { observeAttempt } from './diagnostics.js';
import type { CallPolicy } from './options.js';
import { backoffMs, nextStep, retryAfterMs } from './retry.js';
import { SendFailure } from './send-failure.js';
import type { ServerClock } from './server-clock.js';
import type { Transport } from './transport.js';
import type { CallMetadata, Exchange, WireResponse } from './types.js';

/**
 * Makes a call: signs, sends, reads, and retries where that can help and is safe. A call that is running when the
 * transport is closed finishes, retries included; new calls are refused.
 * @param random 0 to 1, for the waits: it only has to differ between clients, not to be unpredictable
 * @throws KmsServiceError, KmsConnectionError, KmsTimeoutError, KmsConfigurationError, or the reason of the caller's signal
 */
export async function execute<Answer>(
  exchange: Exchange<Answer>,
  transport: Transport,
  policy: CallPolicy,
  clock: ServerClock,
  random: () => number = Math.random,
): Promise<{ answer: Answer; metadata: CallMetadata }> {
  const { api, endpoint, repeatable } = exchange;
  const { maxAttempts, backoff, timeoutMs } = policy;
  const scope = new CallScope(policy.signal, timeoutMs);
  const { signal } = scope;
  let attempts = 0;
  let failures = 0;
  let clockCorrected = false;
  let lastError: unknown;
  // It is unknown whether a request reached a server that had just closed an idle connection. A call that must not be
  // executed twice could not be retried then, and would fail needlessly: it gets a new connection instead.
  let fresh = !repeatable;

  try {
    transport.assertOpen();
    signal.throwIfAborted();
    for (;;) {
      const signedOffsetMs = clock.offsetMs;
      const request = await abortable(exchange.prepare(clock.now(), signal), signal);
      signal.throwIfAborted();
      const { accessKey } = request;
      const observed = observeAttempt({ api, endpoint, attempt: ++attempts, accessKey });
      let response: WireResponse | undefined;
      let failure: unknown;
      try {
        response = await transport.send(request, policy, signal, fresh);
        const answer = exchange.read(response);
        observed?.(response.status);
        const metadata = { status: response.status, attempts, headers: askedHeaders(response, policy) };
        return { answer, metadata: accessKey ? { ...metadata, accessKey } : metadata };
      } catch (error) {
        failure = error;
        observed?.(response?.status, { error: errorOf(failure), aborted: signal.aborted });
      }
      signal.throwIfAborted();
      if (failure instanceof KmsConfigurationError) attempts--; // nothing was sent
      lastError = errorOf(failure);

      const step = nextStep(failure, response, repeatable);
      if (step === 'replace connection') {
        // A dead connection costs no attempt. It happens once: a fresh connection cannot be stale.
        attempts--;
        fresh = true;
        continue;
      }
      if (step === 'correct clock' && !clockCorrected && clock.correct(signedOffsetMs, response?.headers.date)) {
        clockCorrected = true;
        continue;
      }
      if (step !== 'wait' || ++failures >= maxAttempts) throw lastError;
      const waitMs = backoffMs(failures, backoff, retryAfterMs(response, clock.now()), random);
      if (!scope.allows(waitMs)) throw lastError;
      await scope.wait(waitMs);
      // When one connection broke, the others in the pool are likely dead as well.
      fresh ||= failure instanceof SendFailure;
    }
  } catch (error) {
    if (scope.expired) {
      const message = `${api} did not finish within ${timeoutMs} ms (timeoutMs)`;
      const context = { api, endpoint, attempts, cause: lastError };
      throw new KmsTimeoutError('Timeout.Deadline', message, timeoutMs, context);
    }
    // The reason of the caller's signal is passed on unchanged; errors of ours get what only this loop knows.
    throw signal.aborted ? error : errorOfCall(error, { api, endpoint, attempts });
  } finally {
    scope.end();
  }
}

const errorOf = (failure: unknown) => (failure instanceof SendFailure ? failure.error : failure);

function askedHeaders({ headers }: WireResponse, { responseHeaders }: CallPolicy): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const name of responseHeaders.includes('*') ? Object.keys(headers) : responseHeaders) {
    const value = headers[name];
    if (value !== undefined) asked[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return asked;
}
