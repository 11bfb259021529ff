import { type AccessKeyOptions, AccessKeyProvider } from '../credentials/access-key.js';
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
import type { Endpoint } from '../wire/endpoint.js';
import { openApiExchange, openApiReservedHeaders } from './openapi-exchange.js';
import { type RegionOptions, regionEndpoint } from './region-endpoint.js';

export interface OpenApiGatewayConfig extends RegionOptions, AccessKeyOptions, TransportOptions {}

/** An OpenAPI gateway, called with an AccessKey: the public one of a region, or that of an instance. */
export class OpenApiGateway {
  readonly #endpoint: Endpoint;
  readonly #accessKey: AccessKeyProvider;
  readonly #policy: CallPolicy;
  readonly #transport: Transport;
  readonly #clock = new ServerClock();

  /**
   * @param where name of the configuration object, for messages
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(config: OpenApiGatewayConfig, transport: Transport, where: string) {
    this.#endpoint = regionEndpoint(config, where);
    this.#accessKey = new AccessKeyProvider(config, where);
    const transportOptions = Object.fromEntries(transportOptionNames.map((name) => [name, config[name]]));
    this.#policy = resolveTransportOptions(transportOptions, where);
    this.#transport = transport;
  }

  /**
   * @param parameters as they travel: names with numbers and dots, values as text
   * @returns the JSON answer
   */
  async call(
    action: string,
    parameters: Readonly<Record<string, string>>,
    { repeatable }: { repeatable: boolean },
    options?: CallOptions,
  ): Promise<{ answer: Record<string, unknown>; metadata: CallMetadata }> {
    const policy = resolveCallOptions(this.#policy, options);
    const exchange = openApiExchange({
      action,
      parameters,
      repeatable,
      endpoint: this.#endpoint,
      requestHeaders: callerHeaders(policy.requestHeaders, openApiReservedHeaders),
      accessKey: () => this.#accessKey.get(),
    });
    return execute(exchange, this.#transport, policy, this.#clock);
  }
}
