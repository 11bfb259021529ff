import { noResourceOf, resourceOf, type Subject, subjectOf } from './api-subjects.js';
import type { ActionName } from './generated/actions.js';
import type { InstanceApi } from './generated/instance-messages.js';
import type { ServiceErrorCode } from './service-errors.js';

/**
 * What to do about a service error: one text for all calls, or different texts by API, by the subject of the API, for
 * calls with a client key, and for calls to an instance. The first match counts, in this order: API, `withClientKey`,
 * `…OfInstance`, subject, `else`.
 *
 * `{api}` stands for the API, `{resource}` for the resource of the call, `{no resource}` for its absence.
 */
export type Advice = string | Readonly<Partial<Record<Case, string>> & { else: string }>;

export type Case = ActionName | InstanceApi | 'withClientKey' | 'keyOfInstance' | 'secretOfInstance' | Subject;

const clock = 'The clock of this machine is off by more than 15 minutes; correct it (NTP).';
const accessKey = 'Check the AccessKey id, and with STS that the security token belongs to it and has not expired.';
const throttling = 'Call less often: cache data keys and secrets, spread the calls, or request a larger quota.';
const rightParameter = 'Correct the parameter that the message names.';
const rightCiphertext =
  'The ciphertext was truncated or changed, or was encrypted with another key, algorithm, IV, AAD or encryption context, unless the message names another parameter.';
const useKey =
  'The KeySpec or KeyUsage of {resource} does not allow this operation or algorithm; DescribeKey shows both.';
const needsMaterial = 'You can import material only into a key created with Origin EXTERNAL; DescribeKey shows Origin.';
const needsManagedSecret =
  'KMS rotates only managed secrets, whose SecretType is not Generic; use PutSecretValue to change a Generic secret.';
const rightInstance = 'Check the id of the instance (kst-…) and the region; ListKmsInstances lists your instances.';
const noAlias =
  'There is {no resource} in this account and region; ListAliases lists the existing aliases; CreateAlias creates one.';
const anotherName = 'Choose another name, or update or delete the existing one.';

const permission: Advice = {
  withClientKey:
    'The policies of the client key’s access point must list the key or secret, their network rules this machine’s address, and the client key must be within its dates.',
  key: 'Grant the RAM identity kms:{api} on {resource}, and check the policy of the key (GetKeyPolicy).',
  secret: 'Grant the RAM identity kms:{api} on {resource}, and check the policy of the secret (GetSecretPolicy).',
  else: 'Grant the RAM identity kms:{api} on this resource.',
};

const unsupported: Advice = {
  key: useKey,
  CreateKey: 'The instance or region does not offer a key of this KeySpec, KeyUsage or Origin.',
  CreateKeyVersion: 'Only asymmetric keys support CreateKeyVersion; use UpdateRotationPolicy to rotate symmetric keys.',
  UpdateRotationPolicy:
    'KMS rotates only symmetric keys whose material it generated; use CreateKeyVersion to rotate asymmetric keys.',
  GetParametersForImport: needsMaterial,
  ImportKeyMaterial: needsMaterial,
  DeleteKeyMaterial: needsMaterial,
  secret: 'The type of {resource} does not allow this; DescribeSecret shows SecretType.',
  PutSecretValue: 'Use RotateSecret to change a managed secret; PutSecretValue is for Generic secrets.',
  RotateSecret: needsManagedSecret,
  UpdateSecretRotationPolicy: needsManagedSecret,
  else: 'This account, region or instance does not offer {api} with these parameters.',
};

const lookAtKey = 'DescribeKey shows KeyState of {resource}, which does not allow {api}.';
const lookAtSecret = 'DescribeSecret shows the state of {resource}, which does not allow {api}.';

/** The encryption key of a secret, in advice about secrets. */
const itsKey = 'The encryption key of {resource} (DescribeSecret shows EncryptionKeyId)';

