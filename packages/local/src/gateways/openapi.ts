import {
  type ActionFacts,
  type ActionName,
  acsHeaders,
  actions,
  apiVersion,
  encodeOpenApiError,
} from 'alibabacloud-kms-sdk/internal';
import { refusal } from '../access/access-rules.js';
import type { ClientKey } from '../access/client-keys.js';
import { type PolicyRequest, requestValues } from '../access/request-values.js';
import { systemClock } from '../clock.js';
import { publicHandlers } from '../handlers/public-handlers.js';
import type { PublicHandler } from '../handlers/types.js';
import { type RoleSession, SecurityTokens } from '../identity/security-tokens.js';
import { checkSession, sessionGuard } from '../identity/session-guard.js';
import { Sts, stsVersion } from '../identity/sts.js';
import type { TokenOptions } from '../identity/token-options.js';
import type { Kms } from '../kms.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import { accessDeniedDetail, naming, principalOf } from './access-denied.js';
import { AccessKeyCheck, required } from './access-key-check.js';
import { readAcsClaim } from './acs.js';
import { dryRun } from './dry-run.js';
import { accountGuard, allOf, guarded } from './guards.js';
import type { AppResponse, Gateway } from './http.js';
import { readParameters } from './parameters.js';
import { flatten, readRequest } from './request-parameters.js';
import { readRpcClaim } from './rpc.js';

/**
 * The public gateway, which an instance's dedicated gateway speaks too: RPC-style OpenAPI, signed with an AccessKey.
 * STS, at whose endpoints temporary AccessKeys are asked for, speaks the same protocol and is served here too.
 */
export function createOpenApiGateway(kms: Kms, options: TokenOptions = {}): Gateway {
  const { identity } = kms;
  const tokens = new SecurityTokens(kms.store, kms.clock);
  const sts = new Sts(identity.accountId, tokens, options);
  const check = new AccessKeyCheck(kms.access, tokens);
  const accessKeyKms = (request: PolicyRequest, session?: RoleSession): Kms => {
    const byPolicy = accountGuard(identity, { principal: session?.roleArn, valuesOf: requestValues(request) });
    return guarded(kms, session ? allOf(sessionGuard(identity, session), byPolicy) : byPolicy);
  };
  const clientKeyKms = async (key: ClientKey, api: string, remoteAddress: string): Promise<Kms> => {
    // Here a client key is for reading secrets; for all else there is the gateway of its instance.
    if (api !== 'GetSecretValue') throw refusal(api);
    return guarded(kms, await kms.access.guardOf(key, api, remoteAddress));
  };
  return {
    name: 'openapi',
    async answer(request, call) {
      const { method, headers, remoteAddress } = request;
      const { requestId, facts: called } = call;
      const parameters = readRequest(request);
      if (parameters.pathname !== '/' || (method !== 'POST' && method !== 'GET')) {
        throw new ServiceError('InvalidAction.NotFound');
      }
      const flat = flatten(parameters);
      const isAcs = headers.authorization !== undefined;
      const stsAction = stsActionOf(isAcs || flat.Signature === undefined ? headers : {}, flat);
      called.api = stsAction ?? (isAcs ? headers[acsHeaders.action] : flat.Action);
      called.keyId = flat.KeyId;
      called.secretName = flat.SecretName;
      if (stsAction !== undefined && sts.isUnsigned(stsAction)) {
        await call.begin();
        return json(200, { ...sts.callUnsigned(flat, request), RequestId: requestId });
      }
      const claim = isAcs ? await readAcsClaim(request, parameters) : readRpcClaim(request, parameters, flat);
      const now = systemClock.now();
      const clientKey = claim.byClientKey && (await check.proveClientKey(claim, now));
      const session = clientKey ? undefined : await check.prove(claim, now);
      called.caller = claim.accessKeyId;
      await call.begin(() => check.forget(claim));
      const perform = async (): Promise<object> => {
        if (stsAction !== undefined) {
          if (clientKey) throw new ServiceError('Forbidden.NoPermission');
          return sts.call(stsAction, flat, session);
        }
        const { api, facts, handler } = isAcs
          ? findApi(acsHeaders, headers)
          : findApi({ action: 'Action', version: 'Version' }, flat);
        const kind = clientKey ? 'clientKey' : 'accessKey';
        const caller = { kind, id: claim.accessKeyId, remoteAddress } as const;
        const run = async () => {
          const callerKms = clientKey
            ? await clientKeyKms(clientKey, api, remoteAddress)
            : accessKeyKms({ api, parameters: flat, remoteAddress, now: kms.clock.now() }, session);
          if (session) checkSession(identity, session, { name: api, parameters: facts.parameters }, flat);
          return handler(readParameters(facts.parameters, flat), { kms: callerKms, caller, requestId });
        };
        return isDryRun(facts, flat) ? dryRun(run) : run();
      };
      const principal = principalOf(identity.accountId, session, clientKey || undefined);
      const answer = await perform().catch(naming(principal));
      return json(200, { ...answer, RequestId: requestId });
    },
    refuse({ code, status, message, denial }, { headers }, requestId) {
      const hostId = headers.host ?? `kms.${kms.identity.regionId}.aliyuncs.com`;
      const recommend = `https://api.alibabacloud.com/troubleshoot?q=${code}&product=Kms&requestId=${requestId}`;
      const detail = denial && accessDeniedDetail(denial, kms.identity.accountId);
      const error = { status, code, message, requestId, hostId, recommend, accessDeniedDetail: detail };
      return jsonText(status, encodeOpenApiError(error));
    },
  };
}

const isDryRun = ({ parameters }: ActionFacts, flat: Readonly<Record<string, string>>): boolean =>
  parameters.DryRun !== undefined && flat.DryRun?.toLowerCase() === 'true';

/** The API of STS that is asked for, if it is one: named in headers, or in parameters. */
const stsActionOf = (
  headers: Readonly<Record<string, string | undefined>>,
  flat: Readonly<Record<string, string>>,
): string | undefined => {
  const inHeaders = headers[acsHeaders.version];
  if ((inHeaders ?? flat.Version) !== stsVersion) return undefined;
  return inHeaders === undefined
    ? required('Action', flat.Action)
    : required(acsHeaders.action, headers[acsHeaders.action]);
};

const json = (status: number, value: object): AppResponse => jsonText(status, JSON.stringify(value));

const jsonText = (status: number, text: string): AppResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(text),
});

/** @param names under which the request says API and version */
function findApi(
  names: { action: string; version: string },
  values: Readonly<Record<string, string | undefined>>,
): { api: ActionName; facts: ActionFacts; handler: PublicHandler } {
  const name = required(names.action, values[names.action]);
  if (required(names.version, values[names.version]) !== apiVersion) {
    throw invalidParameter(names.version, `must be ${apiVersion}`);
  }
  if (!Object.hasOwn(actions, name)) throw new ServiceError('InvalidAction.NotFound');
  const api = name as ActionName;
  return { api, facts: actions[api], handler: publicHandlers[api] };
}
