import { noResourceOf, resourceOf, type Subject, subjectOf } from './api-subjects.js';
import type { ActionName } from './generated/actions.js';
import type { InstanceApi } from './generated/instance-messages.js';
import type { ServiceErrorCode } from './service-errors.js';

/**
 * What to do about an error of the service: text for all calls, or with other texts for some: an API, what the API is
 * about, calls with a client key, calls to an instance. The first that there is counts, in this order:
 * API, `withClientKey`, `…OfInstance`, subject, `else`.
 *
 * `{api}` stands for the API, `{resource}` for what the call was about, `{no resource}` for that there is none of it.
 */
export type Advice = string | Readonly<Partial<Record<Case, string>> & { else: string }>;

export type Case = ActionName | InstanceApi | 'withClientKey' | 'keyOfInstance' | 'secretOfInstance' | Subject;

const clock = 'The clock of this machine is off by more than 15 minutes; correct it (NTP).';
const accessKey = 'Check the AccessKey id, and with STS that the security token belongs to it and has not expired.';
const throttling = 'Call less often: cache data keys and secrets, spread the calls, or ask for a larger quota.';
const rightParameter = 'Correct the parameter that the message names.';
const rightCiphertext =
  'The ciphertext was cut short or changed, or was encrypted with another key, algorithm, IV, AAD or encryption context, unless the message names another parameter.';
const useKey =
  'The KeySpec or KeyUsage of {resource} does not allow this operation or algorithm; DescribeKey shows both.';
const needsMaterial = 'Only a key that was created with Origin EXTERNAL takes material; DescribeKey shows Origin.';
const needsManagedSecret =
  'KMS rotates managed secrets only, whose SecretType is not Generic; PutSecretValue gives a Generic secret its next value.';
const rightInstance =
  'Check the id of the instance (kst-…) and the region; ListKmsInstances names the instances that there are.';
const noAlias =
  'There is {no resource} in this account and region; ListAliases names the aliases that there are, and CreateAlias makes one.';
const anotherName = 'Choose another name, or update or delete the one that there is.';

const permission: Advice = {
  withClientKey:
    'The policies of the client key’s access point must list the key or secret, their network rules this machine’s address, and the client key must be within its dates.',
  key: 'Grant the RAM identity kms:{api} on {resource}, and look at the policy of the key (GetKeyPolicy).',
  secret: 'Grant the RAM identity kms:{api} on {resource}, and look at the policy of the secret (GetSecretPolicy).',
  else: 'Grant the RAM identity kms:{api} on this resource.',
};

const unsupported: Advice = {
  key: useKey,
  CreateKey: 'The instance or region does not offer a key of this KeySpec, KeyUsage or Origin.',
  CreateKeyVersion: 'Versions are made of asymmetric keys; UpdateRotationPolicy lets KMS rotate symmetric ones.',
  UpdateRotationPolicy: 'KMS rotates symmetric keys whose material it made; CreateKeyVersion rotates asymmetric ones.',
  GetParametersForImport: needsMaterial,
  ImportKeyMaterial: needsMaterial,
  DeleteKeyMaterial: needsMaterial,
  secret: 'The type of {resource} does not allow this; DescribeSecret shows SecretType.',
  PutSecretValue: 'RotateSecret makes the values of a managed secret; PutSecretValue is for Generic ones.',
  RotateSecret: needsManagedSecret,
  UpdateSecretRotationPolicy: needsManagedSecret,
  else: 'This account, region or instance does not offer {api} with these parameters.',
};

const lookAtKey = 'DescribeKey shows KeyState of {resource}, which does not allow {api}.';
const lookAtSecret = 'DescribeSecret shows the state of {resource}, which does not allow {api}.';

/** The encryption key of a secret, in the words for secrets. */
const itsKey = 'The encryption key of {resource} (DescribeSecret shows EncryptionKeyId)';

