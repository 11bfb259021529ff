import type { AccessDeniedDetail } from '../errors.js';
import { decodeMessage, encodeMessage } from './protobuf.js';

/** An error answer of either gateway. */
export interface ErrorBody {
  status?: number;
  code: string;
  message: string;
  requestId?: string;
  /** Public gateway only: the host that answered. */
  hostId?: string;
  /** Public gateway only: link to a diagnosis of this request. */
  recommend?: string;
  /** Public gateway only: what there is to add to the message. */
  description?: string;
  /** Public gateway only: why a policy refused. */
  accessDeniedDetail?: AccessDeniedDetail;
}

/** With the body as it came. */
export type OpenApiErrorBody = ErrorBody & { wire: Readonly<Record<string, unknown>> };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function errorBody(status: unknown, code: unknown, message: unknown): ErrorBody | undefined {
  const known = text(code);
  if (known === undefined) return undefined;
  const number = Number(status);
  return {
    status: Number.isInteger(number) && number > 0 ? number : undefined,
    code: known,
    message: text(message) ?? '',
  };
}

/** Message `Error` of the instance gateway. */
export function encodeInstanceError({ status, code, message, requestId }: ErrorBody): Uint8Array {
  return encodeMessage('Error', { StatusCode: status, ErrorCode: code, ErrorMessage: message, RequestId: requestId });
}

/** Undefined for whatever is not an `Error` with a code: something on the way may have answered, in its own words. */
export function decodeInstanceError(bytes: Uint8Array): ErrorBody | undefined {
  try {
    const value = decodeMessage('Error', bytes);
    const body = errorBody(value.StatusCode, value.ErrorCode, value.ErrorMessage);
    return body && { ...body, requestId: text(value.RequestId) };
  } catch {
    return undefined;
  }
}

/** JSON error of the public gateway. */
export function encodeOpenApiError({ status, code, message, requestId, ...rest }: ErrorBody): string {
  return JSON.stringify({
    HttpStatus: status,
    Code: code,
    Message: message,
    RequestId: requestId,
    HostId: rest.hostId,
    Recommend: rest.recommend,
    Description: rest.description,
    AccessDeniedDetail: rest.accessDeniedDetail,
  });
}

/** Undefined for whatever is not JSON with a code: something on the way may have answered, in its own words. */
export function decodeOpenApiError(bytes: Uint8Array): OpenApiErrorBody | undefined {
  try {
    const wire = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
    const body = errorBody(wire.HttpStatus, wire.Code, wire.Message);
    return (
      body && {
        ...body,
        requestId: text(wire.RequestId),
        hostId: text(wire.HostId),
        recommend: text(wire.Recommend),
        description: text(wire.Description),
        accessDeniedDetail: isObject(wire.AccessDeniedDetail) ? wire.AccessDeniedDetail : undefined,
        wire,
      }
    );
  } catch {
    return undefined;
  }
}