export const advice: Readonly<Record<ServiceErrorCode, Advice>> = {
  // instance gateway
  InvalidApiName:
    'Check that endpoint is the gateway of a KMS instance, and that the instance is of a version that offers {api}.',
  InvalidApiVersion:
    'Check that endpoint is the gateway of a KMS instance, and use the latest version of this package.',
  InvalidParam: `${rightParameter} If it is a header, a proxy changed the request.`,
  RequestTimeTooSkewed: clock,
  Unauthorized: 'The client key does not exist on this instance (deleted, or created for another one).',
  SignatureNotMatch: 'The private key does not belong to this client key id, or a proxy changed the request.',
  // public gateway: authentication
  IllegalTimestamp: clock,
  'InvalidTimeStamp.Expired': clock,
  'InvalidAccessKeyId.NotFound': accessKey,
  'InvalidSecurityToken.Expired':
    'Get new STS credentials; the client renews those of a credential chain before they expire, and after this error.',
  'InvalidSecurityToken.Malformed': accessKey,
  MissingSecurityToken: 'An AccessKey whose id begins with STS. is temporary: set its security token too.',
  'InvalidSecurityToken.MismatchWithAccessKey': accessKey,
  SignatureDoesNotMatch: 'Check the AccessKey secret; a proxy that rewrites headers or body breaks the signature too.',
  IncompleteSignature:
    'A header of the signature is missing or changed: check the proxies between this machine and KMS.',
  SignatureNonceUsed: 'A proxy sends requests twice; this client signs every attempt.',
  // requests
  'InvalidAction.NotFound':
    'Check the name of the API, and that this gateway serves it: the instance gateway and the public gateway serve different APIs.',
  InvalidParameter: {
    Decrypt: rightCiphertext,
    AdvanceDecrypt: rightCiphertext,
    AsymmetricDecrypt: rightCiphertext,
    ReEncrypt: rightCiphertext,
    ExportDataKey: rightCiphertext,
    else: rightParameter,
  },
  MissingParameter: 'Add the parameter that the message names.',
  UnsupportedOperation: unsupported,
  DryRunOperationError: 'The call would succeed; leave DryRun out to make it.',
  ValidationError: 'Correct what the message names: without DryRun the call would fail with it.',
  AccessDeniedError: permission,
  // access
  'Forbidden.NoPermission': permission,
  'Forbidden.ProhibitedByKeyPolicy': {
    key: 'An administrator of {resource} must let this RAM identity call kms:{api} in its policy (GetKeyPolicy, SetKeyPolicy).',
    secret: `${itsKey} has a policy that does not let this RAM identity use it (GetKeyPolicy, SetKeyPolicy).`,
    else: 'The policy of the key behind it does not allow kms:{api}; an administrator of the key can change that.',
  },
  // resources
  'Forbidden.KeyNotFound': {
    keyOfInstance:
      'This instance has {no resource}. A key that was not created in it can be used only through the public gateway; also check the id.',
    key: 'There is {no resource} in this account and region; ListKeys lists your keys. Use a key of a KMS instance through its instance gateway.',
    CreateAlias: 'The key for the alias does not exist: check KeyId and the region (ListKeys).',
    UpdateAlias: 'The key for the alias does not exist: check KeyId and the region (ListKeys).',
    secret: `${itsKey} does not exist; a secret whose key was deleted cannot be read any more.`,
    CreateSecret: 'There is no key EncryptionKeyId in this region, or in the instance of the secret.',
    else: 'Check the id of the key and the region (ListKeys).',
  },
  'Forbidden.AliasNotFound': {
    keyOfInstance:
      'This instance has {no resource}: an alias is in the instance of its key. ListAliases lists the aliases of the account, through the public gateway.',
    CreateSecret: 'The alias in EncryptionKeyId does not exist; ListAliases lists the aliases of this region.',
    secret: `${itsKey} does not exist.`,
    alias: noAlias,
    key: noAlias,
    else: noAlias,
  },
  'Forbidden.ResourceNotFound': {
    key: '{resource} has no such version; ListKeyVersions lists its versions.',
    alias: 'Check the alias and the region; ListAliases lists the existing aliases.',
    secretOfInstance:
      'This instance has {no resource}, or not this version or stage of it. Read a secret that was not created in it through the public gateway.',
    secret:
      'There is {no resource} in this account and region, or not this version or stage of it; see ListSecrets and ListSecretVersionIds.',
    dataKey: 'Check the names of key and data key; ListManagedDataKeyVersions lists the versions.',
    clientKey:
      'There is {no resource}, or no access point of this name; see ListClientKeys and ListApplicationAccessPoints.',
    accessPoint:
      'There is {no resource}, or no policy of a name in Policies; see ListApplicationAccessPoints and ListPolicies.',
    networkRule: 'There is {no resource} in this region; ListNetworkRules lists the existing network rules.',
    policy:
      'There is {no resource} in this region, or no network rule that it names; see ListPolicies and ListNetworkRules.',
    else: 'Check the name or id, and the region.',
  },
  'Forbidden.DKMSInstanceNotFound': rightInstance,
  // states
  'Rejected.Enabled': {
    key: '{resource} is enabled, which {api} does not allow; DescribeKey shows KeyState.',
    secret: `${itsKey} is enabled, which {api} does not allow.`,
    else: 'The state of the resource does not allow {api}.',
  },
  'Rejected.Disabled': {
    key: 'Enable {resource} with EnableKey.',
    EnableKey: lookAtKey,
    secret: `${itsKey} is disabled; enable it with EnableKey.`,
    CreateSecret: 'EncryptionKeyId is a key that is disabled; enable it with EnableKey.',
    else: 'The key behind it is disabled; enable it with EnableKey.',
  },
  'Rejected.PendingDeletion': {
    key: 'CancelKeyDeletion restores {resource} until its waiting period ends.',
    CancelKeyDeletion: lookAtKey,
    alias: 'CancelKeyDeletion restores the key until its waiting period ends; or use another key.',
    secret: 'RestoreSecret restores {resource} until its recovery window ends.',
    RestoreSecret: lookAtSecret,
    CreateSecret:
      'EncryptionKeyId is a key that will be deleted; choose another one, or keep it with CancelKeyDeletion.',
    else: 'It will be deleted; cancel that first.',
  },
  'Rejected.PendingImport': {
    key: 'Import the material of {resource} first (GetParametersForImport, ImportKeyMaterial).',
    secret: `${itsKey} has no material; import it first (GetParametersForImport, ImportKeyMaterial).`,
    CreateSecret:
      'EncryptionKeyId is a key without material; import it first (GetParametersForImport, ImportKeyMaterial).',
    else: 'Import the material of the key first (GetParametersForImport, ImportKeyMaterial).',
  },
  'Rejected.StateModifiedFailed': {
    key: 'DescribeKey shows KeyState: restore a PendingDeletion key with CancelKeyDeletion; import the material of a PendingImport key.',
    ScheduleKeyDeletion: '{resource} is already scheduled for deletion; DescribeKey shows DeleteDate.',
    CancelKeyDeletion: '{resource} is not scheduled for deletion, so there is nothing to cancel.',
    secret: lookAtSecret,
    RestoreSecret: '{resource} is not scheduled for deletion, so there is nothing to restore.',
    else: 'Check the state of the resource; it does not allow {api}.',
  },
  'Rejected.ResourceExist': {
    alias: '{resource} already exists; point it to another key with UpdateAlias.',
    UpdateAlias: '{resource} already names this key.',
    secret: '{resource} already exists.',
    CreateSecret: '{resource} already exists; store a new value with PutSecretValue.',
    PutSecretValue: '{resource} already has a version with this VersionId and another value: use another VersionId.',
    RotateSecret: '{resource} already has a version with this VersionId: use another VersionId.',
    else: anotherName,
  },
  'Rejected.ResourceInUse': {
    policy: 'Remove {resource} from the access points that use it (UpdateApplicationAccessPoint).',
    networkRule: 'Remove {resource} from the policies that use it (UpdatePolicy).',
    accessPoint: 'Delete the client keys of {resource} first (ListClientKeys, DeleteClientKey).',
    instance: 'Delete the content of {resource} first.',
    else: 'The message says what uses it: change that first.',
  },
  'Rejected.DeletionProtection': {
    SetDeletionProtection: 'The protection cannot be changed now; the message says why.',
    else: 'Turn the protection off with SetDeletionProtection.',
  },
  'Rejected.LimitExceeded': {
    CreateKeyVersion: 'The number of versions and the time between them are limited; create another key, or wait.',
    PutSecretValue: 'The number of stages of a version and of versions of a secret is limited.',
    TagResource: 'The number of tags is limited; remove some with UntagResource.',
    TagResources: 'The number of tags is limited; remove some with UntagResources.',
    CreateClientKey: 'The number of client keys of an access point is limited; delete one with DeleteClientKey.',
    else: 'Delete what you no longer need, or request a larger quota.',
  },
  // load and failure
  'Rejected.Throttling': throttling,
  Throttling: throttling,
  'Throttling.Api': throttling,
  'Throttling.User': throttling,
  InternalFailure: 'The call is correct: try again later. If it persists, contact support with the request id.',
  ServiceUnavailableTemporary: 'Try again later.',
};

