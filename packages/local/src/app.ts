import { randomUUID } from 'node:crypto';
import { formatHttpDate, instanceHeaders } from 'alibabacloud-kms-sdk/internal';
import type { Kms } from './actions/types.js';
import type { AppRequest, AppResponse, Gateway } from './gateways/http.js';
import { createInstanceGateway } from './gateways/instance.js';
import { createOpenApiGateway } from './gateways/openapi.js';
import { ServiceError } from './service-error.js';

export type { AppRequest, AppResponse };

/** Writes one line for the person who runs this KMS. */
export type Log = (line: string) => void;

/** The whole KMS without a socket. */
export interface App {
  /** Answers a request; never rejects. */
  handle(request: AppRequest): Promise<AppResponse>;
  /** Answers a request that is turned away before its body was read. */
  refuse(request: Omit<AppRequest, 'body'>, error: ServiceError): AppResponse;
}

export function createApp(kms: Kms, log: Log): App {
  const instance = createInstanceGateway(kms);
  const openApi = createOpenApiGateway(kms);
  const gatewayOf = (request: Omit<AppRequest, 'body'>): Gateway =>
    request.headers[instanceHeaders.apiName] === undefined ? openApi : instance;

  const finished = (response: AppResponse, requestId: string): AppResponse => ({
    ...response,
    headers: {
      ...response.headers,
      date: formatHttpDate(new Date(kms.clock.now())),
      'x-acs-request-id': requestId,
    },
  });

  return {
    async handle(request) {
      const requestId = randomUUID();
      const gateway = gatewayOf(request);
      try {
        return finished(await gateway.answer(request, requestId), requestId);
      } catch (error) {
        if (!(error instanceof ServiceError)) log(`request ${requestId} failed: ${withoutData(error)}`);
        const shown = error instanceof ServiceError ? error : new ServiceError('InternalFailure');
        return finished(gateway.refuse(shown, request, requestId), requestId);
      }
    },
    refuse(request, error) {
      const requestId = randomUUID();
      return finished(gatewayOf(request).refuse(error, request, requestId), requestId);
    },
  };
}

/** Name, code and stack of an error. Its message stays out: whoever threw it may have quoted the data that it stumbled over. */
function withoutData(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const { code } = error as NodeJS.ErrnoException;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [code === undefined ? error.name : `${error.name} ${code}`, ...frames].join('\n');
}
