import {
  acs3CanonicalRequest,
  acs3ContentSha256,
  acs3Headers,
  acs3Signature,
  acs3SignedHeaderNames,
  acs3StringToSign,
  messageBounds,
  parseAcs3Authorization,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import { type Claim, required, signatureDoesNotMatch } from './access-key-check.js';
import type { AppRequest } from './http.js';
import type { RequestParameters } from './request-parameters.js';

/** What a request says that is signed with ACS3-HMAC-SHA256, in its headers. */
export function readAcs3Claim({ method, headers, body }: AppRequest, { pathname, query }: RequestParameters): Claim {
  const { accessKeyId, signedHeaders, signature } = parse(headers.authorization ?? '');
  for (const name of ['host', ...acs3SignedHeaderNames(headers)]) {
    if (name !== 'content-type' && !signedHeaders.includes(name)) throw incomplete(`header ${name} is not signed`);
  }
  const nonce = required(acs3Headers.nonce, headers[acs3Headers.nonce]);
  if (required(acs3Headers.contentSha256, headers[acs3Headers.contentSha256]) !== acs3ContentSha256(body)) {
    throw signatureDoesNotMatch(`${acs3Headers.contentSha256} is not the hash of the body.`);
  }
  const stringToSign = acs3StringToSign(
    acs3CanonicalRequest({ method, path: pathname, query, headers, signedHeaders }),
  );
  return {
    accessKeyId,
    securityToken: headers[acs3Headers.securityToken],
    timestamp: headers[acs3Headers.date],
    nonce,
    signature,
    stringToSign,
    // A hash: it shows nothing of the request.
    shownStringToSign: stringToSign,
    sign: acs3Signature,
  };
}

function parse(authorization: string): ReturnType<typeof parseAcs3Authorization> {
  try {
    const parsed = parseAcs3Authorization(authorization);
    checkSignedHeaders(parsed.signedHeaders);
    return parsed;
  } catch (error) {
    throw error instanceof WireFormatError ? incomplete(error.message) : error;
  }
}

/** Named again and again, a long header would make a text to sign that is many times as long as the request. */
function checkSignedHeaders(names: readonly string[]): void {
  const { parametersMax } = messageBounds;
  if (names.length > parametersMax) throw incomplete(`more than ${parametersMax} headers are signed`);
  if (new Set(names).size < names.length) throw incomplete('a header is signed twice');
}

const incomplete = (why: string): ServiceError =>
  new ServiceError('IncompleteSignature', {
    message: `The request signature does not conform to Aliyun standards: ${why}.`,
  });