/** Owner of the server. */
export type Peer = 'instance' | 'public';

/** The facts about a refused call that advice depends on. */
export interface RefusedCall {
  api: string;
  /** The credential that signed it. */
  credential: 'accessKey' | 'clientKey';
  /** The gateway that refused it. */
  peer: Peer;
  /** Its parameters by wire name, to name the resource. */
  parameters: Readonly<Record<string, unknown>>;
}

/**
 * Advice for an error of an API, if there is any. An unknown code of a refusal counts as missing permission.
 *
 * @param denial details of a refusal by a policy
 */
export function adviceFor(code: string, status: number, call: RefusedCall, denial?: Denial): string | undefined {
  const advice = generalAdvice(code, status, call);
  return denial ? [denialAdvice(denial, call.api), advice].filter(Boolean).join(' ') : advice;
}

function generalAdvice(code: string, status: number, call: RefusedCall): string | undefined {
  const known = Object.hasOwn(advice, code) ? advice[code as ServiceErrorCode] : undefined;
  const found = known ?? (status === 403 ? permission : undefined);
  if (found === undefined) return undefined;
  const subject = subjectOf(call.api);
  const text = typeof found === 'string' ? found : textOf(found, subject, call);
  const filled = text
    .replaceAll('{api}', () => call.api)
    .replaceAll('{resource}', () => resourceOf(subject, call.parameters))
    .replaceAll('{no resource}', () => noResourceOf(subject, call.parameters))
    .replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return code === 'Forbidden.KeyNotFound' ? `${aliasHint(call)}${filled}` : filled;
}

