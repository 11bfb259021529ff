import type { FutureValue } from './model/future-value.js';
import type { ServiceErrorCode } from './model/service-errors.js';
import { oneLine } from './util/text.js';

/** No message is longer, whatever it quotes. */
const messageMaxChars = 4_096;

/** What errors of every copy of this SDK have. */
const brand: unique symbol = Symbol.for('alibabacloud-kms-sdk.KmsError');

/** Where a failed call was going; every error of a call carries it. */
export interface CallContext {
  /** The API's name on the wire, e.g. `AdvanceEncrypt`. */
  api?: string;
  /** Host (and port) that was called, e.g. `kms.cn-hangzhou.aliyuncs.com`. */
  endpoint?: string;
  /** How many times the request was sent; 0 when it never left this machine. */
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

/** Why a call was refused by a policy, in the names that KMS and RAM have for it. Not every refusal carries all of them. */
export interface AccessDeniedDetail {
  /** The action that was refused, `kms:Decrypt`. */
  readonly AuthAction?: string;
  /** `ImplicitDeny`: no policy allows it; `ExplicitDeny`: one denies it, whatever the others allow. */
  readonly NoPermissionType?: string;
  /** Kind of the policy that decided, such as `AccountLevelIdentityBasedPolicy` or `SessionPolicy`. */
  readonly PolicyType?: string;
  /** Kind of the identity that called, such as `SubUser` (a RAM user) or `AssumedRoleUser`. */
  readonly AuthPrincipalType?: string;
  /** Id of a RAM user, or `<role>:<session>`. */
  readonly AuthPrincipalDisplayName?: string;
  /** Account that the identity belongs to. */
  readonly AuthPrincipalOwnerId?: string;
  /** The whole diagnosis, for DecodeDiagnosticMessage of RAM. */
  readonly EncodedDiagnosticMessage?: string;
  readonly [name: string]: unknown;
}

/** What the service answered when it refused or failed. */
export interface ServiceErrorDetails extends CallContext {
  status: number;
  /** The service's own words. */
  serviceMessage: string;
  requestId?: string;
  /** What to do about it, for codes that are met often. */
  advice?: string;
  /** Link of the service to its diagnosis of this request, when it sent one. */
  recommend?: string;
  /** What the service adds to its message, when it does. */
  description?: string;
  /** Why a policy refused the call, when the service says so. */
  accessDeniedDetail?: AccessDeniedDetail;
}

/** The service answered with an error. */
export class KmsServiceError extends KmsError {
  override readonly name: 'KmsServiceError' | 'KmsTransferError' = 'KmsServiceError';
  declare readonly code: ServiceErrorCode | FutureValue;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Give this to support: it names the request in the service's logs. */
  readonly requestId?: string;
  readonly serviceMessage: string;
  readonly advice?: string;
  readonly recommend?: string;
  readonly description?: string;
  readonly accessDeniedDetail?: AccessDeniedDetail;

  /** @param message default: what the service said, of which call, and the advice */
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
 * An error of KMS as the client of KMS 1.0 gives it to its program: what a `TransferClient` throws.
 *
 * `code` and `message` are in the words of the generation that the client was made for: `Forbidden.KeyNotFound` and
 * `Forbidden.KeyNotFound: code: 404, The specified Key is not found. request id: …`, in generation 1
 * `Forbidden.KeyNotFoundError` and `requestid:`.
 */
export class KmsTransferError extends KmsServiceError {
  override readonly name = 'KmsTransferError';
  /** HTTP status of the answer; 400 when this client refused the request itself. */
  readonly statusCode: number;
  /** The body of the answer as it came: `HttpStatus`, `Code`, `Message`, `RequestId`, …; what KMS 1.0 would have said for one of an instance. */
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
 * Which limit was passed: `connectTimeoutMs`, `readTimeoutMs`, or `timeoutMs` for the whole call. A `TransferClient` has
 * KMS 1.0's word for the first two: `SDK.ReadTimeout`.
 */
export type TimeoutCode = 'Timeout.Connect' | 'Timeout.Read' | 'Timeout.Deadline' | 'SDK.ReadTimeout';

/** Something took longer than the call allows: connecting, waiting for bytes, or the whole call. */
export class KmsTimeoutError extends KmsError {
  override readonly name = 'KmsTimeoutError';
  declare readonly code: TimeoutCode;
  /** The limit that was passed. */
  readonly timeoutMs: number;

