import { hash } from 'node:crypto';
import { WireFormatError } from './wire-format.js';

/** Headers of the instance gateway's own protocol. */
export const instanceHeaders = {
  apiName: 'x-kms-apiname',
  apiVersion: 'x-kms-apiversion',
  signatureMethod: 'x-kms-signaturemethod',
  /** With three c's, as on the wire. */
  accessKeyId: 'x-kms-acccesskeyid',
  /** In a response, the key version that was used; in a request, the one to use. */
  keyVersionId: 'x-kms-migrationkeyversionid',
  contentSha256: 'content-sha256',
} as const;

/** Prefix of request headers that are signed. */
const signedHeaderPrefix = 'x-kms-';
export const instanceApiVersion = 'dkms-gcs-0.2';
export const instanceSignatureMethod = 'RSA_PKCS1_SHA_256';
export const instanceContentType = 'application/x-protobuf';

/** Value of content-sha256: the body's SHA-256 in upper-case hexadecimal. */
export const instanceContentSha256 = (body: Uint8Array): string => hash('sha256', body, 'hex').toUpperCase();

/** The text that a client key signs; `headers` by name in lower case. The path is always `/`. */
export function instanceStringToSign(headers: Readonly<Record<string, string | undefined>>): string {
  const signed = Object.keys(headers)
    .filter((name) => name.startsWith(signedHeaderPrefix))
    .sort()
    .map((name) => `${name}:${(headers[name] ?? '').trim()}\n`);
  const { 'content-type': contentType = '', date = '' } = headers;
  const contentSha256 = headers[instanceHeaders.contentSha256] ?? '';
  return `POST\n${contentSha256}\n${contentType}\n${date}\n${signed.join('')}/`;
}

/** Value of the header `authorization`; the signature in base64. */
export const formatBearer = (signature: string): string => `Bearer ${signature}`;

/**
 * Extracts the signature from an authorization header.
 *
 * @throws WireFormatError if it is not `Bearer ` and base64
 */
export function parseBearer(value: string): Buffer {
  const [, base64] = /^Bearer ([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  if (base64 === undefined)
    throw new WireFormatError('the authorization header is not "Bearer" and a base64 signature');
  return Buffer.from(base64, 'base64');
}