function textOf(texts: Exclude<Advice, string>, subject: Subject, { api, credential, peer }: RefusedCall): string {
  const cases = [
    api,
    ...(credential === 'clientKey' ? ['withClientKey'] : []),
    ...(peer === 'instance' ? [`${subject}OfInstance`] : []),
    subject,
  ];
  const found = cases.find((name) => Object.hasOwn(texts, name)) as Case | undefined;
  return (found && texts[found]) ?? texts.else;
}

/** Ids are UUIDs, or `key-…` in an instance: any other word is probably an alias without its prefix. */
function aliasHint({ parameters: { KeyId: name } }: RefusedCall): string {
  if (typeof name !== 'string' || /^(acs:|alias\/|key-|[0-9a-f]{8}-[0-9a-f-]+$)/i.test(name)) return '';
  return /^[\w/.-]{1,200}$/.test(name) ? `"${name}" is not a key id: an alias is written alias/${name}. ` : '';
}

/** Details of a refusal by a policy. */
export interface Denial {
  readonly AuthAction?: unknown;
  readonly NoPermissionType?: unknown;
  readonly PolicyType?: unknown;
  readonly AuthPrincipalType?: unknown;
  readonly AuthPrincipalDisplayName?: unknown;
  readonly EncodedDiagnosticMessage?: unknown;
}

/** Names with the syntax of RAM; messages repeat nothing else of a response. */
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w:.@*/+=-]{1,200}$/.test(value) ? value : undefined;

/** Explains a refusal: the action, the caller and the type of policy. */
export function denialAdvice(denial: Denial, api: string): string {
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