export const advice: Readonly<Record<ServiceErrorCode, Advice>> = {
  // instance gateway
  InvalidApiName:
    'Check that endpoint is the gateway of a KMS instance, and that the instance is of a version that offers {api}.',
  InvalidApiVersion:
    'Check that endpoint is the gateway of a KMS instance, and use the latest version of this package.',
  InvalidParam: `${rightParameter} When it is a header, something on the way changed the request.`,
  RequestTimeTooSkewed: clock,
  Unauthorized: 'The client key does not exist on this instance (deleted, or made for another one).',
  SignatureNotMatch:
    'The private key does not belong to this client key id, or something on the way changed the request.',
  // public gateway: authentication
  IllegalTimestamp: clock,
  'InvalidTimeStamp.Expired': clock,
  'InvalidAccessKeyId.NotFound': accessKey,
  'InvalidSecurityToken.Expired':
    'Get new STS credentials; the client renews those of a credential chain before they end, and after this error.',
  'InvalidSecurityToken.Malformed': accessKey,
  MissingSecurityToken: 'An AccessKey whose id begins with STS. is temporary: give its security token too.',
  'InvalidSecurityToken.MismatchWithAccessKey': accessKey,
  SignatureDoesNotMatch: 'Check the AccessKey secret; a proxy that rewrites headers or body breaks the signature too.',
  IncompleteSignature: 'A header of the signature is missing or changed: look at proxies between this machine and KMS.',
  SignatureNonceUsed: 'Something on the way sends requests twice; this client signs every attempt anew.',
  // requests
  'InvalidAction.NotFound':
    'Check the name of the API, and that this gateway serves it: those of an instance and of a region differ.',
  InvalidParameter: {
    Decrypt: rightCiphertext,
    AdvanceDecrypt: rightCiphertext,
    AsymmetricDecrypt: rightCiphertext,
    ReEncrypt: rightCiphertext,
    ExportDataKey: rightCiphertext,
    else: rightParameter,
  },
  MissingParameter: 'Give the parameter that the message names.',
  UnsupportedOperation: unsupported,
  DryRunOperationError: 'The call would succeed; leave DryRun out to make it.',
  ValidationError: 'Correct what the message names: without DryRun the call would fail with it.',
  AccessDeniedError: permission,
  // access
  'Forbidden.NoPermission': permission,
  'Forbidden.ProhibitedByKeyPolicy': {
    key: 'Somebody who may manage {resource} must let this RAM identity call kms:{api} in its policy (GetKeyPolicy, SetKeyPolicy).',
    secret: `${itsKey} has a policy that does not let this RAM identity use it (GetKeyPolicy, SetKeyPolicy).`,
    else: 'The policy of the key behind it does not allow kms:{api}; somebody who may manage the key can change that.',
  },
  // resources
  'Forbidden.KeyNotFound': {
    keyOfInstance:
      'This instance has {no resource}. A key that was not created in it, such as one of the shared service, is reached through the public gateway only; check the id as well.',
    key: 'There is {no resource} in this account and region; ListKeys names the keys that there are. A key of a KMS instance is reached through its instance.',
    CreateAlias: 'The key that the alias is to name is not there: check KeyId and the region (ListKeys).',
    UpdateAlias: 'The key that the alias is to name is not there: check KeyId and the region (ListKeys).',
    secret: `${itsKey} is not there; a secret whose key was deleted cannot be read any more.`,
    CreateSecret: 'There is no key EncryptionKeyId in this region, or in the instance that the secret is to be in.',
    else: 'Check the id of the key and the region (ListKeys).',
  },
  'Forbidden.AliasNotFound': {
    keyOfInstance:
      'This instance has {no resource}: an alias is found where its key is. ListAliases names the aliases of the account, through the public gateway.',
    CreateSecret: 'EncryptionKeyId is an alias that there is not; ListAliases names the aliases of this region.',
    secret: `${itsKey} is not there.`,
    alias: noAlias,
    key: noAlias,
    else: noAlias,
  },
  'Forbidden.ResourceNotFound': {
    key: '{resource} has no such version; ListKeyVersions names its versions.',
    alias: 'Check the alias and the region; ListAliases names the aliases that there are.',
    secretOfInstance:
      'This instance has {no resource}, or not this version or stage of it. A secret that was not created in it is read through the public gateway.',
    secret:
      'There is {no resource} in this account and region, or not this version or stage of it; ListSecrets and ListSecretVersionIds name what there is.',
    dataKey: 'Check the names of key and data key; ListManagedDataKeyVersions names versions.',
    clientKey:
      'There is {no resource}, or no access point of this name; ListClientKeys and ListApplicationAccessPoints name what there is.',
    accessPoint:
      'There is {no resource}, or no policy of a name in Policies; ListApplicationAccessPoints and ListPolicies name what there is.',
    networkRule: 'There is {no resource} in this region; ListNetworkRules names the network rules that there are.',
    policy:
      'There is {no resource} in this region, or no network rule that it names; ListPolicies and ListNetworkRules name what there is.',
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
    key: 'EnableKey makes {resource} usable again.',
    EnableKey: lookAtKey,
    secret: `${itsKey} is disabled; EnableKey makes it usable again.`,
    CreateSecret: 'EncryptionKeyId is a key that is disabled; EnableKey makes it usable again.',
    else: 'The key behind it is disabled; EnableKey makes it usable again.',
  },
  'Rejected.PendingDeletion': {
    key: 'CancelKeyDeletion brings {resource} back while its window lasts.',
    CancelKeyDeletion: lookAtKey,
    alias: 'CancelKeyDeletion brings the key back while its window lasts; or name another key.',
    secret: 'RestoreSecret brings {resource} back while its recovery window lasts.',
    RestoreSecret: lookAtSecret,
    CreateSecret: 'EncryptionKeyId is a key that will be deleted; choose another one, or CancelKeyDeletion keeps it.',
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
    key: 'DescribeKey shows KeyState: a key that is PendingDeletion comes back by CancelKeyDeletion, one that is PendingImport needs its material.',
    ScheduleKeyDeletion: '{resource} will be deleted already; DescribeKey shows DeleteDate.',
    CancelKeyDeletion: '{resource} is not going to be deleted, so there is nothing to cancel.',
    secret: lookAtSecret,
    RestoreSecret: '{resource} is not going to be deleted, so there is nothing to restore.',
    else: 'Look at the state of the resource; it does not allow {api}.',
  },
  'Rejected.ResourceExist': {
    alias: '{resource} is there already; UpdateAlias lets it name another key.',
    UpdateAlias: '{resource} names this key already.',
    secret: '{resource} is there already.',
    CreateSecret: '{resource} is there already; PutSecretValue gives it a new value.',
    PutSecretValue: '{resource} has a version of this VersionId already, with another value: give another VersionId.',
    RotateSecret: '{resource} has a version of this VersionId already: give another VersionId.',
    else: anotherName,
  },
  'Rejected.ResourceInUse': {
    policy: 'Take {resource} out of the access points that have it (UpdateApplicationAccessPoint).',
    networkRule: 'Take {resource} out of the policies that have it (UpdatePolicy).',
    accessPoint: 'Delete the client keys of {resource} first (ListClientKeys, DeleteClientKey).',
    instance: 'Delete what is in {resource} first.',
    else: 'Something uses it: the message says what. Change that first.',
  },
  'Rejected.DeletionProtection': {
    SetDeletionProtection: 'The protection cannot be changed now; the message says why.',
    else: 'SetDeletionProtection switches the protection off.',
  },
  'Rejected.LimitExceeded': {
    CreateKeyVersion: 'A key has only so many versions, and new ones only so often; create another key, or wait.',
    PutSecretValue: 'A version has only so many stages, and a secret only so many versions.',
    TagResource: 'A resource has only so many tags; UntagResource takes some away.',
    TagResources: 'A resource has only so many tags; UntagResources takes some away.',
    CreateClientKey: 'An access point has only so many client keys; DeleteClientKey takes one away.',
    else: 'Delete what is not needed any more, or ask for a larger quota.',
  },
  // load and failure
  'Rejected.Throttling': throttling,
  Throttling: throttling,
  'Throttling.Api': throttling,
  'Throttling.User': throttling,
  InternalFailure: 'Nothing is wrong with the call: try again later, and give support the request id when it lasts.',
  ServiceUnavailableTemporary: 'Try again later.',
};

