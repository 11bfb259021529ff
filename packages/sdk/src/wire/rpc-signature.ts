import { createHmac } from 'node:crypto';
import { canonicalQuery, type Pairs, percentEncode } from './form.js';

/** Values of the parameters SignatureMethod and SignatureVersion. */
export const rpcSignatureMethod = 'HMAC-SHA1';
export const rpcSignatureVersion = '1.0';

/**
 * The text that signature version 1.0 signs.
 *
 * @param pairs all parameters of the query and the form body; `Signature` is ignored
 * @see https://www.alibabacloud.com/help/doc-detail/28139.htm
 */
export function rpcStringToSign(method: string, pairs: Pairs): string {
  const signed = [...pairs].filter(([name]) => name !== 'Signature');
  return [method, percentEncode('/'), percentEncode(canonicalQuery(signed))].join('&');
}

/** Value of the parameter `Signature`. */
export function rpcSignature(accessKeySecret: string, stringToSign: string): string {
  return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
}
