import { type ActionFacts, acs3Headers, actions, apiVersion, encodeOpenApiError } from 'alibabacloud-kms-sdk/internal';
import { accountGuard, dryRun, guarded, openApiActions } from '../actions/index.js';
import type { Kms, OpenApiAction } from '../actions/types.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import { AccessKeyCheck, required } from './access-key-check.js';
import { readAcs3Claim } from './acs3.js';
import type { AppResponse, Gateway } from './http.js';
import { readParameters } from './parameters.js';
import { flatten, readRequest } from './request-parameters.js';
import { readRpcClaim } from './rpc.js';

/** The public gateway, which an instance's dedicated gateway speaks too: RPC-style OpenAPI, signed with an AccessKey. */
export function createOpenApiGateway(kms: Kms): Gateway {
  const check = new AccessKeyCheck(kms.access.accessKeys);
  const accountKms = guarded(kms, accountGuard(kms.identity));
  return {
    async answer(request, requestId) {
      const { method, headers, remoteAddress } = request;
      const parameters = readRequest(request);
      if (parameters.pathname !== '/' || (method !== 'POST' && method !== 'GET')) {
        throw new ServiceError('InvalidAction.NotFound');
      }
      const flat = flatten(parameters);
      const isAcs3 = headers.authorization !== undefined;
      const claim = isAcs3 ? readAcs3Claim(request, parameters) : readRpcClaim(request, parameters, flat);
      await check.prove(claim, kms.clock.now());

      const { facts, action } = isAcs3
        ? findAction(acs3Headers, headers)
        : findAction({ action: 'Action', version: 'Version' }, flat);
      const caller = { kind: 'accessKey', id: claim.accessKeyId, remoteAddress } as const;
      const call = async () => action(readParameters(facts.parameters, flat), { kms: accountKms, caller, requestId });
      const answer = await (isDryRun(facts, flat) ? dryRun(call) : call());
      return json(200, JSON.stringify({ ...answer, RequestId: requestId }));
    },
    refuse({ code, status, message }, { headers }, requestId) {
      const hostId = headers.host ?? `kms.${kms.identity.regionId}.aliyuncs.com`;
      const recommend = `https://api.alibabacloud.com/troubleshoot?q=${code}&product=Kms&requestId=${requestId}`;
      return json(status, encodeOpenApiError({ status, code, message, requestId, hostId, recommend }));
    },
  };
}

const isDryRun = ({ parameters }: ActionFacts, flat: Readonly<Record<string, string>>): boolean =>
  parameters.DryRun !== undefined && flat.DryRun?.toLowerCase() === 'true';

const json = (status: number, text: string): AppResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(text),
});

/** @param names under which the request says API and version */
function findAction(
  names: { action: string; version: string },
  values: Readonly<Record<string, string | undefined>>,
): { facts: ActionFacts; action: OpenApiAction } {
  const name = required(names.action, values[names.action]);
  if (required(names.version, values[names.version]) !== apiVersion) {
    throw invalidParameter(names.version, `must be ${apiVersion}`);
  }
  const facts = Object.hasOwn(actions, name) ? actions[name as keyof typeof actions] : undefined;
  const action = Object.hasOwn(openApiActions, name) ? openApiActions[name] : undefined;
  if (!facts || !action) throw new ServiceError('InvalidAction.NotFound');
  return { facts, action };
}