  constructor(code: TimeoutCode, message: string, timeoutMs: number, context: CallContext & { cause?: unknown } = {}) {
    super(code, message, context);
    this.timeoutMs = timeoutMs;
  }
}

/**
 * What went wrong on the way; `InvalidResponse`: something answered that is no KMS. `SDK.ServerUnreachable` is KMS 1.0's
 * word for `Connection.Dns`, of a `TransferClient`.
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

/** No usable answer came: DNS, TCP, TLS, a proxy, or something that is no KMS at the other end. */
export class KmsConnectionError extends KmsError {
  override readonly name = 'KmsConnectionError';
  declare readonly code: ConnectionCode;
}

/**
 * What cannot work: an option that is missing, wrong or not possible, a client that was closed, a credential that cannot
 * be had, or a request that cannot be right.
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

/** The client or the call was given something that cannot work; nothing was sent. */
export class KmsConfigurationError extends KmsError {
  override readonly name = 'KmsConfigurationError';
  declare readonly code: ConfigurationCode;
}

/** What a waiter waits for cannot come any more, unless somebody steps in. */
export class KmsStateError extends KmsError {
  override readonly name = 'KmsStateError';
  declare readonly code: 'State.Unreachable';

  constructor(message: string, context: CallContext & { cause?: unknown } = {}) {
    super('State.Unreachable', message, context);
  }
}

/** Something that was made and is still there, or may be, after the call that made it failed as a whole. */
export interface Leftover {
  /** What it is, in words: `policy app`. */
  what: string;
  /** The call that takes it away: `DeletePolicy`. */
  removedBy: string;
  /** Why it could not be taken away, or why nobody knows whether it was made. */
  reason: unknown;
}

/** A call of several steps failed, and not all that it had made could be taken away again. `cause` is what failed first. */
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

/** A secret is not what the caller wants of it, or could not be had; no message holds anything of a value. */
export class KmsSecretError extends KmsError {
  override readonly name = 'KmsSecretError';
  declare readonly code: SecretCode;
  /** The secret that it is about, when it is about one. */
  readonly secretName?: string;
  /** Of `Secret.Unavailable` why each client failed, in their order; of `Secret.NotPreloaded` why each secret did. */
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
 * What is wrong with a message, or with opening it. `Malformed`: this is no message, or half of one. `ContextMismatch`: it
 * is bound to another context than the caller's. `NotAllowed`: a kind of message that has to be asked for.
 * `Unsupported`: a version or algorithm that nobody here knows. `LimitExceeded`: larger than is safe.
 */
export type EnvelopeErrorCode =
  | 'Envelope.Malformed'
  | 'Envelope.ContextMismatch'
  | 'Envelope.NotAllowed'
  | 'Envelope.Unsupported'
  | 'Envelope.LimitExceeded';

/** A message that cannot be opened, or must not be; nothing of it was decrypted. */
export class KmsEnvelopeError extends KmsError {
  override readonly name = 'KmsEnvelopeError';
  declare readonly code: EnvelopeErrorCode;
}

/** The message was changed, cut short or put together of others. Which of them it is, is not told. */
export class KmsIntegrityError extends KmsError {
  override readonly name = 'KmsIntegrityError';
  declare readonly code: 'Envelope.IntegrityFailed';

  constructor() {
    super('Envelope.IntegrityFailed', 'the message is not as it was encrypted: its integrity check failed');
  }
}

/** No key opened the message. `errors` has the reason of each key that was tried; without any, none was allowed. */
export class KmsUnwrapError extends KmsError {
  override readonly name = 'KmsUnwrapError';
  declare readonly code: 'Envelope.NoUsableKey';
  /** Why each key failed, in the order of the keys. */
  readonly errors: readonly unknown[];

  constructor(message: string, errors: readonly unknown[] = []) {
    super('Envelope.NoUsableKey', message, { cause: errors[0] });
    this.errors = errors;
  }
}

/** Every error of this SDK, told apart by `name`. */
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
 * Whether something is an error of this SDK, also of another copy of it: where two are installed, `instanceof` knows only
 * the errors of its own.
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
 * An error as that of one call. Calls that wait for the same file share its failure: each gets an error of its own,
 * which names that call. What is no error of this SDK stays as it is.
 */
export function errorOfCall(error: unknown, call: Required<CallContext>): unknown {
  if (error instanceof KmsConfigurationError) {
    return new KmsConfigurationError(error.code, error.message, { ...call, cause: error.cause });
  }
  return error instanceof KmsError ? Object.assign(error, call) : error;
}
