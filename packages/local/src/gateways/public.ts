import { acsHeaders, encodeOpenApiError } from 'alibabacloud-kms-sdk/internal';
import { systemClock } from '../clock.js';
import { SecurityTokens } from '../identity/security-tokens.js';
import { Sts } from '../identity/sts.js';
import type { TokenOptions } from '../identity/token-options.js';
import type { Kms } from '../kms.js';
import { ServiceError } from '../service-error.js';
import { accessDeniedDetail, naming, principalOf } from './access-denied.js';
import { AccessKeyCheck } from './access-key-check.js';
import { readAcsClaim } from './acs.js';
import type { AppResponse, Gateway } from './http.js';
import { callKms } from './kms-calls.js';
import { flatten, readRequest } from './request-parameters.js';
import { readRpcClaim } from './rpc.js';
import { callSts, stsApiOf } from './sts-calls.js';

/**
 * The public gateway: RPC-style OpenAPI, signed with an AccessKey. The OpenAPI endpoint of an instance (its dedicated
 * gateway) has the same protocol. STS, which issues temporary AccessKeys, has it too, and is served here as well.
 */
export function createPublicGateway(kms: Kms, options: TokenOptions = {}): Gateway {
  const { accountId, regionId } = kms.identity;
  const tokens = new SecurityTokens(kms.store, kms.clock);
  const check = new AccessKeyCheck(kms.access, tokens);
  const sts = new Sts(accountId, tokens, options);
  return {
    name: 'public',
    async accept(request, { requestId, facts }) {
      const { method, headers, remoteAddress } = request;
      const parameters = readRequest(request);
      if (parameters.pathname !== '/' || (method !== 'POST' && method !== 'GET')) {
        throw new ServiceError('InvalidAction.NotFound');
      }
      const flat = flatten(parameters);
      const isAcs = headers.authorization !== undefined;
      const stsApi = stsApiOf(isAcs || flat.Signature === undefined ? headers : {}, flat);
      facts.api = stsApi ?? (isAcs ? headers[acsHeaders.action] : flat.Action);
      facts.keyId = flat.KeyId;
      facts.secretName = flat.SecretName;
      const answer = (fields: object) => json(200, JSON.stringify({ ...fields, RequestId: requestId }));
      if (stsApi !== undefined && sts.isUnsigned(stsApi)) {
        return { run: async () => answer(sts.callUnsigned(flat, request)) };
      }
      const claim = isAcs ? await readAcsClaim(request, parameters) : readRpcClaim(request, parameters, flat);
      const now = systemClock.now();
      const clientKey = claim.byClientKey ? await check.proveClientKey(claim, now) : undefined;
      const session = clientKey ? undefined : await check.prove(claim, now);
      facts.caller = claim.accessKeyId;
      const call = {
        nameHeaders: isAcs ? headers : undefined,
        flat,
        accessKeyId: claim.accessKeyId,
        session,
        clientKey,
        remoteAddress,
        requestId,
      };
      return {
        forget: () => check.forget(claim),
        async run() {
          const fields = stsApi === undefined ? callKms(kms, call) : callSts(sts, stsApi, call);
          return answer(await fields.catch(naming(principalOf(accountId, session, clientKey))));
        },
      };
    },
    refuse({ code, status, message, denial }, { headers }, requestId) {
      const hostId = headers.host ?? `kms.${regionId}.aliyuncs.com`;
      const recommend = `https://api.alibabacloud.com/troubleshoot?q=${code}&product=Kms&requestId=${requestId}`;
      const detail = denial && accessDeniedDetail(denial, accountId);
      const error = { status, code, message, requestId, hostId, recommend, accessDeniedDetail: detail };
      return json(status, encodeOpenApiError(error));
    },
  };
}

const json = (status: number, text: string): AppResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(text),
});
