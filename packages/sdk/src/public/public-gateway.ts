import { randomUUID } from 'node:crypto';
import { checkOneOf } from '../checks.js';
import type { AccessKeyOptions, UsableAccessKey } from '../credentials/access-key.js';
import { AccessKeyProvider } from '../credentials/access-key-provider.js';
import { KmsServiceError } from '../errors.js';
import type { Peer } from '../model/advice.js';
import { actionFacts } from '../model/generated/actions.js';
import { apiVersion } from '../model/generated/endpoints.js';
import { type AcsAlgorithm, acsAlgorithms, defaultAcsAlgorithm } from '../model/signature-algorithms.js';
import type { Endpoint } from '../transport/endpoint.js';
import { callerHeaders, GatewayCalls } from '../transport/gateway-calls.js';
import type { CallOptions, TransportOptions } from '../transport/options.js';
import { errorOfResponse, incompleteResponse, invalidResponse, missingIn } from '../transport/response-checks.js';
import type { Transport } from '../transport/transport.js';
import type { CallMetadata, Exchange, SigningAccessKey, WireRequest, WireResponse } from '../transport/types.js';
import { tryParseJson } from '../util/encodings.js';
import { isObject, isPromise } from '../util/value-kinds.js';
import {
  type AcsDigest,
  acsCanonicalRequest,
  acsContentHeader,
  acsDigest,
  acsHeaders,
  acsScope,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  formatAcsAuthorization,
} from '../wire/acs-signature.js';
import { decodeOpenApiError } from '../wire/error-body.js';
import { encodeForm } from '../wire/form.js';
import { formatTimestamp } from '../wire/timestamps.js';
import { type RegionOptions, regionEndpoint } from './region-endpoint.js';

/** How calls with an AccessKey are signed. */
export interface SignatureOptions {
  /**
   * `ACS3-HMAC-SHA256`, or `ACS3-HMAC-SM3` with SM3 instead of SHA-256; `ACS4-HMAC-SHA256` and `ACS4-HMAC-SM3` are what
   * the official clients call `signatureVersion` v4. Default `ACS3-HMAC-SHA256`.
   *
   * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
   */
  signatureAlgorithm?: AcsAlgorithm | undefined;
}

export interface PublicGatewayConfig extends RegionOptions, AccessKeyOptions, SignatureOptions, TransportOptions {}

/** A gateway that is called with an AccessKey: the public gateway of a region, or the OpenAPI endpoint of an instance. */
export class PublicGateway {
  readonly #endpoint: Endpoint;
  readonly #accessKey: AccessKeyProvider;
  readonly #algorithm: AcsAlgorithm;
  readonly #calls: GatewayCalls;
  readonly #peer: Peer;

  /**
   * @param where name of the configuration object, for messages
   * @param peer owner of the gateway
   * @param fetchCa gets the server's CA if neither configuration nor call has one
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(
    config: PublicGatewayConfig,
    transport: Transport,
    where: string,
    { peer = 'public', fetchCa }: { peer?: Peer; fetchCa?: () => Promise<string> } = {},
  ) {
    this.#peer = peer;
    this.#endpoint = regionEndpoint(config, where);
    this.#accessKey = new AccessKeyProvider(config, where);
    this.#algorithm = checkOneOf(
      `${where}.signatureAlgorithm`,
      config.signatureAlgorithm ?? defaultAcsAlgorithm,
      acsAlgorithms,
    );
    this.#calls = new GatewayCalls(config, transport, { where, peer, fetchCa });
  }

  /** Host, with its port unless that is 443. */
  get host(): string {
    return this.#endpoint.host;
  }

  /**
   * @param parameters as sent: names with numbers and dots, values as text
   * @returns the JSON response
   */
  async call(
    action: string,
    parameters: Readonly<Record<string, string>>,
    { repeatable }: { repeatable: boolean },
    options?: CallOptions,
  ): Promise<{ answer: Record<string, unknown>; metadata: CallMetadata }> {
    return this.#calls.make({ api: action, endpoint: this.#endpoint.host }, options, (policy) =>
      publicExchange({
        action,
        parameters,
        repeatable,
        endpoint: this.#endpoint,
        peer: this.#peer,
        requestHeaders: callerHeaders(policy.requestHeaders, publicReservedHeaders),
        algorithm: this.#algorithm,
        accessKey: (now) => this.#accessKey.get(now),
        refused: (accessKey) => this.#accessKey.forget(accessKey),
      }),
    );
  }

  /**
   * The AccessKey that would sign a call now; gets it if necessary.
   *
   * @throws KmsConfigurationError `Credentials.Unavailable`
   */
  async accessKey(): Promise<SigningAccessKey> {
    const { accessKeyId, source, expiration } = await this.#accessKey.get(new Date());
    return { accessKeyId, source, ...(expiration && { expiration }) };
  }
}

