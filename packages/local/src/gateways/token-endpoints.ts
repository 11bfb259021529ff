import { isIP } from 'node:net';
import { formatTimestamp } from 'alibabacloud-kms-sdk/internal';
import { AddressList } from '../access/address-list.js';
import { MetadataTokens } from '../identity/metadata-tokens.js';
import { roleArn } from '../identity/roles.js';
import { SecurityTokens } from '../identity/security-tokens.js';
import { credentialsResponse, refusalOf } from '../identity/sts.js';
import { metadataAddress, type TokenOptions, thisMachine } from '../identity/token-options.js';
import type { Kms } from '../kms.js';
import type { AppRequest, AppResponse, Routes } from './http.js';

/** ECS issues credentials for six hours. */
const durationMs = 6 * 3_600_000;
const sessionName = 'kms-local';
const metadata = '/latest/meta-data/';
const credentials = `${metadata}ram/security-credentials/`;
const tokenHeader = 'x-aliyun-ecs-metadata-token';
const tokenTtlHeader = 'x-aliyun-ecs-metadata-token-ttl-seconds';

const none: Routes = async () => undefined;

/**
 * The metadata service of an ECS instance (`/latest/…`, with and without a token) and a credentials URI
 * (`/credentials`), for clients without an AccessKey. Serves nothing without `instanceRole`.
 */
export function createTokenEndpoints(
  kms: Kms,
  { instanceRole, tokenClients = thisMachine, names = [] }: TokenOptions,
): Routes {
  if (instanceRole === undefined) return none;
  const clients = new AddressList(tokenClients);
  const tokens = new SecurityTokens(kms.store, kms.clock);
  const metadataTokens = new MetadataTokens(kms.store, kms.clock);

  const newCredentials = () => {
    const role = roleArn(kms.identity.accountId, instanceRole);
    const key = tokens.issue({ roleArn: role, sessionName, durationMs });
    const LastUpdated = formatTimestamp(new Date(kms.clock.now()));
    return json({ ...credentialsResponse(key), LastUpdated, Code: 'Success' });
  };

  const items: Readonly<Record<string, () => AppResponse>> = {
    '/credentials': newCredentials,
    [credentials]: () => text(200, instanceRole),
    [credentials.slice(0, -1)]: () => text(200, instanceRole),
    [`${credentials}${instanceRole}`]: newCredentials,
    [`${metadata}region-id`]: () => text(200, kms.identity.regionId),
    [`${metadata}owner-account-id`]: () => text(200, kms.identity.accountId),
  };

  return async (request) => {
    const path = ownPath(request.path);
    if (path === undefined) return undefined;
    const refusal = refusalOf(request, clients) ?? wrongHost(request.headers.host, names);
    if (refusal !== undefined) return text(403, refusal);
    await kms.store.state.refresh();
    const { method, headers } = request;
    if (path === '/latest/api/token') return method === 'PUT' ? newToken(metadataTokens, headers) : wrongMethod('PUT');
    if (method !== 'GET') return wrongMethod('GET');
    const token = headers[tokenHeader];
    if (token !== undefined && !metadataTokens.isValid(token))
      return text(401, `${tokenHeader} is wrong or has expired`);
    return items[path]?.() ?? text(404, `${path} is not here; the role of this instance is ${instanceRole}`);
  };
}

/** The path without its query if it is one of these endpoints; also of a proxy request to the metadata service. */
function ownPath(target: string): string | undefined {
  const proxied = `http://${metadataAddress}/`;
  const [path = ''] = (target.startsWith(proxied) ? target.slice(proxied.length - 1) : target).split('?', 1);
  return path === '/credentials' || path.startsWith('/latest/') ? path : undefined;
}

/** Prevents DNS rebinding: a page or server could be made to send a request by a name that points at this machine. */
function wrongHost(header: string | undefined, names: readonly string[]): string | undefined {
  const host = hostName(header ?? '');
  if (host === '') return 'a request that names no host gets no credentials';
  const isTrusted = isIP(host) !== 0 || !host.includes('.') || names.includes(host);
  return isTrusted ? undefined : `${host} is not among the names of this local KMS`;
}

const hostName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1');

function newToken(tokens: MetadataTokens, headers: AppRequest['headers']): AppResponse {
  const ttl = headers[tokenTtlHeader] ?? '';
  const seconds = /^\d{1,5}$/.test(ttl) ? Number(ttl) : 0;
  if (seconds < 1 || seconds > 21_600) return text(400, `${tokenTtlHeader} must be 1 to 21600`);
  return text(200, tokens.issue(seconds * 1000));
}

const text = (status: number, body: string): AppResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from(body),
});

const json = (value: object): AppResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify(value)),
});

const wrongMethod = (method: string): AppResponse => {
  const { headers, ...answer } = text(405, `only ${method} is answered here`);
  return { ...answer, headers: { ...headers, allow: method } };
};
