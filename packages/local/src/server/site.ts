import { isError } from 'alibabacloud-kms-sdk/internal';
import type { AppRequest, AppResponse, Disruption, RequestHead, Routes } from '../gateways/http.js';
import type { ServiceError } from '../service-error.js';
import { StorageError } from '../store/storage-failure.js';

/** Writes one line for the operator of this KMS. */
export type Log = (line: string) => void;

/** Serves requests, without a socket. */
export interface Site {
  /** Responds to a request, or disrupts it; never rejects. */
  handle(request: AppRequest): Promise<AppResponse | Disruption>;
  /** Responds to a request that is refused before its body is read. */
  refuse(request: RequestHead, error: ServiceError): AppResponse;
}

/** The page for an error. */
export type ErrorPage = (status: number, message: string) => AppResponse;

/** A site with pages only. */
export function createSite(routes: readonly Routes[], log: Log, errorPage: ErrorPage = plainText): Site {
  const pages = safeRoutes(routes, log, errorPage);
  return {
    handle: async (request) => (await pages(request)) ?? errorPage(404, 'There is nothing here.'),
    refuse: (_request, { status, message }) => errorPage(status, message),
  };
}

/** The first route that knows a request serves it. Never rejects. */
export function safeRoutes(routes: readonly Routes[], log: Log, errorPage: ErrorPage = plainText): Routes {
  return async (request) => {
    try {
      for (const route of routes) {
        const answer = await route(request);
        if (answer) return answer;
      }
      return undefined;
    } catch (error) {
      if (error instanceof StorageError) return errorPage(503, error.message);
      log(`a request for a page failed: ${withoutData(error)}`);
      return errorPage(500, 'Something went wrong; the log of this KMS says more.');
    }
  };
}

const plainText: ErrorPage = (status, message) => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`${message}\n`),
});

/** Name, code and stack of an error, without its message, which may quote the data that caused it. */
export function withoutData(error: unknown): string {
  if (!isError(error)) return `a ${typeof error} was thrown`;
  const { code } = error as NodeJS.ErrnoException;
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [code === undefined ? error.name : `${error.name} ${code}`, ...frames].join('\n');
}
