/**
 * The service's error codes: HTTP status, message, and whether to retry. `advice.ts` says what callers can do. The client
 * reads `retry` from here, the local KMS status and message, the documentation both.
 */
export interface ServiceErrorFacts {
  status: number;
  /** The service's message; `{}` stands for the invalid value or name. */
  message: string;
  /**
   * - `rejected`: refused before anything was done, so every call may be retried;
   * - `transient`: may work next time, but may have been executed, so only repeatable calls are retried;
   * - `clock`: the date was refused; retried once, with the server's time.
   */
  retry?: 'rejected' | 'transient' | 'clock';
  /** The code has several meanings; with exactly this message it means `rejected`. */
  rejectedWords?: string;
}

export const serviceErrors = {
  // instance gateway
  InvalidApiName: { status: 400, message: 'The ApiName "{}" is invalid.' },
  InvalidApiVersion: { status: 400, message: 'The ApiVersion "{}" is invalid.' },
  InvalidParam: {
    status: 400,
    message: 'The Param {} is invalid.',
    // The body that arrived is not the one that was signed: damaged in transit, so a retry is enough.
    rejectedWords: 'The Param Content-SHA256 is invalid.',
  },
  RequestTimeTooSkewed: {
    status: 400,
    message: 'Request time exceeds server time more than 15 minutes.',
    retry: 'clock',
  },
  Unauthorized: {
    status: 401,
    message: 'The client key is unknown.',
  },
  SignatureNotMatch: {
    status: 401,
    message: 'Signature is not matched.',
  },
  // public gateway: authentication
  IllegalTimestamp: {
    status: 400,
    message: 'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
    retry: 'clock',
  },
  'InvalidTimeStamp.Expired': {
    status: 400,
    message: 'Specified time stamp or date value is expired.',
    retry: 'clock',
  },
  'InvalidAccessKeyId.NotFound': {
    status: 404,
    message: 'The Access Key ID provided does not exist in our records.',
  },
  'InvalidSecurityToken.Expired': {
    status: 403,
    message: 'Specified SecurityToken is expired.',
  },
  'InvalidSecurityToken.Malformed': {
    status: 400,
    message: 'Specified SecurityToken is malformed.',
  },
  MissingSecurityToken: {
    status: 400,
    message: 'SecurityToken is mandatory for this action.',
  },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    status: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  SignatureDoesNotMatch: {
    status: 400,
    message: 'Specified signature is not matched with our calculation.',
  },
  IncompleteSignature: { status: 400, message: 'The request signature does not conform to Aliyun standards.' },
  SignatureNonceUsed: { status: 400, message: 'Specified signature nonce was used already.', retry: 'rejected' },
  // requests
  'InvalidAction.NotFound': { status: 404, message: 'Specified api is not found, please check your url and method.' },
  InvalidParameter: { status: 400, message: 'The specified parameter is not valid.' },
  MissingParameter: { status: 400, message: 'The parameter {} needed but no provided.' },
  UnsupportedOperation: { status: 400, message: 'This action is not supported.' },
  DryRunOperationError: { status: 400, message: 'The request is validated with DryRun flag set.' },
  ValidationError: { status: 400, message: 'The request would be refused: {}' },
  AccessDeniedError: {
    status: 403,
    message: 'The request would be refused by the permission system.',
  },
  // access
  'Forbidden.NoPermission': {
    status: 403,
    message: 'This operation is forbidden by permission system.',
  },
  'Forbidden.ProhibitedByKeyPolicy': {
    status: 403,
    message: 'This operation is forbidden by the key policy.',
  },
  // resources
  'Forbidden.KeyNotFound': {
    status: 404,
    message: 'The specified Key is not found.',
  },
  'Forbidden.AliasNotFound': { status: 404, message: 'The specified Alias is not found.' },
  'Forbidden.ResourceNotFound': {
    status: 404,
    message: 'Resource not found.',
  },
  'Forbidden.DKMSInstanceNotFound': { status: 404, message: 'The specified DKMS Instance is not found.' },
  // states
  'Rejected.Enabled': { status: 409, message: 'The request was rejected because the key state is Enabled.' },
  'Rejected.Disabled': {
    status: 409,
    message: 'The request was rejected because the key state is Disabled.',
  },
  'Rejected.PendingDeletion': {
    status: 409,
    message: 'The request was rejected because the key state is PendingDeletion.',
  },
  'Rejected.PendingImport': {
    status: 409,
    message: 'The request was rejected because the key state is PendingImport.',
  },
  'Rejected.StateModifiedFailed': {
    status: 409,
    message: 'The request was rejected because the state of the key does not allow it.',
  },
  'Rejected.ResourceExist': { status: 409, message: 'The resource already exists.' },
  'Rejected.ResourceInUse': { status: 409, message: 'The resource is in use.' },
  'Rejected.DeletionProtection': {
    status: 409,
    message: 'The resource is protected against deletion.',
  },
  'Rejected.LimitExceeded': { status: 409, message: 'The limit of this resource is exceeded.' },
  // load and failure
  'Rejected.Throttling': {
    status: 429,
    message: 'QPS Limit Exceeded',
    retry: 'rejected',
  },
  // Flow control of the OpenAPI gateway, in front of KMS; its status is unusual.
  Throttling: {
    status: 400,
    message: 'Request was denied due to request throttling.',
    retry: 'rejected',
  },
  'Throttling.Api': {
    status: 400,
    message: 'Request was denied due to api flow control.',
    retry: 'rejected',
  },
  'Throttling.User': {
    status: 400,
    message: 'Request was denied due to user flow control.',
    retry: 'rejected',
  },
  InternalFailure: { status: 500, message: 'Internal Failure', retry: 'transient' },
  ServiceUnavailableTemporary: {
    status: 503,
    message: 'The service is temporarily unavailable.',
    retry: 'transient',
  },
} as const satisfies Record<string, ServiceErrorFacts>;

/** A service code known to this SDK; `code` of an error may be an unknown one. */
export type ServiceErrorCode = keyof typeof serviceErrors;

/** The facts of a code; undefined for an unknown one. */
export function serviceErrorFacts(code: string): ServiceErrorFacts | undefined {
  return Object.hasOwn(serviceErrors, code) ? serviceErrors[code as ServiceErrorCode] : undefined;
}

/** Whether, and how, to retry a call that failed with an error. */
export function retryOf(code: string, serviceMessage: string): ServiceErrorFacts['retry'] {
  const { retry, rejectedWords } = serviceErrorFacts(code) ?? {};
  return retry ?? (rejectedWords !== undefined && serviceMessage === rejectedWords ? 'rejected' : undefined);
}
