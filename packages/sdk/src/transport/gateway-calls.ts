import { invalidOption } from '../checks.js';
import { type CallContext, errorOfCall } from '../errors.js';
import type { Peer } from '../model/advice.js';
import { execute } from './execute.js';
import {
  type CallOptions,
  type CallPolicy,
  resolveCallOptions,
  resolveTransportOptions,
  type TransportOptions,
} from './options.js';
import { ServerClock } from './server-clock.js';
import type { Transport } from './transport.js';
import type { CallMetadata, Exchange } from './types.js';

/** Makes the calls of one gateway, with the options of its client and the known difference of its clock. */
export class GatewayCalls {
  readonly #policy: CallPolicy;
  readonly #transport: Transport;
  readonly #clock = new ServerClock();

  /**
   * @param where name of the configuration object, for messages
   * @param fetchCa gets the server's CA when neither client nor call gives one
   * @throws KmsConfigurationError `Config.Invalid`
   */
  constructor(
    options: TransportOptions,
    transport: Transport,
    { where, peer, fetchCa }: { where: string; peer: Peer; fetchCa?: () => Promise<string> },
  ) {
    const policy = { ...resolveTransportOptions(options, where), peer };
    this.#policy = fetchCa ? { ...policy, connection: { ...policy.connection, fetchCa } } : policy;
    this.#transport = transport;
  }

  /** @param exchangeOf describes the call, with the options that it was given */
  async make<Answer>(
    { api, endpoint }: Pick<Required<CallContext>, 'api' | 'endpoint'>,
    options: CallOptions | undefined,
    exchangeOf: (policy: CallPolicy) => Exchange<Answer>,
  ): Promise<{ answer: Answer; metadata: CallMetadata }> {
    const described = () => {
      const policy = resolveCallOptions(this.#policy, options);
      return { policy, exchange: exchangeOf(policy) };
    };
    const { policy, exchange } = inCall({ api, endpoint, attempts: 0 }, described);
    return execute(exchange, this.#transport, policy, this.#clock);
  }
}

/** Errors of what comes before the first attempt name the call as well. */
function inCall<T>(call: Required<CallContext>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw errorOfCall(error, call);
  }
}

/** These decide where a request begins and ends. */
const framing = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * The headers that a caller adds to a request, names in lower case.
 *
 * @param reserved names in lower case that the protocol gives a value
 * @throws KmsConfigurationError `Config.Invalid` for a header that the SDK sets itself
 */
export function callerHeaders(
  headers: Readonly<Record<string, string>>,
  reserved: readonly string[],
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase();
    if (framing.includes(name) || reserved.includes(name)) {
      throw invalidOption(`options.requestHeaders: ${given} is set by the SDK itself`);
    }
    own[name] = value;
  }
  return own;
}
