/**
 * The service's error codes: status and words that it answers with, and whether to try again. What a caller can do about
 * them is in `advice.ts`. The client takes `retry` from here, the local KMS status and message, the documentation both.
 */
export interface ServiceErrorFacts {
  status: number;
  /** The service's words; `{}` stands for the value or name that was wrong. */
  message: string;
  /**
   * - `rejected`: turned away before anything was done, so any call may be sent again;
   * - `transient`: may work next time, but may have been executed: only repeatable calls are sent again;
   * - `clock`: the date was refused: sent again once, with the server's time.
   */
  retry?: 'rejected' | 'transient' | 'clock';
  /** The code stands for many things; with exactly these words it means `rejected`. */
  rejectedWords?: string;
}

export const serviceErrors = {
  // instance gateway
  InvalidApiName: { status: 400, message: 'The ApiName "{}" is invalid.' },
  InvalidApiVersion: { status: 400, message: 'The ApiVersion "{}" is invalid.' },
  InvalidParam: {
    status: 400,
    message: 'The Param {} is invalid.',
    // The body that arrived is not the one that was signed: lost on the way, so sending it again is all it takes.
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
  // The OpenAPI gateway's own flow control, in front of KMS; not the status that one would expect.
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

/** A code of the service that this SDK knows; `code` of an error may be another one. */
export type ServiceErrorCode = keyof typeof serviceErrors;

/** The facts of a code, or undefined for one that is not in the table. */
export function serviceErrorFacts(code: string): ServiceErrorFacts | undefined {
  return Object.hasOwn(serviceErrors, code) ? serviceErrors[code as ServiceErrorCode] : undefined;
}

/** Whether, and how, a call that was answered with an error may be sent again. */
export function retryOf(code: string, serviceMessage: string): ServiceErrorFacts['retry'] {
  const { retry, rejectedWords } = serviceErrorFacts(code) ?? {};
  return retry ?? (rejectedWords !== undefined && serviceMessage === rejectedWords ? 'rejected' : undefined);
}
