import type { AccessDeniedDetail } from '../errors.js';
import { oneLine } from '../util/text.js';
import { isObject } from '../util/value-kinds.js';
import { decodeMessage, encodeMessage } from './protobuf.js';

/** An error response of either gateway. */
export interface ErrorBody {
  status?: number;
  code: string;
  message: string;
  requestId?: string;
  /** Public gateway only: the host that answered. */
  hostId?: string;
  /** Public gateway only: link to a diagnosis of this request. */
  recommend?: string;
  /** Public gateway only: explanation of the message. */
  description?: string;
  /** Public gateway only: why a policy refused. */
  accessDeniedDetail?: AccessDeniedDetail;
}

/** With the original body, unless it is larger than any of KMS. */
export type OpenApiErrorBody = ErrorBody & { wire?: Readonly<Record<string, unknown>> };

const wireMaxBytes = 65_536;

/** Longest texts accepted from a response. KMS sends far shorter ones; a proxy may send anything. */
const maxChars = { code: 128, message: 2_048, id: 256, link: 2_048, diagnosis: 16_384 };

/** Text of a response, cleaned because it ends up in messages, logs and terminals. */
const text = (value: unknown, longest: number) =>
  typeof value === 'string' && value !== '' ? oneLine(value, longest) : undefined;

/** The texts in the detail of a refusal, which is flat. */
function denialOf(detail: unknown): AccessDeniedDetail | undefined {
  if (!isObject(detail)) return undefined;
  const texts = Object.entries(detail).map(([name, value]) => [
    oneLine(name, maxChars.id),
    typeof value === 'string' ? oneLine(value, maxChars.diagnosis) : undefined,
  ]);
  return Object.fromEntries(texts.filter(([, value]) => value !== undefined));
}

function errorBody(status: unknown, code: unknown, message: unknown): ErrorBody | undefined {
  const known = text(code, maxChars.code);
  if (known === undefined) return undefined;
  const number = Number(status);
  return {
    status: Number.isInteger(number) && number > 0 ? number : undefined,
    code: known,
    message: text(message, maxChars.message) ?? '',
  };
}

/** Message `Error` of the instance gateway. */
export function encodeInstanceError({ status, code, message, requestId }: ErrorBody): Uint8Array {
  return encodeMessage('Error', { StatusCode: status, ErrorCode: code, ErrorMessage: message, RequestId: requestId });
}

/** Undefined for anything other than an `Error` with a code: a proxy may have responded in its own format. */
export function decodeInstanceError(bytes: Uint8Array): ErrorBody | undefined {
  try {
    const value = decodeMessage('Error', bytes);
    const body = errorBody(value.StatusCode, value.ErrorCode, value.ErrorMessage);
    return body && { ...body, requestId: text(value.RequestId, maxChars.id) };
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

/** Undefined for anything other than JSON with a code: a proxy may have responded in its own format. */
export function decodeOpenApiError(bytes: Uint8Array): OpenApiErrorBody | undefined {
  try {
    const wire = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
    const body = errorBody(wire.HttpStatus, wire.Code, wire.Message);
    return (
      body && {
        ...body,
        requestId: text(wire.RequestId, maxChars.id),
        hostId: text(wire.HostId, maxChars.id),
        recommend: text(wire.Recommend, maxChars.link),
        description: text(wire.Description, maxChars.message),
        accessDeniedDetail: denialOf(wire.AccessDeniedDetail),
        ...(bytes.length <= wireMaxBytes && { wire }),
      }
    );
  } catch {
    return undefined;
  }
}
