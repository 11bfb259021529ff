import { KmsConnectionError, KmsServiceError } from '../../src/errors.js';
import { execute } from '../../src/transport/execute.js';
import { type CallOptions, resolveCallOptions, resolveTransportOptions } from '../../src/transport/options.js';
import { ServerClock } from '../../src/transport/server-clock.js';
import { Transport } from '../../src/transport/transport.js';
import type { Exchange, WireResponse } from '../../src/transport/types.js';
import { type TestServer, testCa } from './hostile-server.js';

/** Waits are short, so that tests are; what passes is never measured. */
const quick: CallOptions = { backoff: { baseMs: 1, maxMs: 5 } };

export interface TestCall extends CallOptions {
  repeatable?: boolean;
  prepare?: Exchange<string>['prepare'];
  random?: () => number;
}

/** A client of one server: what the gateways are, without their protocols. */
export class Caller {
  readonly transport = new Transport();
  readonly clock = new ServerClock();
  readonly #origin: string;
  readonly #options: CallOptions;

  constructor(server: Pick<TestServer, 'origin'>, options: CallOptions = { ca: testCa }) {
    this.#origin = server.origin;
    this.#options = options;
  }

  call({ repeatable = true, prepare, random, ...options }: TestCall = {}) {
    const origin = this.#origin;
    const base = resolveTransportOptions(quick, 'config');
    const policy = resolveCallOptions(resolveCallOptions(base, this.#options), options);
    const exchange: Exchange<string> = {
      api: 'TestApi',
      endpoint: new URL(origin).host,
      repeatable,
      prepare:
        prepare ??
        ((now) => ({
          origin,
          path: '/',
          method: 'POST',
          headers: { 'x-signed-at': now.toISOString(), ...policy.requestHeaders },
          body: Buffer.from('hello'),
        })),
      read,
    };
    return execute(exchange, this.transport, policy, this.clock, random);
  }

  [Symbol.dispose]() {
    this.transport.close();
  }
}

/** An error answer is the text `Code: message`. */
function read({ status, body }: WireResponse): string {
  const text = body.toString();
  if (status < 300) return text;
  const [code = '', message] = text.split(': ');
  if (message === undefined) throw new KmsConnectionError('Connection.InvalidResponse', `HTTP ${status}: no KMS`);
  throw new KmsServiceError(code, { status, serviceMessage: message });
}

/** What the call rejected with; fails when it did not. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const { reason, value } = (await Promise.allSettled([call]))[0] as { reason?: unknown; value?: unknown };
  if (value !== undefined) throw new Error('the call did not fail');
  return reason;
}

/** Resolves when `condition` holds, looking again after every turn of the event loop. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** What the process warned of meanwhile, e.g. of too many listeners. */
export async function warningsDuring(work: () => Promise<unknown>): Promise<Error[]> {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  await work();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', onWarning);
  return warnings;
}
