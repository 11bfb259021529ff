import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { createLocalJWKSet, jwtVerify, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JwtSigner, publicKeySet } from '../../src/recipes/jwt/jwt-signer.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

let kms: LocalKms;
let client: Client;
beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-ec', spec: 'EC_P256', aliases: ['alias/moving'] },
        { id: 'key-ec-next', spec: 'EC_P256' },
        { id: 'key-rotating', spec: 'EC_P256' },
        { id: 'key-rsa', spec: 'RSA_2048', usage: 'SIGN/VERIFY' },
      ],
    },
  });
  client = new Client(kms.clientConfig());
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const claims = () =>
  new UnsecuredJWT({ scope: 'orders:read' })
    .setIssuer('https://login.example')
    .setAudience('orders')
    .setSubject('42')
    .setExpirationTime('10m');
const expected = { issuer: 'https://login.example', audience: 'orders' };

test('the example prints a token that jose finds genuine', async () => {
  const { stdout } = await examples.run('recipes/jwt');
  const [, token] = /^Token: (\S+)$/m.exec(stdout) ?? [];
  expect(token?.split('.')).toHaveLength(3);
  expect(stdout).toMatch(/^Genuine: user 42 may orders:read, signed by key version [\da-f-]{36}$/m);
});

describe.each([
  ['ES256', 'key-ec'],
  ['PS256', 'key-rsa'],
  ['RS256', 'key-rsa'],
] as const)('%s', (alg, keyId) => {
  test('jose verifies what KMS signed, without a call to KMS', async () => {
    const token = await new JwtSigner(client, keyId, alg).sign(claims());
    const keySet = createLocalJWKSet(await publicKeySet(client, [keyId], alg));
    const { keyVersionId } = await client.publicKey(keyId);
    const calls = kms.requests().length;
    const { payload, protectedHeader } = await jwtVerify(token, keySet, { ...expected, algorithms: [alg] });
    expect(payload).toMatchObject({ sub: '42', scope: 'orders:read' });
    expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: keyVersionId });
    expect(kms.requests()).toHaveLength(calls);
  });

  test('jose refuses other claims under the same signature, and other audiences', async () => {
    const token = await new JwtSigner(client, keyId, alg).sign(claims());
    const keySet = createLocalJWKSet(await publicKeySet(client, [keyId], alg));
    const [header, , signature] = token.split('.');
    const [, admin] = claims().setSubject('1').encode().split('.');
    const forged = jwtVerify(`${header}.${admin}.${signature}`, keySet, expected);
    await expect(forged).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    const elsewhere = jwtVerify(token, keySet, { ...expected, audience: 'billing' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud' });
  });
});

test('one call makes a token, the public key is asked for once', async () => {
  const signer = new JwtSigner(client, 'key-ec', 'ES256');
  const asked = () => kms.requests({ api: 'GetPublicKey' }).length;
  const signed = () => kms.requests({ api: 'Sign' }).length;
  const before = [asked(), signed()] as const;
  await Promise.all([signer.sign(claims()), signer.sign(claims()), signer.sign(claims())]);
  expect([asked() - before[0], signed() - before[1]]).toEqual([1, 3]);
});

test('a token larger than what a call to KMS carries is signed', async () => {
  const groups = Array.from({ length: 1_000 }, (_, index) => `group-${index}`);
  const token = await new JwtSigner(client, 'key-ec', 'ES256').sign(
    new UnsecuredJWT({ groups }).setExpirationTime('10m'),
  );
  expect(token.length).toBeGreaterThan(10_000);
  const keySet = createLocalJWKSet(await publicKeySet(client, ['key-ec'], 'ES256'));
  expect((await jwtVerify(token, keySet)).payload.groups).toEqual(groups);
});

test('when the key gets a new version, the same signer goes on with that, and old tokens stay valid', async () => {
  const signer = new JwtSigner(client, 'key-rotating', 'ES256');
  const before = await signer.sign(claims());
  await kms.clock.advance({ days: 8 });
  await client.createKeyVersion({ keyId: 'key-rotating' });
  const after = await signer.sign(claims());
  const keySet = createLocalJWKSet(await publicKeySet(client, ['key-rotating'], 'ES256'));
  const verified = await Promise.all([before, after].map((token) => jwtVerify(token, keySet, expected)));
  const kids = verified.map(({ protectedHeader }) => protectedHeader.kid);
  const { keyVersions } = await client.listKeyVersions({ keyId: 'key-rotating' });
  expect(kids.toSorted()).toEqual(keyVersions.map(({ keyVersionId }) => keyVersionId).toSorted());
  expect(new Set(kids).size).toBe(2);
});

test('when the alias is pointed at another key, the same signer goes on with that, and old tokens stay valid', async () => {
  const signer = new JwtSigner(client, 'alias/moving', 'ES256');
  const before = await signer.sign(claims());
  await client.updateAlias({ aliasName: 'alias/moving', keyId: 'key-ec-next' });
  const after = await signer.sign(claims());
  const keySet = createLocalJWKSet(await publicKeySet(client, ['alias/moving', 'key-ec'], 'ES256'));
  const kids = [];
  for (const token of [before, after]) kids.push((await jwtVerify(token, keySet, expected)).protectedHeader.kid);
  const versions = await Promise.all(['key-ec', 'key-ec-next'].map((keyId) => client.publicKey(keyId)));
  expect(kids).toEqual(versions.map(({ keyVersionId }) => keyVersionId));
});

test('a public key that could not be fetched is asked for again with the next token', async () => {
  const signer = new JwtSigner(client, 'key-ec', 'ES256');
  kms.faults.add({ api: 'GetPublicKey', code: 'Forbidden.NoPermission', times: 1 });
  await expect(signer.sign(claims())).rejects.toThrow(KmsServiceError);
  expect((await signer.sign(claims())).split('.')).toHaveLength(3);
});
