import { type ClientKeyOptions, ClientKeyProvider } from '../credentials/client-key.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { GatewayCalls } from '../transport/gateway-calls.js';
import type { CallOptions, TransportOptions } from '../transport/options.js';
import type { Transport } from '../transport/transport.js';
import type { CallMetadata } from '../transport/types.js';
import { onceFor } from '../util/once-for.js';
import { callerHeaders } from '../wire/caller-headers.js';
import { type Endpoint, parseEndpoint } from '../wire/endpoint.js';
import { encodeMessage } from '../wire/protobuf.js';
import { instanceExchange, instanceReservedHeaders } from './instance-exchange.js';

const messageNames = onceFor((api: InstanceApi) => ({ request: `${api}Request`, answer: `${api}Response` }) as const);

export interface InstanceGatewayConfig extends ClientKeyOptions, TransportOptions {
  endpoint: string;
}

/** The gateway of a KMS instance, called with a client key: protobuf messages, signed with RSA. */
export class InstanceGateway {
  readonly #endpoint: Endpoint;
  readonly #clientKey: ClientKeyProvider;
  readonly #calls: GatewayCalls;

  /**
   * @param where name of the configuration object, for messages
   * @param fetchCa gets the instance's CA when neither configuration nor call gives one
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(config: InstanceGatewayConfig, transport: Transport, where: string, fetchCa?: () => Promise<string>) {
    this.#endpoint = parseEndpoint(config.endpoint, `${where}.endpoint`);
    this.#clientKey = new ClientKeyProvider(config, where);
    this.#calls = new GatewayCalls(config, transport, { where, peer: 'instance', fetchCa });
  }

  /** Host, with its port where that is not 443. */
  get host(): string {
    return this.#endpoint.host;
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
    const messages = messageNames(api);
    const { answer, metadata } = await this.#calls.make({ api, endpoint: this.#endpoint.host }, options, (policy) =>
      instanceExchange({
        api,
        answerMessage: messages.answer,
        endpoint: this.#endpoint,
        request,
        body: encodeMessage(messages.request, request),
        requestHeaders: callerHeaders(policy.requestHeaders, instanceReservedHeaders),
        clientKey: this.#clientKey.get,
      }),
    );
    return { answer: answer.message, keyVersionId: answer.keyVersionId, metadata };
  }

  async clientKey(): Promise<{ keyId: string; validUntil?: Date }> {
    const { keyId, validUntil } = await this.#clientKey.get();
    return { keyId, validUntil };
  }
}
