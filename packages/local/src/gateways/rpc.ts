import { rpcSignature, rpcSignatureMethod, rpcSignatureVersion, rpcStringToSign } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { type Claim, required } from './access-key-check.js';
import type { AppRequest } from './http.js';
import { contentType, formType, type Pair, type RequestParameters } from './request-parameters.js';

/** Protocol parameters, whose values may be shown; all others are the caller's data. */
const protocolParameters = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureType',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);

/** SignatureMethod and SignatureType of a request that is signed with a client key. */
const clientKeySignature = { method: 'SHA256withRSA', type: 'PRIVATEKEY' };

/** Reads the claims of a request that is signed with signature version 1.0, in its parameters. */
export function readRpcClaim(
  { method, headers, body }: AppRequest,
  parameters: RequestParameters,
  flat: Readonly<Record<string, string>>,
): Claim {
  const accessKeyId = required('AccessKeyId', flat.AccessKeyId);
  const signature = required('Signature', flat.Signature);
  const nonce = required('SignatureNonce', flat.SignatureNonce);
  if (flat.SignatureVersion !== rpcSignatureVersion) {
    throw invalidParameter('SignatureVersion', `must be ${rpcSignatureVersion}`);
  }
  const byClientKey = flat.SignatureMethod === clientKeySignature.method;
  if (!byClientKey && flat.SignatureMethod !== rpcSignatureMethod) {
    throw invalidParameter('SignatureMethod', `must be ${rpcSignatureMethod} or ${clientKeySignature.method}`);
  }
  if (byClientKey && flat.SignatureType !== clientKeySignature.type) {
    throw invalidParameter('SignatureType', `must be ${clientKeySignature.type}`);
  }
  if (body.length > 0 && contentType(headers) !== formType) {
    throw invalidParameter('Content-Type', `must be ${formType}; signature version 1.0 covers no other body`);
  }
  const pairs: Pair[] = [...parameters.query, ...parameters.body];
  const shown = pairs.map(([name, value]): Pair => [name, protocolParameters.has(name) ? value : '***']);
  return {
    accessKeyId,
    byClientKey,
    securityToken: flat.SecurityToken,
    timestamp: flat.Timestamp,
    nonce,
    signature,
    stringToSign: rpcStringToSign(method, pairs),
    shownStringToSign: rpcStringToSign(method, shown),
    sign: rpcSignature,
  };
}
