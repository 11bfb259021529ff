import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Jwk, parseBoundedJson } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';

/** Subject and issuer of an OIDC token. */
export interface OidcClaims {
  issuer: string;
  subject: string;
  audiences: string[];
  /** Seconds since the epoch. */
  expiresAt: number;
  issuedAt?: number;
}

/** Public keys of an OIDC provider, as served at its `jwks_uri`. */
export interface JsonWebKeySet {
  keys: readonly (Jwk & { kid?: string })[];
}

interface Key {
  kid?: string;
  publicKey: KeyObject;
}

const tokenMaxChars = 20_000;

/** By `alg`: the type of key and the hash. Nothing symmetric, and never `none`. */
const algorithms: Readonly<Record<string, [type: 'rsa' | 'ec', hash: string]>> = {
  RS256: ['rsa', 'sha256'],
  RS384: ['rsa', 'sha384'],
  RS512: ['rsa', 'sha512'],
  ES256: ['ec', 'sha256'],
  ES384: ['ec', 'sha384'],
};

/** Reads OIDC tokens for AssumeRoleWithOIDC. */
export class OidcTokens {
  readonly #keys?: readonly Key[];

  /**
   * @param trusted `any` accepts every token that is well formed and not expired, without checking the signature
   * @throws TypeError if the set has no key, or an invalid one
   */
  constructor(trusted: 'any' | JsonWebKeySet) {
    if (trusted !== 'any') this.#keys = readKeys(trusted);
  }

  /** Whether a token proves the identity of the caller. */
  get areProven(): boolean {
    return this.#keys !== undefined;
  }

  /**
   * @param now milliseconds since the epoch, by the machine's clock, because another machine issued the token
   * @throws ServiceError AuthenticationFail.OIDCToken.Invalid, AuthenticationFail.OIDCToken.Expired
   */
  read(token: string, now: number): OidcClaims {
    const parts = token.length > tokenMaxChars ? [] : token.trim().split('.');
    const [header, payload] = parts.slice(0, 2).map(parse);
    if (parts.length !== 3 || !header || !payload) throw invalid('it is not a JWT');
    if (this.#keys && !isSigned(parts, header, this.#keys)) throw invalid('its signature is not by a key of this set');
    const claims = readClaims(payload);
    if (claims.expiresAt * 1000 <= now) {
      throw new ServiceError('AuthenticationFail.OIDCToken.Expired', { message: 'This JsonWebToken is expired.' });
    }
    return claims;
  }
}

function readKeys(set: JsonWebKeySet): Key[] {
  const keys: unknown = set?.keys;
  if (!Array.isArray(keys) || keys.length === 0) throw new TypeError('a JSON Web Key Set has keys');
  return keys.map((key: JsonWebKeySet['keys'][number], index) => {
    try {
      return { kid: key.kid, publicKey: createPublicKey({ key, format: 'jwk' }) };
    } catch {
      throw new TypeError(`key ${index + 1} of the JSON Web Key Set is not a public key`);
    }
  });
}

function isSigned(parts: readonly string[], header: Record<string, unknown>, keys: readonly Key[]): boolean {
  const { alg } = header;
  const [type, hash] = (isText(alg) && Object.hasOwn(algorithms, alg) && algorithms[alg]) || [];
  if (type === undefined) return false;
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
  const signature = Buffer.from(parts[2] as string, 'base64url');
  return keys
    .filter(({ kid, publicKey }) => publicKey.asymmetricKeyType === type && (!header.kid || !kid || header.kid === kid))
    .some(({ publicKey }) => verify(hash, signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature));
}

function readClaims({ iss, sub, aud, exp, iat }: Record<string, unknown>): OidcClaims {
  const audiences = [aud ?? []].flat();
  if (!isText(iss)) throw invalid('it has no issuer (iss)');
  if (!isText(sub)) throw invalid('it has no subject (sub)');
  if (audiences.length === 0 || !audiences.every(isText)) throw invalid('it has no audience (aud)');
  if (typeof exp !== 'number' || !Number.isFinite(exp)) throw invalid('it does not say when it expires (exp)');
  return { issuer: iss, subject: sub, audiences, expiresAt: exp, issuedAt: typeof iat === 'number' ? iat : undefined };
}

function parse(part: string): Record<string, unknown> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const value = parseBoundedJson(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const invalid = (why: string): ServiceError =>
  new ServiceError('AuthenticationFail.OIDCToken.Invalid', { message: `This JsonWebToken is invalid: ${why}.` });