/** A call with an AccessKey, ready to be sent repeatedly. */
export interface PublicCall {
  action: string;
  parameters: Readonly<Record<string, string>>;
  repeatable: boolean;
  endpoint: Endpoint;
  /** Owner of the gateway. */
  peer: Peer;
  /** Headers of the caller, names in lower case. */
  requestHeaders: Readonly<Record<string, string>>;
  algorithm: AcsAlgorithm;
  /** @param now the current time, adjusted to the server's clock if known */
  accessKey(now: Date): UsableAccessKey | Promise<UsableAccessKey>;
  /** Called with an AccessKey that the gateway refuses. */
  refused(accessKey: UsableAccessKey): void;
}

/** Headers that the protocol sets. */
const publicReservedHeaders: readonly string[] = [
  'accept',
  'authorization',
  'content-type',
  ...Object.values(acsHeaders),
];

function publicExchange(call: PublicCall): Exchange<Record<string, unknown>> {
  const { action, endpoint, repeatable } = call;
  // In the body, not in the query: URLs end up in access logs, and some parameters are secrets.
  const body = Buffer.from(encodeForm(Object.entries(call.parameters)));
  let used: UsableAccessKey | undefined;
  const signed = (accessKey: UsableAccessKey, digest: AcsDigest, now: Date): WireRequest => {
    used = accessKey;
    return sign(call, body, accessKey, digest, now);
  };
  return {
    api: action,
    endpoint: endpoint.host,
    repeatable,
    prepare(now) {
      const accessKey = call.accessKey(now);
      const digest = acsDigest(call.algorithm);
      if (!(isPromise(accessKey) || isPromise(digest))) return signed(accessKey, digest, now);
      return Promise.all([accessKey, digest]).then(([key, loaded]) => signed(key, loaded, now));
    },
    read(response) {
      try {
        return readResponse(call, response);
      } catch (error) {
        if (used && error instanceof KmsServiceError && refusesAccessKey.test(error.code)) call.refused(used);
        throw error;
      }
    },
  };
}

function sign(
  { action, algorithm, endpoint, requestHeaders }: PublicCall,
  body: Uint8Array,
  { accessKeyId, accessKeySecret, securityToken, source, expiration }: UsableAccessKey,
  digest: AcsDigest,
  now: Date,
): WireRequest {
  const date = formatTimestamp(now);
  const headers: Record<string, string> = {
    ...requestHeaders,
    accept: 'application/json',
    host: endpoint.host,
    [acsHeaders.action]: action,
    [acsHeaders.version]: apiVersion,
    [acsHeaders.date]: date,
    [acsHeaders.nonce]: randomUUID().replaceAll('-', ''),
    [acsContentHeader(algorithm)]: digest.hash(body),
    'content-length': String(body.length),
  };
  if (body.length > 0) headers['content-type'] = 'application/x-www-form-urlencoded';
  if (securityToken) {
    headers[acsHeaders.accessKeyId] = accessKeyId;
    headers[acsHeaders.securityToken] = securityToken;
  }
  const request: WireRequest = {
    origin: endpoint.origin,
    path: '/',
    method: 'POST',
    headers,
    body,
    accessKey: { accessKeyId, source, ...(expiration && { expiration }) },
  };
  const signedHeaders = acsSignedHeaderNames(headers);
  const canonical = acsCanonicalRequest({ ...request, query: [], signedHeaders }, algorithm);
  const scope = algorithm.startsWith('ACS4-') ? acsScope(date, endpoint.host) : undefined;
  const signature = acsSignature(accessKeySecret, acsStringToSign(algorithm, canonical, digest), digest, scope);
  headers.authorization = formatAcsAuthorization({ algorithm, accessKeyId, scope, signedHeaders, signature });
  return request;
}

/** An AccessKey that is unknown, inactive or expired. */
const refusesAccessKey = /^Invalid(AccessKeyId|SecurityToken)\b/;

function readResponse(
  { action, parameters, endpoint, peer }: PublicCall,
  response: WireResponse,
): Record<string, unknown> {
  const { status, body } = response;
  const context = { api: action, endpoint: endpoint.host };
  if (status < 200 || status > 299) {
    const call = { api: action, credential: 'accessKey', peer, parameters } as const;
    throw errorOfResponse(response, decodeOpenApiError(body), context, call);
  }
  const answer = tryParseJson(body.toString());
  // Every response of KMS has a request id.
  if (!isObject(answer) || typeof answer.RequestId !== 'string' || answer.RequestId === '') {
    throw invalidResponse(response, context);
  }
  const facts = actionFacts(action)?.answer;
  const missing = facts && (codeIn(answer) ?? missingIn(facts, answer, parameters, 'json'));
  if (missing) throw incompleteResponse(response, context, missing, answer.RequestId);
  return answer;
}

/** No success response of a known API has a code: a response with one is an error, whatever its status. */
function codeIn({ Code }: Record<string, unknown>): string | undefined {
  if (!Code) return undefined;
  return typeof Code === 'string' && /^[\w.]{1,100}$/.test(Code) ? `the error code ${Code}` : 'an error code';
}
