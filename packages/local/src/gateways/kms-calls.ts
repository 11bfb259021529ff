import {
  type ActionFacts,
  type ActionName,
  acsHeaders,
  actions,
  apiVersion,
  publicClientKeyApis,
} from 'alibabacloud-kms-sdk/internal';
import { type ClientKeyApi, refusal } from '../access/access-rules.js';
import type { ClientKey } from '../access/client-keys.js';
import { requestValues } from '../access/request-values.js';
import { publicHandlers } from '../handlers/public-handlers.js';
import type { CallContext } from '../handlers/types.js';
import type { RoleSession } from '../identity/security-tokens.js';
import { checkSession, sessionGuard } from '../identity/session-guard.js';
import type { Kms } from '../kms.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import { required } from './access-key-check.js';
import { accountGuard, allOf, guarded } from './guards.js';
import { type FlatParameters, readParameters } from './parameters.js';

/** An authenticated request to the public gateway, from an AccessKey, possibly of a session, or a client key. */
export interface ProvenCall {
  /** Headers of the request, if they name the API instead of the parameters. */
  nameHeaders?: Readonly<Record<string, string | undefined>>;
  flat: FlatParameters;
  accessKeyId: string;
  session?: RoleSession;
  clientKey?: ClientKey;
  remoteAddress: string;
  requestId: string;
}

/** Runs a KMS call: checks its parameters and runs the handler of the API on what the caller may use. */
export async function callKms(kms: Kms, call: ProvenCall): Promise<object> {
  const { nameHeaders, flat, session, clientKey, accessKeyId, remoteAddress, requestId } = call;
  const api = nameHeaders ? findApi(acsHeaders, nameHeaders) : findApi({ action: 'Action', version: 'Version' }, flat);
  const facts: ActionFacts = actions[api];
  const caller = { kind: clientKey ? 'clientKey' : 'accessKey', id: accessKeyId, remoteAddress } as const;
  const run = async () => {
    const callerKms = clientKey ? await clientKeyKms(kms, clientKey, api, remoteAddress) : accessKeyKms(kms, api, call);
    if (session) checkSession(kms.identity, session, api, flat);
    return handle(api, flat, { kms: callerKms, caller, requestId });
  };
  return isDryRun(facts, flat) ? dryRun(run) : run();
}

const handle = <Api extends ActionName>(api: Api, flat: FlatParameters, context: CallContext): Promise<object> =>
  publicHandlers[api](readParameters(api, flat), context);

function accessKeyKms(kms: Kms, api: ActionName, { flat, session, remoteAddress }: ProvenCall): Kms {
  const { identity, clock } = kms;
  const valuesOf = requestValues({ api, parameters: flat, remoteAddress, now: clock.now() });
  const byPolicy = accountGuard(identity, { principal: session?.roleArn, valuesOf });
  if (!session) return guarded(kms, byPolicy);
  const bySession = sessionGuard(identity, session);
  return guarded(kms, allOf(bySession, byPolicy), bySession);
}

async function clientKeyKms(kms: Kms, key: ClientKey, api: ActionName, remoteAddress: string): Promise<Kms> {
  // On this gateway a client key can only read secrets; everything else goes to the gateway of its instance.
  if (!isForClientKeys(api)) throw refusal(api);
  return guarded(kms, await kms.access.guardOf(key, api, remoteAddress));
}

const isForClientKeys = (api: ActionName): api is ActionName & ClientKeyApi => publicClientKeyApis.has(api);

const isDryRun = ({ parameters }: ActionFacts, flat: FlatParameters): boolean =>
  parameters.DryRun !== undefined && flat.DryRun?.toLowerCase() === 'true';

/** @param names the names for API and version in the request */
function findApi(
  names: { action: string; version: string },
  values: Readonly<Record<string, string | undefined>>,
): ActionName {
  const name = required(names.action, values[names.action]);
  if (required(names.version, values[names.version]) !== apiVersion) {
    throw invalidParameter(names.version, `must be ${apiVersion}`);
  }
  if (!Object.hasOwn(actions, name)) throw new ServiceError('InvalidAction.NotFound');
  return name as ActionName;
}

/**
 * Implements DryRun=true, which always fails: with DryRunOperationError if the call would have succeeded, otherwise with
 * AccessDeniedError or ValidationError.
 *
 * @param call is executed to find out: only APIs that change nothing have the parameter
 */
async function dryRun(call: () => Promise<unknown>): Promise<never> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status >= 500) throw error;
    throw error.status === 403
      ? new ServiceError('AccessDeniedError', { denial: error.denial })
      : new ServiceError('ValidationError', { subject: `${error.code}: ${error.message}` });
  }
  throw new ServiceError('DryRunOperationError');
}
