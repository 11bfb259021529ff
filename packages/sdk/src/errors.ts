import type { FutureValue } from './model/future-value.js';
import type { ServiceErrorCode } from './model/service-errors.js';
import { oneLine } from './util/text.js';

/** Longest message; messages may quote input. */
const messageMaxChars = 4_096;

/** Marks errors of every copy of this SDK. */
const brand: unique symbol = Symbol.for('alibabacloud-kms-sdk.KmsError');

/** The call that failed; part of every error of a call. */
export interface CallContext {
  /** The API's name on the wire, e.g. `AdvanceEncrypt`. */
  api?: string;
  /** Host (and port) of the gateway, e.g. `kms.cn-hangzhou.aliyuncs.com`. */
  endpoint?: string;
  /** How many times the request was sent; 0 if it was never sent. */
  attempts?: number;
}

/**
 * Every error of this SDK: match on `code`, which is stable; `message` is for people.
 *
 * @example
 * ```ts
 * catch (error) {
 *   if (!(error instanceof KmsError)) throw error; // the reason of your own signal
 *   console.error(error.code, error.api, error.endpoint, error.attempts);
 * }
 * ```
 */
export class KmsError extends Error {
  override readonly name: string = 'KmsError';
  /** Stable, machine-readable: the service's code (`Forbidden.KeyNotFound`) or one of the SDK's (`Timeout.Read`). */
  readonly code: string;
  readonly api?: string;
  readonly endpoint?: string;
  readonly attempts?: number;

