import type { ClientKeyCredential } from '../credentials/client-key.js';
import type { InstanceApi, MessageName } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import type { Exchange, WireResponse } from '../transport/types.js';
import type { Endpoint } from '../wire/endpoint.js';
import { decodeInstanceError } from '../wire/error-body.js';
import { errorOfResponse, incompleteResponse, invalidResponse } from '../wire/error-response.js';
import {
  formatBearer,
  instanceApiVersion,
  instanceContentSha256,
  instanceContentType,
  instanceHeaders,
  instanceSignatureMethod,
  instanceStringToSign,
} from '../wire/instance-signature.js';
import { decodeMessage } from '../wire/protobuf.js';
import { lackOf } from '../wire/response-checks.js';
import { formatHttpDate } from '../wire/timestamps.js';

/** A call to an instance's gateway, ready to be sent as often as needed. */
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
  /** Fields by wire name; those with the default of their type are absent. */
  message: Record<string, unknown>;
  /** The key version that did the work, when the API is one of cryptography. */
  keyVersionId?: string;
}

/** Headers that the protocol gives a value. */
export const instanceReservedHeaders: readonly string[] = [
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

/** None of the instance's APIs stores anything, so each of them can be sent again. */
export function instanceExchange(call: InstanceCall): Exchange<InstanceResponse> {
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
  const message = tryDecode(answerMessage, body);
  // Every answer of KMS names its request; other bytes may decode to nothing as well.
  if (!message?.RequestId) throw invalidResponse(response, context);
  const lack = lackOf(instanceOperations[api].answer, message, request, 'message');
  if (lack) throw incompleteResponse(response, context, lack, message.RequestId);
  const keyVersionId = headers[instanceHeaders.keyVersionId];
  return { message, keyVersionId: typeof keyVersionId === 'string' ? keyVersionId : undefined };
}

function tryDecode(name: MessageName, body: Uint8Array): Record<string, unknown> | undefined {
  try {
    return decodeMessage(name, body);
  } catch {
    return undefined;
  }
}
