import { type ClientKeyCredential, type ClientKeyOptions, ClientKeyProvider } from '../credentials/client-key.js';
import type { InstanceApi, MessageName } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { type Endpoint, parseEndpoint } from '../transport/endpoint.js';
import { callerHeaders, GatewayCalls } from '../transport/gateway-calls.js';
import type { CallOptions, TransportOptions } from '../transport/options.js';
import { errorOfResponse, incompleteResponse, invalidResponse, missingIn } from '../transport/response-checks.js';
import type { Transport } from '../transport/transport.js';
import type { CallMetadata, Exchange, WireResponse } from '../transport/types.js';
import { attempt, onceFor } from '../util/work.js';
import { decodeInstanceError } from '../wire/error-body.js';
import {
  formatBearer,
  instanceApiVersion,
  instanceContentSha256,
  instanceContentType,
  instanceHeaders,
  instanceSignatureMethod,
  instanceStringToSign,
} from '../wire/instance-signature.js';
import { decodeMessage, encodeMessage } from '../wire/protobuf.js';
import { formatHttpDate } from '../wire/timestamps.js';

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
   * @param fetchCa gets the instance's CA if neither configuration nor call has one
   * @param fetchCa gets the instance's CA when neither configuration nor call gives one
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(config: InstanceGatewayConfig, transport: Transport, where: string, fetchCa?: () => Promise<string>) {
    this.#endpoint = parseEndpoint(config.endpoint, `${where}.endpoint`);
    this.#clientKey = new ClientKeyProvider(config, where);
    this.#calls = new GatewayCalls(config, transport, { where, peer: 'instance', fetchCa });
  }

  /** Host, with its port unless that is 443. */
  get host(): string {
    return this.#endpoint.host;
  }

  /**
   * @param request fields of the API's request message, by wire name
   * @returns `answer`: fields of its response message, without those that have the default of their type;
   * `keyVersionId`: the key version that was used
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

/** A call to an instance gateway, ready to be sent repeatedly. */
export interface InstanceCall {
  api: InstanceApi;
  answerMessage: MessageName;
  endpoint: Endpoint;
  /** The request, by wire name. */
  request: Readonly<Record<string, unknown>>;
  /** {@link request} as a message. */
  body: Uint8Array;
  /** Headers of the caller, names in lower case. */
  requestHeaders: Readonly<Record<string, string>>;
  clientKey(): Promise<ClientKeyCredential>;
}

export interface InstanceResponse {
  /** Fields by wire name, without those that have the default of their type. */
  message: Record<string, unknown>;
  /** The key version that was used, for cryptographic APIs. */
  keyVersionId?: string;
}

/** Headers that the protocol sets. */
const instanceReservedHeaders: readonly string[] = [
  'accept',
  'authorization',
  'content-type',
  'date',
  instanceHeaders.accessKeyId,
  instanceHeaders.apiName,
  instanceHeaders.apiVersion,
  instanceHeaders.contentSha256,
  instanceHeaders.signatureMethod,
];

/** None of the instance's APIs changes anything, so all of them can be retried. */
function instanceExchange(call: InstanceCall): Exchange<InstanceResponse> {
  const { api, endpoint, body } = call;
  const contentSha256 = instanceContentSha256(body);
  return {
    api,
    endpoint: endpoint.host,
    repeatable: true,
    async prepare(now) {
      const clientKey = await call.clientKey();
      const headers: Record<string, string> = {
        ...call.requestHeaders,
        accept: instanceContentType,
        host: endpoint.host,
        date: formatHttpDate(now),
        [instanceHeaders.apiVersion]: instanceApiVersion,
        [instanceHeaders.apiName]: api,
        [instanceHeaders.signatureMethod]: instanceSignatureMethod,
        [instanceHeaders.accessKeyId]: clientKey.keyId,
        'content-type': instanceContentType,
        'content-length': String(body.length),
        [instanceHeaders.contentSha256]: contentSha256,
      };
      headers.authorization = formatBearer(await clientKey.sign(instanceStringToSign(headers)));
      return { origin: endpoint.origin, path: '/', method: 'POST', headers, body };
    },
    read: (response) => readResponse(call, response),
  };
}

function readResponse(
  { api, answerMessage, endpoint, request }: InstanceCall,
  response: WireResponse,
): InstanceResponse {
  const { status, headers, body } = response;
  const context = { api, endpoint: endpoint.host };
  if (status < 200 || status > 299) {
    const call = { api, credential: 'clientKey', peer: 'instance', parameters: request } as const;
    throw errorOfResponse(response, decodeInstanceError(body), context, call);
  }
  const message = attempt(() => decodeMessage(answerMessage, body));
  // Every response of KMS has a request id; other bytes may decode to nothing as well.
  if (!message?.RequestId) throw invalidResponse(response, context);
  const missing = missingIn(instanceOperations[api].answer, message, request, 'message');
  if (missing) throw incompleteResponse(response, context, missing, message.RequestId);
  const keyVersionId = headers[instanceHeaders.keyVersionId];
  return { message, keyVersionId: typeof keyVersionId === 'string' ? keyVersionId : undefined };
}
