/**
 * The service's error codes: status and words that it answers with, and what a caller can do about it.
 * The client takes `advice` and `retry` from here, the local KMS status and message, the documentation all of it.
 */
export interface ServiceErrorFacts {
  status: number;
  /** The service's words; `{}` stands for the value or name that was wrong. */
  message: string;
  /** What to do about it, for codes that are met often; `{api}` stands for the API that was called. */
  advice?: string;
  /** The same when the call was made with a client key. */
  clientKeyAdvice?: string;
  /**
   * - `rejected`: turned away before anything was done, so any call may be sent again;
   * - `transient`: may work next time, but may have been executed: only repeatable calls are sent again;
   * - `clock`: the date was refused: sent again once, with the server's time.
   */
  retry?: 'rejected' | 'transient' | 'clock';
  /** The code stands for many things; with exactly these words it means `rejected`. */
  rejectedWords?: string;
}

const clockAdvice = 'The clock of this machine is off by more than 15 minutes; correct it (NTP).';
const accessKeyAdvice =
  'Check the AccessKey id, and with STS that the security token belongs to it and has not expired.';
const signatureAdvice = 'Check the AccessKey secret; a proxy that rewrites headers or body breaks the signature too.';
const throttlingAdvice = 'Call less often: cache data keys and secrets, spread the calls, or ask for a larger quota.';
const permissionAdvice = {
  advice: 'Grant the RAM identity kms:{api} on this resource, and look at the key or secret policy.',
  clientKeyAdvice:
    'The policies of the client key’s access point must list the key or secret, their network rules this machine’s address, and the client key must be within its dates.',
};

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
    advice: clockAdvice,
    retry: 'clock',
  },
  Unauthorized: {
    status: 401,
    message: 'The client key is unknown.',
    advice: 'The client key does not exist on this instance (deleted, or made for another one).',
  },
  SignatureNotMatch: {
    status: 401,
    message: 'Signature is not matched.',
    advice: 'The private key does not belong to this client key id, or something on the way changed the request.',
  },
  // public gateway: authentication
  IllegalTimestamp: {
    status: 400,
    message: 'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
    advice: clockAdvice,
    retry: 'clock',
  },
  'InvalidTimeStamp.Expired': {
    status: 400,
    message: 'Specified time stamp or date value is expired.',
    advice: clockAdvice,
    retry: 'clock',
  },
  'InvalidAccessKeyId.NotFound': {
    status: 404,
    message: 'The Access Key ID provided does not exist in our records.',
    advice: accessKeyAdvice,
  },
  'InvalidSecurityToken.Expired': {
    status: 403,
    message: 'Specified SecurityToken is expired.',
    advice:
      'Get new STS credentials; the client renews those of a credential chain before they end, and after this error.',
  },
  'InvalidSecurityToken.Malformed': {
    status: 400,
    message: 'Specified SecurityToken is malformed.',
    advice: accessKeyAdvice,
  },
  MissingSecurityToken: {
    status: 400,
    message: 'SecurityToken is mandatory for this action.',
    advice: 'An AccessKey whose id begins with STS. is temporary: give its security token too.',
  },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    status: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
    advice: accessKeyAdvice,
  },
  SignatureDoesNotMatch: {
    status: 400,
    message: 'Specified signature is not matched with our calculation.',
    advice: signatureAdvice,
  },
  IncompleteSignature: { status: 400, message: 'The request signature does not conform to Aliyun standards.' },
  SignatureNonceUsed: { status: 400, message: 'Specified signature nonce was used already.', retry: 'rejected' },
  // requests
  'InvalidAction.NotFound': { status: 404, message: 'Specified api is not found, please check your url and method.' },
  InvalidParameter: { status: 400, message: 'The specified parameter is not valid.' },
  MissingParameter: { status: 400, message: 'The parameter {} needed but no provided.' },
  UnsupportedOperation: {
    status: 400,
    message: 'This action is not supported.',
    advice: 'The key’s KeySpec or KeyUsage does not allow this operation or algorithm; DescribeKey shows both.',
  },
  DryRunOperationError: { status: 400, message: 'The request is validated with DryRun flag set.' },
  ValidationError: { status: 400, message: 'The request would be refused: {}' },
  AccessDeniedError: {
    status: 403,
    message: 'The request would be refused by the permission system.',
    ...permissionAdvice,
  },
  // access
  'Forbidden.NoPermission': {
    status: 403,
    message: 'This operation is forbidden by permission system.',
    ...permissionAdvice,
  },
  'Forbidden.ProhibitedByKeyPolicy': {
    status: 403,
    message: 'This operation is forbidden by the key policy.',
    advice:
      'Somebody who may manage the key must let this RAM identity call kms:{api} in its policy (GetKeyPolicy, SetKeyPolicy).',
  },
  // resources
  'Forbidden.KeyNotFound': {
    status: 404,
    message: 'The specified Key is not found.',
    advice: 'Check the key id and the region; a key in an instance is found through that instance and its region only.',
  },
  'Forbidden.AliasNotFound': { status: 404, message: 'The specified Alias is not found.' },
  'Forbidden.ResourceNotFound': {
    status: 404,
    message: 'Resource not found.',
    advice: 'Check the name, version or stage, and the region.',
  },
  'Forbidden.DKMSInstanceNotFound': { status: 404, message: 'The specified DKMS Instance is not found.' },
  // states
  'Rejected.Enabled': { status: 409, message: 'The request was rejected because the key state is Enabled.' },
  'Rejected.Disabled': {
    status: 409,
    message: 'The request was rejected because the key state is Disabled.',
    advice: 'EnableKey makes the key usable again.',
  },
  'Rejected.PendingDeletion': {
    status: 409,
    message: 'The request was rejected because the key state is PendingDeletion.',
    advice: 'CancelKeyDeletion brings the key back while its window lasts.',
  },
  'Rejected.PendingImport': {
    status: 409,
    message: 'The request was rejected because the key state is PendingImport.',
    advice: 'Import the key material first (GetParametersForImport, ImportKeyMaterial).',
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
    advice: 'SetDeletionProtection switches the protection off.',
  },
  'Rejected.LimitExceeded': { status: 409, message: 'The limit of this resource is exceeded.' },
  // load and failure
  'Rejected.Throttling': {
    status: 429,
    message: 'QPS Limit Exceeded',
    advice: throttlingAdvice,
    retry: 'rejected',
  },
  // The OpenAPI gateway's own flow control, in front of KMS; not the status that one would expect.
  Throttling: {
    status: 400,
    message: 'Request was denied due to request throttling.',
    advice: throttlingAdvice,
    retry: 'rejected',
  },
  'Throttling.Api': {
    status: 400,
    message: 'Request was denied due to api flow control.',
    advice: throttlingAdvice,
    retry: 'rejected',
  },
  'Throttling.User': {
    status: 400,
    message: 'Request was denied due to user flow control.',
    advice: throttlingAdvice,
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

export type CredentialKind = 'accessKey' | 'clientKey';

/** What a refusal by a policy says of itself. */
interface Denial {
  readonly AuthAction?: unknown;
  readonly NoPermissionType?: unknown;
  readonly PolicyType?: unknown;
  readonly AuthPrincipalType?: unknown;
  readonly AuthPrincipalDisplayName?: unknown;
  readonly EncodedDiagnosticMessage?: unknown;
}

/** What to do about an error of an API, when it is known. A refusal by an unknown code is one of permission. */
export function adviceFor(
  code: string,
  status: number,
  api: string,
  credential: CredentialKind,
  denial?: Denial,
): string | undefined {
  const facts: Partial<ServiceErrorFacts> = serviceErrorFacts(code) ?? (status === 403 ? permissionAdvice : {});
  const advice = ((credential === 'clientKey' && facts.clientKeyAdvice) || facts.advice)?.replaceAll('{api}', api);
  const why = denial && denialAdvice(denial, api);
  return why === undefined ? advice : [why, advice].filter(Boolean).join(' ');
}

/** Names as RAM has them; whatever else stands in an answer is not repeated in a message. */
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w:.@*/+=-]{1,200}$/.test(value) ? value : undefined;

function denialAdvice(denial: Denial, api: string): string {
  const action = nameIn(denial.AuthAction) ?? `kms:${api}`;
  const who = [nameIn(denial.AuthPrincipalType), nameIn(denial.AuthPrincipalDisplayName)].filter(Boolean).join(' ');
  const policy = nameIn(denial.PolicyType);
  const to = who && ` to ${who}`;
  const why =
    denial.NoPermissionType === 'ExplicitDeny'
      ? `A Deny in ${policy ?? 'a policy'} forbids ${action}${to}, whatever other policies allow.`
      : `No Allow${policy ? ` in ${policy}` : ''} covers ${action}${to}.`;
  const decode = 'DecodeDiagnosticMessage of RAM tells more: give it accessDeniedDetail.EncodedDiagnosticMessage.';
  return denial.EncodedDiagnosticMessage ? `${why} ${decode}` : why;
}
