import { type ClientKeyOptions, ClientKeyProvider } from '../credentials/client-key.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { execute } from '../transport/execute.js';
import {
  type CallOptions,
  type CallPolicy,
  resolveCallOptions,
  resolveTransportOptions,
  type TransportOptions,
  transportOptionNames,
} from '../transport/options.js';
import { ServerClock } from '../transport/server-clock.js';
import type { Transport } from '../transport/transport.js';
import type { CallMetadata } from '../transport/types.js';
import { callerHeaders } from '../wire/caller-headers.js';
import { type Endpoint, parseEndpoint } from '../wire/endpoint.js';
import { encodeMessage } from '../wire/protobuf.js';
import { instanceExchange, instanceReservedHeaders } from './instance-exchange.js';

export interface InstanceGatewayConfig extends ClientKeyOptions, TransportOptions {
  endpoint: string;
}

const where = 'kmsInstanceConfig';

/** The gateway of a KMS instance, called with a client key: protobuf messages, signed with RSA. */
export class InstanceGateway {
  readonly #endpoint: Endpoint;
  readonly #clientKey: ClientKeyProvider;
  readonly #policy: CallPolicy;
  readonly #transport: Transport;
  readonly #clock = new ServerClock();

  /** @throws KmsConfigurationError `Config.Missing`, `Config.Invalid` */
  constructor(config: InstanceGatewayConfig, transport: Transport) {
    this.#endpoint = parseEndpoint(config.endpoint, `${where}.endpoint`);
    this.#clientKey = new ClientKeyProvider(config, where);
    const transportOptions = Object.fromEntries(transportOptionNames.map((name) => [name, config[name]]));
    this.#policy = resolveTransportOptions(transportOptions, where);
    this.#transport = transport;
  }

  /**
   * @param request fields of the API's request message, by wire name
   * @returns `answer`: fields of its response message, those with the default of their type absent;
   * `keyVersionId`: the key version that did the work
   */
  async call(
    api: InstanceApi,
    request: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<{ answer: Record<string, unknown>; keyVersionId?: string; metadata: CallMetadata }> {
    const policy = resolveCallOptions(this.#policy, options);
    const exchange = instanceExchange({
      api,
      answerMessage: `${api}Response`,
      endpoint: this.#endpoint,
      body: encodeMessage(`${api}Request`, request),
      requestHeaders: callerHeaders(policy.requestHeaders, instanceReservedHeaders),
      clientKey: this.#clientKey.get,
    });
    const { answer, metadata } = await execute(exchange, this.#transport, policy, this.#clock);
    return { answer: answer.message, keyVersionId: answer.keyVersionId, metadata };
  }

  /** The client key's id and the end of its validity, when known; loads it if no call has done so yet. */
  async clientKey(): Promise<{ keyId: string; validUntil?: Date }> {
    const { keyId, validUntil } = await this.#clientKey.get();
    return { keyId, validUntil };
  }
}