  constructor(code: string, message: string, context: CallContext & { cause?: unknown } = {}) {
    super(oneLine(message, messageMaxChars), context.cause === undefined ? undefined : { cause: context.cause });
    this.code = code;
    this.api = context.api;
    this.endpoint = context.endpoint;
    this.attempts = context.attempts;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/** Why a policy refused the call, under the names of KMS and RAM. Not every refusal has all of them. */
export interface AccessDeniedDetail {
  /** The refused action, `kms:Decrypt`. */
  readonly AuthAction?: string;
  /** `ImplicitDeny`: no policy allows it; `ExplicitDeny`: a policy denies it, whatever others allow. */
  readonly NoPermissionType?: string;
  /** Type of the policy that decided, such as `AccountLevelIdentityBasedPolicy` or `SessionPolicy`. */
  readonly PolicyType?: string;
  /** Type of the caller, such as `SubUser` (a RAM user) or `AssumedRoleUser`. */
  readonly AuthPrincipalType?: string;
  /** Id of a RAM user, or `<role>:<session>`. */
  readonly AuthPrincipalDisplayName?: string;
  /** Account that the caller belongs to. */
  readonly AuthPrincipalOwnerId?: string;
  /** The whole diagnosis, for RAM's DecodeDiagnosticMessage. */
  readonly EncodedDiagnosticMessage?: string;
  readonly [name: string]: unknown;
}

/** Details of an error response. */
export interface ServiceErrorDetails extends CallContext {
  status: number;
  /** The service's own message. */
  serviceMessage: string;
  requestId?: string;
  /** What to do about it, for common codes. */
  advice?: string;
  /** Link to the service's diagnosis of this request, if it sent one. */
  recommend?: string;
  /** The service's explanation of its message, if any. */
  description?: string;
  /** Why a policy refused the call, if the service says so. */
  accessDeniedDetail?: AccessDeniedDetail;
}

/** The service responded with an error. */
export class KmsServiceError extends KmsError {
  override readonly name: 'KmsServiceError' | 'KmsTransferError' = 'KmsServiceError';
  declare readonly code: ServiceErrorCode | FutureValue;
  /** HTTP status of the response. */
  readonly status: number;
  /** Id of the request in the service's logs: give it to support. */
  readonly requestId?: string;
  readonly serviceMessage: string;
  readonly advice?: string;
  readonly recommend?: string;
  readonly description?: string;
  readonly accessDeniedDetail?: AccessDeniedDetail;

  /** @param message default: the service's message, the call, and the advice */
  constructor(code: string, details: ServiceErrorDetails, message = describe(code, details)) {
    const { status, requestId, serviceMessage, advice } = details;
    super(code, message, details);
    this.status = status;
    this.requestId = requestId;
    this.serviceMessage = serviceMessage;
    this.advice = advice;
    this.recommend = details.recommend;
    this.description = details.description;
    this.accessDeniedDetail = details.accessDeniedDetail;
  }
}

function describe(
  code: string,
  { api, endpoint, status, requestId, serviceMessage, advice }: ServiceErrorDetails,
): string {
  const subject = api ? `${api}: ` : '';
  const where = [`HTTP ${status}`, endpoint && `from ${endpoint}`, requestId && `request id ${requestId}`];
  const text = `${subject}${code}: ${serviceMessage || 'no message'} (${where.filter(Boolean).join(', ')})`;
  return advice ? `${text}. ${advice}` : text;
}

/**
 * A service error in the form of the KMS 1.0 client: what a `TransferClient` throws.
 *
 * `code` and `message` have the wording of the client's API generation: `Forbidden.KeyNotFound` and
 * `Forbidden.KeyNotFound: code: 404, The specified Key is not found. request id: …`; in generation 1
 * `Forbidden.KeyNotFoundError` and `requestid:`.
 */
export class KmsTransferError extends KmsServiceError {
  override readonly name = 'KmsTransferError';
  /** HTTP status of the response; 400 if this client refused the request itself. */
  readonly statusCode: number;
  /** The response body: `HttpStatus`, `Code`, `Message`, `RequestId`, …; for an instance, as KMS 1.0 would have worded it. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    details: ServiceErrorDetails,
    { message, data }: { message: string; data: Readonly<Record<string, unknown>> },
  ) {
    super(code, details, message);
    this.statusCode = details.status;
    this.data = data;
  }
}

/**
 * The limit that was exceeded: `connectTimeoutMs`, `readTimeoutMs`, or `timeoutMs` for the whole call. A `TransferClient`
 * uses KMS 1.0's code for the first two: `SDK.ReadTimeout`.
 */
export type TimeoutCode = 'Timeout.Connect' | 'Timeout.Read' | 'Timeout.Deadline' | 'SDK.ReadTimeout';

/** Connecting, waiting for bytes or the whole call took longer than allowed. */
export class KmsTimeoutError extends KmsError {
  override readonly name = 'KmsTimeoutError';
  declare readonly code: TimeoutCode;
  /** The limit that was exceeded. */
  readonly timeoutMs: number;

  constructor(code: TimeoutCode, message: string, timeoutMs: number, context: CallContext & { cause?: unknown } = {}) {
    super(code, message, context);
    this.timeoutMs = timeoutMs;
  }
}

/**
 * What failed on the connection; `InvalidResponse`: the server is not KMS. `SDK.ServerUnreachable` is KMS 1.0's code for
 * `Connection.Dns`, which a `TransferClient` uses.
 */
export type ConnectionCode =
  | 'SDK.ServerUnreachable'
  | 'Connection.Dns'
  | 'Connection.Refused'
  | 'Connection.Reset'
  | 'Connection.Tls'
  | 'Connection.Proxy'
  | 'Connection.InvalidResponse'
  | 'Connection.Failed';

/** There was no usable response: DNS, TCP, TLS or a proxy failed, or the server is not KMS. */
export class KmsConnectionError extends KmsError {
  override readonly name = 'KmsConnectionError';
  declare readonly code: ConnectionCode;
}

/**
 * Why a call cannot work: an option that is missing, invalid or unsupported, a closed client, an unavailable credential,
 * or an invalid request.
 */
export type ConfigurationCode =
  | 'Config.Missing'
  | 'Config.Invalid'
  | 'Config.Unsupported'
  | 'Config.ClientClosed'
  | 'Credentials.Unavailable'
  | 'ClientKey.Unreadable'
  | 'ClientKey.WrongPassword'
  | 'ClientKey.Unwritable'
  | 'InstanceCa.Unavailable'
  | 'Request.Invalid';

/** The client or the call got something that cannot work; nothing was sent. */
export class KmsConfigurationError extends KmsError {
  override readonly name = 'KmsConfigurationError';
  declare readonly code: ConfigurationCode;
}

/** The awaited state cannot be reached unless somebody intervenes. */
export class KmsStateError extends KmsError {
  override readonly name = 'KmsStateError';
  declare readonly code: 'State.Unreachable';

  constructor(message: string, context: CallContext & { cause?: unknown } = {}) {
    super('State.Unreachable', message, context);
  }
}

/** A resource that was created, or may have been, and still exists after the call as a whole failed. */
export interface Leftover {
  /** Description: `policy app`. */
  what: string;
  /** The API that deletes it: `DeletePolicy`. */
  removedBy: string;
  /** Why it could not be deleted, or why it is unknown whether it was created. */
  reason: unknown;
}

/** A call of several steps failed, and could not delete everything that it had created. `cause` is the first failure. */
export class KmsUndoError extends KmsError {
  override readonly name = 'KmsUndoError';
  declare readonly code: 'Undo.Incomplete';
  /** What is left to clean up. */
  readonly leftovers: readonly Leftover[];

  constructor(message: string, leftovers: readonly Leftover[], cause: unknown) {
    super('Undo.Incomplete', message, { cause });
    this.leftovers = leftovers;
  }
}

/** What is wrong with a secret, or with the store of a `SecretCache`. */
export type SecretCode =
  | 'Secret.Unavailable'
  | 'Secret.NotPreloaded'
  | 'Secret.NotText'
  | 'Secret.NotJson'
  | 'Secret.NotCredentials'
  | 'Secret.SchemaMismatch'
  | 'SecretStore.Unreadable'
  | 'SecretStore.Unwritable';

/** A secret is not what the caller expects, or is unavailable; no message contains a value. */
export class KmsSecretError extends KmsError {
  override readonly name = 'KmsSecretError';
  declare readonly code: SecretCode;
  /** The secret, if the error is about one. */
  readonly secretName?: string;
  /** `Secret.Unavailable`: the error of each client, in order; `Secret.NotPreloaded`: the error of each secret. */
  readonly failures: readonly unknown[];

  constructor(
    code: SecretCode,
    message: string,
    details: CallContext & { cause?: unknown; secretName?: string; failures?: readonly unknown[] } = {},
  ) {
    super(code, message, details);
    this.secretName = details.secretName;
    this.failures = details.failures ?? [];
  }
}

/**
 * What is wrong with a message. `Malformed`: not a message, or only part of one. `ContextMismatch`: bound to a different
 * context than the caller's. `NotAllowed`: a kind of message that must be allowed explicitly. `Unsupported`: an unknown
 * version or algorithm. `LimitExceeded`: larger than is safe.
 */
export type EnvelopeErrorCode =
  | 'Envelope.Malformed'
  | 'Envelope.ContextMismatch'
  | 'Envelope.NotAllowed'
  | 'Envelope.Unsupported'
  | 'Envelope.LimitExceeded';

/** A message that cannot be opened, or must not be; none of it was decrypted. */
export class KmsEnvelopeError extends KmsError {
  override readonly name = 'KmsEnvelopeError';
  declare readonly code: EnvelopeErrorCode;
}

/** The message was changed, truncated or combined from others. The error does not say which. */
export class KmsIntegrityError extends KmsError {
  override readonly name = 'KmsIntegrityError';
  declare readonly code: 'Envelope.IntegrityFailed';

  constructor() {
    super('Envelope.IntegrityFailed', 'the message is not as it was encrypted: its integrity check failed');
  }
}

/** No key opened the message. `errors` has the error of each key tried; empty if none was allowed. */
export class KmsUnwrapError extends KmsError {
  override readonly name = 'KmsUnwrapError';
  declare readonly code: 'Envelope.NoUsableKey';
  /** The error of each key, in the order of the keys. */
  readonly errors: readonly unknown[];

  constructor(message: string, errors: readonly unknown[] = []) {
    super('Envelope.NoUsableKey', message, { cause: errors[0] });
    this.errors = errors;
  }
}

/** Every error of this SDK; distinguish them by `name`. */
export type AnyKmsError =
  | KmsServiceError
  | KmsTransferError
  | KmsTimeoutError
  | KmsConnectionError
  | KmsConfigurationError
  | KmsStateError
  | KmsUndoError
  | KmsSecretError
  | KmsEnvelopeError
  | KmsIntegrityError
  | KmsUnwrapError;

/**
 * Whether a value is an error of this SDK, including other copies of it: if two are installed, `instanceof` recognises
 * only the errors of its own copy.
 *
 * @example
 * ```ts
 * catch (error) {
 *   if (isKmsError(error) && error.name === 'KmsServiceError') console.error(error.requestId);
 * }
 * ```
 */
export const isKmsError = (error: unknown): error is AnyKmsError =>
  typeof error === 'object' && error !== null && brand in error;

/**
 * Gives an error to one call. Calls that wait for the same file share its failure; each gets its own error, which names
 * that call. Errors from elsewhere stay as they are.
 */
export function errorOfCall(error: unknown, call: Required<CallContext>): unknown {
  if (error instanceof KmsConfigurationError) {
    return new KmsConfigurationError(error.code, error.message, { ...call, cause: error.cause });
  }
  return error instanceof KmsError ? Object.assign(error, call) : error;
}
