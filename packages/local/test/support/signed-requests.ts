import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import {
  type AcsAlgorithm,
  type AcsDigest,
  acsCanonicalRequest,
  acsContentHeader,
  acsDigest,
  acsScope,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  apiVersion,
  encodeForm,
  encodeMessage,
  formatAcsAuthorization,
  formatBearer,
  formatHttpDate,
  formatTimestamp,
  instanceContentSha256,
  instanceStringToSign,
  type MessageName,
  rpcSignature,
  rpcStringToSign,
} from 'alibabacloud-kms-sdk/internal';
import forge from 'node-forge';
import type { LocalKms } from '../../src/start.js';
import type { Sent } from './send.js';

/** Undefined takes a header or parameter away. */
type Changes = Record<string, string | undefined>;

const changed = (values: Record<string, string>, changes: Changes = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...values, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

export type ClientKeyOwner = Pick<LocalKms, 'clientKeyContent' | 'clientKeyPassword'>;

/** Opens a client key, such as the one that the KMS made for itself. */
export function openClientKey(kms: ClientKeyOwner): { keyId: string; privateKey: KeyObject } {
  const { KeyId, PrivateKeyData } = JSON.parse(kms.clientKeyContent);
  const asn1 = forge.asn1.fromDer(forge.util.decode64(PrivateKeyData));
  const pkcs12 = forge.pkcs12.pkcs12FromAsn1(asn1, kms.clientKeyPassword);
  const type = forge.pki.oids.pkcs8ShroudedKeyBag as string;
  const key = pkcs12.getBags({ bagType: type })[type]?.[0]?.key as forge.pki.PrivateKey;
  return { keyId: KeyId, privateKey: createPrivateKey(forge.pki.privateKeyToPem(key)) };
}

export interface InstanceChanges {
  body?: Uint8Array;
  now?: number;
  /** Changes of headers before signing. */
  signed?: Changes;
  /** Changes of what is sent, after signing. */
  sent?: Changes;
}

export function instanceRequest(
  { keyId, privateKey }: { keyId: string; privateKey: KeyObject },
  api: string,
  message: Record<string, unknown>,
  {
    body = encodeMessage(`${api}Request` as MessageName, message),
    now = Date.now(),
    signed,
    sent,
  }: InstanceChanges = {},
): Sent {
  const headers = changed(
    {
      accept: 'application/x-protobuf',
      'content-type': 'application/x-protobuf',
      date: formatHttpDate(new Date(now)),
      'x-kms-apiname': api,
      'x-kms-apiversion': 'dkms-gcs-0.2',
      'x-kms-signaturemethod': 'RSA_PKCS1_SHA_256',
      'x-kms-acccesskeyid': keyId,
      'content-length': String(body.length),
      'content-sha256': instanceContentSha256(body),
    },
    signed,
  );
  const signature = sign('sha256', Buffer.from(instanceStringToSign(headers)), privateKey).toString('base64');
  return {
    method: 'POST',
    path: '/',
    headers: changed({ authorization: formatBearer(signature), ...headers }, sent),
    body,
  };
}

export interface AccessKeyOwner {
  accessKeyId: string;
  accessKeySecret: string;
}

export interface Acs3Changes {
  method?: string;
  body?: string;
  /** Changes of headers before signing. */
  signed?: Changes;
  /** Changes of what is sent, after signing. */
  sent?: Changes;
  /** Headers to sign; all that must be when left out. */
  signedHeaders?: string[];
  /** Another one than ACS3-HMAC-SHA256, with its digest. */
  by?: { algorithm: AcsAlgorithm; digest: AcsDigest };
}

const acs3 = { algorithm: 'ACS3-HMAC-SHA256', digest: acsDigest('ACS3-HMAC-SHA256') as AcsDigest } as const;

export function acs3Request(
  { accessKeyId, accessKeySecret }: AccessKeyOwner,
  action: string,
  parameters: Record<string, string>,
  { method = 'POST', body = '', signed, sent, signedHeaders, by: { algorithm, digest } = acs3 }: Acs3Changes = {},
): Sent {
  const bytes = Buffer.from(body);
  const query = Object.entries(parameters);
  const headers = changed(
    {
      host: 'kms.local',
      'x-acs-action': action,
      'x-acs-version': apiVersion,
      'x-acs-date': formatTimestamp(new Date()),
      'x-acs-signature-nonce': randomUUID(),
      [acsContentHeader(algorithm)]: digest.hash(bytes),
      ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    signed,
  );
  const names = signedHeaders ?? acsSignedHeaderNames(headers);
  const canonical = acsCanonicalRequest({ method, path: '/', query, headers, signedHeaders: names }, algorithm);
  const scope = algorithm.startsWith('ACS4-') ? acsScope(headers['x-acs-date'] ?? '', 'kms.local') : undefined;
  const signature = acsSignature(accessKeySecret, acsStringToSign(algorithm, canonical, digest), digest, scope);
  const authorization = formatAcsAuthorization({ algorithm, accessKeyId, scope, signedHeaders: names, signature });
  return { method, path: `/?${encodeForm(query)}`, headers: changed({ authorization, ...headers }, sent), body: bytes };
}

export interface RpcChanges {
  method?: string;
  /** Parameters that travel in a form body. */
  form?: Record<string, string>;
  /** Changes of parameters before signing. */
  signed?: Changes;
  /** Changes of what is sent, after signing. */
  sent?: Changes;
  /** The signature of what is to be signed; by the AccessKey secret when left out. */
  sign?: (stringToSign: string) => string;
}

export function rpcRequest(
  { accessKeyId, accessKeySecret }: AccessKeyOwner,
  action: string,
  parameters: Record<string, string>,
  {
    method = 'POST',
    form = {},
    signed,
    sent,
    sign: signatureOf = (stringToSign) => rpcSignature(accessKeySecret, stringToSign),
  }: RpcChanges = {},
): Sent {
  const query = changed(
    {
      Format: 'JSON',
      Version: apiVersion,
      AccessKeyId: accessKeyId,
      SignatureMethod: 'HMAC-SHA1',
      Timestamp: formatTimestamp(new Date()),
      SignatureVersion: '1.0',
      SignatureNonce: randomUUID(),
      Action: action,
      ...parameters,
    },
    signed,
  );
  const stringToSign = rpcStringToSign(method, [...Object.entries(query), ...Object.entries(form)]);
  const all = changed({ ...query, Signature: signatureOf(stringToSign) }, sent);
  const body = Buffer.from(encodeForm(Object.entries(form)));
  const headers = { host: 'kms.local', 'content-type': 'application/x-www-form-urlencoded' };
  return { method, path: `/?${encodeForm(Object.entries(all))}`, headers, body };
}
