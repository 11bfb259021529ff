import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';

export interface Issuer {
  alg: string;
  kid: string;
  privateKey: KeyObject;
  jwk: JsonWebKey & { kid: string };
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function issuer(alg: 'RS256' | 'RS512' | 'ES256' | 'ES384', kid: string): Issuer {
  const { privateKey, publicKey } = alg.startsWith('RS')
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: alg === 'ES256' ? 'P-256' : 'P-384' });
  return { alg, kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid } };
}

/** What a Kubernetes service account is told, good for an hour; undefined takes a claim away. */
export const claims = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  iss: 'https://oidc.example',
  sub: 'system:serviceaccount:default:app',
  aud: ['sts.aliyuncs.com'],
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 3600,
  ...changes,
});

export function jwt({ alg, kid, privateKey }: Issuer, payload = claims(), header: object = { alg, kid }): string {
  const signed = `${base64url(header)}.${base64url(payload)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return `${signed}.${sign(`sha${alg.slice(2)}`, Buffer.from(signed), key).toString('base64url')}`;
}

export const unsignedJwt = (payload = claims()): string =>
  `${base64url({ alg: 'none' })}.${base64url(payload)}.${Buffer.from('no signature').toString('base64url')}`;
