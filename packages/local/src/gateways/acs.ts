import {
  type AcsAlgorithm,
  type AcsAuthorization,
  acsCanonicalRequest,
  acsContentHeader,
  acsDay,
  acsDigest,
  acsHeaders,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  canonicalQuery,
  messageBounds,
  parseAcsAuthorization,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import { type Claim, required, signatureDoesNotMatch } from './access-key-check.js';
import type { AppRequest } from './http.js';
import { contentType, formType, type RequestParameters } from './request-parameters.js';

/** Reads the claims of a request that is signed with ACS3 or ACS4, in its headers. */
export async function readAcsClaim(request: AppRequest, { pathname, query }: RequestParameters): Promise<Claim> {
  const { method, headers, body } = request;
  const { algorithm, accessKeyId, scope, signedHeaders, signature } = parse(headers.authorization ?? '');
  checkSignedHeaders(request, signedHeaders);
  const nonce = required(acsHeaders.nonce, headers[acsHeaders.nonce]);
  const digest = await acsDigest(algorithm);
  const contentHeader = acsContentHeader(algorithm);
  if (required(contentHeader, headers[contentHeader]) !== digest.hash(body)) {
    throw signatureDoesNotMatch(`${contentHeader} is not the hash of the body.`);
  }
  if (scope) checkDay(scope, headers[acsHeaders.date]);
  const toSign = (canonicalQueryText: string) =>
    acsStringToSign(
      algorithm,
      acsCanonicalRequest({ method, path: pathname, query, headers, signedHeaders }, algorithm, canonicalQueryText),
      digest,
    );
  const asWritten = canonicalQuery(query);
  const stringToSign = toSign(asWritten);
  return {
    accessKeyId,
    securityToken: headers[acsHeaders.securityToken],
    timestamp: headers[acsHeaders.date],
    nonce,
    signature,
    stringToSign,
    otherStringToSign: hasOtherForm(algorithm, asWritten) ? toSign(withoutEmptyValues(asWritten)) : undefined,
    // A hash, which reveals nothing about the request.
    shownStringToSign: stringToSign,
    sign: (secret, text) => acsSignature(secret, text, digest, scope),
  };
}

/**
 * The host and every `x-acs-` header must be signed. An unsigned content-type could be replaced to change the meaning of the
 * body, so it must be the default one; without a body it does not matter, and HTTP libraries add what they like.
 */
function checkSignedHeaders({ headers, body }: AppRequest, signedHeaders: readonly string[]): void {
  const isPlain = body.length === 0 || contentType(headers) === formType;
  for (const name of ['host', ...acsSignedHeaderNames(headers)]) {
    if (signedHeaders.includes(name) || (name === 'content-type' && isPlain)) continue;
    throw incomplete(`header ${name} is not signed`);
  }
}

/** The ACS4 clients for Go, Java and Node.js sign an empty parameter as `Name`, the one for Python as `Name=`. */
const hasOtherForm = (algorithm: AcsAlgorithm, query: string): boolean =>
  algorithm.startsWith('ACS4-') && /=(&|$)/.test(query);

const withoutEmptyValues = (query: string): string => query.replaceAll(/=(?=&|$)/g, '');

function checkDay({ date }: NonNullable<AcsAuthorization['scope']>, timestamp = ''): void {
  if (date !== acsDay(timestamp)) throw incomplete(`the day in Credential is not that of ${acsHeaders.date}`);
}

function parse(authorization: string): AcsAuthorization {
  try {
    const parsed = parseAcsAuthorization(authorization);
    checkHeaderNames(parsed.signedHeaders);
    return parsed;
  } catch (error) {
    throw error instanceof WireFormatError ? incomplete(error.message) : error;
  }
}

/** A long header that is named repeatedly would make the text to sign many times as long as the request. */
function checkHeaderNames(names: readonly string[]): void {
  const { parametersMax } = messageBounds;
  if (names.length > parametersMax) throw incomplete(`more than ${parametersMax} headers are signed`);
  if (new Set(names).size < names.length) throw incomplete('a header is signed twice');
}

const incomplete = (why: string): ServiceError =>
  new ServiceError('IncompleteSignature', {
    message: `The request signature does not conform to Aliyun standards: ${why}.`,
  });
