import { createHmac, hash } from 'node:crypto';
import { type AcsAlgorithm, acsAlgorithms } from '../model/signature-algorithms.js';
import { smLibrary } from '../util/sm-library.js';
import { canonicalQuery, type Pairs } from './form.js';
import { WireFormatError } from './wire-format.js';

/** Headers of a signed call; all of them are signed. */
export const acsHeaders = {
  action: 'x-acs-action',
  version: 'x-acs-version',
  date: 'x-acs-date',
  nonce: 'x-acs-signature-nonce',
  contentSha256: 'x-acs-content-sha256',
  contentSm3: 'x-acs-content-sm3',
  accessKeyId: 'x-acs-accesskey-id',
  securityToken: 'x-acs-security-token',
} as const;

/** The header with the hash of the body: ACS3 uses one name for every hash. */
export const acsContentHeader = (algorithm: AcsAlgorithm): string =>
  algorithm === 'ACS4-HMAC-SM3' ? acsHeaders.contentSm3 : acsHeaders.contentSha256;

/** Hash functions of an algorithm. */
export interface AcsDigest {
  /** Lower-case hexadecimal. */
  hash(data: string | Uint8Array): string;
  hmac(key: string | Uint8Array, text: string): Buffer;
}

const sha256: AcsDigest = {
  hash: (data) => hash('sha256', data, 'hex'),
  hmac: (key, text) => createHmac('sha256', key).update(text).digest(),
};

/** The digest of an algorithm; a promise only for SM3, which is loaded on first use. */
export function acsDigest(algorithm: AcsAlgorithm): AcsDigest | Promise<AcsDigest> {
  return algorithm.endsWith('-SM3') ? loadSm3() : sha256;
}

async function loadSm3(): Promise<AcsDigest> {
  const { sm3 } = await smLibrary();
  return {
    // The library hashes text as UTF-8, but takes keys as hexadecimal.
    hash: (data) => sm3(data),
    hmac: (key, text) => Buffer.from(sm3(text, { key: Buffer.from(key) }), 'hex'),
  };
}

export interface AcsRequest {
  method: string;
  path: string;
  query: Pairs;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Names of the headers to sign, in lower case. */
  signedHeaders: readonly string[];
}

/** Scope of an ACS4 key. */
export interface AcsScope {
  /** `yyyyMMdd`, from the header x-acs-date. */
  date: string;
  /** Region of the host; `center` if the host names none. */
  region: string;
  /** `Kms` */
  product: string;
}

export interface AcsAuthorization {
  algorithm: AcsAlgorithm;
  accessKeyId: string;
  /** With ACS4 only. */
  scope?: AcsScope;
  signedHeaders: readonly string[];
  signature: string;
}

/** The headers that must be signed if present: `host`, `content-type` and all `x-acs-*`. Sorted. */
export function acsSignedHeaderNames(headers: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(headers)
    .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort();
}

/**
 * @param query replaces the canonical query of the request
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function acsCanonicalRequest(
  request: AcsRequest,
  algorithm: AcsAlgorithm,
  query = canonicalQuery(request.query),
): string {
  const { method, path, headers, signedHeaders } = request;
  const names = [...signedHeaders].sort();
  const canonicalHeaders = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const contentHash = headers[acsContentHeader(algorithm)] ?? '';
  return [method, path, query, canonicalHeaders, names.join(';'), contentHash].join('\n');
}

export const acsStringToSign = (algorithm: AcsAlgorithm, canonicalRequest: string, digest: AcsDigest): string =>
  `${algorithm}\n${digest.hash(canonicalRequest)}`;

const scopeEnd = 'aliyun_v4_request';

/** Hexadecimal. @param scope with ACS4 */
export function acsSignature(
  accessKeySecret: string,
  stringToSign: string,
  digest: AcsDigest,
  scope?: AcsScope,
): string {
  const key = scope
    ? [scope.date, scope.region, scope.product, scopeEnd].reduce<string | Buffer>(
        digest.hmac,
        `aliyun_v4${accessKeySecret}`,
      )
    : accessKeySecret;
  return digest.hmac(key, stringToSign).toString('hex');
}

/**
 * The scope of a key. The official clients for Go, Java and Node.js take the region from the host, `center` if it is not
 * `<product>.<region>.aliyuncs.com`; the one for Python prefers the configured region.
 *
 * @param timestamp value of the header x-acs-date
 * @param host with or without port
 */
export function acsScope(timestamp: string, host: string): AcsScope {
  const [, region = 'center'] = /^[^.:]+\.([^.:]+)\.aliyuncs\.com(?::\d+)?$/.exec(host) ?? [];
  return { date: acsDay(timestamp), region, product: 'Kms' };
}

export const acsDay = (timestamp: string): string => timestamp.slice(0, 10).replaceAll('-', '');

/** Value of the header `authorization`. */
export function formatAcsAuthorization(authorization: AcsAuthorization): string {
  const { algorithm, accessKeyId, scope, signedHeaders, signature } = authorization;
  const credential = scope ? [accessKeyId, scope.date, scope.region, scope.product, scopeEnd].join('/') : accessKeyId;
  return `${algorithm} Credential=${credential},SignedHeaders=${[...signedHeaders].sort().join(';')},Signature=${signature}`;
}

const authorizationPattern =
  /^(ACS[34]-HMAC-(?:SHA256|SM3)) Credential=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/** @throws WireFormatError for another algorithm, or if a part is missing or malformed */
export function parseAcsAuthorization(value: string): AcsAuthorization {
  const [, algorithm, credential, signedHeaders, signature] = authorizationPattern.exec(value) ?? [];
  if (algorithm === undefined || credential === undefined || signedHeaders === undefined || signature === undefined) {
    throw new WireFormatError(`the authorization header does not have the form of ${acsAlgorithms.join(', ')}`);
  }
  const known = algorithm as AcsAlgorithm;
  return {
    algorithm: known,
    ...parseCredential(known, credential),
    signedHeaders: signedHeaders.split(';'),
    signature,
  };
}

function parseCredential(algorithm: AcsAlgorithm, credential: string): Pick<AcsAuthorization, 'accessKeyId' | 'scope'> {
  if (algorithm.startsWith('ACS3-')) return { accessKeyId: credential };
  const [accessKeyId, date, region, product, end, ...rest] = credential.split('/');
  if (!accessKeyId || !date || !region || !product || end !== scopeEnd || rest.length > 0) {
    throw new WireFormatError(
      `Credential does not have the form <AccessKey id>/<yyyyMMdd>/<region>/<product>/${scopeEnd}`,
    );
  }
  return { accessKeyId, scope: { date, region, product } };
}
