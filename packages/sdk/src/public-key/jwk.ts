import { createPublicKey, type KeyObject } from 'node:crypto';
import { checkObject, invalidInput } from '../checks.js';
import { attempt } from '../util/work.js';

/** RSA public key as a JSON Web Key, RFC 7518 6.3.1. */
export type RsaPublicJwk = { kty: 'RSA'; n: string; e: string };

/** EC public key as a JSON Web Key, RFC 7518 6.2.1; for secp256k1 RFC 8812 3.1. */
export type EcPublicJwk = { kty: 'EC'; crv: 'P-256' | 'secp256k1'; x: string; y: string };

/** A public key as a JSON Web Key. */
export type PublicJwk = RsaPublicJwk | EcPublicJwk;

/** A JSON Web Key of any kind, RFC 7517 4, as other libraries write it. Node.js's own type for it has moved between versions. */
export interface Jwk {
  kty?: string | undefined;
  crv?: string | undefined;
  n?: string | undefined;
  e?: string | undefined;
  x?: string | undefined;
  y?: string | undefined;
  d?: string | undefined;
  [member: string]: unknown;
}

const members: Readonly<Record<string, readonly string[]>> = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'] };

/** @throws KmsConfigurationError `Request.Invalid` */
export function readJwk(jwk: Jwk): KeyObject {
  const { kty } = checkObject('jwk', jwk, invalidInput);
  if (typeof kty !== 'string' || !Object.hasOwn(members, kty)) throw invalidInput('jwk.kty must be RSA or EC');
  if (jwk.d !== undefined) throw invalidInput('jwk holds a private key: give the members of the public key only');
  const own = Object.fromEntries(['kty', ...(members[kty] as string[])].map((name) => [name, jwk[name]]));
  const key = attempt(() => createPublicKey({ key: own, format: 'jwk' }));
  const written: Jwk | undefined = key?.export({ format: 'jwk' });
  // RFC 7518 6.2.1.2 and 6.3.1.1: each number has one encoding; OpenSSL would accept others too
  if (!key || Object.entries(own).some(([name, value]) => written?.[name] !== value)) {
    const needed = kty === 'RSA' ? 'n and e' : 'crv P-256 or secp256k1, x and y of that curve';
    throw invalidInput(`jwk is not a public key: ${kty} needs ${needed}, in base64url without padding`);
  }
  return key;
}

/** @param spki of an RSA or EC key */
export const writeJwk = (spki: Uint8Array): PublicJwk =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' }) as PublicJwk;