/** Whose server it is. */
export type Peer = 'instance' | 'public';

/** A call that was refused, as far as advice depends on it. */
export interface RefusedCall {
  api: string;
  /** What it was signed with. */
  credential: 'accessKey' | 'clientKey';
  /** Whose gateway refused it. */
  peer: Peer;
  /** Its parameters by wire name, for those that name something. */
  parameters: Readonly<Record<string, unknown>>;
}

/**
 * What to do about an error of an API, when it is known. A refusal by an unknown code is one of permission.
 *
 * @param denial what a refusal by a policy says of itself
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

/** Ids are UUIDs, or `key-…` in an instance: another word is most likely an alias without its beginning. */
function aliasHint({ parameters: { KeyId: name } }: RefusedCall): string {
  if (typeof name !== 'string' || /^(acs:|alias\/|key-|[0-9a-f]{8}-[0-9a-f-]+$)/i.test(name)) return '';
  return /^[\w/.-]{1,200}$/.test(name) ? `"${name}" is no id of a key: an alias is written alias/${name}. ` : '';
}

/** What a refusal by a policy says of itself. */
export interface Denial {
  readonly AuthAction?: unknown;
  readonly NoPermissionType?: unknown;
  readonly PolicyType?: unknown;
  readonly AuthPrincipalType?: unknown;
  readonly AuthPrincipalDisplayName?: unknown;
  readonly EncodedDiagnosticMessage?: unknown;
}

/** Names as RAM has them; whatever else stands in an answer is not repeated in a message. */
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w:.@*/+=-]{1,200}$/.test(value) ? value : undefined;

/** Why the call was refused, in words: which action, of whom, by what kind of policy. */
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
