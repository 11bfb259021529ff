import { createHmac, hash } from 'node:crypto';
import { canonicalQuery, type Pairs } from './form.js';
import { WireFormatError } from './wire-format-error.js';

const acs3Algorithm = 'ACS3-HMAC-SHA256';

/** Headers of a call that is signed with ACS3; all of them are signed. */
export const acs3Headers = {
  action: 'x-acs-action',
  version: 'x-acs-version',
  date: 'x-acs-date',
  nonce: 'x-acs-signature-nonce',
  contentSha256: 'x-acs-content-sha256',
  accessKeyId: 'x-acs-accesskey-id',
  securityToken: 'x-acs-security-token',
} as const;

export interface Acs3Request {
  method: string;
  path: string;
  query: Pairs;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Names of the headers to sign, in lower case. */
  signedHeaders: readonly string[];
}

export interface Acs3Authorization {
  accessKeyId: string;
  signedHeaders: readonly string[];
  signature: string;
}

/** Value of x-acs-content-sha256: the body's SHA-256 in lower-case hexadecimal, also of an empty body. */
export const acs3ContentSha256 = (body: Uint8Array): string => hash('sha256', body, 'hex');

/** The headers that have to be signed when they are there: `host`, `content-type` and all `x-acs-*`. Sorted. */
export function acs3SignedHeaderNames(headers: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(headers)
    .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort();
}

/** @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature */
export function acs3CanonicalRequest({ method, path, query, headers, signedHeaders }: Acs3Request): string {
  const names = [...signedHeaders].sort();
  const canonicalHeaders = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const contentSha256 = headers[acs3Headers.contentSha256] ?? '';
  return [method, path, canonicalQuery(query), canonicalHeaders, names.join(';'), contentSha256].join('\n');
}

export function acs3StringToSign(canonicalRequest: string): string {
  return `${acs3Algorithm}\n${hash('sha256', canonicalRequest, 'hex')}`;
}

/** Hexadecimal HMAC-SHA256 of the string to sign. */
export function acs3Signature(accessKeySecret: string, stringToSign: string): string {
  return createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
}

/** Value of the header `authorization`. */
export function formatAcs3Authorization({ accessKeyId, signedHeaders, signature }: Acs3Authorization): string {
  return `${acs3Algorithm} Credential=${accessKeyId},SignedHeaders=${[...signedHeaders].sort().join(';')},Signature=${signature}`;
}

const authorizationPattern =
  /^ACS3-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/** @throws WireFormatError for another algorithm, or when a part is missing or misshapen */
export function parseAcs3Authorization(value: string): Acs3Authorization {
  const [, accessKeyId, signedHeaders, signature] = authorizationPattern.exec(value) ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) {
    throw new WireFormatError(`the authorization header does not have the form of ${acs3Algorithm}`);
  }
  return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature };
}
