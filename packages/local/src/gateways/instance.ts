import { verify } from 'node:crypto';
import {
  encodeInstanceError,
  encodeMessage,
  instanceApiVersion,
  instanceContentSha256,
  instanceContentType,
  instanceHeaders,
  instanceSignatureMethod,
  instanceStringToSign,
  limits,
  parseBearer,
  parseHttpDate,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import type { Access } from '../access/access.js';
import type { ClientKey } from '../access/client-keys.js';
import { systemClock } from '../clock.js';
import { instanceHandlers } from '../handlers/instance-handlers.js';
import type { InstanceHandlers, InstanceResponse } from '../handlers/types.js';
import type { Kms } from '../kms.js';
import { ServiceError } from '../service-error.js';
import { guarded } from './guards.js';
import type { AppRequest, AppResponse, Gateway } from './http.js';
import { checkRequest, decodeRequest } from './instance-messages.js';

/** Messages that differ from those of the public gateway. */
const ownWords: Partial<Record<string, string>> = { UnsupportedOperation: 'Rejected.UnsupportedOperation' };

/** The instance gateway: protobuf, signed with a client key. */
export function createInstanceGateway(kms: Kms): Gateway {
  return {
    name: 'instance',
    async accept(request, { requestId, facts }) {
      const { headers, body } = request;
      const api = findApi(headers);
      facts.api = api;
      const clientKey = await authenticate(request, kms.access);
      facts.caller = clientKey.id;
      const guard = await kms.access.guardOf(clientKey, api, request.remoteAddress);
      const message = decodeRequest(api, body);
      facts.keyId = text(message.KeyId);
      facts.secretName = text(message.SecretName);
      const keyVersionId = headers[instanceHeaders.keyVersionId];
      const caller = { kind: 'clientKey', id: clientKey.id, remoteAddress: request.remoteAddress } as const;
      const context = { kms: guarded(kms, guard), caller, requestId, keyVersionId };
      return {
        async run() {
          const { message: response, keyVersionId: usedVersionId } = await handle(api, message, context);
          const body = encodeMessage(`${api}Response`, { ...response, RequestId: requestId });
          return protobuf(200, body, usedVersionId);
        },
      };
    },
    refuse({ code, status, message }, _request, requestId) {
      return protobuf(status, encodeInstanceError({ status, code, message: ownWords[code] ?? message, requestId }));
    },
  };
}

function protobuf(status: number, body: Uint8Array, keyVersionId?: string): AppResponse {
  const headers: Record<string, string> = { 'content-type': instanceContentType };
  if (keyVersionId !== undefined) headers[instanceHeaders.keyVersionId] = keyVersionId;
  return { status, headers, body };
}

type Headers = AppRequest['headers'];

function findApi(headers: Headers): keyof InstanceHandlers {
  const api = headers[instanceHeaders.apiName] ?? '';
  if (!Object.hasOwn(instanceHandlers, api)) throw new ServiceError('InvalidApiName', { subject: api });
  const version = headers[instanceHeaders.apiVersion] ?? '';
  if (version !== instanceApiVersion) throw new ServiceError('InvalidApiVersion', { subject: version });
  return api as keyof InstanceHandlers;
}

const handle = <Api extends keyof InstanceHandlers>(
  api: Api,
  message: Readonly<Record<string, unknown>>,
  context: Parameters<InstanceHandlers[Api]>[1],
): Promise<InstanceResponse<Api>> => instanceHandlers[api](checkRequest(api, message), context);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

async function authenticate(request: AppRequest, access: Access): Promise<ClientKey> {
  const { headers } = request;
  const date = readHeader('Date', () => parseHttpDate(headers.date ?? '')).getTime();
  const signature = readHeader('Authorization', () => parseBearer(headers.authorization ?? ''));
  if (headers[instanceHeaders.signatureMethod] !== instanceSignatureMethod) {
    throw new ServiceError('InvalidParam', { subject: instanceHeaders.signatureMethod });
  }
  const id = headers[instanceHeaders.accessKeyId];
  if (!id) {
    throw new ServiceError('MissingParameter', {
      message: `Parameter ${instanceHeaders.accessKeyId} does not exist in http header or body.`,
    });
  }
  if (Math.abs(systemClock.now() - date) > limits.clockSkewMs) throw new ServiceError('RequestTimeTooSkewed');
  const clientKey = await access.clientKeys.find(id);
  if (!clientKey) throw new ServiceError('Unauthorized');
  // Clients for Java and Go retry a request on exactly this error: their HTTP libraries repeat an interrupted request without
  // its body.
  if (headers[instanceHeaders.contentSha256] !== instanceContentSha256(request.body)) {
    throw new ServiceError('InvalidParam', { subject: 'Content-SHA256' });
  }
  if (!isSigned(request, signature, clientKey)) throw new ServiceError('SignatureNotMatch');
  return clientKey;
}

/** The signature covers the method, the path and the signed headers; among them content-sha256, which covers the body. */
function isSigned({ method, path, headers }: AppRequest, signature: Buffer, { publicKey }: ClientKey): boolean {
  return (
    method === 'POST' &&
    path === '/' &&
    verify('sha256', Buffer.from(instanceStringToSign(headers)), publicKey, signature)
  );
}

function readHeader<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof WireFormatError ? new ServiceError('InvalidParam', { subject: name }) : error;
  }
}
