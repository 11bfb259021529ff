/** Sign a JSON Web Token with a KMS key, and verify it with jose and a JWKS, without a call. */
import { createLocalJWKSet, jwtVerify, UnsecuredJWT } from 'jose';
import { client as bothGateways } from '../client.js';
import { envOr } from '../env.js';
import { JwtSigner, publicKeySet } from './jwt/jwt-signer.js';

const client = bothGateways();
const keyId = envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec'); // A key of spec EC_P256.
const signer = new JwtSigner(client, keyId, 'ES256');
const token = await signer.sign(
  new UnsecuredJWT({ scope: 'orders:read' })
    .setIssuer('https://login.example')
    .setAudience('orders')
    .setSubject('42')
    .setIssuedAt()
    .setExpirationTime('10m'),
);
console.log(`Token: ${token}`);

const jwks = await publicKeySet(client, [keyId], 'ES256');
await client.close();

// From here on, as in any other service: no KMS, only the JWKS.
const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
  issuer: 'https://login.example',
  audience: 'orders',
  algorithms: ['ES256'],
});
console.log(`Genuine: user ${payload.sub} may ${payload.scope}, signed by key version ${protectedHeader.kid}`);
